package polarity

import (
	"slices"
	"strings"
	"unicode"

	"github.com/redthread-graph/redthread/graph/text"
)

// sentence is the sentence, or sentences, around a quote, read once.
type sentence struct {
	layer *text.Index
	span  text.Span
	toks  []token // the last one is always a sign that ends the sentence
	cues  []hit   // in order of their place
}

// hit is a cue at its place.
type hit struct {
	class       Class
	lex         *lexicon
	at          []int // the tokens of its words
	first, last int   // what stands after last is governed; for a tail cue, what stands before first
	tail        bool
}

func read(layer *text.Index, span text.Span) *sentence {
	s := &sentence{layer: layer, span: span, toks: tokens(layer, span)}
	if n := len(s.toks); n == 0 || s.toks[n-1].word != "." {
		s.toks = append(s.toks, token{word: ".", span: text.Span{Start: span.End, End: span.End}})
	}
	for _, lx := range languages(s.toks) {
		masked := s.masked(lx)
		s.cues = append(s.cues, s.hits(lx, lx.cues, masked, false)...)
		s.cues = append(s.cues, s.hits(lx, lx.tail, masked, true)...)
	}
	return s
}

// languages tells the language by script and by function words; both Latin ones where they tie.
func languages(toks []token) []*lexicon {
	count := map[*lexicon]int{}
	for _, t := range toks {
		for _, r := range t.word {
			if unicode.Is(unicode.Cyrillic, r) {
				count[cyrillic]++
				break
			}
		}
		for _, lx := range []*lexicon{english, german} {
			if lx.common[t.word] {
				count[lx]++
			}
		}
	}
	switch {
	case count[cyrillic] > count[english]+count[german]:
		return []*lexicon{cyrillic}
	case count[english] > count[german]:
		return []*lexicon{english}
	case count[german] > count[english]:
		return []*lexicon{german}
	default:
		return []*lexicon{english, german}
	}
}

// masked marks the tokens that look like cues and are none.
func (s *sentence) masked(lx *lexicon) []bool {
	out := make([]bool, len(s.toks))
	none := slices.Concat(lx.double, lx.exempt)
	for i := range s.toks {
		for _, p := range none {
			for _, at := range p.match(s.toks, i) {
				out[at] = true
			}
		}
	}
	return out
}

// hits finds the cues of a list; of several that begin at one token the longest.
func (s *sentence) hits(lx *lexicon, cues []cue, masked []bool, tail bool) []hit {
	var out []hit
	for i := range s.toks {
		best, class, inner := []int(nil), Class(""), false
		for _, c := range cues {
			if at := c.match(s.toks, i); len(at) > len(best) && !anyMasked(at, masked) && !s.isNamed(c.class, at) {
				best, class, inner = at, c.class, c.inner()
			}
		}
		if best != nil {
			out = append(out, newHit(class, lx, s.wordsOf(best), inner, tail))
		}
	}
	return out
}

func newHit(class Class, lx *lexicon, at []int, inner, tail bool) hit {
	h := hit{class: class, lex: lx, at: at, first: at[0], last: at[len(at)-1], tail: tail}
	if inner && !tail {
		h.last = h.first
	}
	return h
}

// isNamed says whether a word that would be a cue is written as a name in mid-sentence: "in May 2017".
func (s *sentence) isNamed(class Class, at []int) bool {
	if class != Possibility && class != Intention && class != Condition || at[0] == 0 {
		return false
	}
	return s.toks[at[0]].capital && s.toks[at[0]-1].isWord
}

// wordsOf leaves out the signs at the ends of a match.
func (s *sentence) wordsOf(at []int) []int {
	for len(at) > 1 && !s.toks[at[0]].isWord {
		at = at[1:]
	}
	for len(at) > 1 && !s.toks[at[len(at)-1]].isWord {
		at = at[:len(at)-1]
	}
	return at
}

func anyMasked(at []int, masked []bool) bool {
	for _, i := range at {
		if masked[i] {
			return true
		}
	}
	return false
}

// within gives the first and last token of a quote; ok is false when it holds no word.
func (s *sentence) within(quote text.Span) (lo, hi int, ok bool) {
	lo, hi = -1, -1
	for i, t := range s.toks {
		if !t.isWord || t.span.End <= quote.Start || t.span.Start >= quote.End {
			continue
		}
		if lo < 0 {
			lo = i
		}
		hi = i
	}
	return lo, hi, lo >= 0
}

// word is the word at i, empty outside the sentence.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].word
}

// find is the first place of a word in [from, to), or -1.
func (s *sentence) find(word string, from, to int) int {
	for i := max(from, 0); i < min(to, len(s.toks)); i++ {
		if s.toks[i].word == word {
			return i
		}
	}
	return -1
}

// count counts a word before the token.
func (s *sentence) count(word string, before int) int {
	n := 0
	for _, t := range s.toks[:before] {
		if t.word == word {
			n++
		}
	}
	return n
}

// Negative says whether a text is negative by its own words: a negation, a denial or a prohibition that no
// other word takes back.
func Negative(s string) bool {
	if strings.TrimSpace(s) == "" {
		return false
	}
	x := text.NewIndex(s)
	read := read(x, text.Span{End: x.Len()})
	for _, h := range read.cues {
		if h.class.negates() {
			return true
		}
	}
	for i := range read.toks {
		if negativeTexts.match(read.toks, i) != nil {
			return true
		}
	}
	return false
}

// negativeTexts are words that make a claim's text a no without denying anything.
var negativeTexts = pattern{{words: strings.Fields(`
	prohibit* ban bans banned bar bars barred forbid* end ends ended cease* exempt* revoke* suspend* block* halt* stop*
	verbiet* verboten verbot untersag* beend* запре* прекра* забор* припин*`)}}
