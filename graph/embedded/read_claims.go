package embedded

import (
	"context"
	"database/sql"

	"github.com/redthread-graph/redthread/graph"
)

// Claims gives the rows of the ids that are on file.
func (r *reader) Claims(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID]*graph.ClaimRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return r.claims(ctx, ids)
}

func (r *reader) claims(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID]*graph.ClaimRow, error) {
	rows, err := r.claimRows(ctx, "c.uid = unhex(j.value)", packed(distinct(ids)))
	found := make(map[graph.ClaimID]*graph.ClaimRow, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}

// claimsOf gives the rows of keys.
func (r *reader) claimsOf(ctx context.Context, keys []int64) (map[int64]*graph.ClaimRow, error) {
	return inChunks(keys, func(keys []int64) (map[int64]*graph.ClaimRow, error) {
		return r.claimRows(ctx, "c.id = j.value", listOf(keys))
	})
}

// claimRows reads claims by key, each with the stretches that were known.
func (r *reader) claimRows(ctx context.Context, match, list string) (map[int64]*graph.ClaimRow, error) {
	type read struct {
		key, rev int64
		row      *graph.ClaimRow
	}
	rows, err := gather(ctx, r.source, func(rows *sql.Rows) (c read, err error) {
		c.row, err = r.scanClaim(rows, &c.key, &c.rev)
		return c, err
	}, `SELECT c.id, c.rev, c.uid, sn.uid, c.predicate, obn.uid, c.modality, c.value, c.qualifiers
		FROM json_each(?) j CROSS JOIN claim c ON `+match+` CROSS JOIN name sn ON sn.id = c.subject
		LEFT JOIN name obn ON obn.id = c.object WHERE c.rev <= ?`, list, r.rev)
	if err != nil {
		return nil, err
	}
	found := make(map[int64]*graph.ClaimRow, len(rows))
	revs, keys := make([]int64, len(rows)), make([]int64, len(rows))
	for i, c := range rows {
		found[c.key], revs[i], keys[i] = c.row, c.rev, c.key
	}
	stamps, err := r.stamps(ctx, revs)
	if err != nil {
		return nil, err
	}
	for _, c := range rows {
		c.row.Stamp = stamps[c.rev]
	}
	return found, r.addStretches(ctx, found, keys)
}

func (r *reader) scanClaim(rows *sql.Rows, key, rev *int64) (*graph.ClaimRow, error) {
	var uid, subject, object []byte
	var predicate, modality int64
	var value, qualifiers sql.NullString
	if err := rows.Scan(key, rev, &uid, &subject, &predicate, &object, &modality, &value, &qualifiers); err != nil {
		return nil, err
	}
	texts, err := r.texts(predicate, modality)
	if err != nil {
		return nil, err
	}
	c := graph.Claim{
		ID: unpack[graph.ClaimID](uid), Subject: unpack[graph.EntityID](subject), Predicate: texts[0],
		Modality: graph.Modality(texts[1]),
	}
	if object != nil {
		c.Object = unpack[graph.EntityID](object)
	}
	if value.Valid {
		if c.Value, err = graph.UnmarshalValue([]byte(value.String)); err != nil {
			return nil, err
		}
	}
	if err := readMore(qualifiers, &c.Qualifiers); err != nil {
		return nil, err
	}
	return &graph.ClaimRow{Claim: c, State: graph.ClaimState{
		Claim: c.ID, Subject: c.Subject, Predicate: c.Predicate, Object: c.Object, Modality: c.Modality,
	}}, nil
}

// openRow says that a row s was known at a revision, which is its argument twice.
const openRow = "s.since <= ? AND (s.until = 0 OR s.until > ?)"

// addStretches adds the stretches that were known, by day.
func (r *reader) addStretches(ctx context.Context, claims map[int64]*graph.ClaimRow, keys []int64) error {
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (key int64, err error) {
		row, key, err := scanState(rows)
		if err != nil {
			return key, err
		}
		state := &claims[key].State
		state.Stretches = append(state.Stretches, row.stretch)
		state.Allegation = row.tags.has(allegationFlag)
		return key, nil
	}, "SELECT "+stateColumns+` FROM json_each(?) j CROSS JOIN state s INDEXED BY state_claim ON s.claim = j.value
		WHERE `+openRow+" ORDER BY s.claim, s.from_day, s.id", listOf(keys), r.rev, r.rev)
	return err
}

// StateHistory gives every stretch that was ever known up to the reader's revision, by day, then revision.
func (r *reader) StateHistory(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID][]graph.StateRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	type read struct {
		claim graph.ClaimID
		state stateRow
	}
	rows, err := gather(ctx, r.source, func(rows *sql.Rows) (h read, err error) {
		var uid, certain []byte
		var shareMin, shareMax sql.NullInt64
		s := &h.state
		if err := rows.Scan(&uid, &s.tags, &s.stretch.From, &s.stretch.To, &shareMin, &shareMax, &certain, &s.since, &s.until); err != nil {
			return h, err
		}
		h.claim = unpack[graph.ClaimID](uid)
		return h, s.fill(shareMin, shareMax, certain)
	}, `SELECT c.uid, s.tags, s.from_day, s.to_day, s.share_min, s.share_max, s.certain, s.since, iif(s.until > ?, 0, s.until)
		FROM json_each(?) j CROSS JOIN claim c ON c.uid = unhex(j.value) CROSS JOIN state s INDEXED BY state_claim ON s.claim = c.id
		WHERE s.since <= ? ORDER BY j.key, s.from_day, s.since, s.id`, r.rev, packed(distinct(ids)), r.rev)
	if err != nil {
		return nil, err
	}
	var revs []int64
	for _, h := range rows {
		revs = append(revs, h.state.since, h.state.until)
	}
	stamps, err := r.stamps(ctx, revs)
	found := map[graph.ClaimID][]graph.StateRow{}
	for _, h := range rows {
		found[h.claim] = append(found[h.claim], graph.StateRow{
			Stretch: h.state.stretch, Since: stamps[h.state.since], Until: stamps[h.state.until],
		})
	}
	return found, err
}

// distinct gives each element once, in the order in which they first come.
func distinct[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	var out []T
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
