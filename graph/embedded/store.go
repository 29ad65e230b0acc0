package embedded

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/turn"
)

// Store keeps a graph in a SQLite file. Make one with [Open].
type Store struct {
	dir, path string
	temporary bool
	options   Options
	lock      *folderLock

	gate    turn.Gate
	queue   *turn.Queue
	writer  *writer
	readers *pool

	words    *words
	stamps   *stamps
	layers   *layerCache
	entities *entityCache

	mu    sync.Mutex
	state state
	// freed is closed, and made anew, whenever a load ends.
	freed chan struct{}
}

var _ graph.Store = (*Store)(nil)

// state is what the file says of revisions, as of the last commit.
type state struct {
	published graph.Stamp // the zero Stamp in an empty store
	load      *load
}

func newStore(dir string, o Options, lock *folderLock) *Store {
	return &Store{
		dir: dir, path: databasePath(dir), options: o, lock: lock,
		queue: turn.NewQueue(o.QueueLength), stamps: newStamps(), layers: newLayerCache(), entities: newEntityCache(),
		freed: make(chan struct{}),
	}
}

// current gives the state as of the last commit.
func (s *Store) current() state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// advance makes a state the current one; a load that ended lets waiting writes go on.
func (s *Store) advance(next state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ended := s.state.load != nil && next.load == nil
	s.state = next
	if ended {
		close(s.freed)
		s.freed = make(chan struct{})
	}
}

// readState reads words and revisions when the store is opened.
func (s *Store) readState(ctx context.Context) error {
	texts, err := gather(ctx, s.readers, scanText, "SELECT text FROM word ORDER BY id")
	if err != nil {
		return err
	}
	s.words = newWords(texts)
	published, err := one(ctx, s.readers, scanKey, "SELECT published FROM clock")
	if err != nil {
		return err
	}
	var now state
	if published > 0 {
		if now.published, err = s.stampOf(ctx, s.readers, published); err != nil {
			return err
		}
	}
	if now.load, err = readLoad(ctx, s.readers, now.published); err != nil {
		return err
	}
	s.state = now
	s.entities.restart(published)
	return nil
}

// one reads the one row that a statement always gives.
func one[T any](ctx context.Context, src source, scan func(*sql.Rows) (T, error), text string, args ...any) (T, error) {
	found, err := gather(ctx, src, scan, text, args...)
	if err == nil && len(found) != 1 {
		err = fmt.Errorf("%d rows where one is kept: %w", len(found), graph.ErrUnavailable)
	}
	if err != nil {
		var none T
		return none, err
	}
	return found[0], nil
}

func scanText(rows *sql.Rows) (text string, err error) { return text, rows.Scan(&text) }
func scanKey(rows *sql.Rows) (key int64, err error)    { return key, rows.Scan(&key) }

// now is the time of a commit that follows a stamp: never before it, whatever the clock says.
func (s *Store) now(last graph.Stamp) time.Time {
	now := s.options.Clock().UTC().Truncate(time.Microsecond)
	if after := last.Time.Add(time.Microsecond); last.Revision > 0 && now.Before(after) {
		return after
	}
	return now
}

// Close waits for the calls under way, then closes the file. What is asked afterwards is ErrUnavailable; Close again is nothing.
func (s *Store) Close() error {
	if !s.gate.Close() {
		return nil
	}
	err := s.release(true)
	if s.temporary {
		err = errors.Join(err, os.RemoveAll(s.dir))
	}
	if err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

// release closes whatever is open; only after a clean end does the folder count as closed.
func (s *Store) release(clean bool) error {
	var err error
	if s.readers != nil {
		err = s.readers.close()
	}
	if s.writer != nil {
		err = errors.Join(err, s.writer.close())
	}
	return errors.Join(err, s.lock.release(clean && err == nil))
}
