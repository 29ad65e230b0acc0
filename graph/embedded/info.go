package embedded

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/redthread-graph/redthread/graph"
)

// Info says what the store is and holds; its size is that of the file and of its write-ahead log.
func (s *Store) Info(ctx context.Context) (graph.Info, error) {
	if err := ctx.Err(); err != nil {
		return graph.Info{}, err
	}
	if err := s.gate.Enter(); err != nil {
		return graph.Info{}, err
	}
	defer s.gate.Leave()
	now := s.current()
	info := graph.Info{Revision: now.published.Revision, Time: now.published.Time, Counts: map[graph.RecordKind]int{}}
	if now.load != nil {
		op := now.load.op
		info.Open = &op
	}
	version, err := one(ctx, s.readers, scanText, "SELECT sqlite_version()")
	if err != nil {
		return graph.Info{}, err
	}
	info.Engine = "sqlite " + version
	kept, err := readCounts(ctx, s.readers, "SELECT counts FROM clock")
	if err != nil {
		return graph.Info{}, err
	}
	for _, kind := range loggedKinds() {
		info.Counts[kind] = kept[kind]
	}
	info.SizeBytes, err = sizeOf(s.path, s.path+"-wal")
	return info, err
}

func sizeOf(paths ...string) (int64, error) {
	var size int64
	for _, path := range paths {
		file, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return 0, err
		}
		size += file.Size()
	}
	return size, nil
}
