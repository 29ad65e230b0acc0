package graphtest

import (
	"fmt"
	"slices"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func pagingChecks() []check {
	return []check{
		{"paging/entities in every order", checkEntityPages},
		{"paging/claims", checkClaimPages},
		{"paging/assertions", checkAssertionPages},
		{"paging/documents", checkDocumentPages},
		{"paging/edges", checkEdgePages},
	}
}

// pages reads a list page by page, each from a new reader at the pinned revision, and writes in between. Together the pages must
// be the whole list as it was, without a gap or a repetition.
func pages[V any](k *kit, whole []string, name func(V) string, next func(r graph.Reader, last *V, limit int) []V) {
	k.Helper()
	require.GreaterOrEqual(k, len(whole), 10)
	var pinned graph.Revision
	k.read(0, func(r graph.Reader) { pinned = r.Stamp().Revision })
	for _, limit := range []int{1, 3, len(whole) - 1, len(whole), len(whole) + 1} {
		var read []string
		var last *V
		for page := []V{}; last == nil || len(page) == limit; {
			k.read(pinned, func(r graph.Reader) { page = next(r, last, limit) })
			require.LessOrEqual(k, len(page), limit)
			for i := range page {
				read, last = append(read, name(page[i])), &page[i]
			}
			require.LessOrEqual(k, len(read), len(whole), "nothing twice")
			if len(page) == 0 {
				break
			}
			if len(read) < 5 {
				intrude(k)
			}
		}
		assert.Equal(k, whole, read, "pages of %d", limit)
	}
}

// intrude writes more of everything that [pagedWorld] holds, before and after what is there.
func intrude(k *kit) {
	k.Helper()
	k.mu.Lock()
	n := k.ops
	k.mu.Unlock()
	var records []graph.Record
	for _, place := range []string{"0", "z"} {
		id := fmt.Sprintf("%s-intruder-%d", place, n)
		layer := layerOf(id, id, "x")
		c := tie(id, "a", "OWNS", "b")
		records = append(records, entityOf(id, graph.Company), entityState(id, id, n), documentOf(id), layer, c,
			stateOf(c, always(graph.Stated)), said(id, c, "a", quoteOf(layer, 1)))
	}
	k.write(append(records, entityState("a", "renamed", n))...)
}

const pagedSize = 12

// pagedWorld is a dozen of everything about entities a and b, with equal keys among them.
func pagedWorld() []graph.Record {
	records := companies("a", "b")
	for i := range pagedSize {
		id := numbered("p", (i*5)%pagedSize)
		layer, c := layerOf(id, id, "text"), tie(id, "a", []string{"OWNS", "CONTROLS"}[i%2], []string{"b", "a"}[i%5/4])
		records = append(records, entityOf(id, graph.Person), entityState(id, []string{"Same", "Ärger", "zoo"}[i%3], i%3),
			documentOf(id), layer, c, stateOf(c, stretch(0, 9, graph.Stated), stretch(20, 29, graph.Alleged)),
			said(id, c, "a", quoteOf(layer, 2)), said(id+"-more", c, "a", quoteOf(layer, 4)))
	}
	return records
}

// ids reads a list whole and gives the names of its elements.
func ids[V any](list []V, name func(V) string) []string {
	var out []string
	for _, v := range list {
		out = append(out, name(v))
	}
	return out
}

func checkEntityPages(k *kit) {
	k.write(pagedWorld()...)
	name := func(row *graph.EntityRow) string { return string(row.ID) }
	for _, order := range []graph.EntityOrder{graph.ByID, graph.ByName, graph.ByDegree} {
		q := graph.EntityQuery{Order: order}
		var whole []string
		k.read(0, func(r graph.Reader) { whole = ids(ok(r.ListEntities(k.Context(), q))(k), name) })
		pages(k, whole, name, func(r graph.Reader, last **graph.EntityRow, limit int) []*graph.EntityRow {
			q := graph.EntityQuery{Order: order, Limit: limit}
			if last != nil {
				key := keyOf(*last)
				q.After = &key
			}
			return ok(r.ListEntities(k.Context(), q))(k)
		})
	}
}

func checkClaimPages(k *kit) {
	k.write(pagedWorld()...)
	name := func(row *graph.ClaimRow) string { return string(row.ID) }
	for _, role := range []graph.ClaimRole{graph.WholeStore, graph.AnyEnd, graph.AsSubject, graph.SaidBy} {
		q := graph.ClaimQuery{Role: role, Owners: []string{"ent_a"}}
		if role == graph.WholeStore {
			q.Owners = []string{""}
		}
		var whole []string
		k.read(0, func(r graph.Reader) { whole = ids(ok(r.ListClaims(k.Context(), q))(k)[0], name) })
		pages(k, whole, name, func(r graph.Reader, last **graph.ClaimRow, limit int) []*graph.ClaimRow {
			q.Limit, q.After = limit, nil
			if last != nil {
				key := claimKey(*last)
				q.After = &key
			}
			return ok(r.ListClaims(k.Context(), q))(k)[0]
		})
	}
}

func checkAssertionPages(k *kit) {
	k.write(pagedWorld()...)
	k.write(said("0-late", tie("p-0000", "a", "OWNS", "b"), "a"))
	q := graph.AssertionQuery{Role: graph.BySpeaker, Owners: []string{"ent_a"}}
	name := func(row *graph.AssertionRow) string { return string(row.ID) }
	var whole []string
	k.read(0, func(r graph.Reader) { whole = ids(ok(r.ListAssertions(k.Context(), q))(k)[0], name) })
	assert.Equal(k, "ast_0-late", whole[len(whole)-1])
	pages(k, whole, name, func(r graph.Reader, last **graph.AssertionRow, limit int) []*graph.AssertionRow {
		q.Limit, q.After = limit, nil
		if last != nil {
			key := assertionKey(*last)
			q.After = &key
		}
		return ok(r.ListAssertions(k.Context(), q))(k)[0]
	})
}

func checkDocumentPages(k *kit) {
	k.write(pagedWorld()...)
	name := func(row *graph.DocumentRow) string { return string(row.ID) }
	for _, owners := range [][]graph.EntityID{nil, {"ent_a"}} {
		q := graph.DocumentQuery{Owners: owners}
		var whole []string
		k.read(0, func(r graph.Reader) { whole = ids(ok(r.ListDocuments(k.Context(), q))(k)[0], name) })
		pages(k, whole, name, func(r graph.Reader, last **graph.DocumentRow, limit int) []*graph.DocumentRow {
			q.Limit, q.After = limit, ""
			if last != nil {
				q.After = (*last).ID
			}
			return ok(r.ListDocuments(k.Context(), q))(k)[0]
		})
	}
}

func checkEdgePages(k *kit) {
	k.write(pagedWorld()...)
	name := func(e graph.Edge) string { return fmt.Sprint(e.Claim, e.Direction, e.Stretch.From) }
	for _, f := range []graph.EdgeFilter{{}, {Direction: graph.Out}, {Standings: []graph.Standing{graph.Alleged}}} {
		q := graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}, Filter: f}
		var whole []string
		k.read(0, func(r graph.Reader) { whole = ids(k.edges(r, q), name) })
		assert.Len(k, slices.Compact(slices.Sorted(slices.Values(whole))), len(whole), "no edge twice")
		pages(k, whole, name, func(r graph.Reader, last *graph.Edge, limit int) []graph.Edge {
			q.Limit, q.After = limit, nil
			if last != nil {
				key := edgeKey(last)
				q.After = &key
			}
			return k.edges(r, q)
		})
	}
}
