package resolvers

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
)

// claimOnFile is the proposition of an id.
func claimOnFile(ctx context.Context, id graph.ClaimID) (graph.Claim, error) {
	row, err := onFile[*graph.ClaimRow](ctx, "claim", string(id))
	if err != nil {
		return graph.Claim{}, err
	}
	return row.Claim, nil
}

// claimSaid is the proposition about which an assertion is.
func claimSaid(ctx context.Context, id string) (graph.Claim, error) {
	row, err := onFile[*graph.AssertionRow](ctx, "assertion", id)
	if err != nil {
		return graph.Claim{}, err
	}
	return claimOnFile(ctx, row.Claim)
}

// onFile reads what an id names at the newest revision; it fails with ErrNotFound when that is nothing of the type.
func onFile[N graph.Node](ctx context.Context, field, id string) (none N, err error) {
	reading, err := readingsOf(ctx).at(ctx, 0)
	if err != nil {
		return none, err
	}
	reading.mu.Lock()
	defer reading.mu.Unlock()
	found, err := reading.view.Nodes(ctx, []string{id})
	if err != nil {
		return none, err
	}
	row, ok := found[0].(N)
	if !ok {
		return none, fmt.Errorf("%s %q: %w", field, id, graph.ErrNotFound)
	}
	return row, nil
}

// claimOf is the proposition of an input: one on file, or one in full.
func (d *drafter) claimOf(ctx context.Context, in *generated.ClaimInput) graph.Claim {
	if err := exactlyOne("claim", in.ID != nil, in.New != nil); err != nil {
		d.fail(err)
		return graph.Claim{}
	}
	if in.New != nil {
		return d.claim(in.New)
	}
	claim, err := claimOnFile(ctx, graph.ClaimID(*in.ID))
	if err != nil {
		d.fail(err)
	}
	return claim
}
