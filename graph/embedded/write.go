package embedded

import (
	"context"
	"iter"
	"reflect"

	"github.com/redthread-graph/redthread/graph"
)

// chunkLength is how many records of a sequence are written at once.
const chunkLength = 4096

// placed is a record with its place in the sequence.
type placed[R graph.Record] struct {
	record R
	place  int
}

// late is a record that waits because what it names has not come yet.
type late struct {
	placed[graph.Record]
	missing error
}

// batch holds the records of one chunk by type, each type in the order given.
type batch struct {
	entities     []placed[*graph.Entity]
	documents    []placed[*graph.Document]
	judgements   []placed[*graph.Judgement]
	layers       []placed[*graph.Layer]
	claims       []placed[*graph.Claim]
	competence   []placed[*graph.BodyCompetence]
	assertions   []placed[*graph.Assertion]
	layerTerms   []placed[*graph.LayerTerms]
	decisions    []placed[*graph.ReviewDecision]
	claimStates  []placed[*graph.ClaimState]
	entityStates []placed[*graph.EntityState]

	// unstated are the entities that are new in this batch: they have no state yet.
	unstated map[graph.EntityID]*graph.Entity
	late     []late
}

// putAll writes a sequence chunk by chunk. A record may stand before what it names: it then waits for the next chunks.
func (t *tx) putAll(ctx context.Context, records iter.Seq2[graph.Record, error]) error {
	var chunk []placed[graph.Record]
	place := 0
	for record, err := range records {
		if err != nil {
			return err
		}
		chunk = append(chunk, placed[graph.Record]{record, place})
		place++
		if len(chunk) < chunkLength {
			continue
		}
		waiting, err := t.put(ctx, chunk)
		if err != nil {
			return err
		}
		chunk = chunk[:0]
		for _, l := range waiting {
			chunk = append(chunk, l.placed)
		}
	}
	waiting, err := t.put(ctx, chunk)
	if err != nil {
		return err
	}
	if len(waiting) > 0 {
		return waiting[0].missing
	}
	return t.writeLog(ctx)
}

// put writes one chunk: what others name comes first. It gives back the records that name what is not on file.
func (t *tx) put(ctx context.Context, chunk []placed[graph.Record]) ([]late, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	t.keys.trim()
	b := &batch{unstated: map[graph.EntityID]*graph.Entity{}}
	for _, p := range chunk {
		if err := b.add(p); err != nil {
			return nil, err
		}
	}
	whole := context.WithoutCancel(ctx)
	for _, step := range []func(context.Context, *batch) error{
		t.putEntities, t.putDocuments, t.putJudgements, t.putLayers, t.putClaims, t.putCompetence, t.putAssertions,
		t.putLayerTerms, t.putDecisions, t.putClaimStates, t.putEntityStates,
	} {
		if err := step(whole, b); err != nil {
			return nil, err
		}
	}
	return b.late, nil
}

// add sorts one record into the batch.
func (b *batch) add(p placed[graph.Record]) error {
	if p.record == nil || reflect.ValueOf(p.record).IsNil() {
		return graph.Invalid("record", "nil", "a record")
	}
	if graph.RecordID(p.record) == "" {
		return graph.Invalid("id", "", "an id")
	}
	switch r := p.record.(type) {
	case *graph.Entity:
		b.entities = append(b.entities, placed[*graph.Entity]{r, p.place})
	case *graph.Document:
		b.documents = append(b.documents, placed[*graph.Document]{r, p.place})
	case *graph.Judgement:
		b.judgements = append(b.judgements, placed[*graph.Judgement]{r, p.place})
	case *graph.Layer:
		b.layers = append(b.layers, placed[*graph.Layer]{r, p.place})
	case *graph.Claim:
		b.claims = append(b.claims, placed[*graph.Claim]{r, p.place})
	case *graph.BodyCompetence:
		b.competence = append(b.competence, placed[*graph.BodyCompetence]{r, p.place})
	case *graph.Assertion:
		b.assertions = append(b.assertions, placed[*graph.Assertion]{r, p.place})
	case *graph.LayerTerms:
		b.layerTerms = append(b.layerTerms, placed[*graph.LayerTerms]{r, p.place})
	case *graph.ReviewDecision:
		b.decisions = append(b.decisions, placed[*graph.ReviewDecision]{r, p.place})
	case *graph.ClaimState:
		b.claimStates = append(b.claimStates, placed[*graph.ClaimState]{r, p.place})
	case *graph.EntityState:
		b.entityStates = append(b.entityStates, placed[*graph.EntityState]{r, p.place})
	}
	return nil
}

// wait puts a record off until what it names has come.
func wait[R graph.Record](b *batch, p placed[R], what, id string) {
	b.late = append(b.late, late{placed[graph.Record]{p.record, p.place}, missing(what, id)})
}

// idsOf collects an id from every record.
func idsOf[R graph.Record, ID any](records []placed[R], id func(R) ID) []ID {
	ids := make([]ID, len(records))
	for i, p := range records {
		ids[i] = id(p.record)
	}
	return ids
}

// some is a list, or nil for an empty one: what is kept as JSON is so read back alike.
func some[V any](list []V) []V {
	if len(list) == 0 {
		return nil
	}
	return list
}
