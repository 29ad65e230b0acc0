package neo4jstore

import (
	"context"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

const (
	migrationLease = time.Minute
	renewAfter     = migrationLease / 3     // before a statement, which may take half a lease
	lockPoll       = 100 * time.Millisecond // while another process holds the lock
)

// migrationLock is the node that a process owns while it migrates. Its lease passes if the process dies.
type migrationLock struct {
	conn  *connection
	owner string
	taken time.Time
}

// wait takes the lock, and waits while another process has it: until it is done, or died and its lease passed.
func (l *migrationLock) wait(ctx context.Context) error {
	for _, constraint := range []string{
		"CREATE CONSTRAINT migration_lock_id IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.id IS UNIQUE",
		"CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE",
	} {
		if _, err := l.conn.writeRepeatable(ctx, constraint, nil); err != nil {
			return fmt.Errorf("lock the schema: %w", err)
		}
	}
	for {
		taken, err := l.take(ctx)
		if err != nil {
			return fmt.Errorf("lock the schema: %w", err)
		}
		if taken {
			return nil
		}
		select {
		case <-time.After(lockPoll):
		case <-ctx.Done():
			return fmt.Errorf("another process is bringing the schema up to date: %w", ctx.Err())
		}
	}
}

// take takes or renews the lock, unless another process has it.
func (l *migrationLock) take(ctx context.Context) (bool, error) {
	before := time.Now()
	rows, err := l.conn.writeRepeatable(ctx, statement("migration_take"),
		map[string]any{"owner": l.owner, "lease": migrationLease.Milliseconds()})
	if len(rows) == 1 {
		l.taken = before
	}
	return len(rows) == 1, err
}

// renew keeps the lock for the next statement.
func (l *migrationLock) renew(ctx context.Context) error {
	if time.Since(l.taken) < renewAfter {
		return nil
	}
	taken, err := l.take(ctx)
	if err == nil && !taken {
		err = fmt.Errorf("another process took over bringing the schema up to date: %w", graph.ErrUnavailable)
	}
	return err
}

// release gives the lock back, whatever became of ctx.
func (l *migrationLock) release(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.conn.options.ReadTimeout)
	defer cancel()
	_, err := l.conn.writeRepeatable(ctx, statement("migration_release"), map[string]any{"owner": l.owner})
	return err
}
