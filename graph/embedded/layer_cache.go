package embedded

import (
	"sync"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/text"
)

// layerText is a layer's text with an index of its code points.
type layerText struct {
	id    graph.LayerID
	index *text.Index
}

// layerCache keeps layers that were read, up to a number of bytes; they never change. When a write is undone keys may come to
// name other layers: then all is forgotten, and what was read before is no longer taken in.
type layerCache struct {
	mu         sync.Mutex
	known      map[int64]*layerText
	size       int
	generation int
}

// maxLayerBytes bounds the texts that are kept.
const maxLayerBytes = 32 << 20

func newLayerCache() *layerCache { return &layerCache{known: map[int64]*layerText{}} }

// get gives the layers that are kept, and the keys of the others.
func (c *layerCache) get(keys []int64) (found map[int64]*layerText, wanted []int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found = make(map[int64]*layerText, len(keys))
	for _, key := range keys {
		if layer, ok := c.known[key]; ok {
			found[key] = layer
		} else {
			wanted = append(wanted, key)
		}
	}
	return found, wanted
}

func (c *layerCache) current() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.generation
}

func (c *layerCache) put(generation int, key int64, layer *layerText) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if generation != c.generation {
		return
	}
	if c.size += len(layer.index.Text()); c.size > maxLayerBytes {
		clear(c.known)
		c.size = len(layer.index.Text())
	}
	c.known[key] = layer
}

func (c *layerCache) reset() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.known)
	c.size, c.generation = 0, c.generation+1
}
