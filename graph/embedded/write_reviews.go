package embedded

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/redthread-graph/redthread/graph"
)

// putDecisions keeps one decision about an assertion a revision: the last one given.
func (t *tx) putDecisions(ctx context.Context, b *batch) error {
	if len(b.decisions) == 0 {
		return nil
	}
	keys, err := t.assertionKeys(ctx, idsOf(b.decisions, func(d *graph.ReviewDecision) graph.AssertionID { return d.Assertion }))
	if err != nil {
		return err
	}
	for _, p := range b.decisions {
		key, ok := keys[p.record.Assertion]
		if !ok {
			wait(b, p, "assertion", string(p.record.Assertion))
			continue
		}
		body, err := json.Marshal(p.record)
		if err != nil {
			return err
		}
		_, fresh, err := t.insertNew(ctx, "INSERT INTO decision VALUES (?, ?, ?) ON CONFLICT DO NOTHING", key, t.rev, string(body))
		if err == nil && !fresh {
			err = t.run(ctx, "UPDATE decision SET body = ? WHERE assertion = ? AND rev = ?", string(body), key, t.rev)
		}
		if err != nil {
			return err
		}
		if fresh {
			t.counts[graph.DecisionRecord]++
		}
		t.note(p.place, graph.DecisionRecord, key)
	}
	return nil
}

func (t *tx) assertionKeys(ctx context.Context, ids []graph.AssertionID) (map[graph.AssertionID]int64, error) {
	keys := map[graph.AssertionID]int64{}
	_, err := gather(ctx, t, func(rows *sql.Rows) (key int64, err error) {
		var uid []byte
		err = rows.Scan(&uid, &key)
		keys[unpack[graph.AssertionID](uid)] = key
		return key, err
	}, "SELECT a.uid, a.id FROM json_each(?) j CROSS JOIN assertion a ON a.uid = unhex(j.value)", unknown(keys, ids))
	return keys, err
}

func (t *tx) putJudgements(ctx context.Context, b *batch) error {
	var again []placed[*graph.Judgement]
	for _, p := range b.judgements {
		kept := *p.record
		kept.Entities = some(kept.Entities)
		body, err := json.Marshal(kept)
		if err != nil {
			return err
		}
		key, fresh, err := t.insertNew(ctx, "INSERT INTO judgement (uid, rev, body) VALUES (?, ?, ?) ON CONFLICT (uid) DO NOTHING",
			pack(p.record.ID), t.rev, string(body))
		if err != nil {
			return err
		}
		if !fresh {
			again = append(again, p)
			continue
		}
		if err := t.nameJudged(ctx, key, p.record); err != nil {
			return err
		}
		t.counts[graph.JudgementRecord]++
		t.note(p.place, graph.JudgementRecord, key)
	}
	if len(again) == 0 {
		return nil
	}
	rows, err := t.reader().judgements(ctx, idsOf(again, func(j *graph.Judgement) graph.JudgementID { return j.ID }))
	if err != nil {
		return err
	}
	return compareAgain(again, func(j *graph.Judgement) (*graph.Judgement, bool) {
		known, ok := rows[j.ID]
		return known, ok
	})
}

// nameJudged notes the things that a judgement is about.
func (t *tx) nameJudged(ctx context.Context, key int64, j *graph.Judgement) error {
	owners := []string{string(j.ID), string(j.Denial), string(j.Claim)}
	for _, id := range j.Entities {
		owners = append(owners, string(id))
	}
	for _, owner := range owners {
		if owner == "" {
			continue
		}
		if err := t.run(ctx, "INSERT INTO judged VALUES (?, ?) ON CONFLICT DO NOTHING", pack(owner), key); err != nil {
			return err
		}
	}
	return nil
}

// putCompetence keeps one set of rows of a body a revision: the last one given.
func (t *tx) putCompetence(ctx context.Context, b *batch) error {
	if len(b.competence) == 0 {
		return nil
	}
	if err := t.findNames(ctx, idsOf(b.competence, func(c *graph.BodyCompetence) string { return string(c.Body) })); err != nil {
		return err
	}
	for _, p := range b.competence {
		key, ok := t.entityKey(p.record.Body)
		if !ok {
			wait(b, p, "entity", string(p.record.Body))
			continue
		}
		rows, err := json.Marshal(some(p.record.Rows))
		if err != nil {
			return err
		}
		_, known, err := t.insertNew(ctx, "INSERT INTO competence SELECT ?1, ?2, '' WHERE NOT EXISTS (SELECT 1 FROM competence WHERE body = ?1)",
			key, t.rev)
		if err != nil {
			return err
		}
		if known {
			t.counts[graph.CompetenceRecord]++
		}
		if err := t.run(ctx, "INSERT INTO competence VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET rows = excluded.rows",
			key, t.rev, string(rows)); err != nil {
			return err
		}
		t.note(p.place, graph.CompetenceRecord, key)
	}
	return nil
}
