package neo4jstore

import (
	"context"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Info says what the store is and holds. Its size is 0: the Community edition tells it nowhere.
func (s *Store) Info(ctx context.Context) (graph.Info, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return graph.Info{}, err
	}
	defer leave()
	found, err := collected(ctx, s.conn, scanInfo, statement("info"), nil)
	if err != nil {
		return graph.Info{}, err
	}
	if len(found) != 1 {
		return graph.Info{}, fmt.Errorf("%d clocks where one is kept: %w", len(found), graph.ErrUnavailable)
	}
	info := found[0]
	info.Engine, err = s.engine(ctx)
	return info, err
}

func scanInfo(c *cells) graph.Info {
	info := graph.Info{Revision: graph.Revision(c.integer()), Counts: map[graph.RecordKind]int{}}
	us, counts := c.integer(), c.text()
	if info.Revision != 0 {
		info.Time = time.UnixMicro(us).UTC()
		if err := readJSON(counts, &info.Counts); err != nil {
			c.fail(err)
		}
	}
	open := graph.Operation{ID: graph.OperationID(c.text())}
	copy(open.Digest[:], c.bytes())
	if open.ID != "" {
		info.Open = &open
	}
	return info
}

// engine names the server with its version, which is asked for once.
func (s *Store) engine(ctx context.Context) (string, error) {
	version := s.version.Load()
	if version == nil {
		found, err := collected(ctx, s.conn, (*cells).text, statement("info_engine"), nil)
		if err != nil {
			return "", err
		}
		if len(found) != 1 {
			return "", fmt.Errorf("%d versions of one server: %w", len(found), graph.ErrUnavailable)
		}
		version = &found[0]
		s.version.Store(version)
	}
	return "neo4j " + *version, nil
}
