package embedded

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// load is a bulk write that is not yet published.
type load struct {
	op      graph.Operation
	history bool        // it restores revisions with stamps of their own
	last    graph.Stamp // of its newest revision, else of the newest published one
	began   bool        // it has written a revision
	logged  *logged     // nil: to be read from the log
}

// Load appends records to the open load of op in one transaction: all of them, or none.
func (s *Store) Load(
	ctx context.Context, op graph.Operation, at graph.Stamp, records iter.Seq2[graph.Record, error],
) (graph.Revision, error) {
	if err := checkOperation(op); err != nil {
		return 0, err
	}
	if err := s.gate.Enter(); err != nil {
		return 0, err
	}
	defer s.gate.Leave()
	at.Time = at.Time.UTC().Truncate(time.Microsecond)
	rev, err := s.whenFree(ctx, op, op.ID, func() (graph.Revision, error) {
		if err := s.openLoad(ctx, op, at.Revision != 0); err != nil {
			return 0, err
		}
		return s.appendLoad(ctx, at, records)
	})
	if err != nil {
		return 0, fmt.Errorf("load: %w", err)
	}
	return rev, nil
}

// openLoad opens a load for op unless it is open.
func (s *Store) openLoad(ctx context.Context, op graph.Operation, history bool) error {
	now := s.current()
	if now.load != nil {
		return sameInput(now.load.op, op)
	}
	if history && now.published.Revision != 0 {
		return fmt.Errorf("a history is restored into an empty store only, and this one holds revision %d: %w",
			now.published.Revision, graph.ErrConflict)
	}
	err := s.transact(ctx, func(t *tx) error {
		return t.run(ctx, `INSERT INTO load SELECT 1, ?, ?, ?, '{}', (SELECT coalesce(max(id), 0) FROM name),
			(SELECT coalesce(max(id), 0) FROM term)`, string(op.ID), op.Digest[:], history)
	})
	if err != nil {
		return err
	}
	now.load = &load{op: op, history: history, last: now.published}
	s.advance(now)
	return nil
}

func sameInput(first, again graph.Operation) error {
	if first.Digest != again.Digest {
		return conflict(string(first.ID), "input")
	}
	return nil
}

// appendLoad writes records as the load's next revision, or as more of its newest one.
func (s *Store) appendLoad(ctx context.Context, at graph.Stamp, records iter.Seq2[graph.Record, error]) (graph.Revision, error) {
	now := s.current()
	open := *now.load
	stamp := s.loadStamp(&open, now.published, at)
	if err := open.follows(stamp); err != nil {
		return 0, err
	}
	err := s.transact(ctx, func(t *tx) error {
		seen, err := t.loggedIn(ctx, &open, stamp.Revision)
		if err != nil {
			return err
		}
		t.begin(stamp.Revision, seen)
		if !open.began || stamp.Revision != open.last.Revision {
			if err := t.writeStamp(ctx, stamp); err != nil {
				return err
			}
		}
		if err := t.putAll(ctx, records); err != nil {
			return err
		}
		open.logged = t.logged
		return t.countLoad(context.WithoutCancel(ctx))
	})
	if err != nil {
		now.load.logged = nil
		return 0, err
	}
	open.last, open.began = stamp, true
	now.load = &open
	s.advance(now)
	return stamp.Revision, nil
}

// loadStamp is the stamp of what the load writes next: the one given, else one revision of the load's own operation.
func (s *Store) loadStamp(open *load, published, at graph.Stamp) graph.Stamp {
	switch {
	case at.Revision != 0 || open.began && open.history:
		return at
	case open.began:
		return open.last
	default:
		return graph.Stamp{Revision: published.Revision + 1, Time: s.now(published), Operation: open.op}
	}
}

// follows fails unless a stamp continues the load's newest revision or begins the next one, later than that.
func (l *load) follows(stamp graph.Stamp) error {
	if l.began && stamp.Revision == l.last.Revision && stamp.Time.Equal(l.last.Time) && stamp.Operation == l.last.Operation {
		return nil
	}
	next := !l.began || l.history && stamp.Revision != 0
	if next && stamp.Revision == l.last.Revision+1 && stamp.Time.After(l.last.Time) {
		return checkOperation(stamp.Operation)
	}
	return graph.Invalid("stamp", fmt.Sprintf("%d at %s", stamp.Revision, stamp.Time),
		fmt.Sprintf("the stamp of revision %d, or a later one of revision %d", l.last.Revision, l.last.Revision+1))
}

// loggedIn gives what a revision of the load has in the change log.
func (t *tx) loggedIn(ctx context.Context, open *load, rev graph.Revision) (*logged, error) {
	if open.logged != nil && open.logged.rev == rev {
		return open.logged, nil
	}
	seen := newLogged(rev)
	if !open.began || open.last.Revision != rev {
		return seen, nil
	}
	runs, err := gather(ctx, t, scanRun, "SELECT rev, first, before, entries FROM log WHERE rev = ?", int64(rev))
	for _, run := range runs {
		for _, e := range run.entries {
			seen.first(loggedKinds()[e.kind], e.key)
		}
	}
	return seen, err
}

// countLoad adds this write's counts to the load's.
func (t *tx) countLoad(ctx context.Context) error {
	known, err := readCounts(ctx, t, "SELECT counts FROM load")
	if err != nil {
		return err
	}
	text, err := json.Marshal(known.plus(t.counts))
	if err != nil {
		return err
	}
	return t.run(ctx, "UPDATE load SET counts = ?", string(text))
}

// readLoad finds the load that was open when the store was closed, or nil.
func readLoad(ctx context.Context, src source, published graph.Stamp) (*load, error) {
	loads, err := gather(ctx, src, func(rows *sql.Rows) (*load, error) {
		l := &load{last: published}
		var digest []byte
		err := rows.Scan(&l.op.ID, &digest, &l.history)
		copy(l.op.Digest[:], digest)
		return l, err
	}, "SELECT op, digest, history FROM load")
	if err != nil || len(loads) == 0 {
		return nil, err
	}
	last, err := gather(ctx, src, scanStamp,
		"SELECT rev, time, op, digest FROM revision WHERE rev > ? ORDER BY rev DESC LIMIT 1", int64(published.Revision))
	if len(last) > 0 {
		loads[0].last, loads[0].began = last[0], true
	}
	return loads[0], err
}
