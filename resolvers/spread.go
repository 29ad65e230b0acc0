package resolvers

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// SpreadError lists what a judgement of identity would spread from one entity to the other: measures that name one of them, and
// allegations against one. It is an ErrConflict until it is confirmed.
type SpreadError struct {
	Measures    []graph.EntityID
	Allegations []graph.ClaimID
	// More says that only the first of many were compared, so that there may be more than those listed.
	More bool
}

// Error counts what would spread.
func (e *SpreadError) Error() string {
	least := ""
	if e.More {
		least = "at least "
	}
	return fmt.Sprintf("as one entity they would share what now concerns one of them (measures: %s%d, allegations: %s%d): look at it, "+
		"then confirm with confirmSpread", least, len(e.Measures), least, len(e.Allegations))
}

func (e *SpreadError) found() bool { return e.More || len(e.Measures)+len(e.Allegations) > 0 }

// Unwrap makes a SpreadError an ErrConflict.
func (e *SpreadError) Unwrap() error { return graph.ErrConflict }

// unite checks that two entities may be judged to be the same: they are of one kind, and what would spread was confirmed. A repeated
// operation is not asked again.
func (d *drafter) unite(ctx context.Context, entities []string, confirmed bool) error {
	reading, err := readingsOf(ctx).at(ctx, 0)
	if err != nil {
		return err
	}
	reading.mu.Lock()
	defer reading.mu.Unlock()
	own := string(graph.DeriveJudgementID(d.operation, 0))
	found, err := reading.view.Nodes(ctx, append([]string{own}, entities...))
	if err != nil || found[0] != nil {
		return err
	}
	var parents []graph.Node
	var kinds []graph.EntityKind
	for i, node := range found[1:] {
		entity, ok := node.(*graph.EntityRow)
		if !ok {
			return fmt.Errorf("entities: %s: %w", shortened(entities[i]), graph.ErrNotFound)
		}
		parents, kinds = append(parents, entity), append(kinds, entity.Kind)
	}
	if kinds[0] != kinds[1] {
		return graph.Invalid("entities", fmt.Sprintf("a %s and a %s", kinds[0], kinds[1]), "two entities of one kind to be SAME")
	}
	if confirmed {
		return nil
	}
	return refuseSpread(ctx, reading.view, parents)
}

// refuseSpread fails when a measure, or what accuses, concerns only one of two entities.
func refuseSpread(ctx context.Context, v *graph.View, parents []graph.Node) error {
	page := graph.PageArgs{First: maxPage}
	measures, err := graph.EntityMeasures(graph.AsTarget, graph.MeasureFilter{}, page)(ctx, v, parents)
	if err != nil {
		return err
	}
	spread := &SpreadError{
		Allegations: []graph.ClaimID{},
		Measures:    ofOne(measures, func(t *graph.MeasureTie) graph.EntityID { return t.Measure.ID }), More: cut(measures),
	}
	for _, role := range []graph.AllegationRole{graph.AccusedSubject, graph.AccusedObject} {
		alleged, err := graph.EntityAllegations(role, graph.AllegationFilter{}, page)(ctx, v, parents)
		if err != nil {
			return err
		}
		spread.More = spread.More || cut(alleged)
		spread.Allegations = append(spread.Allegations, ofOne(against(v.Vocabulary, role, alleged), claimID)...)
	}
	slices.Sort(spread.Allegations)
	spread.Allegations = slices.Compact(spread.Allegations)
	if !spread.found() {
		return nil
	}
	return spread
}

func claimID(a *graph.AllegationNode) graph.ClaimID { return a.Claim.ID }

// cut says whether a page does not show all that there is.
func cut(pages []graph.Page) bool {
	return slices.ContainsFunc(pages, func(p graph.Page) bool { return p.More || p.Cut != nil })
}

// against keeps what accuses the entity in the role: its predicate says which end that is, and of a symmetric claim it is either.
func against(vocabulary *graph.Vocabulary, role graph.AllegationRole, pages []graph.Page) []graph.Page {
	kept := make([]graph.Page, len(pages))
	for i, page := range pages {
		for _, row := range page.Rows {
			if a, ok := row.Node.(*graph.AllegationNode); ok && accuses(vocabulary, role, &a.Claim.Claim) {
				kept[i].Rows = append(kept[i].Rows, row)
			}
		}
	}
	return kept
}

func accuses(vocabulary *graph.Vocabulary, role graph.AllegationRole, c *graph.Claim) bool {
	p, err := vocabulary.Predicate(c.Predicate)
	if err != nil || p.Symmetric {
		return true
	}
	return (role == graph.AccusedObject) == (p.Accused == graph.ObjectEnd && c.Object != "")
}

// ofOne are the ids that only one of the pages has, in order of id.
func ofOne[N graph.Node, K cmp.Ordered](pages []graph.Page, id func(N) K) []K {
	owners := map[K]map[int]bool{}
	for i, page := range pages {
		for _, row := range page.Rows {
			node, ok := row.Node.(N)
			if !ok {
				continue
			}
			if owners[id(node)] == nil {
				owners[id(node)] = map[int]bool{}
			}
			owners[id(node)][i] = true
		}
	}
	found := []K{}
	for key, pages := range owners {
		if len(pages) == 1 {
			found = append(found, key)
		}
	}
	slices.Sort(found)
	return found
}
