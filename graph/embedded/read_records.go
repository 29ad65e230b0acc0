package embedded

import (
	"context"
	"database/sql"
	"maps"

	"github.com/redthread-graph/redthread/graph"
)

// recordKey tells the records of the log apart: decisions and competence come again in later revisions.
type recordKey struct {
	kind graph.RecordKind
	key  int64
	rev  int64 // 0: there is one of that key only
}

func (l *logLine) record() recordKey {
	k := recordKey{kind: loggedKinds()[l.kind], key: l.key}
	if k.kind == graph.DecisionRecord || k.kind == graph.CompetenceRecord {
		k.rev = l.rev
	}
	return k
}

// recordsOf reads the records of lines.
func (r *reader) recordsOf(ctx context.Context, lines []logLine) (map[recordKey]graph.Record, error) {
	keys := map[graph.RecordKind][]int64{}
	for _, l := range lines {
		kind := loggedKinds()[l.kind]
		keys[kind] = append(keys[kind], l.key)
	}
	found := map[recordKey]graph.Record{}
	for kind, keys := range keys {
		records, err := inChunks(keysOf(keys), func(keys []int64) (map[recordKey]graph.Record, error) {
			return r.recordsOfKind(ctx, kind, keys)
		})
		if err != nil {
			return nil, err
		}
		maps.Copy(found, records)
	}
	return found, nil
}

func (r *reader) recordsOfKind(ctx context.Context, kind graph.RecordKind, keys []int64) (map[recordKey]graph.Record, error) {
	switch kind {
	case graph.EntityRecord:
		rows, err := r.entitiesOf(ctx, keys)
		return asRecords(kind, rows, func(row *graph.EntityRow) graph.Record { return &row.Entity }), err
	case graph.DocumentRecord:
		rows, err := r.documentsOf(ctx, keys)
		return asRecords(kind, rows, func(row *graph.DocumentRow) graph.Record { return &row.Document }), err
	case graph.LayerRecord:
		rows, err := r.layersWhere(ctx, "l.id = j.value", listOf(keys))
		return asRecords(kind, rows, func(l *graph.Layer) graph.Record { return l }), err
	case graph.ClaimRecord:
		rows, err := r.claimsOf(ctx, keys)
		return asRecords(kind, rows, func(row *graph.ClaimRow) graph.Record { return &row.Claim }), err
	case graph.AssertionRecord:
		rows, err := r.assertionsOf(ctx, keys)
		return asRecords(kind, rows, func(row *graph.AssertionRow) graph.Record { return &row.Assertion }), err
	case graph.JudgementRecord:
		return r.bodies(ctx, kind, "SELECT g.id, 0, '', g.body FROM json_each(?) j CROSS JOIN judgement g ON g.id = j.value", keys)
	case graph.DecisionRecord:
		return r.bodies(ctx, kind, "SELECT d.assertion, d.rev, '', d.body FROM json_each(?) j CROSS JOIN decision d ON d.assertion = j.value", keys)
	default:
		return r.bodies(ctx, kind, `SELECT c.body, c.rev, n.uid, c.rows FROM json_each(?) j CROSS JOIN competence c ON c.body = j.value
			CROSS JOIN name n ON n.id = c.body`, keys)
	}
}

func asRecords[V any](kind graph.RecordKind, rows map[int64]V, record func(V) graph.Record) map[recordKey]graph.Record {
	found := make(map[recordKey]graph.Record, len(rows))
	for key, row := range rows {
		found[recordKey{kind: kind, key: key}] = record(row)
	}
	return found
}

// bodies reads records that are kept as JSON: key, revision, the body's uid of competence, JSON.
func (r *reader) bodies(ctx context.Context, kind graph.RecordKind, text string, keys []int64) (map[recordKey]graph.Record, error) {
	found := map[recordKey]graph.Record{}
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (key recordKey, err error) {
		var uid []byte
		var body string
		key.kind = kind
		if err := rows.Scan(&key.key, &key.rev, &uid, &body); err != nil {
			return key, err
		}
		found[key], err = readBody(kind, uid, body)
		return key, err
	}, text, listOf(keys))
	return found, err
}

func readBody(kind graph.RecordKind, uid []byte, body string) (graph.Record, error) {
	switch kind {
	case graph.JudgementRecord:
		j := &graph.Judgement{}
		return j, readJSON(body, j)
	case graph.DecisionRecord:
		d := &graph.ReviewDecision{}
		return d, readJSON(body, d)
	default:
		c := &graph.BodyCompetence{Body: unpack[graph.EntityID](uid)}
		return c, readJSON(body, &c.Rows)
	}
}
