package embedded

import (
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/turn"
)

// reader sees one revision. It holds no transaction: every statement names the revision.
type reader struct {
	*turn.Reading

	store  *Store
	source source
	rev    int64
	stamp  graph.Stamp
}

var _ graph.Reader = (*reader)(nil)

func (s *Store) readerAt(stamp graph.Stamp) *reader {
	return &reader{Reading: turn.NewReading(&s.gate), store: s, source: s.readers, rev: int64(stamp.Revision), stamp: stamp}
}

// readerInside is a reader for a call of the store that is already inside the gate.
func (s *Store) readerInside(stamp graph.Stamp) *reader {
	r := s.readerAt(stamp)
	r.Reading = turn.NewReading(nil)
	return r
}

// Snapshot opens a reader at a published revision; at 0 the newest.
func (s *Store) Snapshot(ctx context.Context, at graph.Revision) (graph.Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.gate.Enter(); err != nil {
		return nil, err
	}
	defer s.gate.Leave()
	newest := s.current().published
	if at == 0 || at == newest.Revision {
		return s.readerAt(newest), nil
	}
	if at < 0 || at > newest.Revision {
		return nil, fmt.Errorf("revision %d: %w", at, graph.ErrNotFound)
	}
	stamp, err := s.stampOf(ctx, s.readers, int64(at))
	if err != nil {
		return nil, err
	}
	return s.readerAt(stamp), nil
}

// RevisionAt gives the newest published revision at time t.
func (s *Store) RevisionAt(ctx context.Context, t time.Time) (graph.Revision, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if err := s.gate.Enter(); err != nil {
		return 0, err
	}
	defer s.gate.Leave()
	found, err := gather(ctx, s.readers, scanKey,
		"SELECT rev FROM revision WHERE time <= ? AND rev <= ? ORDER BY time DESC LIMIT 1",
		micros(t), int64(s.current().published.Revision))
	if err != nil {
		return 0, err
	}
	if len(found) == 0 {
		return 0, fmt.Errorf("at %s: %w", t.UTC().Format(time.RFC3339Nano), graph.ErrBeforeFirstRevision)
	}
	return graph.Revision(found[0]), nil
}

// Stamp is that of the revision that the reader sees.
func (r *reader) Stamp() graph.Stamp { return r.stamp }

// stamps gives the stamps of the revisions of rows.
func (r *reader) stamps(ctx context.Context, revs []int64) (map[int64]graph.Stamp, error) {
	return r.store.stampsOf(ctx, r.source, revs)
}

// inChunks reads ids in parts, so that no list grows beyond what one statement should take.
func inChunks[T any, K comparable, V any](ids []T, read func(ids []T) (map[K]V, error)) (map[K]V, error) {
	const length = 10_000
	found := map[K]V{}
	for len(ids) > 0 {
		part := ids[:min(length, len(ids))]
		ids = ids[len(part):]
		rows, err := read(part)
		if err != nil {
			return nil, err
		}
		maps.Copy(found, rows)
	}
	return found, nil
}

// packed are ids as statements take them.
func packed[ID ~string](ids []ID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = packHex(id)
	}
	return listOf(list)
}
