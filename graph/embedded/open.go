package embedded

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/redthread-graph/redthread/graph"
)

// InMemory opens a store in a temporary folder that Close removes: the engine has no write-ahead log in memory.
const InMemory = ":memory:"

// Open opens the store of a folder, which it makes if need be; at [InMemory] a passing one. One process at a time may have a
// folder open. It fails with ErrUnavailable or ErrReadOnly, and changes nothing, where the folder is in use, cannot be written or
// holds a file that is damaged, no database, another program's or a newer version's.
func Open(ctx context.Context, dir string, o Options) (*Store, error) {
	temporary := dir == InMemory
	if temporary {
		made, err := os.MkdirTemp("", "redthread-")
		if err != nil {
			return nil, fmt.Errorf("no temporary folder can be made: %w (%w)", graph.ErrUnavailable, err)
		}
		dir = made
	} else if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, fmt.Errorf("folder %s cannot be made: %w (%w)", dir, graph.ErrUnavailable, err)
	}
	s, err := openFolder(ctx, dir, o.withDefaults())
	if err != nil {
		if temporary {
			err = errors.Join(err, os.RemoveAll(dir))
		}
		return nil, fmt.Errorf("open store: %w", err)
	}
	s.temporary = temporary
	return s, nil
}

func openFolder(ctx context.Context, dir string, o Options) (*Store, error) {
	lock, unclean, err := lockFolder(dir)
	if err != nil {
		return nil, err
	}
	s := newStore(dir, o, lock)
	for _, step := range []func(context.Context) error{
		s.checkHeader, s.openForWriting, func(ctx context.Context) error { return s.checkAfterStop(ctx, unclean) }, s.migrateSchema,
		s.openForReading, s.readState, func(context.Context) error { return lock.claim() },
	} {
		if err := step(ctx); err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", s.path, explain(ctx, err)), s.release(false))
		}
	}
	return s, nil
}

// sqliteMagic is how every database file begins (https://sqlite.org/fileformat.html).
const sqliteMagic = "SQLite format 3\x00"

// checkHeader refuses a file that is no database before the engine touches it.
func (s *Store) checkHeader(context.Context) error {
	f, err := os.Open(s.path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unwritable(s.dir, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	head := make([]byte, len(sqliteMagic))
	n, err := io.ReadFull(f, head)
	switch {
	case n == 0 && errors.Is(err, io.EOF):
		return nil
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return unwritable(s.dir, err)
	case string(head[:n]) != sqliteMagic:
		return fmt.Errorf("the file is no SQLite database: move it away, or name another folder: %w", graph.ErrUnavailable)
	default:
		return nil
	}
}

func (s *Store) openForWriting(ctx context.Context) error {
	db, conn, err := openWriter(ctx, s.path)
	if err != nil {
		return err
	}
	s.writer = newWriter(db, conn)
	return nil
}

// checkAfterStop looks for damage when the last process ended without Close.
func (s *Store) checkAfterStop(ctx context.Context, unclean bool) error {
	if !unclean {
		return nil
	}
	var found string
	if err := s.writer.conn.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&found); err != nil {
		return err
	}
	if found != "ok" {
		return fmt.Errorf("the database file is damaged (%s): import an export into another folder: %w", found, graph.ErrUnavailable)
	}
	return nil
}

func (s *Store) migrateSchema(ctx context.Context) error {
	steps, err := migrations(migrationFiles)
	if err != nil {
		return err
	}
	applied, err := appliedSteps(ctx, s.writer.conn)
	if err != nil {
		return err
	}
	if err := compareSteps(applied, steps); err != nil {
		return err
	}
	if _, err := s.writer.conn.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	return migrate(ctx, s.writer.conn, steps)
}

func (s *Store) openForReading(context.Context) error {
	db, err := openReaders(s.path, s.options.Readers)
	if err != nil {
		return err
	}
	s.readers = newPool(db)
	return nil
}

func databasePath(dir string) string { return filepath.Join(dir, fileName) }
