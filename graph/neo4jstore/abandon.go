package neo4jstore

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

const (
	// ending begins the token of a load that is being removed: nobody may write more of it.
	ending = "ending "
	// removedLength is how many entries of the change log are removed at once with what they tell of.
	removedLength = 200
)

func (l *load) isEnding() bool { return strings.HasPrefix(l.token, ending) }

// Abandon removes what op's load wrote, bit by bit: when it is interrupted, it is called again.
func (s *Store) Abandon(ctx context.Context, op graph.Operation) error {
	if err := s.gate.Enter(); err != nil {
		return err
	}
	defer s.gate.Leave()
	if err := s.queue.Take(ctx); err != nil {
		return err
	}
	defer s.queue.Free()
	if err := s.abandon(ctx, op); err != nil {
		return fmt.Errorf("abandon: %w", err)
	}
	s.loads.forget(op.ID)
	return nil
}

func (s *Store) abandon(ctx context.Context, op graph.Operation) error {
	if err := s.ensure(ctx); err != nil {
		return err
	}
	for {
		h, err := s.head(ctx, op)
		if err != nil {
			return err
		}
		open, err := h.loadOf(op)
		if errors.Is(err, graph.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.removeLoad(ctx, open); !errors.Is(err, errMoved) {
			return err
		}
	}
}

// removeLoad takes a load out of the hands of its writers, removes all that it wrote, opens again what it closed, and ends it. It
// is errMoved when another process does so at the same time.
func (s *Store) removeLoad(ctx context.Context, l *load) error {
	token := ending + rand.Text()
	if err := s.takeLoad(ctx, l, token); err != nil {
		return err
	}
	params := map[string]any{
		"load": string(l.op.ID), "token": token, "open": int64(open), "limit": removedLength, "lease": s.options.LoadLease.Milliseconds(),
	}
	types := part{"types", allTypes()}
	for _, name := range []string{"abandon_changes", "abandon_marks", "abandon_revisions"} {
		text := statement("abandon_step", part{"removal", statement(name, types)})
		for {
			removed, err := s.step(ctx, text, params)
			if err != nil {
				return err
			}
			if removed == 0 {
				break
			}
		}
	}
	if _, err := s.step(ctx, statement("abandon_end"), params); err != nil && !errors.Is(err, errMoved) {
		return err
	}
	s.loads.wake()
	return nil
}

// step runs a statement of a load, which may well run twice, and gives its number. It is errMoved when there is none.
func (s *Store) step(ctx context.Context, text string, params map[string]any) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	records, err := s.persist(ctx, text, params)
	if err != nil {
		return 0, err
	}
	if len(records) == 0 {
		return 0, errMoved
	}
	c := &cells{values: records[0]}
	return c.integer(), c.err
}
