package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
)

// schema knows whether the database has the schema of this version.
type schema struct {
	ready   atomic.Bool
	returns atomic.Int64                // of the server, that were taken notice of
	refusal atomic.Pointer[schemaError] // it never will
	turn    chan struct{}               // held by the call that brings it up to date
}

func newSchema() *schema { return &schema{turn: make(chan struct{}, 1)} }

// ensure brings the schema up to date the first time that the server answers, and looks at it anew when a server was away: it may have
// come back with another database. What fails is tried again by the next call, but for a schema that this version cannot work with.
func (s *Store) ensure(ctx context.Context) error {
	if returns := s.conn.breaker.returns.Load(); s.schema.returns.Swap(returns) != returns {
		s.forget()
	}
	if s.schema.ready.Load() {
		return ctx.Err()
	}
	if refusal := s.schema.refusal.Load(); refusal != nil {
		return refusal
	}
	_, err := s.schema.bringUp(ctx, s.conn)
	return err
}

// forget has the next call look at the database as if nothing were known of it.
func (s *Store) forget() {
	s.schema.ready.Store(false)
	s.stamps.forget()
}

// bringUp migrates, one call after the other. After a call that succeeded ready is set.
func (m *schema) bringUp(ctx context.Context, c *connection) ([]Migration, error) {
	select {
	case m.turn <- struct{}{}:
		defer func() { <-m.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if m.ready.Load() {
		return nil, nil
	}
	applied, err := c.migrate(ctx)
	if err != nil {
		if refusal, ok := errors.AsType[*schemaError](err); ok {
			m.refusal.Store(refusal)
		}
		return nil, fmt.Errorf("bring the schema up to date: %w", err)
	}
	m.ready.Store(true)
	return applied, nil
}
