package embedded

import (
	"context"
	"database/sql"
	"fmt"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// stamps remembers when published revisions were written, and by which operation.
type stamps struct {
	mu    sync.Mutex
	known map[int64]graph.Stamp
}

// maxStamps bounds what is remembered.
const maxStamps = 1 << 16

func newStamps() *stamps { return &stamps{known: map[int64]graph.Stamp{}} }

func (c *stamps) get(rev int64) (graph.Stamp, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	stamp, ok := c.known[rev]
	return stamp, ok
}

func (c *stamps) put(found []graph.Stamp, published graph.Revision) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known)+len(found) > maxStamps {
		clear(c.known)
	}
	for _, stamp := range found {
		if stamp.Revision <= published {
			c.known[int64(stamp.Revision)] = stamp
		}
	}
}

// stampsOf gives the stamps of revisions, each once read from the file; revision 0 has the zero Stamp.
func (s *Store) stampsOf(ctx context.Context, src source, revs []int64) (map[int64]graph.Stamp, error) {
	published := s.current().published.Revision
	found := map[int64]graph.Stamp{0: {}}
	var wanted []int64
	for _, rev := range revs {
		if _, ok := found[rev]; ok {
			continue
		}
		stamp, ok := s.stamps.get(rev)
		if !ok {
			wanted = append(wanted, rev)
		}
		found[rev] = stamp
	}
	if len(wanted) == 0 {
		return found, nil
	}
	read, err := gather(ctx, src, scanStamp,
		"SELECT r.rev, r.time, r.op, r.digest FROM json_each(?) j CROSS JOIN revision r ON r.rev = j.value", listOf(wanted))
	if err != nil {
		return nil, err
	}
	for _, stamp := range read {
		found[int64(stamp.Revision)] = stamp
	}
	s.stamps.put(read, published)
	return found, nil
}

func (s *Store) stampOf(ctx context.Context, src source, rev int64) (graph.Stamp, error) {
	found, err := s.stampsOf(ctx, src, []int64{rev})
	if err == nil && found[rev].Revision == 0 {
		err = fmt.Errorf("revision %d: %w", rev, graph.ErrNotFound)
	}
	return found[rev], err
}

func scanStamp(rows *sql.Rows) (stamp graph.Stamp, err error) {
	var us int64
	var digest []byte
	if err := rows.Scan(&stamp.Revision, &us, &stamp.Operation.ID, &digest); err != nil {
		return stamp, err
	}
	stamp.Time = instant(us)
	copy(stamp.Operation.Digest[:], digest)
	return stamp, nil
}
