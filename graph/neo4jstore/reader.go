package neo4jstore

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/turn"
)

// reader sees one revision. It holds no transaction: every statement names the revision.
type reader struct {
	*turn.Reading

	store *Store
	rev   int64
	stamp graph.Stamp
	ended func() // what is to be done when it is closed; nil: nothing
}

var _ graph.Reader = (*reader)(nil)

func (s *Store) readerAt(stamp graph.Stamp) *reader {
	return &reader{Reading: turn.NewReading(&s.gate), store: s, rev: int64(stamp.Revision), stamp: stamp}
}

// readerInside is a reader for a call of the store that is already inside the gate.
func (s *Store) readerInside(stamp graph.Stamp) *reader {
	r := s.readerAt(stamp)
	r.Reading = turn.NewReading(nil)
	return r
}

// enter lets one call of the store in, once the schema is up to date; leave must be called after it.
func (s *Store) enter(ctx context.Context) (leave func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.gate.Enter(); err != nil {
		return nil, err
	}
	if err := s.ensure(ctx); err != nil {
		s.gate.Leave()
		return nil, err
	}
	return s.gate.Leave, nil
}

// Snapshot opens a reader at a published revision; at 0 the newest.
func (s *Store) Snapshot(ctx context.Context, at graph.Revision) (graph.Reader, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	stamp, err := s.published(ctx, at)
	if err != nil {
		return nil, err
	}
	return s.readerAt(stamp), nil
}

// RevisionAt gives the newest published revision at time t.
func (s *Store) RevisionAt(ctx context.Context, t time.Time) (graph.Revision, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return 0, err
	}
	defer leave()
	found, err := collected(ctx, s.conn, (*cells).integer, statement("revision_at"), map[string]any{"time": t.UnixMicro()})
	if err != nil {
		return 0, err
	}
	if len(found) == 0 {
		return 0, fmt.Errorf("at %s: %w", t.UTC().Format(time.RFC3339Nano), graph.ErrBeforeFirstRevision)
	}
	return graph.Revision(found[0]), nil
}

// Close ends the reader; a second time does nothing.
func (r *reader) Close() error {
	if r.ended != nil {
		r.ended()
	}
	return r.Reading.Close()
}

// Stamp is that of the revision that the reader sees.
func (r *reader) Stamp() graph.Stamp { return r.stamp }

// idsAtOnce is how many rows one statement looks up: one record holds them all.
const idsAtOnce = 1024

// inChunks reads ids in parts, so that no record grows beyond what a connection should take.
func inChunks[T any, K comparable, V any](ids []T, read func(ids []T) (map[K]V, error)) (map[K]V, error) {
	return inChunksOf(idsAtOnce, ids, read)
}

func inChunksOf[T any, K comparable, V any](length int, ids []T, read func(ids []T) (map[K]V, error)) (map[K]V, error) {
	found := make(map[K]V, len(ids))
	for part := range slices.Chunk(ids, length) {
		rows, err := read(part)
		if err != nil {
			return nil, err
		}
		maps.Copy(found, rows)
	}
	return found, nil
}
