package embedded

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// ListAssertions gives for each owner its assertions in the order in which they were written, then by id.
func (r *reader) ListAssertions(ctx context.Context, q graph.AssertionQuery) ([][]*graph.AssertionRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	s := say("SELECT owner, id FROM (SELECT o.owner, a.id, row_number() OVER (PARTITION BY o.owner ORDER BY a.rev, a.uid) AS place")
	s.and("FROM (").add(assertionsOwned(&q)).and(") o CROSS JOIN assertion a ON a.id = o.assertion")
	s.when(len(q.About) > 0, "CROSS JOIN claim c ON c.id = a.claim").and("WHERE a.rev <= ?", r.rev)
	s.when(len(q.Stances) > 0, "AND a.stance IN (SELECT value FROM json_each(?))", wordKeys(r.store.words, q.Stances))
	s.when(len(q.Claims) > 0,
		"AND a.claim IN (SELECT x.id FROM json_each(?) k CROSS JOIN claim x ON x.uid = unhex(k.value))", packed(q.Claims))
	const about = "(SELECT x.id FROM json_each(?) k CROSS JOIN name x ON x.uid = unhex(k.value))"
	s.when(len(q.About) > 0, "AND (c.subject IN "+about+" OR c.object IN "+about+")", packed(q.About), packed(q.About))
	if q.After != nil {
		s.and("AND (a.rev > ? OR a.rev = ? AND a.uid > ?)", int64(q.After.Revision), int64(q.After.Revision), pack(q.After.ID))
	}
	s.and(") WHERE place <= ? ORDER BY owner, place", placesOf(q.Limit))
	places, err := gather(ctx, r.source, scanListed, s.text.String(), s.args...)
	if err != nil {
		return nil, err
	}
	return listsOf(len(q.Owners), places, func(keys []int64) (map[int64]*graph.AssertionRow, error) {
		return r.assertionsOf(ctx, keys)
	})
}

// assertionsOwned gives pairs of owner and assertion.
func assertionsOwned(q *graph.AssertionQuery) *statement {
	const (
		pairs = "SELECT j.key AS owner, a.id AS assertion FROM json_each(?) j "
		named = pairs + "CROSS JOIN name n ON n.uid = unhex(j.value) "
	)
	owners := packed(q.Owners)
	switch q.Role {
	case graph.AboutClaim:
		return say(pairs+"CROSS JOIN claim n ON n.uid = unhex(j.value) CROSS JOIN assertion a INDEXED BY assertion_claim ON a.claim = n.id", owners)
	case graph.BySpeaker:
		return say(named+"CROSS JOIN assertion a INDEXED BY assertion_speaker ON a.speaker = n.id", owners).
			and("UNION "+named+"CROSS JOIN assertion a INDEXED BY assertion_body ON a.body = n.id", owners)
	case graph.OfDocument:
		return say("SELECT j.key AS owner, d.assertion FROM json_each(?) j CROSS JOIN name n ON n.uid = unhex(j.value) "+
			"CROSS JOIN cited d ON d.document = n.id", owners)
	case graph.AtTarget:
		return say(pairs+"CROSS JOIN assertion a INDEXED BY assertion_target ON a.target = unhex(j.value)", owners)
	default:
		return say("SELECT 0 AS owner, 0 AS assertion WHERE false")
	}
}
