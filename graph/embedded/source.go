package embedded

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// source runs reading statements: over the pool of readers, or inside the writer's transaction.
type source interface {
	query(ctx context.Context, text string, args ...any) (*sql.Rows, error)
}

// statements prepares each text once. It is safe for concurrent use.
type statements struct {
	prepare func(ctx context.Context, text string) (*sql.Stmt, error)

	mu       sync.RWMutex
	prepared map[string]*sql.Stmt
}

// maxStatements bounds the texts that are kept: filters make several of each query.
const maxStatements = 512

func newStatements(prepare func(context.Context, string) (*sql.Stmt, error)) *statements {
	return &statements{prepare: prepare, prepared: map[string]*sql.Stmt{}}
}

// get gives the prepared statement; kept is false for one that the caller closes.
func (s *statements) get(ctx context.Context, text string) (stmt *sql.Stmt, kept bool, err error) {
	s.mu.RLock()
	stmt, kept = s.prepared[text]
	s.mu.RUnlock()
	if kept {
		return stmt, true, nil
	}
	stmt, err = s.prepare(ctx, text)
	if err != nil {
		return nil, false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, raced := s.prepared[text]; raced || len(s.prepared) >= maxStatements {
		return stmt, false, nil
	}
	s.prepared[text] = stmt
	return stmt, true, nil
}

func (s *statements) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	stmt, kept, err := s.get(ctx, text)
	if err != nil {
		return nil, err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if !kept {
		// Rows keep their statement open until they are closed.
		_ = stmt.Close()
	}
	return rows, err
}

func (s *statements) exec(ctx context.Context, text string, args ...any) (sql.Result, error) {
	stmt, kept, err := s.get(ctx, text)
	if err != nil {
		return nil, err
	}
	if !kept {
		defer func() { _ = stmt.Close() }() // it is only forgotten
	}
	return stmt.ExecContext(ctx, args...)
}

// close ends all prepared statements: the engine keeps a file open as long as one is left.
func (s *statements) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, stmt := range s.prepared {
		errs = append(errs, stmt.Close())
	}
	clear(s.prepared)
	return errors.Join(errs...)
}

// pool reads over several connections.
type pool struct {
	*statements
	db *sql.DB
}

func newPool(db *sql.DB) *pool { return &pool{newStatements(db.PrepareContext), db} }

func (p *pool) close() error { return errors.Join(p.statements.close(), p.db.Close()) }

// collect reads all rows and closes them.
func collect[T any](rows *sql.Rows, scan func(*sql.Rows) (T, error)) (found []T, err error) {
	defer func() {
		if closing := rows.Close(); err == nil {
			err = closing
		}
	}()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	return found, rows.Err()
}

// gather runs a statement and reads all its rows.
func gather[T any](
	ctx context.Context, src source, scan func(*sql.Rows) (T, error), text string, args ...any,
) ([]T, error) {
	rows, err := src.query(ctx, text, args...)
	if err != nil {
		return nil, explain(ctx, err)
	}
	found, err := collect(rows, scan)
	return found, explain(ctx, err)
}
