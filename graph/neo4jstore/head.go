package neo4jstore

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// head is what a write stands on: where the clock is, and which load is open.
type head struct {
	rev, published int64
	fence          int64    // a write made over an older one is not written
	load           *load    // nil: none is open
	first          *first   // of the operation asked for, if it is published
	base           revision // the newest published one; the zero revision before the first
	newest         revision // the newest one, published or not
}

// first is what a published operation returned.
type first struct {
	rev    int64
	digest []byte
}

// load is a bulk write that is not yet published.
type load struct {
	op      graph.Operation
	history bool   // it restores revisions with stamps of their own
	token   string // changes with every step of the load
	passed  bool   // its lease is over
}

// revision is one as it is kept, with what it adds up to.
type revision struct {
	stamp   graph.Stamp
	counts  map[graph.RecordKind]int // of all that is on file at it
	entries int                      // of the change log
	raw     int                      // of the history
}

// head reads what a write of an operation stands on.
func (s *Store) head(ctx context.Context, op graph.Operation) (*head, error) {
	records, err := s.conn.read(ctx, statement("head"), map[string]any{"op": string(op.ID)})
	if err != nil {
		return nil, err
	}
	if len(records) != 1 {
		return nil, fmt.Errorf("%d records where the clock is read: %w", len(records), graph.ErrUnavailable)
	}
	return scanHead(&cells{values: records[0]})
}

func scanHead(c *cells) (*head, error) {
	h := &head{rev: c.integer(), published: c.integer(), fence: c.integer()}
	open := scanLoad(c)
	if open.op.ID != "" {
		h.load = open
	}
	firsts, err := scanList(c.list(), func(c *cells) first { return first{c.integer(), c.bytes()} })
	if err != nil {
		return nil, err
	}
	if len(firsts) > 0 {
		h.first = &firsts[0]
	}
	revisions, err := scanList(c.list(), scanRevision)
	if err != nil {
		return nil, err
	}
	for _, r := range revisions {
		if int64(r.stamp.Revision) == h.published {
			h.base = r
		}
		if int64(r.stamp.Revision) == h.rev {
			h.newest = r
		}
	}
	return h, c.err
}

func scanLoad(c *cells) *load {
	l := &load{op: graph.Operation{ID: graph.OperationID(c.text())}}
	copy(l.op.Digest[:], c.bytes())
	l.history, l.token, l.passed = c.flag(), c.text(), c.flag()
	return l
}

func scanRevision(c *cells) revision {
	r := revision{stamp: graph.Stamp{Revision: graph.Revision(c.integer()), Time: time.UnixMicro(c.integer()).UTC()}}
	r.stamp.Operation.ID = graph.OperationID(c.text())
	copy(r.stamp.Operation.Digest[:], c.bytes())
	if err := json.Unmarshal([]byte(c.text()), &r.counts); err != nil {
		c.fail(fmt.Errorf("counts of revision %d: %w (%w)", r.stamp.Revision, graph.ErrUnavailable, err))
	}
	r.entries, r.raw = int(c.integer()), int(c.integer())
	return r
}

// repeated says whether the operation is published: then it gives its first revision, or ErrConflict for another input.
func (h *head) repeated(op graph.Operation) (graph.Revision, bool, error) {
	switch {
	case h.first == nil:
		return 0, false, nil
	case string(h.first.digest) != string(op.Digest[:]):
		return 0, true, conflict(op.ID, "input")
	default:
		return graph.Revision(h.first.rev), true, nil
	}
}

// loadOf is the open load of op, or ErrNotFound, or ErrConflict for another input.
func (h *head) loadOf(op graph.Operation) (*load, error) {
	if h.load == nil || h.load.op.ID != op.ID {
		return nil, fmt.Errorf("load %s: %w", op.ID, graph.ErrNotFound)
	}
	if h.load.op.Digest != op.Digest {
		return nil, conflict(op.ID, "input")
	}
	return h.load, nil
}

// began says whether the open load has written a revision.
func (h *head) began() bool { return h.load != nil && h.rev > h.published }

func conflict[S ~string](id S, field string) error {
	return fmt.Errorf("%s is on file with another %s: %w", id, field, graph.ErrConflict)
}

func checkOperation(op graph.Operation) error {
	if op.ID == "" {
		return graph.Invalid("operation.id", "", "an id")
	}
	return nil
}

// now is the time of a commit that follows another: never before it, whatever the clock says.
func (s *Store) now(last graph.Stamp) time.Time {
	now := s.options.Clock().UTC().Truncate(time.Microsecond)
	if after := last.Time.Add(time.Microsecond); last.Revision > 0 && now.Before(after) {
		return after
	}
	return now
}
