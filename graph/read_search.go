package graph

import (
	"context"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph/text"
)

// SearchHit is an entity found by a search, with why it was found.
type SearchHit struct {
	Entity      *EntityRow
	Score       float64 // 0 to 1; it orders the hits of one search and means nothing else
	Matched     string  // the name or identifier that fits, as on file
	Match       MatchKind
	Explanation string
}

// Key is the entity's.
func (h *SearchHit) Key() string { return string(h.Entity.ID) }

// maxQuery is the length of the longest query, in code points.
const maxQuery = 200

// SearchEntities gives entities by name, alias, name in another script, misspelt name or identifier, best first, then by id: rows of
// *SearchHit. It looks at 1,000 candidates at most; the page says when there were more, and its total is then unknown.
func (v *View) SearchEntities(ctx context.Context, query string, kinds Kinds, a PageArgs) (Page, error) {
	query = strings.TrimSpace(query)
	order := orderOf("search", []any{query, kinds})
	if err := checkQuery("query", query); err != nil {
		return Page{}, err
	}
	if err := a.check(order, 2); err != nil {
		return Page{}, err
	}
	hits, err := v.Search(ctx, TermQuery{Target: EntityTerms, Kinds: kinds, Sets: entitySets(query), Limit: maxHits})
	if err != nil {
		return Page{}, err
	}
	rows, marks, err := v.marked(ctx, asIDs[EntityID](hits.IDs))
	if err != nil {
		return Page{}, err
	}
	asked := newWanted(query)
	var found []keyed
	for _, id := range sortedIDs(rows) {
		if hit := asked.best(rows[id], marks[id]); hit != nil {
			found = append(found, keyed{hit, []string{downKey(int64(math.Round(hit.Score * 1e6))), string(id)}})
		}
	}
	var cut *Cut
	if hits.Cut {
		cut = &Cut{AnswerLimit, maxHits}
	}
	return a.page(placed{order, found, cut, true}), nil
}

func checkQuery(field, query string) error {
	if n := utf8.RuneCountInString(query); n == 0 || n > maxQuery {
		return Invalid(field, query, fmt.Sprintf("1 to %d characters", maxQuery))
	}
	return nil
}

// entitySets are the terms to try in turn: an identifier, the whole name, all words, their beginnings, and half of their trigrams.
func entitySets(query string) []TermSet {
	key := text.Key(query)
	words := text.Words(key)
	sets := []TermSet{{Terms: identifierTerms(query), Least: 1}}
	if key == "" {
		return sets
	}
	sets = append(sets, TermSet{Terms: []Term{termOf(wholeTerm, key)}, Least: 1})
	var whole, begun, threes []Term
	for _, word := range words {
		whole = append(whole, termOf(wordTerm, word))
		if prefixes := text.Prefixes(word, shortestPrefix, longestPrefix); len(prefixes) > 0 {
			begun = append(begun, Term(prefixTerm+prefixes[len(prefixes)-1]))
		}
		threes = appendTerms(threes, trigramTerm, text.Trigrams(word))
	}
	for _, terms := range [][]Term{sortedSet(whole), sortedSet(begun)} {
		if len(terms) > 0 {
			sets = append(sets, TermSet{Terms: terms, Least: len(terms)})
		}
	}
	if threes = sortedSet(threes); len(threes) > 0 {
		sets = append(sets, TermSet{Terms: threes, Least: (len(threes) + 1) / 2})
	}
	return sets
}

// identifierTerms are the query as an identifier, and its last word as one, since a scheme may stand before it.
func identifierTerms(query string) []Term {
	terms := []Term{identifierKey(query)}
	if words := strings.Fields(query); len(words) > 1 {
		terms = append(terms, identifierKey(words[len(words)-1]))
	}
	return sortedSet(terms)
}
