package embedded

import (
	"context"
	"database/sql"
	"reflect"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// stateRow is one stretch of a claim as it is kept: known from revision since until before until, 0 while it is known.
type stateRow struct {
	key          int64 // 0: not yet written
	stretch      graph.Stretch
	tags         tags
	since, until int64
}

// putClaimStates makes states the ones that are known from this revision on.
func (t *tx) putClaimStates(ctx context.Context, b *batch) error {
	if len(b.claimStates) == 0 {
		return nil
	}
	ids := idsOf(b.claimStates, func(s *graph.ClaimState) graph.ClaimID { return s.Claim })
	if err := t.findClaims(ctx, ids); err != nil {
		return err
	}
	known, err := t.knownStates(ctx, ids)
	if err != nil {
		return err
	}
	for _, p := range b.claimStates {
		claim := t.keys.claims[p.record.Claim]
		if claim == nil {
			wait(b, p, "claim", string(p.record.Claim))
			continue
		}
		rows, changed, err := t.replaceStates(ctx, claim, known[claim.key], p.record)
		if err != nil {
			return err
		}
		known[claim.key] = rows
		claim.bare = false
		if changed {
			t.note(p.place, graph.StandingRecord, claim.key)
		}
	}
	return nil
}

// knownStates reads the rows that this revision may still change: those that were open when it began, and its own.
func (t *tx) knownStates(ctx context.Context, ids []graph.ClaimID) (map[int64][]stateRow, error) {
	var wanted []int64
	for _, id := range ids {
		if claim := t.keys.claims[id]; claim != nil && !claim.bare {
			wanted = append(wanted, claim.key)
		}
	}
	known := map[int64][]stateRow{}
	if len(wanted) == 0 {
		return known, nil
	}
	slices.Sort(wanted)
	_, err := gather(ctx, t, func(rows *sql.Rows) (claim int64, err error) {
		row, claim, err := scanState(rows)
		known[claim] = append(known[claim], row)
		return claim, err
	}, "SELECT "+stateColumns+` FROM json_each(?1) j CROSS JOIN state s ON s.claim = j.value
		WHERE s.until = 0 OR s.until = ?2 OR s.since = ?2 ORDER BY s.id`, listOf(slices.Compact(wanted)), t.rev)
	return known, err
}

// replaceStates writes one state over the rows known of its claim, and gives the rows then known. What was open when the
// revision began is compared with what is given last in it: equal stretches stay, others are closed.
func (t *tx) replaceStates(
	ctx context.Context, claim *claimKey, known []stateRow, s *graph.ClaimState,
) (rows []stateRow, changed bool, err error) {
	given, err := t.givenRows(claim, s)
	if err != nil {
		return nil, false, err
	}
	for _, row := range known {
		if row.since == t.rev {
			if err := t.dropState(ctx, &row); err != nil {
				return nil, false, err
			}
			continue
		}
		until := t.rev
		if i := slices.IndexFunc(given, row.equal); i >= 0 {
			given, until = slices.Delete(given, i, i+1), 0
		}
		changed = changed || until != 0
		if err := t.endState(ctx, &row, until); err != nil {
			return nil, false, err
		}
		rows = append(rows, row)
	}
	for i := range given {
		if err := t.insertState(ctx, claim, &given[i]); err != nil {
			return nil, false, err
		}
	}
	return append(rows, given...), changed || len(given) > 0, nil
}

func (t *tx) givenRows(claim *claimKey, s *graph.ClaimState) ([]stateRow, error) {
	rows := make([]stateRow, len(s.Stretches))
	for i := range s.Stretches {
		tags, err := tagsOf(&s.Stretches[i], claim, s.Allegation)
		if err != nil {
			return nil, err
		}
		rows[i] = stateRow{stretch: s.Stretches[i], tags: tags, since: t.rev}
	}
	return rows, nil
}

// equal says whether a row given has the same content.
func (row *stateRow) equal(given stateRow) bool {
	a, b := row.stretch, given.stretch
	if len(a.Certain) == 0 && len(b.Certain) == 0 {
		a.Certain, b.Certain = nil, nil
	}
	return row.tags == given.tags && reflect.DeepEqual(a, b)
}

func (t *tx) dropState(ctx context.Context, row *stateRow) error {
	if row.until == 0 {
		t.counts[graph.StandingRecord]--
	}
	return t.run(ctx, "DELETE FROM state WHERE id = ?", row.key)
}

// endState closes a row that was open when the revision began, or opens it again.
func (t *tx) endState(ctx context.Context, row *stateRow, until int64) error {
	if row.until == until {
		return nil
	}
	row.until = until
	if until == 0 {
		t.counts[graph.StandingRecord]++
	} else {
		t.counts[graph.StandingRecord]--
	}
	return t.run(ctx, "UPDATE state SET until = ? WHERE id = ?", until, row.key)
}

func (t *tx) insertState(ctx context.Context, claim *claimKey, row *stateRow) (err error) {
	var object, shareMin, shareMax any
	if claim.object != 0 {
		object = claim.object
	}
	if s := row.stretch; s.ShareMin != 0 || s.ShareMax != graph.WholeShare {
		shareMin, shareMax = int64(s.ShareMin), int64(s.ShareMax)
	}
	t.counts[graph.StandingRecord]++
	row.key, err = t.insert(ctx, `INSERT INTO state (claim, subject, predicate, object, tags, from_day, to_day, share_min, share_max,
		certain, since, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
		claim.key, claim.subject, claim.predicate, object, int64(row.tags), int64(row.stretch.From), int64(row.stretch.To),
		shareMin, shareMax, packRuns(row.stretch.Certain), t.rev)
	return err
}

// stateColumns are what scanState reads, of the table as s.
const stateColumns = "s.id, s.claim, s.tags, s.from_day, s.to_day, s.share_min, s.share_max, s.certain, s.since, s.until"

func scanState(rows *sql.Rows) (row stateRow, claim int64, err error) {
	var shareMin, shareMax sql.NullInt64
	var certain []byte
	s := &row.stretch
	if err := rows.Scan(&row.key, &claim, &row.tags, &s.From, &s.To, &shareMin, &shareMax, &certain, &row.since, &row.until); err != nil {
		return row, 0, err
	}
	return row, claim, row.fill(shareMin, shareMax, certain)
}

// fill adds to the stretch what its row keeps apart.
func (row *stateRow) fill(shareMin, shareMax sql.NullInt64, certain []byte) (err error) {
	s := &row.stretch
	s.Standing, s.Tier, s.Contested = row.tags.standing(), row.tags.tier(), row.tags.has(contestedFlag)
	s.ShareMax = graph.WholeShare
	if shareMax.Valid {
		s.ShareMin, s.ShareMax = graph.Share(shareMin.Int64), graph.Share(shareMax.Int64)
	}
	s.Certain, err = unpackRuns(certain)
	return err
}
