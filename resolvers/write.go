package resolvers

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// receipt stands above what a mutation answers: the ids of what it wrote.
type receipt struct {
	graph.Receipt
	claim     graph.ClaimID
	assertion graph.AssertionID
	document  graph.DocumentID
	body      graph.EntityID
	judged    string // one of the things that the judgement is about
}

// Key is the same for all: there is one in an answer.
func (*receipt) Key() string { return "" }

// write puts a draft on file and shows the answer, read at the revision that was written: a first call and a repeated one are the
// same. Note may add ids that the draft does not tell.
func write[V any](
	ctx context.Context, r *Resolver, d *drafter, show func(model.Place) V, note func(*receipt),
) (none V, err error) {
	if d.err != nil {
		return none, d.err
	}
	shape, err := r.shaper(ctx).payload(ctx, graphql.GetFieldContext(ctx).Field)
	if err != nil {
		return none, err
	}
	written, err := r.service.Write(ctx, d.operation, d.draft)
	if err != nil {
		return none, refused(d.operation, err)
	}
	answered := newReceipt(written)
	if note != nil {
		note(answered)
	}
	reading, err := readingsOf(ctx).after(ctx, written.Revision)
	if err != nil {
		return none, fmt.Errorf("read revision %d: %w", written.Revision, err)
	}
	place, err := reading.fill(ctx, days{}, answered, shape)
	if err != nil {
		return none, err
	}
	return show(place), nil
}

// newReceipt takes the claim and the assertion of the only statement from the receipt.
func newReceipt(written graph.Receipt) *receipt {
	answered := &receipt{Receipt: written}
	if len(written.Claims) == 1 {
		answered.claim, answered.assertion = written.Claims[0], written.Assertions[0]
	}
	return answered
}

// payloadLines are the fields of what mutations answer.
func payloadLines() table {
	lines := table{}
	for _, payload := range []string{
		"RecordStatement", "AddDocument", "AddEntity", "RecordAssertion", "RetractAssertion", "CorrectAssertion",
		"RejectAssertion", "SetCompetence", "JudgeIdentity", "JudgeDenial",
	} {
		for field, l := range map[string]line{
			"claim":     fixed(named(func(r *receipt) []string { return []string{string(r.claim)} })),
			"assertion": fixed(named(func(r *receipt) []string { return []string{string(r.assertion)} })),
			"document":  fixed(named(func(r *receipt) []string { return []string{string(r.document)} })),
			"entity":    fixed(named(func(r *receipt) []string { return texts(r.Entities) })),
			"judgement": fixed(judged),
			"created":   fixed(created),
			"rows":      fixed(competenceWritten),
		} {
			lines[payload+"Payload."+field] = l
		}
	}
	return lines
}

// created are the entities that came with the write: those of the draft that were not on file before.
func created(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
	pages, err := named(func(r *receipt) []string { return texts(r.Entities) })(ctx, v, parents)
	for i := range pages {
		var fresh []graph.Row
		seen := map[string]bool{}
		for _, row := range pages[i].Rows {
			entity, ok := row.Node.(*graph.EntityRow)
			if ok && entity.Stamp.Revision == v.Stamp().Revision && !seen[entity.Key()] {
				fresh, seen[entity.Key()] = append(fresh, row), true
			}
		}
		pages[i].Rows = fresh
	}
	return pages, err
}

// judged is the judgement that was made.
func judged(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
	pages := make([]graph.Page, len(parents))
	for i, parent := range parents {
		made, ok := parent.(*receipt)
		if !ok {
			continue
		}
		lists, err := v.ListJudgements(ctx, []string{made.judged})
		if err != nil {
			return nil, fmt.Errorf("judgements about %s: %w", made.judged, err)
		}
		for _, row := range lists[0] {
			if slices.Contains(made.Judgements, row.ID) {
				pages[i] = alone(row)
			}
		}
	}
	return pages, nil
}

// competenceWritten are the rows of the body that the mutation set.
func competenceWritten(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
	pages := make([]graph.Page, len(parents))
	for i, parent := range parents {
		set, ok := parent.(*receipt)
		if !ok {
			continue
		}
		own, err := competenceOf(set.body)(ctx, v, parents[i:i+1])
		if err != nil {
			return nil, err
		}
		pages[i] = own[0]
	}
	return pages, nil
}

func texts[S ~string](ids []S) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
