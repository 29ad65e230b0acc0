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
}

// Error counts what would spread.
func (e *SpreadError) Error() string {
	return fmt.Sprintf("as one entity they would share what now concerns one of them (measures: %d, allegations: %d): look at it, "+
		"then confirm with confirmSpread", len(e.Measures), len(e.Allegations))
}

// Unwrap makes a SpreadError an ErrConflict.
func (e *SpreadError) Unwrap() error { return graph.ErrConflict }

// refuseSpread fails when the judgement would spread a measure or an accusation. A repeated operation is not asked again.
func (d *drafter) refuseSpread(ctx context.Context, entities []string) {
	spread, err := d.spread(ctx, entities)
	switch {
	case err != nil:
		d.fail(err)
	case len(spread.Measures)+len(spread.Allegations) > 0:
		d.fail(spread)
	}
}

func (d *drafter) spread(ctx context.Context, entities []string) (*SpreadError, error) {
	reading, err := readingsOf(ctx).at(ctx, 0)
	if err != nil {
		return nil, err
	}
	reading.mu.Lock()
	defer reading.mu.Unlock()
	own := string(graph.DeriveJudgementID(d.operation, 0))
	found, err := reading.view.Nodes(ctx, append([]string{own}, entities...))
	if err != nil || found[0] != nil {
		return &SpreadError{}, err
	}
	var parents []graph.Node
	for _, node := range found[1:] {
		if node != nil {
			parents = append(parents, node)
		}
	}
	return spreadAmong(ctx, reading.view, parents)
}

func spreadAmong(ctx context.Context, v *graph.View, parents []graph.Node) (*SpreadError, error) {
	page := graph.PageArgs{First: maxPage}
	measures, err := graph.EntityMeasures(graph.AsTarget, graph.MeasureFilter{}, page)(ctx, v, parents)
	if err != nil {
		return nil, err
	}
	allegations, err := graph.EntityAllegations(graph.AccusedSubject, graph.AllegationFilter{}, page)(ctx, v, parents)
	if err != nil {
		return nil, err
	}
	return &SpreadError{
		Measures:    ofOne(measures, func(t *graph.MeasureTie) graph.EntityID { return t.Measure.ID }),
		Allegations: ofOne(allegations, func(a *graph.AllegationNode) graph.ClaimID { return a.Claim.ID }),
	}, nil
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
	var found []K
	for key, pages := range owners {
		if len(pages) == 1 {
			found = append(found, key)
		}
	}
	slices.Sort(found)
	return found
}
