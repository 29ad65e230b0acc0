package neo4jstore

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// History lists the published raw records after a position in the order in which they were written; all of them at limit 0. A
// revision that wrote none is one entry without a record, of ordinal 1.
func (s *Store) History(ctx context.Context, after graph.ChangePosition, limit int) ([]graph.Entry, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	newest, err := s.published(ctx, 0)
	if err != nil {
		return nil, err
	}
	lines, err := s.logAfter(ctx, rawChanges(), newest.Revision, after, limit)
	if err != nil {
		return nil, err
	}
	r := s.readerInside(newest)
	empty, err := r.emptyRevisions(ctx, after, lines, limit)
	if err != nil {
		return nil, err
	}
	records, err := r.recordsOf(ctx, lines)
	if err != nil {
		return nil, err
	}
	return r.entries(ctx, lines, records, empty, limit)
}

// emptyRevisions lists the revisions without a raw record that lie after a position, up to the last line if the limit cuts there.
func (r *reader) emptyRevisions(ctx context.Context, after graph.ChangePosition, lines []logLine, limit int) ([]int64, error) {
	first, last := int64(after.Revision), r.rev
	if after.Ordinal > 0 {
		first++
	}
	if limit > 0 && len(lines) == limit {
		last = lines[len(lines)-1].rev
	}
	var found []int64
	for {
		wanted := idsAtOnce
		if limit > 0 {
			wanted = min(wanted, limit-len(found))
		}
		page, err := collected(ctx, r.store.conn, (*cells).integer, statement("history_empty"),
			map[string]any{"first": first, "last": last, "limit": wanted})
		if err != nil {
			return nil, err
		}
		found = append(found, page...)
		if len(page) < wanted || len(found) == limit {
			return found, nil
		}
		first = page[len(page)-1] + 1
	}
}

// entries merges records and empty revisions in order.
func (r *reader) entries(
	ctx context.Context, lines []logLine, records map[recordKey]graph.Record, empty []int64, limit int,
) ([]graph.Entry, error) {
	stamps, err := r.store.stampsOf(ctx, append(revisionsOf(lines), empty...))
	if err != nil {
		return nil, err
	}
	entries := make([]graph.Entry, 0, len(lines)+len(empty))
	for _, l := range lines {
		for len(empty) > 0 && empty[0] < l.rev {
			entries, empty = append(entries, graph.Entry{Stamp: stamps[empty[0]], Ordinal: 1}), empty[1:]
		}
		record := records[l.key()]
		if record == nil {
			return nil, fmt.Errorf("%s %s, which the log names, is not on file: %w", l.kind, l.record, graph.ErrUnavailable)
		}
		entries = append(entries, graph.Entry{Stamp: stamps[l.rev], Ordinal: int(l.raw), Record: record})
	}
	for _, rev := range empty {
		entries = append(entries, graph.Entry{Stamp: stamps[rev], Ordinal: 1})
	}
	if limit > 0 && len(entries) > limit {
		entries = entries[:limit]
	}
	return entries, nil
}
