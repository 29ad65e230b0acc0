package neo4jstore

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"time"
)

// indexesWait is how long indexes may take to be filled.
const indexesWait = 300 * time.Second

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
	return s.conn.pending(ctx)
}

// pending gives the migrations that are not on file, on a server that is new enough.
func (c *connection) pending(ctx context.Context) ([]Migration, error) {
	if err := c.checkServer(ctx); err != nil {
		return nil, err
	}
	known, err := loadMigrations()
	if err != nil {
		return nil, err
	}
	onFile, err := c.appliedMigrations(ctx)
	if err != nil {
		return nil, err
	}
	return pendingMigrations(known, onFile)
}

// migrate applies what is not on file, and waits until every index is filled.
func (c *connection) migrate(ctx context.Context) ([]Migration, error) {
	applied, err := c.pending(ctx)
	if err != nil {
		return nil, err
	}
	if len(applied) > 0 {
		if applied, err = c.applyLocked(ctx); err != nil {
			return nil, err
		}
	}
	_, err = c.readWithin(ctx, indexesWait+c.options.ReadTimeout, "CALL db.awaitIndexes($seconds)",
		map[string]any{"seconds": int64(indexesWait.Seconds())})
	if err != nil {
		return nil, fmt.Errorf("wait for indexes: %w", err)
	}
	return applied, nil
}

// applyLocked applies, alone among all processes, what is then still not on file.
func (c *connection) applyLocked(ctx context.Context) (applied []Migration, err error) {
	lock := &migrationLock{conn: c, owner: rand.Text()}
	if err := lock.wait(ctx); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, lock.release(ctx)) }()
	pending, err := c.pending(ctx)
	if err != nil {
		return nil, err
	}
	for _, m := range pending {
		if m.Applied, err = c.apply(ctx, lock, m); err != nil {
			return nil, fmt.Errorf("migration %d %q: %w", m.Number, m.Name, err)
		}
		applied = append(applied, m)
	}
	return applied, nil
}

// apply runs the statements of a migration, each in a transaction of its own as schema statements need, and puts it on file.
func (c *connection) apply(ctx context.Context, lock *migrationLock, m Migration) (time.Time, error) {
	for _, statement := range m.statements {
		if err := lock.renew(ctx); err != nil {
			return time.Time{}, err
		}
		if _, err := c.writeRepeatable(ctx, statement, nil); err != nil {
			return time.Time{}, err
		}
	}
	return c.keepMigration(ctx, m)
}

// keepMigration puts a migration on file and gives the time that stands there.
func (c *connection) keepMigration(ctx context.Context, m Migration) (time.Time, error) {
	rows, err := c.writeRepeatable(ctx, statement("migration_keep"),
		map[string]any{"number": int64(m.Number), "name": m.Name, "checksum": m.Checksum})
	if err != nil {
		return time.Time{}, err
	}
	in := &cells{values: slices.Concat(rows...)}
	return time.UnixMicro(in.integer()).UTC(), in.err
}
