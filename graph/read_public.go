package graph

import (
	"context"
	"slices"
	"sync/atomic"
)

// publicReader reads a store as far as its sources were public by a day: standings, edges and names are derived anew from what was
// said publicly by then, for as many claims in all as the budget allows. An entity's degree is not worked out with its row: it reads
// as unknownDegree.
type publicReader struct {
	*rounds // what has no day
	facts   *publicFacts
	derived *atomic.Int64 // claims worked out by all readings of one operation

	busy    bool // a task derives
	deriver *deriver
	rows    map[ClaimID]*ClaimRow
	names   map[EntityID]string
}

var _ Reader = (*publicReader)(nil)

// unknownDegree is the degree of an entity in a reading of what was public; [EntityDegree] works it out.
const unknownDegree = -1

func newPublicReader(base *rounds, v *Vocabulary, day Day, derived *atomic.Int64) *publicReader {
	facts := &publicFacts{base, day}
	return &publicReader{
		rounds: base, facts: facts, derived: derived, deriver: newDeriver(facts, v),
		rows: map[ClaimID]*ClaimRow{}, names: map[EntityID]string{},
	}
}

// facts are what the rules read: of a reading of what was public only that.
func (v *View) facts() facts {
	if p, ok := v.Reader.(*publicReader); ok {
		return p.facts
	}
	return v.Reader
}

// base is the same reading of all that is on file.
func (v *View) base() *View {
	p, ok := v.Reader.(*publicReader)
	if !ok {
		return v
	}
	all := *v
	all.Reader, all.PublicAt, all.memory = p.rounds, nil, &memory{}
	return &all
}

// begin waits until no other task derives, so that nothing is worked out, or counted, twice.
func (p *publicReader) begin(ctx context.Context) error {
	for p.busy {
		if err := p.pass(ctx); err != nil {
			return err
		}
	}
	p.busy = true
	return nil
}

func (p *publicReader) end() { p.busy = false }

// derive gives the claims with their states as they were public. Each claim is worked out once.
func (p *publicReader) derive(ctx context.Context, claims []*ClaimRow) (map[ClaimID]*ClaimRow, error) {
	if err := p.begin(ctx); err != nil {
		return nil, err
	}
	defer p.end()
	var open []*ClaimRow
	for _, c := range distinctClaims([][]*ClaimRow{claims}) {
		if p.rows[c.ID] == nil {
			open = append(open, c)
		}
	}
	if err := p.deriveOpen(ctx, open); err != nil {
		return nil, err
	}
	out := map[ClaimID]*ClaimRow{}
	for _, c := range claims {
		out[c.ID] = p.rows[c.ID]
	}
	return out, nil
}

// deriveOpen works out claims, and the first days of the measures that they are about.
func (p *publicReader) deriveOpen(ctx context.Context, open []*ClaimRow) error {
	if len(open) == 0 {
		return nil
	}
	if err := p.deriveFirstDays(ctx, open); err != nil {
		return err
	}
	if err := p.deriveStates(ctx, claimIDsOf(open)); err != nil {
		return err
	}
	for _, c := range open {
		row := *c
		row.State = *p.deriver.states[c.ID]
		p.rows[c.ID] = &row
	}
	return nil
}

// deriveStates works out the states of claims within the budget.
func (p *publicReader) deriveStates(ctx context.Context, ids []ClaimID) error {
	ids = slices.DeleteFunc(sortedSet(ids), func(id ClaimID) bool { return p.deriver.states[id] != nil })
	if p.derived.Add(int64(len(ids))) > maxDerived {
		return tooMany("claims to derive from what was public", maxDerived)
	}
	return p.deriver.deriveStates(ctx, ids)
}

// deriveFirstDays works out the first days of the measures at the claims' ends, in few reads for all of them.
func (p *publicReader) deriveFirstDays(ctx context.Context, claims []*ClaimRow) error {
	measures, err := p.deriver.measuresOf(ctx, claimIDsOf(claims))
	if err != nil {
		return err
	}
	ids := slices.DeleteFunc(sortedIDs(measures), func(id EntityID) bool {
		_, known := p.deriver.firstDays[id]
		return known
	})
	if len(ids) == 0 {
		return nil
	}
	dated, err := p.facts.ListClaims(ctx, ClaimQuery{Owners: asStrings(ids), Role: AsSubject, Predicates: []string{datedPredicate}})
	if err != nil {
		return err
	}
	if err := p.deriveStates(ctx, claimIDsOf(distinctClaims(dated))); err != nil {
		return err
	}
	var undated []EntityID
	for i, id := range ids {
		day := MaxDay
		for _, c := range dated[i] {
			if begins, ok := c.beginsOn(); ok && p.deriver.states[c.ID].stands() {
				day = min(day, begins)
			}
		}
		p.deriver.firstDays[id] = day
		if day == MaxDay {
			undated = append(undated, id)
		}
	}
	return p.dateByPublication(ctx, undated)
}

// dateByPublication gives measures without a day that of the first document that supports a claim about them.
func (p *publicReader) dateByPublication(ctx context.Context, measures []EntityID) error {
	if len(measures) == 0 {
		return nil
	}
	claims, err := p.facts.ListClaims(ctx, ClaimQuery{Owners: asStrings(measures), Role: AnyEnd, Limit: maxScanned + 1})
	if err != nil {
		return err
	}
	for i, rows := range claims {
		if len(rows) > maxScanned {
			return tooMany("claims about "+string(measures[i]), maxScanned)
		}
	}
	all := claimIDsOf(distinctClaims(claims))
	if len(all) == 0 {
		return nil
	}
	dossiers, err := p.deriver.dossiers(ctx, all)
	if err != nil {
		return err
	}
	lists := make([][]*AssertionRow, len(all))
	var ids []DocumentID
	for i := range all {
		lists[i] = dossiers[i].liveSupports()
		for _, a := range lists[i] {
			for _, e := range a.Evidence {
				ids = append(ids, e.Document)
			}
		}
	}
	docs, err := p.Documents(ctx, sortedSet(ids))
	if err != nil {
		return err
	}
	first := map[ClaimID]Day{}
	for i, id := range all {
		first[id] = firstPublished(lists[i], docs)
	}
	for i, id := range measures {
		for _, c := range claims[i] {
			p.deriver.firstDays[id] = min(p.deriver.firstDays[id], first[c.ID])
		}
	}
	return nil
}

func firstPublished(rows []*AssertionRow, docs map[DocumentID]*DocumentRow) Day {
	day := MaxDay
	for _, a := range rows {
		for _, e := range a.Evidence {
			if d := docs[e.Document]; d != nil && !d.Published.IsZero() {
				day = min(day, d.Published.Earliest())
			}
		}
	}
	return day
}
