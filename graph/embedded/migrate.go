package embedded

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// applicationID marks a database file as ours: "RdTh".
const applicationID = 0x52645468

// migration is one numbered step of the schema. A step that was released never changes: its sum is kept with it.
type migration struct {
	number     int
	name, text string
}

func (m migration) sum() string {
	sum := sha256.Sum256([]byte(m.text))
	return hex.EncodeToString(sum[:])
}

// migrations lists the steps that this program knows, in order: files named NNNN_what.sql.
func migrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	var steps []migration
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("migrations: %w", err)
		}
		base := strings.TrimPrefix(name, "migrations/")
		digits, _, _ := strings.Cut(base, "_")
		number, err := strconv.Atoi(digits)
		if err != nil {
			return nil, fmt.Errorf("migration %s: %w", base, err)
		}
		steps = append(steps, migration{number, base, string(text)})
	}
	slices.SortFunc(steps, func(a, b migration) int { return cmp.Compare(a.number, b.number) })
	return steps, nil
}

// migrate brings the schema to the newest step, forward only, all in one transaction. A file of another program, or of a newer
// version of this one, is refused untouched.
func migrate(ctx context.Context, conn *sql.Conn, steps []migration) error {
	applied, err := appliedSteps(ctx, conn)
	if err != nil {
		return err
	}
	if err := compareSteps(applied, steps); err != nil {
		return err
	}
	if len(applied) == len(steps) {
		return nil
	}
	return inTransaction(ctx, conn, func() error {
		for _, step := range steps[len(applied):] {
			if err := applyStep(ctx, conn, step); err != nil {
				return fmt.Errorf("migration %s: %w", step.name, err)
			}
		}
		return nil
	})
}

// appliedSteps reads what was applied to the file: number and sum, in order. A fresh file has none.
func appliedSteps(ctx context.Context, conn *sql.Conn) ([]migration, error) {
	var id, tables int
	row := conn.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema")
	if err := row.Scan(&id, &tables); err != nil {
		return nil, err
	}
	if id == 0 && tables == 0 {
		return nil, nil
	}
	if id != applicationID {
		return nil, fmt.Errorf("the database file belongs to another program: name another folder: %w", graph.ErrUnavailable)
	}
	rows, err := conn.QueryContext(ctx, "SELECT number, sum FROM migration ORDER BY number")
	if err != nil {
		return nil, err
	}
	return collect(rows, func(rows *sql.Rows) (m migration, err error) {
		return m, rows.Scan(&m.number, &m.text)
	})
}

// compareSteps fails when the file was made by other steps than this program's; the text of an applied one is its sum.
func compareSteps(applied, steps []migration) error {
	for i, done := range applied {
		if i >= len(steps) {
			return fmt.Errorf("the database file was written by a newer version (schema %d, this program knows %d): use that version: %w",
				applied[len(applied)-1].number, steps[len(steps)-1].number, graph.ErrUnavailable)
		}
		if done.number != steps[i].number || done.text != steps[i].sum() {
			return fmt.Errorf("the database file was made by another migration %04d than this program's: use the version that made it: %w",
				done.number, graph.ErrUnavailable)
		}
	}
	return nil
}

func applyStep(ctx context.Context, conn *sql.Conn, step migration) error {
	const table = `CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sum TEXT NOT NULL) STRICT;
		PRAGMA application_id = ` // a pragma takes no parameter
	if _, err := conn.ExecContext(ctx, table+strconv.Itoa(applicationID)); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, step.text); err != nil {
		return err
	}
	_, err := conn.ExecContext(ctx, "INSERT INTO migration VALUES (?, ?, ?)", step.number, step.name, step.sum())
	return err
}

// inTransaction runs a function between BEGIN IMMEDIATE and COMMIT, or undoes what it did.
func inTransaction(ctx context.Context, conn *sql.Conn, run func() error) error {
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	whole := context.WithoutCancel(ctx)
	err := run()
	if err == nil {
		_, err = conn.ExecContext(whole, "COMMIT")
	}
	if err != nil {
		// After some errors the engine has rolled back by itself, and says that no transaction is open.
		_, _ = conn.ExecContext(whole, "ROLLBACK")
	}
	return err
}
