package graphtest

import (
	"cmp"
	"context"
	"slices"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// contents is all that a store answers at one revision, each thing read by every method that gives it.
type contents struct {
	Stamp      graph.Stamp
	Entities   map[graph.EntityID]*graph.EntityRow
	ByName     []graph.EntityID
	ByDegree   []graph.EntityID
	Claims     map[graph.ClaimID]*graph.ClaimRow
	Listed     [][]*graph.ClaimRow // of each entity
	States     map[graph.ClaimID][]graph.StateRow
	Assertions map[graph.AssertionID]*graph.AssertionRow
	About      [][]*graph.AssertionRow // each claim
	Documents  map[graph.DocumentID]*graph.DocumentRow
	Layers     map[graph.LayerID]*graph.Layer
	Judgements [][]*graph.JudgementRow // of each entity
	Competence map[graph.EntityID][]graph.Competence
	Edges      []graph.Edge
	Facets     map[graph.EntityID][]graph.Facet
	Entries    []graph.Entry
}

// filed are the ids of all raw records up to a revision.
type filed struct {
	entities   []graph.EntityID
	claims     []graph.ClaimID
	assertions []graph.AssertionID
	documents  []graph.DocumentID
	layers     []graph.LayerID
}

// dump reads all that a store holds at a revision; at 0 at the newest.
func dump(k *kit, s graph.Store, at graph.Revision) contents {
	k.Helper()
	r, err := s.Snapshot(k.Context(), at)
	require.NoError(k, err)
	entries, err := s.History(k.Context(), graph.ChangePosition{}, 0)
	require.NoError(k, err)
	entries = slices.DeleteFunc(entries, func(e graph.Entry) bool { return e.Stamp.Revision > r.Stamp().Revision })
	c := contentsOf(k, r, idsOf(entries))
	c.Entries = tidy(entries)
	return c
}

func idsOf(entries []graph.Entry) filed {
	var ids filed
	for _, e := range entries {
		switch r := e.Record.(type) {
		case *graph.Entity:
			ids.entities = append(ids.entities, r.ID)
		case *graph.Claim:
			ids.claims = append(ids.claims, r.ID)
		case *graph.Assertion:
			ids.assertions = append(ids.assertions, r.ID)
		case *graph.Document:
			ids.documents = append(ids.documents, r.ID)
		case *graph.Layer:
			ids.layers = append(ids.layers, r.ID)
		default:
		}
	}
	slices.Sort(ids.entities)
	slices.Sort(ids.claims)
	return ids
}

// contentsOf reads all ids from a reader and closes it.
func contentsOf(k *kit, r graph.Reader, ids filed) contents {
	k.Helper()
	ctx := k.Context()
	c := contents{Stamp: r.Stamp(), Edges: k.edges(r, graph.ExpandQuery{Frontier: ids.entities})}
	for _, read := range []func() error{
		func() (err error) { c.Entities, err = r.Entities(ctx, ids.entities); return err },
		func() (err error) { c.ByName, err = entityIDs(ctx, r, graph.ByName); return err },
		func() (err error) { c.ByDegree, err = entityIDs(ctx, r, graph.ByDegree); return err },
		func() (err error) { c.Claims, err = r.Claims(ctx, ids.claims); return err },
		func() (err error) {
			c.Listed, err = r.ListClaims(ctx, graph.ClaimQuery{Owners: texts(ids.entities), Role: graph.AnyEnd})
			return err
		},
		func() (err error) { c.States, err = r.StateHistory(ctx, ids.claims); return err },
		func() (err error) { c.Assertions, err = r.Assertions(ctx, ids.assertions); return err },
		func() (err error) {
			c.About, err = r.ListAssertions(ctx, graph.AssertionQuery{Owners: texts(ids.claims), Role: graph.AboutClaim})
			return err
		},
		func() (err error) { c.Documents, err = r.Documents(ctx, ids.documents); return err },
		func() (err error) { c.Layers, err = r.Layers(ctx, ids.layers); return err },
		func() (err error) { c.Judgements, err = r.ListJudgements(ctx, texts(ids.entities)); return err },
		func() (err error) { c.Competence, err = r.Competence(ctx, nil); return err },
		func() (err error) { c.Facets, err = r.Facets(ctx, ids.entities, graph.EdgeFilter{}); return err },
		r.Close,
	} {
		require.NoError(k, read())
	}
	c.dropEmpty()
	return tidy(c)
}

// dropEmpty leaves out what the contract allows to be missing or empty.
func (c *contents) dropEmpty() {
	for id, facets := range c.Facets {
		if len(facets) == 0 {
			delete(c.Facets, id)
		}
	}
	for id, history := range c.States {
		if len(history) == 0 {
			delete(c.States, id)
		}
	}
}

func entityIDs(ctx context.Context, r graph.Reader, order graph.EntityOrder) ([]graph.EntityID, error) {
	rows, err := r.ListEntities(ctx, graph.EntityQuery{Order: order})
	var ids []graph.EntityID
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids, err
}

// texts are ids as owners.
func texts[ID ~string](ids []ID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out
}

// unstamped is the contents without when they were written.
func (c contents) unstamped() contents {
	out := tidy(c)
	out.Stamp = graph.Stamp{}
	for _, row := range out.Entities {
		row.Stamp = graph.Stamp{}
	}
	for _, row := range out.Claims {
		row.Stamp = graph.Stamp{}
	}
	for _, row := range out.Documents {
		row.Stamp = graph.Stamp{}
	}
	for _, row := range out.Assertions {
		unstamp(row)
	}
	for _, list := range out.About {
		for _, row := range list {
			unstamp(row)
		}
		slices.SortFunc(list, func(a, b *graph.AssertionRow) int { return compareAssertions(assertionKey(a), assertionKey(b)) })
	}
	for _, list := range out.Listed {
		for _, row := range list {
			row.Stamp = graph.Stamp{}
		}
	}
	for _, list := range out.Judgements {
		for _, row := range list {
			row.Stamp = graph.Stamp{}
		}
		slices.SortFunc(list, func(a, b *graph.JudgementRow) int { return cmp.Compare(a.ID, b.ID) })
	}
	for i := range out.Edges {
		out.Edges[i].FarRow.Stamp = graph.Stamp{}
	}
	out.States, out.Entries = nil, nil
	return out
}

func unstamp(row *graph.AssertionRow) {
	row.Stamp = graph.Stamp{}
	if row.Decision != nil {
		row.Decision.Stamp = graph.Stamp{}
	}
}
