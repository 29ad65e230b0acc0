package embedded

import (
	"context"
	"database/sql"

	"github.com/redthread-graph/redthread/graph"
)

// ListJudgements gives for each owner the judgements that name it, in the order in which they were written.
func (r *reader) ListJudgements(ctx context.Context, owners []string) ([][]*graph.JudgementRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	type read struct {
		owner int
		rev   int64
		row   *graph.JudgementRow
	}
	rows, err := gather(ctx, r.source, func(rows *sql.Rows) (j read, err error) {
		var body string
		if err := rows.Scan(&j.owner, &j.rev, &body); err != nil {
			return j, err
		}
		j.row = &graph.JudgementRow{}
		return j, readJSON(body, &j.row.Judgement)
	}, `SELECT j.key, g.rev, g.body FROM json_each(?) j CROSS JOIN judged o ON o.owner = unhex(j.value)
		CROSS JOIN judgement g ON g.id = o.judgement WHERE g.rev <= ? ORDER BY j.key, g.rev, g.uid`, packed(owners), r.rev)
	if err != nil {
		return nil, err
	}
	revs := make([]int64, len(rows))
	for i, j := range rows {
		revs[i] = j.rev
	}
	stamps, err := r.stamps(ctx, revs)
	lists := make([][]*graph.JudgementRow, len(owners))
	for _, j := range rows {
		j.row.Stamp = stamps[j.rev]
		lists[j.owner] = append(lists[j.owner], j.row)
	}
	return lists, err
}

// judgements gives the records of ids.
func (r *reader) judgements(ctx context.Context, ids []graph.JudgementID) (map[graph.JudgementID]*graph.Judgement, error) {
	found := map[graph.JudgementID]*graph.Judgement{}
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (*graph.Judgement, error) {
		var body string
		j := &graph.Judgement{}
		if err := rows.Scan(&body); err != nil {
			return nil, err
		}
		err := readJSON(body, j)
		found[j.ID] = j
		return j, err
	}, "SELECT g.body FROM json_each(?) j CROSS JOIN judgement g ON g.uid = unhex(j.value)", packed(ids))
	return found, err
}

// Competence gives the rows of each body that was ever given any; with no bodies, of all.
func (r *reader) Competence(ctx context.Context, bodies []graph.EntityID) (map[graph.EntityID][]graph.Competence, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	s := &statement{}
	if len(bodies) == 0 {
		s.and("SELECT n.uid, c.rows FROM competence c CROSS JOIN name n ON n.id = c.body")
	} else {
		s.and("SELECT n.uid, c.rows FROM json_each(?) j CROSS JOIN name n ON n.uid = unhex(j.value)", packed(bodies))
		s.and("CROSS JOIN competence c ON c.body = n.id")
	}
	s.and("WHERE c.rev = (SELECT max(x.rev) FROM competence x WHERE x.body = c.body AND x.rev <= ?)", r.rev)
	found := map[graph.EntityID][]graph.Competence{}
	_, err = gather(ctx, r.source, func(rows *sql.Rows) (id graph.EntityID, err error) {
		var uid []byte
		var text string
		if err := rows.Scan(&uid, &text); err != nil {
			return "", err
		}
		var table []graph.Competence
		err = readJSON(text, &table)
		id = unpack[graph.EntityID](uid)
		found[id] = table
		return id, err
	}, s.text.String(), s.args...)
	return found, err
}
