package neo4jstore

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// pen writes to an open load. Its writes are a chain: each goes on from the token that the one before left at a clock of the load, so
// it is written once, however often it is sent, and not at all once another has taken the load.
type pen struct {
	store *Store
	op    graph.OperationID
	clock loadClock
	token string
}

// penOf is a pen for a load that this process holds.
func (s *Store) penOf(op graph.OperationID, c loadClock) *pen {
	p := &pen{store: s, op: op, clock: c}
	if tokens := s.loads.known(op, c); len(tokens) > 0 {
		p.token = tokens[0]
	}
	return p
}

// write runs a statement, again after what may pass, until it is known to be written. It is ErrConflict when another has the load.
func (p *pen) write(ctx context.Context, text string, params map[string]any) error {
	next := rand.Text()
	params["load"], params["token"], params["next"] = string(p.op), p.token, next
	p.store.loads.remember(p.op, p.clock, p.token, next)
	if err := p.send(ctx, text, params, next); err != nil {
		return err
	}
	p.token = next
	p.store.loads.remember(p.op, p.clock, next)
	return nil
}

func (p *pen) send(ctx context.Context, text string, params map[string]any, next string) error {
	for tries := 1; ; tries++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		records, err := p.store.conn.write(ctx, text, params)
		switch {
		case err == nil && len(records) > 0:
			return nil
		case err == nil:
			return p.wasKept(ctx, next)
		case errors.Is(err, errUnsettled):
			kept, lost := p.isKept(ctx, next)
			if kept || lost != nil {
				return lost
			}
		case !errors.Is(err, errPassing):
			return err
		}
		if tries == maxTries || pause(ctx, tries) != nil {
			return err
		}
	}
}

// wasKept fails unless the write that leaves a token was kept, by a try whose answer was lost.
func (p *pen) wasKept(ctx context.Context, next string) error {
	kept, err := p.isKept(ctx, next)
	if err == nil && !kept {
		err = elsewhere(p.op)
	}
	return err
}

// isKept says whether the write that leaves a token was kept.
func (p *pen) isKept(ctx context.Context, next string) (bool, error) {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	records, err := p.store.persist(ctx, statement("load_token"), map[string]any{"clock": int64(p.clock)})
	if err != nil {
		return false, err
	}
	if len(records) == 0 {
		return false, elsewhere(p.op)
	}
	c := &cells{values: records[0]}
	load, token := c.text(), c.text()
	if load != string(p.op) || !slices.Contains([]string{p.token, next}, token) {
		return false, elsewhere(p.op)
	}
	return token == next, c.err
}
