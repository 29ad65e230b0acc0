package neo4jstore

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Claims gives the rows of the ids that are on file.
func (r *reader) Claims(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID]*graph.ClaimRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return inChunks(ids, func(ids []graph.ClaimID) (map[graph.ClaimID]*graph.ClaimRow, error) {
		reads, err := r.readClaims(ctx, statement("claims", claimParts()...), map[string]any{"ids": textsOf(ids), "rev": r.rev})
		found := make(map[graph.ClaimID]*graph.ClaimRow, len(reads))
		for _, read := range reads {
			found[read.row.ID] = read.row
		}
		return found, err
	})
}

// textsOf are values as a statement takes them.
func textsOf[T ~string](values []T) []string {
	texts := make([]string, len(values))
	for i, value := range values {
		texts[i] = string(value)
	}
	return texts
}

// claimParts are what statements that read claims say of one.
func claimParts() []part {
	return []part{
		{"claim", "c.id, c.rev, c.subject, c.predicate, c.object, c.modality, c.value, c.qualifiers"},
		{"stretches", statement("claims_stretches")},
	}
}

// claimRead is a claim's row with the place of the owner that it is listed for.
type claimRead struct {
	place int64
	rev   int64
	row   *graph.ClaimRow
}

// readClaims runs a statement that gives claims, and adds when they were written.
func (r *reader) readClaims(ctx context.Context, text string, params map[string]any) ([]claimRead, error) {
	reads, err := collected(ctx, r.store.conn, scanClaim, text, params)
	if err != nil {
		return nil, err
	}
	return reads, r.store.stampClaims(ctx, reads)
}

// stampClaims adds when claims were written.
func (s *Store) stampClaims(ctx context.Context, reads []claimRead) error {
	revs := make([]int64, len(reads))
	for i, read := range reads {
		revs[i] = read.rev
	}
	stamps, err := s.stampsOf(ctx, revs)
	for _, read := range reads {
		read.row.Stamp = stamps[read.rev]
	}
	return err
}

func scanClaim(c *cells) claimRead {
	read := claimRead{place: c.integer(), row: &graph.ClaimRow{}}
	claim := &read.row.Claim
	claim.ID = graph.ClaimID(c.text())
	read.rev = c.integer()
	claim.Subject, claim.Predicate, claim.Object = graph.EntityID(c.text()), c.text(), graph.EntityID(c.text())
	claim.Modality = graph.Modality(c.text())
	claim.Value = c.value()
	c.json(&claim.Qualifiers)
	read.row.State = graph.ClaimState{
		Claim: claim.ID, Subject: claim.Subject, Predicate: claim.Predicate, Object: claim.Object, Modality: claim.Modality,
	}
	c.stretches(&read.row.State)
	return read
}

// value reads what MarshalValue wrote, if anything.
func (c *cells) value() graph.Value {
	text := c.text()
	if text == "" {
		return nil
	}
	value, err := graph.UnmarshalValue([]byte(text))
	if err != nil {
		c.fail(fmt.Errorf("a value cannot be read: %w (%w)", graph.ErrUnavailable, err))
	}
	return value
}

// json reads a text into what it describes; an absent one leaves that as it is.
func (c *cells) json(into any) {
	text := c.text()
	if text == "" {
		return
	}
	if err := readJSON(text, into); err != nil {
		c.fail(err)
	}
}

// stretches reads the stretches of a state, which are given by day.
func (c *cells) stretches(state *graph.ClaimState) {
	rows := c.list()
	if len(rows) == 0 {
		return
	}
	state.Stretches = make([]graph.Stretch, len(rows))
	for i, row := range rows {
		values, _ := row.([]any)
		s := cells{values: values}
		state.Stretches[i] = s.stretch()
		state.Allegation = s.flag()
		if s.err != nil {
			c.fail(s.err)
		}
	}
}

// stretch reads one stretch.
func (c *cells) stretch() graph.Stretch {
	return graph.Stretch{
		DayRange: graph.DayRange{From: c.day(), To: c.day()},
		Standing: graph.Standing(c.text()), Tier: graph.Tier(c.text()), Contested: c.flag(),
		ShareMin: graph.Share(c.integer()), ShareMax: graph.Share(c.integer()), Certain: c.runs(),
	}
}

func (c *cells) day() graph.Day { return graph.Day(c.integer()) }

// runs reads runs of days: first and last day in turn.
func (c *cells) runs() []graph.DayRange {
	days := c.integers()
	if len(days) == 0 {
		return nil
	}
	runs := make([]graph.DayRange, len(days)/2)
	for i := range runs {
		runs[i] = graph.DayRange{From: graph.Day(days[2*i]), To: graph.Day(days[2*i+1])}
	}
	return runs
}
