package embedded

import (
	"maps"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// entityCache keeps rows of entities as the newest published revision knows them: a walk meets the same far ends again and again.
type entityCache struct {
	mu   sync.RWMutex
	rev  int64
	rows map[int64]*graph.EntityRow
}

// maxEntityRows bounds the rows that are kept.
const maxEntityRows = 50_000

func newEntityCache() *entityCache { return &entityCache{rows: map[int64]*graph.EntityRow{}} }

// get gives the rows that are kept for a revision, and the keys of the others.
func (c *entityCache) get(rev int64, keys []int64) (found map[int64]*graph.EntityRow, wanted []int64) {
	found = make(map[int64]*graph.EntityRow, len(keys))
	c.mu.RLock()
	defer c.mu.RUnlock()
	if rev != c.rev {
		return found, keys
	}
	for _, key := range keys {
		if row, ok := c.rows[key]; ok {
			found[key] = row
		} else {
			wanted = append(wanted, key)
		}
	}
	return found, wanted
}

// put takes in rows that were read at a revision, unless it is no longer the newest.
func (c *entityCache) put(rev int64, rows map[int64]*graph.EntityRow) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if rev != c.rev || len(rows) > maxEntityRows {
		return
	}
	if len(c.rows)+len(rows) > maxEntityRows {
		clear(c.rows)
	}
	maps.Copy(c.rows, rows)
}

// advance goes on to a revision that changed the rows of some keys.
func (c *entityCache) advance(rev int64, changed []int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rev = rev
	for _, key := range changed {
		delete(c.rows, key)
	}
}

// restart goes on to a revision that may have changed all rows.
func (c *entityCache) restart(rev int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rev = rev
	clear(c.rows)
}
