package neo4jstore

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Assertions gives the rows of the ids that are on file.
func (r *reader) Assertions(
	ctx context.Context, ids []graph.AssertionID,
) (map[graph.AssertionID]*graph.AssertionRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return r.store.assertionsAt(ctx, ids, r.rev)
}

// assertionsAt gives the rows of the ids that were on file at a revision, with the decisions that were newest then.
func (s *Store) assertionsAt(
	ctx context.Context, ids []graph.AssertionID, rev int64,
) (map[graph.AssertionID]*graph.AssertionRow, error) {
	return inChunks(ids, func(ids []graph.AssertionID) (map[graph.AssertionID]*graph.AssertionRow, error) {
		reads, err := s.readAssertions(ctx, statement("assertions", assertionRow()), map[string]any{"ids": textsOf(ids), "rev": rev})
		found := make(map[graph.AssertionID]*graph.AssertionRow, len(reads))
		for _, read := range reads {
			found[read.row.ID] = read.row
		}
		return found, err
	})
}

// assertionRow is what statements that read assertions say of one.
func assertionRow() part { return part{"assertion", statement("assertions_row")} }

// assertionRead is an assertion's row with the place of the owner that it is listed for; decided is the revision of its decision.
type assertionRead struct {
	place, rev, decided int64
	row                 *graph.AssertionRow
}

// readAssertions runs a statement that gives assertions, and adds when they were written and decided about.
func (s *Store) readAssertions(ctx context.Context, text string, params map[string]any) ([]assertionRead, error) {
	reads, err := collected(ctx, s.conn, scanAssertion, text, params)
	if err != nil {
		return nil, err
	}
	return reads, s.stampAssertions(ctx, reads)
}

// stampAssertions adds when assertions were written and decided about.
func (s *Store) stampAssertions(ctx context.Context, reads []assertionRead) error {
	revs := make([]int64, 0, 2*len(reads))
	for _, read := range reads {
		revs = append(revs, read.rev, read.decided)
	}
	stamps, err := s.stampsOf(ctx, revs)
	for _, read := range reads {
		read.row.Stamp = stamps[read.rev]
		if read.row.Decision != nil {
			read.row.Decision.Stamp = stamps[read.decided]
		}
	}
	return err
}

func scanAssertion(c *cells) assertionRead {
	read := assertionRead{place: c.integer(), rev: c.integer(), row: &graph.AssertionRow{}}
	c.json(&read.row.Assertion)
	quotes := c.texts()
	if len(quotes) != len(read.row.Evidence) {
		c.fail(fmt.Errorf("assertion %s has %d anchors, and words of %d: %w",
			read.row.ID, len(read.row.Evidence), len(quotes), graph.ErrUnavailable))
		return read
	}
	for i, quote := range quotes {
		read.row.Evidence[i].Quote = quote
	}
	if values := c.list(); values != nil {
		decision := cells{values: values}
		read.decided, read.row.Decision = decision.integer(), &graph.DecisionRow{}
		decision.json(&read.row.Decision.ReviewDecision)
		if decision.err != nil {
			c.fail(decision.err)
		}
	}
	return read
}
