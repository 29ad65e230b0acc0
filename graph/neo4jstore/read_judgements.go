package neo4jstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// judgementRead is a judgement with the place of its owner among those asked for.
type judgementRead struct {
	owner int
	rev   int64
	row   *graph.JudgementRow
}

// ListJudgements gives for each owner the judgements that name it, in the order in which they were written, then by id.
func (r *reader) ListJudgements(ctx context.Context, owners []string) ([][]*graph.JudgementRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	read, err := collected(ctx, r.store.conn, scanJudgement, statement("judgements_owners"),
		map[string]any{"owners": owners, "rev": r.rev})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(read, func(a, b judgementRead) int {
		return cmp.Or(cmp.Compare(a.owner, b.owner), compareJudgements(a, b))
	})
	revs := make([]int64, len(read))
	for i, j := range read {
		revs[i] = j.rev
	}
	stamps, err := r.store.stampsOf(ctx, revs)
	if err != nil {
		return nil, err
	}
	lists := make([][]*graph.JudgementRow, len(owners))
	for _, j := range read {
		j.row.Stamp = stamps[j.rev]
		lists[j.owner] = append(lists[j.owner], j.row)
	}
	return lists, nil
}

// compareJudgements orders as judgements were written.
func compareJudgements(a, b judgementRead) int {
	return cmp.Or(cmp.Compare(a.rev, b.rev), cmp.Compare(a.row.ID, b.row.ID))
}

func scanJudgement(c *cells) judgementRead {
	owner := int(c.integer())
	j := scanJudged(c)
	j.owner = owner
	return j
}

func scanJudged(c *cells) judgementRead {
	j := judgementRead{rev: c.integer(), row: &graph.JudgementRow{}}
	if err := readJSON(c.text(), &j.row.Judgement); err != nil {
		c.fail(err)
	}
	return j
}
