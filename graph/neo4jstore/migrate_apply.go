package neo4jstore

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

const (
	migrationLease = time.Minute            // renewed before each statement
	lockPoll       = 100 * time.Millisecond // while another process holds the lock
	indexesWait    = 300 * time.Second      // for indexes to be filled
)

// Migrate brings the schema of the database up to date, and gives the migrations that it applied; on a dry run it changes nothing and
// gives those that it would apply. It fails with ErrUnavailable where the server is not reached, is too old, or keeps the data of
// a newer version.
func (s *Store) Migrate(ctx context.Context, dryRun bool) ([]Migration, error) {
	if err := s.gate.Enter(); err != nil {
		return nil, err
	}
	defer s.gate.Leave()
	if !dryRun {
		return s.schema.bringUp(ctx, s.conn)
	}
	_, pending, err := s.conn.checkSchema(ctx)
	if err != nil {
		return nil, fmt.Errorf("migrate: %w", err)
	}
	return pending, nil
}

// checkSchema gives the known migrations and those of them that are not on file.
func (c *connection) checkSchema(ctx context.Context) (known, pending []Migration, err error) {
	if err := c.checkServer(ctx); err != nil {
		return nil, nil, err
	}
	if known, err = loadMigrations(); err != nil {
		return nil, nil, err
	}
	onFile, err := c.appliedMigrations(ctx)
	if err != nil {
		return nil, nil, err
	}
	pending, err = pendingMigrations(known, onFile)
	return known, pending, err
}

// migrate applies what is not on file, and waits until every index is filled.
func (c *connection) migrate(ctx context.Context) ([]Migration, error) {
	_, pending, err := c.checkSchema(ctx)
	if err != nil {
		return nil, err
	}
	if len(pending) > 0 {
		if pending, err = c.applyLocked(ctx); err != nil {
			return nil, err
		}
	}
	if _, err := c.readWithin(ctx, indexesWait+c.options.ReadTimeout, "CALL db.awaitIndexes($seconds)",
		map[string]any{"seconds": int64(indexesWait.Seconds())}); err != nil {
		return nil, fmt.Errorf("wait for indexes: %w", err)
	}
	return pending, nil
}

// applyLocked applies, alone among all processes, what is then still not on file.
func (c *connection) applyLocked(ctx context.Context) (applied []Migration, err error) {
	lock := migrationLock{conn: c, owner: rand.Text()}
	if err := lock.wait(ctx); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, lock.release(ctx)) }()
	_, pending, err := c.checkSchema(ctx)
	if err != nil {
		return nil, err
	}
	for _, m := range pending {
		for _, statement := range m.statements {
			if err := lock.renew(ctx); err != nil {
				return nil, err
			}
			if err := c.writeAgain(ctx, statement, nil); err != nil {
				return nil, fmt.Errorf("migration %d %q: %w", m.Number, m.Name, err)
			}
		}
		if m.Applied, err = c.keepMigration(ctx, m); err != nil {
			return nil, fmt.Errorf("migration %d %q: %w", m.Number, m.Name, err)
		}
		applied = append(applied, m)
	}
	return applied, nil
}

func (c *connection) keepMigration(ctx context.Context, m Migration) (time.Time, error) {
	const text = `MERGE (m:Migration {number: $number})
		ON CREATE SET m.name = $name, m.checksum = $checksum, m.applied = timestamp() * 1000
		RETURN m.applied`
	rows, err := c.writeRows(ctx, text, map[string]any{"number": int64(m.Number), "name": m.Name, "checksum": m.Checksum})
	if err != nil {
		return time.Time{}, err
	}
	cells := &cells{values: rows[0]}
	return time.UnixMicro(cells.integer()).UTC(), cells.err
}

// writeAgain runs a writing statement that may as well run twice, again after any failure that may pass.
func (c *connection) writeAgain(ctx context.Context, text string, params map[string]any) error {
	_, err := c.writeRows(ctx, text, params)
	return err
}

func (c *connection) writeRows(ctx context.Context, text string, params map[string]any) ([][]any, error) {
	for tries := 1; ; tries++ {
		rows, err := c.write(ctx, text, params)
		if err == nil || tries == maxTries || !mayPass(err) || pause(ctx, tries) != nil {
			return rows, err
		}
	}
}

// migrationLock is the node that a process owns while it migrates. Its lease passes if the process dies.
type migrationLock struct {
	conn  *connection
	owner string
}

// wait takes the lock, and waits while another process has it: for as long as a reading statement may take.
func (l migrationLock) wait(ctx context.Context) error {
	for _, constraint := range []string{
		"CREATE CONSTRAINT migration_lock_id IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.id IS UNIQUE",
		"CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE",
	} {
		if err := l.conn.writeAgain(ctx, constraint, nil); err != nil {
			return fmt.Errorf("lock the schema: %w", err)
		}
	}
	for start := time.Now(); ; {
		taken, err := l.take(ctx)
		if err != nil {
			return fmt.Errorf("lock the schema: %w", err)
		}
		if taken {
			return nil
		}
		if time.Since(start) > l.conn.options.ReadTimeout {
			return fmt.Errorf("another process has been bringing the schema up to date for %s: %w",
				l.conn.options.ReadTimeout, graph.ErrUnavailable)
		}
		select {
		case <-time.After(lockPoll):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// take takes or renews the lock, unless another process has it. The first SET takes the lock of the node, so that what is read after
// it stays true.
func (l migrationLock) take(ctx context.Context) (bool, error) {
	const text = `MERGE (l:MigrationLock {id: 1})
		SET l.lease = coalesce(l.lease, 0)
		WITH l WHERE l.owner IS NULL OR l.owner = $owner OR l.lease < timestamp()
		SET l.owner = $owner, l.lease = timestamp() + $lease
		RETURN l.owner`
	rows, err := l.conn.writeRows(ctx, text, map[string]any{"owner": l.owner, "lease": migrationLease.Milliseconds()})
	return len(rows) == 1, err
}

func (l migrationLock) renew(ctx context.Context) error {
	taken, err := l.take(ctx)
	if err == nil && !taken {
		err = fmt.Errorf("another process took over bringing the schema up to date: %w", graph.ErrUnavailable)
	}
	return err
}

// release gives the lock back, whatever became of ctx.
func (l migrationLock) release(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.conn.options.ReadTimeout)
	defer cancel()
	return l.conn.writeAgain(ctx, "MATCH (l:MigrationLock {id: 1}) WHERE l.owner = $owner REMOVE l.owner, l.lease",
		map[string]any{"owner": l.owner})
}
