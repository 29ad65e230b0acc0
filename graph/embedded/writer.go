package embedded

import (
	"context"
	"database/sql"
	"errors"
)

// writer is the one connection that writes, with what it knows of keys. It is used by one call at a time.
type writer struct {
	*statements
	db   *sql.DB
	conn *sql.Conn
	keys *keys
}

func newWriter(db *sql.DB, conn *sql.Conn) *writer {
	return &writer{newStatements(conn.PrepareContext), db, conn, newKeys()}
}

// close also empties the write-ahead log, as the engine does when its last connection ends.
func (w *writer) close() error {
	return errors.Join(w.statements.close(), w.conn.Close(), w.db.Close())
}

// transact runs a function in a transaction of its own: all that it wrote is kept, or nothing. Statements inside are not
// interrupted: the function looks at its context between batches.
func (s *Store) transact(ctx context.Context, run func(t *tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	whole, known := context.WithoutCancel(ctx), s.words.count()
	err := inTransaction(whole, s.writer.conn, func() error {
		if err := run(&tx{store: s, writer: s.writer}); err != nil {
			return err
		}
		return ctx.Err()
	})
	if err != nil {
		s.words.cut(known)
		s.writer.keys.reset()
		s.layers.reset()
	}
	return explain(ctx, err)
}
