package embedded

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Abandon removes what op's load wrote, in one transaction.
func (s *Store) Abandon(ctx context.Context, op graph.Operation) error {
	if err := s.gate.Enter(); err != nil {
		return err
	}
	defer s.gate.Leave()
	if err := s.queue.Take(ctx); err != nil {
		return err
	}
	defer s.queue.Free()
	now := s.current()
	if now.load == nil || now.load.op.ID != op.ID {
		return nil
	}
	if err := sameInput(now.load.op, op); err != nil {
		return err
	}
	err := s.withoutForeignKeys(ctx, func() error {
		return s.transact(ctx, func(t *tx) error { return t.removeLoad(ctx, int64(now.published.Revision)) })
	})
	if err != nil {
		return fmt.Errorf("abandon: %w", err)
	}
	s.writer.keys.reset()
	s.layers.reset()
	now.load = nil
	s.advance(now)
	return nil
}

// withoutForeignKeys runs a function while the engine does not look for rows that name those removed: it would look through a
// whole table for each.
func (s *Store) withoutForeignKeys(ctx context.Context, run func() error) error {
	whole := context.WithoutCancel(ctx)
	if _, err := s.writer.conn.ExecContext(whole, "PRAGMA foreign_keys = 0"); err != nil {
		return explain(ctx, err)
	}
	err := run()
	_, restored := s.writer.conn.ExecContext(whole, "PRAGMA foreign_keys = 1")
	return errors.Join(err, explain(ctx, restored))
}

// removals take out every row that a revision after the published one wrote, and open again what it closed. Rows that others name
// by key go last.
func removals() []string {
	return []string{
		"DELETE FROM document_term WHERE since > ?1",
		"DELETE FROM layer_terms WHERE rev > ?1",
		"DELETE FROM entity_term WHERE since > ?1",
		"UPDATE entity_term SET until = 0 WHERE until > ?1",
		"DELETE FROM competence WHERE rev > ?1",
		"DELETE FROM judged WHERE judgement IN (SELECT id FROM judgement WHERE rev > ?1)",
		"DELETE FROM judgement WHERE rev > ?1",
		"DELETE FROM decision WHERE rev > ?1",
		"DELETE FROM about WHERE rev > ?1",
		"DELETE FROM cited WHERE assertion IN (SELECT id FROM assertion WHERE rev > ?1)",
		"DELETE FROM assertion WHERE rev > ?1",
		"DELETE FROM state WHERE since > ?1",
		"UPDATE state SET until = 0 WHERE until > ?1",
		"DELETE FROM claim WHERE rev > ?1",
		"DELETE FROM layer WHERE rev > ?1",
		"DELETE FROM document WHERE rev > ?1",
		"DELETE FROM entity_state WHERE since > ?1",
		"UPDATE entity_state SET until = 0 WHERE until > ?1",
		"DELETE FROM entity WHERE rev > ?1",
		"DELETE FROM log WHERE rev > ?1",
		"DELETE FROM revision WHERE rev > ?1",
	}
}

func (t *tx) removeLoad(ctx context.Context, published int64) error {
	whole := context.WithoutCancel(ctx)
	for _, text := range removals() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.run(whole, text, published); err != nil {
			return err
		}
	}
	for _, text := range []string{
		"DELETE FROM name WHERE id > (SELECT name FROM load)", "DELETE FROM term WHERE id > (SELECT term FROM load)",
		"DELETE FROM load",
	} {
		if err := t.run(whole, text); err != nil {
			return err
		}
	}
	return t.checkReferences(whole)
}

// checkReferences fails when a row names one that is gone.
func (t *tx) checkReferences(ctx context.Context) error {
	broken, err := gather(ctx, t, func(rows *sql.Rows) (table string, err error) {
		return table, rows.Scan(&table)
	}, `SELECT "table" FROM pragma_foreign_key_check LIMIT 1`)
	if err == nil && len(broken) > 0 {
		err = fmt.Errorf("rows of %s would lose what they name: %w", broken[0], graph.ErrUnavailable)
	}
	return err
}
