package embedded

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// History lists the published raw records after a position in the order in which they were written; all of them at limit 0. A
// revision that wrote none is one entry without a record, of ordinal 1.
func (s *Store) History(ctx context.Context, after graph.ChangePosition, limit int) ([]graph.Entry, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.gate.Enter(); err != nil {
		return nil, err
	}
	defer s.gate.Leave()
	now := s.current().published
	lines, err := s.logAfter(ctx, int64(now.Revision), after, limit, func(l *logLine) (int64, bool) { return l.raw, l.isRaw() })
	if err != nil {
		return nil, err
	}
	r := s.readerAt(now)
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
	upTo := r.rev
	if limit > 0 && len(lines) == limit {
		upTo = lines[len(lines)-1].rev
	}
	from := int64(after.Revision)
	if after.Ordinal > 0 {
		from++
	}
	return gather(ctx, r.source, scanKey, `SELECT v.rev FROM revision v WHERE v.rev BETWEEN ? AND ?
		AND NOT EXISTS (SELECT 1 FROM log l WHERE l.rev = v.rev AND l.records > 0) ORDER BY v.rev LIMIT ?`, from, upTo, limitOf(limit))
}

// entries merges records and empty revisions in order.
func (r *reader) entries(
	ctx context.Context, lines []logLine, records map[recordKey]graph.Record, empty []int64, limit int,
) ([]graph.Entry, error) {
	revs := append([]int64{}, empty...)
	for _, l := range lines {
		revs = append(revs, l.rev)
	}
	stamps, err := r.stamps(ctx, revs)
	if err != nil {
		return nil, err
	}
	entries := make([]graph.Entry, 0, len(lines)+len(empty))
	for _, l := range lines {
		for len(empty) > 0 && empty[0] < l.rev {
			entries, empty = append(entries, graph.Entry{Stamp: stamps[empty[0]], Ordinal: 1}), empty[1:]
		}
		record := records[l.record()]
		if record == nil {
			return nil, missing(string(loggedKinds()[l.kind]), "in the log")
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
