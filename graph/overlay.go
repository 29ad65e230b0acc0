package graph

import (
	"context"
	"maps"
	"slices"
)

// overlay lays raw records that are not yet written over a reader, so that rules read both alike. Of the queries it answers
// those that rules ask: claims by an end, assertions by claim or target, none of them in pages.
type overlay struct {
	base facts

	entities   map[EntityID]*EntityRow
	claims     map[ClaimID]*ClaimRow
	assertions map[AssertionID]*AssertionRow
	decisions  map[AssertionID]*DecisionRow
	judgements map[string][]*JudgementRow
	competence map[EntityID][]Competence
	documents  map[DocumentID]*DocumentRow
	layers     map[LayerID]*Layer

	// order keeps assertions as they came.
	order []*AssertionRow
}

func newOverlay(base facts) *overlay {
	return &overlay{
		base:       base,
		entities:   map[EntityID]*EntityRow{},
		claims:     map[ClaimID]*ClaimRow{},
		assertions: map[AssertionID]*AssertionRow{},
		decisions:  map[AssertionID]*DecisionRow{},
		judgements: map[string][]*JudgementRow{},
		competence: map[EntityID][]Competence{},
		documents:  map[DocumentID]*DocumentRow{},
		layers:     map[LayerID]*Layer{},
	}
}

// add lays one raw record over the reader; derived ones are not read through an overlay.
func (o *overlay) add(r Record) {
	switch r := r.(type) {
	case *Entity:
		o.entities[r.ID] = &EntityRow{Entity: *r, State: EntityState{Entity: r.ID, Name: r.Caption, FirstDay: MaxDay}}
	case *Document:
		o.documents[r.ID] = &DocumentRow{Document: *r}
	case *Layer:
		o.layers[r.ID] = r
	case *Claim:
		o.claims[r.ID] = &ClaimRow{Claim: *r}
	case *Assertion:
		row := &AssertionRow{Assertion: *r}
		o.assertions[r.ID] = row
		o.order = append(o.order, row)
	case *ReviewDecision:
		o.decisions[r.Assertion] = &DecisionRow{ReviewDecision: *r}
	case *Judgement:
		o.addJudgement(r)
	case *BodyCompetence:
		o.competence[r.Body] = r.Rows
	default:
	}
}

func (o *overlay) addJudgement(j *Judgement) {
	row := &JudgementRow{Judgement: *j}
	for _, owner := range j.owners() {
		o.judgements[owner] = append(o.judgements[owner], row)
	}
}

// Entities gives new rows over those on file.
func (o *overlay) Entities(ctx context.Context, ids []EntityID) (map[EntityID]*EntityRow, error) {
	return under(ctx, o.base.Entities, o.entities, ids)
}

// Claims gives new rows over those on file.
func (o *overlay) Claims(ctx context.Context, ids []ClaimID) (map[ClaimID]*ClaimRow, error) {
	return under(ctx, o.base.Claims, o.claims, ids)
}

// Documents gives new rows over those on file.
func (o *overlay) Documents(ctx context.Context, ids []DocumentID) (map[DocumentID]*DocumentRow, error) {
	return under(ctx, o.base.Documents, o.documents, ids)
}

// Layers gives new rows over those on file.
func (o *overlay) Layers(ctx context.Context, ids []LayerID) (map[LayerID]*Layer, error) {
	return under(ctx, o.base.Layers, o.layers, ids)
}

// Competence gives new rows over those on file.
func (o *overlay) Competence(ctx context.Context, bodies []EntityID) (map[EntityID][]Competence, error) {
	return under(ctx, o.base.Competence, o.competence, bodies)
}

// Assertions gives new rows over those on file, each with the newest decision about it.
func (o *overlay) Assertions(ctx context.Context, ids []AssertionID) (map[AssertionID]*AssertionRow, error) {
	rows, err := under(ctx, o.base.Assertions, o.assertions, ids)
	if err != nil {
		return nil, err
	}
	for id, row := range rows {
		rows[id] = o.decided(row)
	}
	return rows, nil
}

// under reads what is not among the new rows from the reader below them.
func under[K comparable, V any](
	ctx context.Context, read func(context.Context, []K) (map[K]V, error), fresh map[K]V, ids []K,
) (map[K]V, error) {
	below := make([]K, 0, len(ids))
	found := map[K]V{}
	for _, id := range ids {
		if row, ok := fresh[id]; ok {
			found[id] = row
		} else {
			below = append(below, id)
		}
	}
	if len(below) == 0 {
		return found, nil
	}
	rows, err := read(ctx, below)
	if err != nil {
		return nil, err
	}
	maps.Copy(found, rows)
	return found, nil
}

func (o *overlay) decided(row *AssertionRow) *AssertionRow {
	decision, ok := o.decisions[row.ID]
	if !ok {
		return row
	}
	changed := *row
	changed.Decision = decision
	return &changed
}

// ListClaims adds the new claims that stand in the asked role to those on file.
func (o *overlay) ListClaims(ctx context.Context, q ClaimQuery) ([][]*ClaimRow, error) {
	lists, err := o.base.ListClaims(ctx, q)
	if err != nil {
		return nil, err
	}
	for i, owner := range q.Owners {
		known := map[ClaimID]bool{}
		for _, row := range lists[i] {
			known[row.ID] = true
		}
		for _, id := range slices.Sorted(maps.Keys(o.claims)) {
			if row := o.claims[id]; !known[id] && inRole(&row.Claim, owner, q.Role) && among(q.Predicates, row.Predicate) {
				lists[i] = append(lists[i], row)
			}
		}
	}
	return lists, nil
}

func inRole(c *Claim, owner string, role ClaimRole) bool {
	subject, object := string(c.Subject) == owner, string(c.Object) == owner
	switch role {
	case AsSubject:
		return subject
	case AsObject:
		return object
	case AnyEnd:
		return subject || object
	case ReferredClaim:
		ref, ok := c.Value.(ClaimRef)
		return ok && string(ref.Claim) == owner
	default:
		return false
	}
}

// among says whether an allow-list, which allows all when empty, holds v.
func among[T comparable](allowed []T, v T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, v)
}

// ListAssertions adds the new assertions about a claim, or with a target, to those on file.
func (o *overlay) ListAssertions(ctx context.Context, q AssertionQuery) ([][]*AssertionRow, error) {
	lists, err := o.base.ListAssertions(ctx, q)
	if err != nil {
		return nil, err
	}
	for i, owner := range q.Owners {
		for k, row := range lists[i] {
			lists[i][k] = o.decided(row)
		}
		for _, row := range o.order {
			if q.Role == AboutClaim && string(row.Claim) == owner || q.Role == AtTarget && string(row.Target) == owner {
				lists[i] = append(lists[i], o.decided(row))
			}
		}
	}
	return lists, nil
}

// ListJudgements adds the new judgements to those on file.
func (o *overlay) ListJudgements(ctx context.Context, owners []string) ([][]*JudgementRow, error) {
	lists, err := o.base.ListJudgements(ctx, owners)
	if err != nil {
		return nil, err
	}
	for i, owner := range owners {
		lists[i] = append(lists[i], o.judgements[owner]...)
	}
	return lists, nil
}

// attach adds a new layer to its document's row, which may be on file.
func (o *overlay) attach(layer *Layer, onFile *DocumentRow) {
	row, ok := o.documents[layer.Document]
	if !ok {
		if onFile == nil {
			return
		}
		changed := *onFile
		row = &changed
		o.documents[layer.Document] = row
	}
	row.Layers = append(slices.Clone(row.Layers), layer.ID)
}
