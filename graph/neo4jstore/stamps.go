package neo4jstore

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// stamps remembers when published revisions were written, and by which operation.
type stamps struct {
	mu        sync.Mutex
	known     map[int64]graph.Stamp
	published int64 // what is known to be published: no stamp up to it changes
}

// maxStamps bounds what is remembered.
const maxStamps = 1 << 16

func newStamps() *stamps { return &stamps{known: map[int64]graph.Stamp{}} }

// fill adds the stamps that are remembered, and gives the revisions of the others, each once.
func (c *stamps) fill(found map[int64]graph.Stamp, revs []int64) (wanted []int64, published int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, rev := range revs {
		if _, ok := found[rev]; ok {
			continue
		}
		stamp, ok := c.known[rev]
		if !ok {
			wanted = append(wanted, rev)
		}
		found[rev] = stamp
	}
	return wanted, c.published
}

// put remembers stamps of revisions that were published before they were read.
func (c *stamps) put(read []graph.Stamp, published int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.published = max(c.published, published)
	for _, stamp := range read {
		if rev := int64(stamp.Revision); rev > 0 && rev <= published {
			if len(c.known) >= maxStamps {
				clear(c.known)
			}
			c.known[rev] = stamp
		}
	}
}

// emptied says whether nothing is published where something was: somebody has emptied the database.
func (c *stamps) emptied(published int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return published == 0 && c.published > 0
}

func (c *stamps) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.known)
	c.published = 0
}

// get gives a stamp that is remembered.
func (c *stamps) get(rev int64) (graph.Stamp, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	stamp, ok := c.known[rev]
	return stamp, ok
}

// stampsOf gives the stamps of revisions, those that are not remembered by one statement; revision 0 has the zero Stamp.
func (s *Store) stampsOf(ctx context.Context, revs []int64) (map[int64]graph.Stamp, error) {
	found := map[int64]graph.Stamp{0: {}}
	wanted, published := s.stamps.fill(found, revs)
	if len(wanted) == 0 {
		return found, nil
	}
	read, err := collected(ctx, s.conn, scanStamp, statement("revision_stamps"), map[string]any{"revs": wanted})
	if err != nil {
		return nil, err
	}
	for _, stamp := range read {
		found[int64(stamp.Revision)] = stamp
	}
	for _, rev := range wanted {
		if found[rev].Revision == 0 {
			return nil, fmt.Errorf("revision %d, which a row names, is not on file: %w", rev, graph.ErrUnavailable)
		}
	}
	s.stamps.put(read, published)
	return found, nil
}

// published gives the stamp of a published revision; at 0 of the newest, which is the zero Stamp in an empty store.
func (s *Store) published(ctx context.Context, at graph.Revision) (graph.Stamp, error) {
	if stamp, ok := s.stamps.get(int64(at)); ok {
		return stamp, nil
	}
	var newest int64
	rows, err := collected(ctx, s.conn, func(c *cells) graph.Stamp {
		newest = c.integer()
		return scanStamp(c)
	}, statement("snapshot"), map[string]any{"at": int64(at)})
	if err != nil {
		return graph.Stamp{}, err
	}
	if s.stamps.emptied(newest) {
		s.forget()
	}
	if len(rows) != 1 || rows[0].Revision == 0 && (at != 0 || newest != 0) {
		return graph.Stamp{}, fmt.Errorf("revision %d: %w", at, graph.ErrNotFound)
	}
	s.stamps.put(rows, newest)
	return rows[0], nil
}

func scanStamp(c *cells) graph.Stamp {
	stamp := graph.Stamp{Revision: graph.Revision(c.integer())}
	us := c.integer()
	stamp.Operation.ID = graph.OperationID(c.text())
	copy(stamp.Operation.Digest[:], c.bytes())
	if stamp.Revision != 0 {
		stamp.Time = time.UnixMicro(us).UTC()
	}
	return stamp
}
