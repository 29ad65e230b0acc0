package graphtest

import (
	"context"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// lookups ask for things by id.
func (c *benchCast) lookups() []reading {
	return []reading{
		{"get 1", variants, func(ctx context.Context, v *graph.View, form int) (any, error) {
			return v.Entities(ctx, c.hundred(form)[:1])
		}},
		{"get 100", variants, func(ctx context.Context, v *graph.View, form int) (any, error) {
			return v.Entities(ctx, c.hundred(form))
		}},
	}
}

// walks go along edges.
func (c *benchCast) walks() []reading {
	path := func(first int) func(ctx context.Context, v *graph.View, form int) (any, error) {
		return func(ctx context.Context, v *graph.View, form int) (any, error) {
			ends := c.hundred(form)
			return pathKeys(ctx, v, graph.PathQuery{From: ends[0], To: ends[len(ends)-1], MaxHops: 6, First: first})
		}
	}
	return []reading{
		{"expand 100", variants, func(ctx context.Context, v *graph.View, form int) (any, error) {
			return expanded(ctx, v, c.hundred(form))
		}},
		{"facets of the hub", variants, func(ctx context.Context, v *graph.View, _ int) (any, error) {
			return v.Facets(ctx, []graph.EntityID{c.hub}, graph.EdgeFilter{})
		}},
		{"2 hops", variants, func(ctx context.Context, v *graph.View, form int) (any, error) {
			near, err := expanded(ctx, v, c.hundred(form)[:1])
			if err != nil {
				return nil, err
			}
			return expanded(ctx, v, farBelow(near, graph.DefaultHubCap))
		}},
		{"path of 6 hops at most", fewVariants, path(1)},
		{"10 paths of 6 hops at most", fewVariants, path(10)},
	}
}

func expanded(ctx context.Context, r graph.Reader, frontier []graph.EntityID) ([]graph.Edge, error) {
	var edges []graph.Edge
	for e, err := range r.Expand(ctx, graph.ExpandQuery{Frontier: frontier}) {
		if err != nil {
			return nil, err
		}
		edges = append(edges, e)
	}
	return edges, nil
}

// farBelow are the far ends that have no more ties than a cap, each once.
func farBelow(edges []graph.Edge, hubCap int) []graph.EntityID {
	seen := map[graph.EntityID]bool{}
	var far []graph.EntityID
	for _, e := range edges {
		if !seen[e.Far] && e.FarRow.State.Degree <= hubCap {
			seen[e.Far] = true
			far = append(far, e.Far)
		}
	}
	return far
}

// pathKeys names the paths found by what they go through.
func pathKeys(ctx context.Context, v *graph.View, q graph.PathQuery) ([]string, error) {
	found, err := v.Paths(ctx, q)
	if err != nil {
		return nil, err
	}
	keys := []string{}
	for _, p := range found.Paths {
		for _, h := range p.Hops {
			keys = append(keys, h.Key())
		}
		keys = append(keys, string(p.Standing))
	}
	return keys, nil
}

// searches look entities up by the terms of words.
func (c *benchCast) searches() []reading {
	find := func(set func(word string) graph.TermSet) func(ctx context.Context, v *graph.View, form int) (any, error) {
		return func(ctx context.Context, v *graph.View, form int) (any, error) {
			word, _, _ := strings.Cut(c.words[form], " ")
			return v.Search(ctx, graph.TermQuery{Target: graph.EntityTerms, Sets: []graph.TermSet{set(word)}, Limit: 20})
		}
	}
	return []reading{
		{"prefix", variants, find(func(word string) graph.TermSet {
			runes := []rune(strings.ToLower(word))
			return graph.TermSet{Terms: []graph.Term{graph.Term("p:" + string(runes[:min(3, len(runes))]))}, Least: 1}
		})},
		{"fuzzy search", variants, find(func(word string) graph.TermSet {
			terms := trigrams(word + "e") // misspelt
			return graph.TermSet{Terms: terms, Least: (len(terms) + 1) / 2}
		})},
	}
}

// trigrams are the terms of a word's runs of three letters.
func trigrams(word string) []graph.Term {
	var terms []graph.Term
	for _, term := range (graph.Marks{Names: []string{word}}).Terms() {
		if strings.HasPrefix(string(term), "t:") {
			terms = append(terms, term)
		}
	}
	return terms
}

// lists read pages of claims and of what is said of them.
func (c *benchCast) lists() []reading {
	return []reading{
		{"claims of 20, 10 each", variants, func(ctx context.Context, v *graph.View, form int) (any, error) {
			owners := c.hundred(form)
			return v.ListClaims(ctx, graph.ClaimQuery{Owners: texts(owners[:min(20, len(owners))]), Role: graph.AnyEnd, Limit: 10})
		}},
		{"page of 50 claims", variants, func(ctx context.Context, v *graph.View, form int) (any, error) {
			return v.ListClaims(ctx, graph.ClaimQuery{Owners: []string{string(c.busy[form%len(c.busy)])}, Role: graph.AnyEnd, Limit: 50})
		}},
		{"assertions about 50 claims", variants, func(ctx context.Context, v *graph.View, form int) (any, error) {
			return v.ListAssertions(ctx, graph.AssertionQuery{Owners: texts(c.claims[form]), Role: graph.AboutClaim})
		}},
	}
}
