package embedded

import (
	"context"
	"database/sql"
	"errors"

	"github.com/redthread-graph/redthread/graph"
)

// assertionRead is an assertion's row with what is still to be added to it.
type assertionRead struct {
	key, rev, decided int64
	row               *graph.AssertionRow
	anchors           []anchor
}

// Assertions gives the rows of the ids that are on file.
func (r *reader) Assertions(ctx context.Context, ids []graph.AssertionID) (map[graph.AssertionID]*graph.AssertionRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return r.assertions(ctx, ids)
}

func (r *reader) assertions(ctx context.Context, ids []graph.AssertionID) (map[graph.AssertionID]*graph.AssertionRow, error) {
	rows, err := r.assertionRows(ctx, "a.uid = unhex(j.value)", packed(ids))
	found := make(map[graph.AssertionID]*graph.AssertionRow, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}

// assertionsOf gives the rows of keys.
func (r *reader) assertionsOf(ctx context.Context, keys []int64) (map[int64]*graph.AssertionRow, error) {
	return inChunks(keys, func(keys []int64) (map[int64]*graph.AssertionRow, error) {
		return r.assertionRows(ctx, "a.id = j.value", listOf(keys))
	})
}

// assertionRows reads assertions by key, each with the newest decision about it and the words at its anchors.
func (r *reader) assertionRows(ctx context.Context, match, list string) (map[int64]*graph.AssertionRow, error) {
	reads, err := gather(ctx, r.source, r.scanAssertion, `
		SELECT a.id, a.rev, a.uid, c.uid, a.stance, a.voice, a.basis, a.review, a.recorded_by, sn.uid, bn.uid, a.target,
			a.said, a.published, a.valid_from, a.valid_to, a.as_of, a.anchors, a.more, d.rev, d.body
		FROM json_each(?) j CROSS JOIN assertion a ON `+match+` CROSS JOIN claim c ON c.id = a.claim
		LEFT JOIN name sn ON sn.id = a.speaker LEFT JOIN name bn ON bn.id = a.body
		LEFT JOIN decision d ON d.assertion = a.id
			AND d.rev = (SELECT max(x.rev) FROM decision x WHERE x.assertion = a.id AND x.rev <= ?)
		WHERE a.rev <= ?`, list, r.rev, r.rev)
	if err != nil {
		return nil, err
	}
	if err := r.stampAssertions(ctx, reads); err != nil {
		return nil, err
	}
	if err := r.quote(ctx, reads); err != nil {
		return nil, err
	}
	found := make(map[int64]*graph.AssertionRow, len(reads))
	for _, read := range reads {
		found[read.key] = read.row
	}
	return found, nil
}

func (r *reader) scanAssertion(rows *sql.Rows) (read assertionRead, err error) {
	var uid, claim, speaker, body, target, anchors []byte
	var stance, voice, basis, review, recordedBy int64
	var dates assertionDates
	var more, decision sql.NullString
	var decided sql.NullInt64
	if err := rows.Scan(&read.key, &read.rev, &uid, &claim, &stance, &voice, &basis, &review, &recordedBy, &speaker, &body, &target,
		&dates.said, &dates.published, &dates.from, &dates.to, &dates.asOf, &anchors, &more, &decided, &decision); err != nil {
		return read, err
	}
	a := graph.Assertion{}
	if err := readMore(more, &a); err != nil {
		return read, err
	}
	texts, err := r.texts(stance, voice, basis, review, recordedBy)
	if err != nil {
		return read, err
	}
	a.ID, a.Claim = unpack[graph.AssertionID](uid), unpack[graph.ClaimID](claim)
	a.Stance, a.Voice, a.SpeakerBasis = graph.Stance(texts[0]), graph.Voice(texts[1]), graph.SpeakerBasis(texts[2])
	a.Review, a.RecordedBy = graph.ReviewState(texts[3]), texts[4]
	a.Speaker, a.Capacity.For = unpackAny[graph.EntityID](speaker), unpackAny[graph.EntityID](body)
	a.Target = unpackAny[graph.AssertionID](target)
	if err := dates.fill(&a); err != nil {
		return read, err
	}
	read.row = &graph.AssertionRow{Assertion: a}
	if decided.Valid {
		read.decided, read.row.Decision = decided.Int64, &graph.DecisionRow{}
		if err := readJSON(decision.String, &read.row.Decision.ReviewDecision); err != nil {
			return read, err
		}
	}
	read.anchors, err = unpackAnchors(anchors)
	return read, err
}

// assertionDates are an assertion's dates as columns keep them.
type assertionDates struct{ said, published, from, to, asOf any }

func (d *assertionDates) fill(a *graph.Assertion) error {
	var errs [5]error
	a.SaidAt, errs[0] = readDate(d.said)
	a.PublishedAt, errs[1] = readDate(d.published)
	a.Period.From, errs[2] = readBound(d.from)
	a.Period.To, errs[3] = readBound(d.to)
	a.Period.AsOf, errs[4] = readDate(d.asOf)
	return errors.Join(errs[:]...)
}

// unpackAny is unpack for a column that may be NULL.
func unpackAny[ID ~string](uid []byte) ID {
	if uid == nil {
		return ""
	}
	return unpack[ID](uid)
}

func (r *reader) stampAssertions(ctx context.Context, reads []assertionRead) error {
	var revs []int64
	for _, read := range reads {
		revs = append(revs, read.rev, read.decided)
	}
	stamps, err := r.stamps(ctx, revs)
	for _, read := range reads {
		read.row.Stamp = stamps[read.rev]
		if read.row.Decision != nil {
			read.row.Decision.Stamp = stamps[read.decided]
		}
	}
	return err
}
