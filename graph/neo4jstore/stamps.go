package neo4jstore

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// stamps remembers when published revisions were written, and by which operation.
type stamps struct{}

func newStamps() *stamps { return &stamps{} }

// stampsOf gives the stamps of revisions; revision 0 has the zero Stamp.
func (s *Store) stampsOf(_ context.Context, _ []int64) (map[int64]graph.Stamp, error) {
	return map[int64]graph.Stamp{}, nil
}
