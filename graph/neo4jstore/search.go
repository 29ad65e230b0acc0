package neo4jstore

import (
	"context"
	"strconv"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// maxHits is how many ids a search yields at most.
const maxHits = 1000

// Search tries the term sets in turn and yields the ids of the first, then of the next, each by id, none twice.
func (r *reader) Search(ctx context.Context, q graph.TermQuery) (graph.TermHits, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return graph.TermHits{}, err
	}
	defer done()
	hits := graph.TermHits{Holds: map[graph.Term]int{}}
	for _, set := range q.Sets {
		for _, term := range set.Terms {
			hits.Holds[term] = 0
		}
	}
	if len(hits.Holds) == 0 {
		return hits, nil
	}
	limit := q.Limit
	if limit <= 0 || limit > maxHits {
		limit = maxHits
	}
	text, params := search(&q, limit)
	params["rev"] = r.rev
	pages, err := collected(ctx, r.store.conn, func(c *cells) []any { return c.values }, text, params)
	if err != nil {
		return graph.TermHits{}, err
	}
	if err := countHolders(pages[0], hits.Holds); err != nil {
		return graph.TermHits{}, err
	}
	hits.IDs, hits.Cut = inTurn(pages[1:], limit)
	return hits, nil
}

// countHolders reads pairs of term and number.
func countHolders(pairs []any, holds map[graph.Term]int) error {
	type count struct {
		term graph.Term
		n    int
	}
	counts, err := scanList(pairs, func(c *cells) count { return count{graph.Term(c.text()), int(c.integer())} })
	for _, c := range counts {
		holds[c.term] = c.n
	}
	return err
}

// inTurn lays the pages one after the other, leaves out what came before, and says whether that is more than the limit.
func inTurn(pages [][]any, limit int) (ids []string, cut bool) {
	seen := map[string]bool{}
	for _, page := range pages {
		for _, value := range page {
			id, _ := value.(string)
			if seen[id] {
				continue
			}
			if len(ids) == limit {
				return ids, true
			}
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids, false
}

// search is the statement that tries the sets, with its parameters but rev. Of each set it gives twice the limit and one more: so
// many are enough even if all that earlier ones gave come first in it. Once a set has given more than the limit by itself, the
// later ones are not tried.
func search(q *graph.TermQuery, limit int) (string, map[string]any) {
	params := map[string]any{"terms": termsOf(q.Sets), "wanted": limit, "limit": 2*limit + 1}
	kinds := ""
	if q.Target == graph.EntityTerms && q.Kinds != 0 {
		kinds, params["kinds"] = " AND x.kind IN $kinds", textsOf(q.Kinds.List())
	}
	held := part{"held", "<-[h:FOUND_BY]-(x) USING INDEX SEEK t:Term(text) WHERE h.since <= $rev AND $rev < h.until"}
	if q.Target == graph.TextTerms {
		held.text = "<-[h:TEXT_TERM]-(x) USING INDEX SEEK t:Term(text) WHERE h.since <= $rev"
	}
	var sets strings.Builder
	var pages []string
	for i, set := range q.Sets {
		n := strconv.Itoa(i)
		params["terms"+n], params["least"+n] = termsOf(q.Sets[i:i+1]), max(set.Least, 1)
		sets.WriteString(statement("search_set", held, part{"kinds", kinds}, part{"least", "$least" + n},
			part{"before", strings.Join(pages, ", ")}, part{"terms", termsUnless(pages, "$terms"+n)}, part{"page", "page" + n}))
		pages = append(pages, "page"+n)
	}
	return statement("search", held, part{"sets", sets.String()}, part{"pages", strings.Join(append([]string{""}, pages...), ", ")}), params
}

// termsUnless gives terms, or none if one of the pages before has enough.
func termsUnless(before []string, terms string) string {
	if len(before) == 0 {
		return terms
	}
	var enough []string
	for _, page := range before {
		enough = append(enough, "size("+page+") > $wanted")
	}
	return "CASE WHEN " + strings.Join(enough, " OR ") + " THEN [] ELSE " + terms + " END"
}

// termsOf are the different terms of sets.
func termsOf(sets []graph.TermSet) []string {
	var terms []string
	for _, set := range sets {
		terms = append(terms, textsOf(set.Terms)...)
	}
	return distinct(terms)
}
