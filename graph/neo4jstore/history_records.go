package neo4jstore

import (
	"context"
	"maps"

	"github.com/redthread-graph/redthread/graph"
)

// recordKey tells the records of the log apart: decisions and competence come again in later revisions.
type recordKey struct {
	kind graph.RecordKind
	id   string
	rev  int64 // 0: there is one of that id only
}

func (l *logLine) key() recordKey {
	k := recordKey{kind: l.kind, id: l.record}
	if k.kind == graph.DecisionRecord || k.kind == graph.CompetenceRecord {
		k.rev = l.rev
	}
	return k
}

// recordsOf reads the records of lines.
func (r *reader) recordsOf(ctx context.Context, lines []logLine) (map[recordKey]graph.Record, error) {
	byKind := map[graph.RecordKind][]logLine{}
	for _, l := range lines {
		byKind[l.kind] = append(byKind[l.kind], l)
	}
	found := make(map[recordKey]graph.Record, len(lines))
	for kind, lines := range byKind {
		records, err := inChunks(lines, func(lines []logLine) (map[recordKey]graph.Record, error) {
			return r.recordsOfKind(ctx, kind, lines)
		})
		if err != nil {
			return nil, err
		}
		maps.Copy(found, records)
	}
	return found, nil
}

func (r *reader) recordsOfKind(ctx context.Context, kind graph.RecordKind, lines []logLine) (map[recordKey]graph.Record, error) {
	switch kind {
	case graph.EntityRecord:
		rows, err := r.Entities(ctx, recordIDs[graph.EntityID](lines))
		return asRecords(kind, rows, func(row *graph.EntityRow) graph.Record { return &row.Entity }), err
	case graph.DocumentRecord:
		rows, err := r.Documents(ctx, recordIDs[graph.DocumentID](lines))
		return asRecords(kind, rows, func(row *graph.DocumentRow) graph.Record { return &row.Document }), err
	case graph.LayerRecord:
		rows, err := r.Layers(ctx, recordIDs[graph.LayerID](lines))
		return asRecords(kind, rows, func(l *graph.Layer) graph.Record { return l }), err
	case graph.ClaimRecord:
		rows, err := r.Claims(ctx, recordIDs[graph.ClaimID](lines))
		return asRecords(kind, rows, func(row *graph.ClaimRow) graph.Record { return &row.Claim }), err
	case graph.AssertionRecord:
		rows, err := r.Assertions(ctx, recordIDs[graph.AssertionID](lines))
		return asRecords(kind, rows, func(row *graph.AssertionRow) graph.Record { return &row.Assertion }), err
	case graph.JudgementRecord:
		return r.judgementRecords(ctx, lines)
	case graph.DecisionRecord:
		return r.decisionRecords(ctx, lines)
	default:
		return r.competenceRecords(ctx, lines)
	}
}

func recordIDs[ID ~string](lines []logLine) []ID {
	ids := make([]ID, len(lines))
	for i := range lines {
		ids[i] = ID(lines[i].record)
	}
	return ids
}

func asRecords[K ~string, V any](kind graph.RecordKind, rows map[K]V, record func(V) graph.Record) map[recordKey]graph.Record {
	found := make(map[recordKey]graph.Record, len(rows))
	for id, row := range rows {
		found[recordKey{kind: kind, id: string(id)}] = record(row)
	}
	return found
}

func (r *reader) judgementRecords(ctx context.Context, lines []logLine) (map[recordKey]graph.Record, error) {
	read, err := collected(ctx, r.store.conn, scanJudgement, statement("judgements"),
		map[string]any{"ids": recordIDs[string](lines), "rev": r.rev})
	found := make(map[recordKey]graph.Record, len(read))
	for _, j := range read {
		found[recordKey{kind: graph.JudgementRecord, id: string(j.row.ID)}] = &j.row.Judgement
	}
	return found, err
}

func (r *reader) decisionRecords(ctx context.Context, lines []logLine) (map[recordKey]graph.Record, error) {
	found := make(map[recordKey]graph.Record, len(lines))
	_, err := collected(ctx, r.store.conn, func(c *cells) recordKey {
		key, decision := recordKey{kind: graph.DecisionRecord, id: c.text(), rev: c.integer()}, &graph.ReviewDecision{}
		if err := readJSON(c.text(), decision); err != nil {
			c.fail(err)
		}
		found[key] = decision
		return key
	}, statement("history_decisions"), map[string]any{"ids": recordIDs[string](lines), "revs": revisionsOf(lines)})
	return found, err
}

func (r *reader) competenceRecords(ctx context.Context, lines []logLine) (map[recordKey]graph.Record, error) {
	read, err := collected(ctx, r.store.conn, scanCompetence, statement("history_competence"),
		map[string]any{"ids": recordIDs[string](lines), "revs": revisionsOf(lines)})
	found := make(map[recordKey]graph.Record, len(read))
	for _, c := range read {
		found[recordKey{graph.CompetenceRecord, string(c.table.Body), c.rev}] = c.table
	}
	return found, err
}
