package embedded

import (
	"context"
	"database/sql"

	"github.com/redthread-graph/redthread/graph"
)

// runsAtOnce is how many runs of the log are read by one statement.
const runsAtOnce = 64

// logLine is an entry with its places: in the log, and among the raw records of its revision.
type logLine struct {
	entry
	rev, ordinal, raw int64
}

// Changes lists the published changes after a position, in order; all of them at limit 0.
func (s *Store) Changes(ctx context.Context, after graph.ChangePosition, limit int) ([]graph.Change, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.gate.Enter(); err != nil {
		return nil, err
	}
	defer s.gate.Leave()
	now := s.current().published
	lines, err := s.logAfter(ctx, int64(now.Revision), after, limit, func(l *logLine) (int64, bool) { return l.ordinal, true })
	if err != nil {
		return nil, err
	}
	r := s.readerAt(now)
	ids, err := r.idsOfLines(ctx, lines)
	if err != nil {
		return nil, err
	}
	revs := make([]int64, len(lines))
	for i, l := range lines {
		revs[i] = l.rev
	}
	stamps, err := r.stamps(ctx, revs)
	if err != nil {
		return nil, err
	}
	changes := make([]graph.Change, len(lines))
	for i, l := range lines {
		kind := loggedKinds()[l.kind]
		changes[i] = graph.Change{
			ChangePosition: graph.ChangePosition{Revision: graph.Revision(l.rev), Ordinal: int(l.ordinal)},
			Time:           stamps[l.rev].Time, Operation: stamps[l.rev].Operation.ID, Kind: kind, ID: ids[tableOf(kind)][l.key],
		}
	}
	return changes, nil
}

// logAfter reads lines of the log up to a revision, from after a position on. ordinal gives a line's place as the position counts
// it, and whether it counts at all.
func (s *Store) logAfter(
	ctx context.Context, newest int64, after graph.ChangePosition, limit int, ordinal func(*logLine) (int64, bool),
) ([]logLine, error) {
	var lines []logLine
	rev, first := int64(after.Revision), int64(0)
	for {
		runs, err := gather(ctx, s.readers, scanRun, `SELECT rev, first, before, entries FROM log
			WHERE (rev, first) >= (?, ?) AND rev <= ? ORDER BY rev, first LIMIT ?`, rev, first, newest, runsAtOnce)
		if err != nil {
			return nil, err
		}
		for i := range runs {
			lines = append(lines, runs[i].linesAfter(after, ordinal)...)
		}
		if limit > 0 && len(lines) >= limit {
			return lines[:limit], nil
		}
		if len(runs) < runsAtOnce {
			return lines, nil
		}
		last := runs[len(runs)-1]
		rev, first = last.rev, last.first+1
	}
}

// linesAfter gives the lines of a run that count and lie after a position.
func (run *logRun) linesAfter(after graph.ChangePosition, ordinal func(*logLine) (int64, bool)) []logLine {
	var lines []logLine
	raw := run.before
	for i, e := range run.entries {
		if e.isRaw() {
			raw++
		}
		l := logLine{entry: e, rev: run.rev, ordinal: run.first + int64(i), raw: raw}
		place, counts := ordinal(&l)
		if counts && (l.rev > int64(after.Revision) || place > int64(after.Ordinal)) {
			lines = append(lines, l)
		}
	}
	return lines
}

// tableOf is the table whose keys the log has for a kind of record.
func tableOf(kind graph.RecordKind) string {
	switch kind {
	case graph.LayerRecord:
		return "layer"
	case graph.ClaimRecord, graph.StandingRecord:
		return "claim"
	case graph.AssertionRecord, graph.DecisionRecord:
		return "assertion"
	case graph.JudgementRecord:
		return "judgement"
	default:
		return "name"
	}
}

// idsOfLines gives the ids of the keys in lines, by table.
func (r *reader) idsOfLines(ctx context.Context, lines []logLine) (map[string]map[int64]string, error) {
	keys := map[string][]int64{}
	for _, l := range lines {
		table := tableOf(loggedKinds()[l.kind])
		keys[table] = append(keys[table], l.key)
	}
	found := map[string]map[int64]string{}
	for table, keys := range keys {
		ids, err := inChunks(keysOf(keys), func(keys []int64) (map[int64]string, error) { return r.idsIn(ctx, table, keys) })
		if err != nil {
			return nil, err
		}
		found[table] = ids
	}
	return found, nil
}

func (r *reader) idsIn(ctx context.Context, table string, keys []int64) (map[int64]string, error) {
	ids := make(map[int64]string, len(keys))
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (key int64, err error) {
		var uid []byte
		err = rows.Scan(&key, &uid)
		ids[key] = unpack[string](uid)
		return key, err
	}, "SELECT x.id, x.uid FROM json_each(?) j CROSS JOIN "+table+" x ON x.id = j.value", listOf(keys))
	return ids, err
}
