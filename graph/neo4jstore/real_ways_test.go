package neo4jstore

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// way is one way to read all of the turning world.
type way struct {
	name string
	read func(ctx context.Context, r graph.Reader) ([]string, error)
}

func (w *turningWorld) ways() []way {
	return []way{
		{"edges of the hub", w.expand([]graph.EntityID{realHub})},
		{"edges of the spokes", w.expand(w.spokeIDs())},
		{"entities", w.entities},
		{"entities by name", listEntities(graph.EntityQuery{Order: graph.ByName})},
		{"entities by degree", listEntities(graph.EntityQuery{Order: graph.ByDegree})},
		{"companies by id", listEntities(graph.EntityQuery{Kinds: graph.KindsOf(graph.Company)})},
		{"claims", w.claims},
		{"claims listed", w.listClaims},
		{"facets", w.facets},
		{"search", w.search},
		{"history of states", w.history},
	}
}

func (w *turningWorld) spokeIDs() []graph.EntityID {
	ids := make([]graph.EntityID, w.spokes)
	for i := range ids {
		ids[i] = spokeID(i)
	}
	return ids
}

// entityIDs are those that a revision holds, claimIDs likewise.
func (w *turningWorld) entityIDs(rev int) []graph.EntityID {
	ids := append(w.spokeIDs(), realHub)
	for n := range rev {
		ids = append(ids, newcomerTie(n+1).Subject)
	}
	return ids
}

func (w *turningWorld) claimIDs(rev int) []graph.ClaimID {
	var ids []graph.ClaimID
	for i := range w.spokes {
		ids = append(ids, spokeTie(i))
	}
	for n := range rev {
		ids = append(ids, newcomerTie(n+1).ID)
	}
	return ids
}

func (w *turningWorld) expand(frontier []graph.EntityID) func(context.Context, graph.Reader) ([]string, error) {
	return func(ctx context.Context, r graph.Reader) (lines []string, err error) {
		for e, err := range r.Expand(ctx, graph.ExpandQuery{Frontier: frontier}) {
			if err != nil {
				return nil, err
			}
			lines = append(lines, fmt.Sprint(e.Near, e.Direction, e.Predicate, e.Claim, e.Stretch, entityLine(e.FarRow)))
		}
		return lines, nil
	}
}

func entityLine(row *graph.EntityRow) string {
	return fmt.Sprint(row.Entity, row.State, row.Stamp.Revision)
}

// entities asks for those of the next revision too, which are not there.
func (w *turningWorld) entities(ctx context.Context, r graph.Reader) (lines []string, err error) {
	ids := w.entityIDs(int(r.Stamp().Revision) + 1)
	rows, err := r.Entities(ctx, ids)
	for _, id := range ids {
		if row, ok := rows[id]; ok {
			lines = append(lines, entityLine(row))
		}
	}
	return lines, err
}

func listEntities(q graph.EntityQuery) func(context.Context, graph.Reader) ([]string, error) {
	return func(ctx context.Context, r graph.Reader) (lines []string, err error) {
		rows, err := r.ListEntities(ctx, q)
		for _, row := range rows {
			lines = append(lines, entityLine(row))
		}
		return lines, err
	}
}

func claimLine(row *graph.ClaimRow) string {
	return fmt.Sprint(row.Claim, row.State, row.Stamp.Revision)
}

func (w *turningWorld) claims(ctx context.Context, r graph.Reader) (lines []string, err error) {
	ids := w.claimIDs(int(r.Stamp().Revision) + 1)
	rows, err := r.Claims(ctx, ids)
	for _, id := range ids {
		if row, ok := rows[id]; ok {
			lines = append(lines, claimLine(row))
		}
	}
	return lines, err
}

func (w *turningWorld) listClaims(ctx context.Context, r graph.Reader) (lines []string, err error) {
	for _, q := range []graph.ClaimQuery{
		{Owners: []string{string(realHub), string(spokeID(0)), string(spokeID(w.spokes - 1))}, Role: graph.AnyEnd},
		{Owners: []string{""}, Role: graph.WholeStore, Standings: []graph.Standing{graph.Alleged}},
	} {
		lists, err := r.ListClaims(ctx, q)
		if err != nil {
			return nil, err
		}
		for i, list := range lists {
			for _, row := range list {
				lines = append(lines, fmt.Sprint(q.Role, i, " ", claimLine(row)))
			}
		}
	}
	return lines, nil
}

func (w *turningWorld) facets(ctx context.Context, r graph.Reader) (lines []string, err error) {
	ids := append(w.spokeIDs(), realHub)
	found, err := r.Facets(ctx, ids, graph.EdgeFilter{})
	for _, id := range ids {
		lines = append(lines, fmt.Sprint(id, found[id]))
	}
	return lines, err
}

// search asks for the terms of the revision, of the one before and of the one after, which only the first should find.
func (w *turningWorld) search(ctx context.Context, r graph.Reader) (lines []string, err error) {
	rev := int(r.Stamp().Revision)
	hits, err := r.Search(ctx, graph.TermQuery{Target: graph.EntityTerms, Sets: []graph.TermSet{
		{Terms: []graph.Term{termAt(rev - 1)}, Least: 1},
		{Terms: []graph.Term{termAt(rev), "w:spoke"}, Least: 2},
		{Terms: []graph.Term{termAt(rev + 1)}, Least: 1},
	}})
	return []string{fmt.Sprint(hits.IDs, hits.Cut, hits.Holds)}, err
}

func (w *turningWorld) history(ctx context.Context, r graph.Reader) (lines []string, err error) {
	ids := w.claimIDs(int(r.Stamp().Revision))
	rows, err := r.StateHistory(ctx, ids)
	for _, id := range ids {
		for _, row := range rows[id] {
			lines = append(lines, fmt.Sprint(id, row.Stretch, row.Since.Revision, row.Until.Revision))
		}
	}
	return lines, err
}
