package embedded

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"

	"github.com/redthread-graph/redthread/graph"
)

// The primary result codes of SQLite that say something to an operator (https://sqlite.org/rescode.html).
const (
	codeBusy      = 5
	codeLocked    = 6
	codeNoMemory  = 7
	codeReadOnly  = 8
	codeInterrupt = 9
	codeIO        = 10
	codeCorrupt   = 11
	codeFull      = 13
	codeCantOpen  = 14
	codeTooBig    = 18
	codeNotADB    = 26
	primaryCode   = 0xff
)

// explain turns an error of the engine into a sentence and a kind of failure that callers know. A done context comes first.
func explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if done := ctx.Err(); done != nil {
		return done
	}
	var engine *sqlite.Error
	if !errors.As(err, &engine) {
		return err
	}
	says := func(sentence string, kind error) error { return fmt.Errorf("%s: %w (%w)", sentence, kind, err) }
	switch engine.Code() & primaryCode {
	case codeFull:
		return says("the disk is full, and nothing of this write was kept", graph.ErrUnavailable)
	case codeReadOnly:
		return says("the database file cannot be written", graph.ErrReadOnly)
	case codeNotADB:
		return says("the file is no SQLite database", graph.ErrUnavailable)
	case codeCorrupt:
		return says("the database file is damaged", graph.ErrUnavailable)
	case codeBusy, codeLocked:
		return says("another program holds the database file", graph.ErrUnavailable)
	case codeCantOpen:
		return says("the database file cannot be opened", graph.ErrUnavailable)
	case codeIO:
		return says("the disk failed", graph.ErrUnavailable)
	case codeNoMemory, codeInterrupt:
		return says("the engine gave up", graph.ErrUnavailable)
	case codeTooBig:
		return says("a record is longer than the engine can keep", graph.ErrTooLarge)
	default:
		return err
	}
}

func missing(what, id string) error {
	return fmt.Errorf("%s %s, which a record names: %w", what, id, graph.ErrNotFound)
}

// conflict is the error for an id given again with other content.
func conflict(id, field string) error {
	return fmt.Errorf("%s is on file with another %s: %w", id, field, graph.ErrConflict)
}
