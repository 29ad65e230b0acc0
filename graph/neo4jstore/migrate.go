package neo4jstore

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

//go:embed migrations/*.cypher
var migrationFiles embed.FS

// Migration is a numbered step that brings the schema of a database from one version to the next.
type Migration struct {
	// Number counts from 1.
	Number int
	// Name says what it makes: "model".
	Name string
	// Checksum is the SHA-256 of its text, in hex.
	Checksum string
	// Applied is when it was applied by the server's clock; zero: it was not.
	Applied time.Time

	statements []string
}

// loadMigrations reads the migrations of the program in the order of their numbers.
func loadMigrations() ([]Migration, error) {
	entries, err := migrationFiles.ReadDir("migrations") // sorted by name
	if err != nil {
		return nil, err
	}
	known := make([]Migration, len(entries))
	for i, entry := range entries {
		text, err := migrationFiles.ReadFile("migrations/" + entry.Name())
		if err != nil {
			return nil, err
		}
		if known[i], err = parseMigration(entry.Name(), string(text)); err != nil {
			return nil, err
		}
		if known[i].Number != i+1 {
			return nil, fmt.Errorf("migration %s is file %d: numbers go up by one from 1", entry.Name(), i+1)
		}
	}
	return known, nil
}

// parseMigration reads the file of a migration: 0001_model.cypher.
func parseMigration(file, text string) (Migration, error) {
	digits, name, ok := strings.Cut(strings.TrimSuffix(file, ".cypher"), "_")
	number, err := strconv.Atoi(digits)
	if !ok || err != nil || name == "" {
		return Migration{}, fmt.Errorf("migration %q has no name such as 0001_model.cypher", file)
	}
	sum := sha256.Sum256([]byte(text))
	return Migration{
		Number: number, Name: name, Checksum: hex.EncodeToString(sum[:]), statements: splitStatements(text),
	}, nil
}

// splitStatements gives the statements of a text: each ends with a semicolon at the end of a line; a line that begins with // is
// a comment.
func splitStatements(text string) []string {
	var (
		statements []string
		lines      []string
	)
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" || strings.HasPrefix(strings.TrimSpace(line), "//") {
			continue
		}
		whole, ends := strings.CutSuffix(line, ";")
		lines = append(lines, whole)
		if ends {
			statements = append(statements, strings.Join(lines, "\n"))
			lines = nil
		}
	}
	if lines != nil {
		statements = append(statements, strings.Join(lines, "\n"))
	}
	return statements
}

// pendingMigrations are the known ones that are not on file. It fails where the database is ahead of the program, or a migration was
// applied in another wording.
func pendingMigrations(known, onFile []Migration) ([]Migration, error) {
	applied := map[int]Migration{}
	for _, m := range onFile {
		if m.Number > len(known) {
			return nil, &schemaError{fmt.Sprintf("the database was written by a newer version of Redthread "+
				"(its schema has migration %d %q, this version knows %d): run that version, or name another database in NEO4J_DATABASE",
				m.Number, m.Name, len(known))}
		}
		applied[m.Number] = m
	}
	var pending []Migration
	for _, m := range known {
		switch on, ok := applied[m.Number]; {
		case !ok:
			pending = append(pending, m)
		case on.Checksum != m.Checksum:
			return nil, &schemaError{fmt.Sprintf("migration %d %q was changed after it had been applied to the database "+
				"(checksum %s there, %s here): run the version that applied it, or begin with an empty database",
				m.Number, m.Name, shortSum(on.Checksum), shortSum(m.Checksum))}
		}
	}
	return pending, nil
}

func shortSum(sum string) string { return sum[:min(12, len(sum))] }

// schemaError is a schema that this version cannot work with. It stays so.
type schemaError struct{ sentence string }

func (e *schemaError) Error() string { return e.sentence + ": " + graph.ErrUnavailable.Error() }
func (e *schemaError) Unwrap() error { return graph.ErrUnavailable }

// appliedMigrations are those on file.
func (c *connection) appliedMigrations(ctx context.Context) ([]Migration, error) {
	rows, err := c.read(ctx, statement("migration_list"), nil)
	if err != nil {
		return nil, err
	}
	onFile := make([]Migration, len(rows))
	for i, row := range rows {
		in := &cells{values: row}
		onFile[i] = Migration{
			Number: int(in.integer()), Name: in.text(), Checksum: in.text(), Applied: time.UnixMicro(in.integer()).UTC(),
		}
		if in.err != nil {
			return nil, in.err
		}
	}
	return onFile, nil
}
