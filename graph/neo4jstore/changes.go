package neo4jstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// logLine is an entry of the change log with its places: in the log, and among the raw records of its revision, 0 for others.
type logLine struct {
	rev, ordinal, raw int64
	kind              graph.RecordKind
	record            string
}

func scanLogLine(c *cells) logLine {
	return logLine{rev: c.integer(), ordinal: c.integer(), raw: c.integer(), kind: graph.RecordKind(c.text()), record: c.text()}
}

// Changes lists the published changes after a position, in order; all of them at limit 0.
func (s *Store) Changes(ctx context.Context, after graph.ChangePosition, limit int) ([]graph.Change, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	newest, err := s.published(ctx, 0)
	if err != nil {
		return nil, err
	}
	lines, err := s.logAfter(ctx, allChanges(), newest.Revision, after, limit)
	if err != nil {
		return nil, err
	}
	stamps, err := s.stampsOf(ctx, revisionsOf(lines))
	if err != nil {
		return nil, err
	}
	changes := make([]graph.Change, len(lines))
	for i, l := range lines {
		changes[i] = graph.Change{
			ChangePosition: graph.ChangePosition{Revision: graph.Revision(l.rev), Ordinal: int(l.ordinal)},
			Time:           stamps[l.rev].Time, Operation: stamps[l.rev].Operation.ID, Kind: l.kind, ID: l.record,
		}
	}
	return changes, nil
}

// logAfter reads lines of the log up to a revision, from after a position on, page by page.
func (s *Store) logAfter(
	ctx context.Context, log logListing, newest graph.Revision, after graph.ChangePosition, limit int,
) ([]logLine, error) {
	var lines []logLine
	rev, place := int64(after.Revision), int64(after.Ordinal)
	for {
		wanted := idsAtOnce
		if limit > 0 {
			wanted = min(wanted, limit-len(lines))
		}
		page, err := collected(ctx, s.conn, scanLogLine, log.text, map[string]any{
			"newest": int64(newest), "rev": rev, "ordinal": place, "limit": wanted,
		})
		if err != nil {
			return nil, err
		}
		slices.SortFunc(page, func(a, b logLine) int { return cmp.Or(cmp.Compare(a.rev, b.rev), cmp.Compare(a.ordinal, b.ordinal)) })
		lines = append(lines, page...)
		if len(page) < wanted || len(lines) == limit {
			return lines, nil
		}
		last := page[len(page)-1]
		rev, place = last.rev, log.place(&last)
	}
}

// logListing is a statement that lists the log, with the place of a line as it counts places.
type logListing struct {
	text  string
	place func(l *logLine) int64
}

func allChanges() logListing {
	return logListing{statement("changes"), func(l *logLine) int64 { return l.ordinal }}
}

func rawChanges() logListing {
	return logListing{statement("history"), func(l *logLine) int64 { return l.raw }}
}

func revisionsOf(lines []logLine) []int64 {
	revs := make([]int64, len(lines))
	for i := range lines {
		revs[i] = lines[i].rev
	}
	return revs
}
