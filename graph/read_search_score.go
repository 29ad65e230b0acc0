package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/redthread-graph/redthread/graph/text"
)

// MatchKind is how a hit fits the words searched for.
type MatchKind string

// The kinds of match, best first.
const (
	MatchIdentifier     MatchKind = "IDENTIFIER"     // an identifier is equal
	MatchExact          MatchKind = "EXACT"          // a whole name is equal, whatever its letter case and accents
	MatchTransliterated MatchKind = "TRANSLITERATED" // a whole name is equal once both are in one script and spelling
	MatchPrefix         MatchKind = "PREFIX"         // a name, or a word of it, begins so
	MatchWords          MatchKind = "WORDS"          // a name holds the words in any order
	MatchSimilar        MatchKind = "SIMILAR"        // a name is similar, as after a slip of the keyboard
)

// leastSimilar is how alike a name must be to count as similar.
const leastSimilar = 0.5

// wanted is a query made ready for comparison.
type wanted struct {
	query, plain, key string
	words             []string
	mark              Term
}

func newWanted(query string) *wanted {
	key := text.Key(query)
	return &wanted{query, plainName(query), key, text.Words(key), identifierKey(query)}
}

// plainName is a name without letter case, accents and differences in spacing, in its own script.
func plainName(s string) string {
	s = strings.ToLower(text.Fold(s).String())
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// best is the best fit of an entity's names and identifiers; nil when none fits. Of equal ones the first by text counts.
func (w *wanted) best(e *EntityRow, marks []*ClaimRow) *SearchHit {
	hits := []*SearchHit{w.fitName(Name{Text: e.Caption, Strength: StrongName})}
	for _, c := range marks {
		switch v := c.Value.(type) {
		case Name:
			hits = append(hits, w.fitName(v))
		case Identifier:
			hits = append(hits, w.fitIdentifier(v))
		default:
		}
	}
	hits = slices.DeleteFunc(hits, func(h *SearchHit) bool { return h == nil })
	if len(hits) == 0 {
		return nil
	}
	best := slices.MinFunc(hits, func(a, b *SearchHit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Matched, b.Matched))
	})
	best.Entity = e
	return best
}

func (w *wanted) fitIdentifier(id Identifier) *SearchHit {
	if w.mark != identifierKey(id.Value) && w.mark != identifierKey(id.Scheme+id.Value) {
		return nil
	}
	shown := id.Scheme + " " + id.Value
	return &SearchHit{Score: 1, Matched: shown, Match: MatchIdentifier, Explanation: fmt.Sprintf("Its identifier is %s; score 1.", shown)}
}

// fitName compares a name in the order of the kinds of match; the first that applies counts.
func (w *wanted) fitName(n Name) *SearchHit {
	key := text.Key(n.Text)
	if key == "" || w.key == "" {
		return nil
	}
	weak := 0.0
	if n.Strength == WeakName {
		weak = 0.02
	}
	switch {
	case plainName(n.Text) == w.plain:
		return w.hit(n, MatchExact, 0.99-weak, "is one of its names")
	case key == w.key:
		return w.hit(n, MatchTransliterated, 0.95-weak, "is one of its names in another script or spelling")
	case strings.HasPrefix(key, w.key):
		return w.hit(n, MatchPrefix, 0.80+0.12*w.share(key)-weak, fmt.Sprintf("begins one of its names and is %d %% of it", w.percent(key)))
	case w.beginsWord(key):
		return w.hit(n, MatchPrefix, 0.70+0.10*w.share(key)-weak,
			fmt.Sprintf("begins a word of one of its names and is %d %% of it", w.percent(key)))
	case w.holdsWords(key, func(word, part string) bool { return word == part }):
		return w.hit(n, MatchWords, 0.55+0.15*w.share(key)-weak, "has all its words in one of its names")
	case w.holdsWords(key, strings.HasPrefix):
		return w.hit(n, MatchWords, 0.45+0.10*w.share(key)-weak, "has the beginnings of all its words in one of its names")
	default:
		return w.fitSimilar(n, key, weak)
	}
}

// share is how much of a name the query is, 0 to 1.
func (w *wanted) share(key string) float64 {
	return min(1, float64(utf8.RuneCountInString(w.key))/float64(utf8.RuneCountInString(key)))
}

func (w *wanted) percent(key string) int { return int(100 * w.share(key)) }

func (w *wanted) beginsWord(key string) bool {
	return slices.ContainsFunc(text.Words(key), func(word string) bool { return len(w.words) == 1 && strings.HasPrefix(word, w.key) })
}

// holdsWords says whether each word of the query fits a word of the name.
func (w *wanted) holdsWords(key string, fits func(word, part string) bool) bool {
	words := text.Words(key)
	for _, part := range w.words {
		if !slices.ContainsFunc(words, func(word string) bool { return fits(word, part) }) {
			return false
		}
	}
	return len(w.words) > 0
}

// fitSimilar compares letter by letter with the whole name, and a query of one word with each word.
func (w *wanted) fitSimilar(n Name, key string, weak float64) *SearchHit {
	likeness, what := alike(w.key, key), "is like one of its names"
	if len(w.words) == 1 {
		for _, word := range text.Words(key) {
			if other := 0.9 * alike(w.key, word); other > likeness {
				likeness, what = other, "is like a word of one of its names"
			}
		}
	}
	if likeness < leastSimilar {
		return nil
	}
	return w.hit(n, MatchSimilar, 0.44*likeness-weak, fmt.Sprintf("%s (%d %% alike)", what, int(100*likeness)))
}

// alike is 1 less the share of letters that have to be changed.
func alike(a, b string) float64 {
	longest := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return 1 - float64(text.Distance(a, b, longest))/float64(longest)
}

func (w *wanted) hit(n Name, kind MatchKind, score float64, why string) *SearchHit {
	score = float64(int(score*1000+0.5)) / 1000
	said := fmt.Sprintf("“%s” %s, “%s”; score %.3g.", w.query, why, n.Text, score)
	if n.Strength == WeakName {
		said = fmt.Sprintf("“%s” %s, “%s”, which many bear; score %.3g.", w.query, why, n.Text, score)
	}
	return &SearchHit{Score: score, Matched: n.Text, Match: kind, Explanation: said}
}
