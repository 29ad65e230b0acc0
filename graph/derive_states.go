package graph

import (
	"context"
	"slices"
)

// dossier is what one claim's case is made from.
type dossier struct {
	claim    *ClaimRow
	spoken   []*AssertionRow               // about the claim
	covering []*AssertionRow               // denials of other claims judged to cover it explicitly
	turning  []*AssertionRow               // that withdraw or set aside any of these, about whatever claim
	origins  map[AssertionID]*AssertionRow // what corrections correct, where that is about another claim
	covers   map[AssertionID]*JudgementRow // the judgements about the covering ones
	seen     map[AssertionID]bool
}

// deriveStates works out the state of each claim that is not yet worked out.
func (d *deriver) deriveStates(ctx context.Context, ids []ClaimID) error {
	var open []ClaimID
	for _, id := range ids {
		if d.states[id] == nil {
			open = append(open, id)
		}
	}
	if len(open) == 0 {
		return nil
	}
	dossiers, err := d.dossiers(ctx, open)
	if err != nil {
		return err
	}
	return d.judge(ctx, dossiers)
}

// judge reads the kinds of the ends and the competence of the speakers, then derives each claim's state.
func (d *deriver) judge(ctx context.Context, dossiers []*dossier) error {
	var endIDs, bodies []EntityID
	for _, f := range dossiers {
		endIDs = append(endIDs, endsOf(&f.claim.Claim)...)
		for _, a := range f.all() {
			bodies = append(bodies, a.Body())
		}
	}
	entities, err := d.facts.Entities(ctx, sortedSet(append(endIDs, bodies...)))
	if err != nil {
		return err
	}
	table, err := d.competence(ctx, sortedSet(bodies), entities)
	if err != nil {
		return err
	}
	for _, f := range dossiers {
		kinds := kindsOfEnds(&f.claim.Claim, entities)
		predicate, err := d.vocabulary.Predicate(f.claim.Predicate)
		if err != nil {
			return err
		}
		d.before[f.claim.ID] = &f.claim.State
		d.states[f.claim.ID] = f.state(predicate, kinds, table, d.firstDayOf(&f.claim.Claim, kinds, entities))
	}
	return nil
}

// competence gives the rows of each body: its own, else those that its kind has by default.
func (d *deriver) competence(
	ctx context.Context, bodies []EntityID, entities map[EntityID]*EntityRow,
) (map[EntityID][]Competence, error) {
	if len(bodies) == 0 {
		return nil, nil
	}
	table, err := d.facts.Competence(ctx, bodies)
	if err != nil {
		return nil, err
	}
	for _, body := range bodies {
		if _, own := table[body]; !own && entities[body] != nil {
			table[body] = d.vocabulary.defaultCompetence(entities[body].Kind)
		}
	}
	return table, nil
}

// firstDayOf is the first day of the measure that a claim is about: its subject, else its object. What dates the measure holds
// on all days.
func (d *deriver) firstDayOf(c *Claim, kinds ends, entities map[EntityID]*EntityRow) Day {
	measure := c.Subject
	if kinds.subject != Measure {
		measure = c.Object
		if kinds.object != Measure {
			return MinDay
		}
	}
	if c.Predicate == datedPredicate {
		return MinDay
	}
	day, known := d.firstDays[measure]
	if !known {
		day = entities[measure].State.FirstDay
	}
	if day == MaxDay {
		return MinDay
	}
	return day
}

func (f *dossier) all() []*AssertionRow {
	out := append([]*AssertionRow{}, f.spoken...)
	return append(append(out, f.covering...), f.turning...)
}

// state derives the standing of the dossier's claim.
func (f *dossier) state(p *Predicate, kinds ends, table map[EntityID][]Competence, first Day) *ClaimState {
	claim := &f.claim.Claim
	c := Case{
		Accusatory: p.accusatory(kinds), NotFact: claim.Modality != Fact, Figure: p.Figure, FirstDay: first,
	}
	alleged := c.Accusatory
	for _, a := range f.all() {
		if a.counts() {
			s := f.spokenOf(a, p, kinds, table)
			c.Spoken = append(c.Spoken, s)
			alleged = alleged || !s.Elsewhere && s.Stance == Alleges
		}
	}
	state := &ClaimState{
		Claim: claim.ID, Subject: claim.Subject, Predicate: claim.Predicate, Object: claim.Object, Modality: claim.Modality,
		Stretches: Stand(c),
	}
	for _, s := range state.Stretches {
		state.Allegation = state.Allegation || alleged && allegation(s.Standing)
	}
	return state
}

// counts says whether an assertion is accepted, by the newest decision about it.
func (a *AssertionRow) counts() bool {
	if a.Decision != nil {
		return a.Decision.State == Accepted
	}
	return a.Review == Accepted
}

// allegation says whether a standing is one of an allegation: something was said against somebody, or found so.
func allegation(s Standing) bool {
	switch s {
	case Determined, Admitted, Disputed, Alleged, Refuted, Retracted:
		return true
	default:
		return false
	}
}

func (f *dossier) spokenOf(a *AssertionRow, p *Predicate, kinds ends, table map[EntityID][]Competence) Spoken {
	c := &f.claim.Claim
	body := a.Body()
	party := body == c.Subject || body == c.Object || a.Voice == PartyVoice && a.Claim == c.ID
	accused := p.accused(c, kinds, body)
	s := Spoken{
		ID: a.ID, Stance: a.Stance,
		Voice: voiceOf(&a.Assertion, c.Predicate, table[body], party, accused && p.accusatory(kinds)),
		Party: party, Accused: accused, Elsewhere: a.Claim != c.ID,
		Period: a.Period, Terms: a.Terms,
	}
	origin := f.origin(a)
	if a.Stance == Retracts || a.Stance == Corrects {
		s.Withdraws, s.Stance, s.Inherits = a.Target, origin.Stance, f.inherits(a)
	}
	if origin.Stance == Dismisses {
		s.SetsAside = origin.Target
	}
	if j := f.covers[a.ID]; j != nil {
		s.Elsewhere, s.Covering, s.Party, s.Stance, s.SetsAside = false, true, j.Party, Denies, ""
	}
	return s
}

// inherits is what a correction withdraws besides its target: what that withdrew, and so on back.
func (f *dossier) inherits(a *AssertionRow) []AssertionID {
	var out []AssertionID
	for a.Stance == Corrects && f.origins[a.Target] != nil {
		a = f.origins[a.Target]
		if a.Stance == Corrects || a.Stance == Retracts {
			out = append(out, a.Target)
		}
	}
	return out
}

// liveSupports are the accepted assertions that support the claim and are not withdrawn.
func (f *dossier) liveSupports() []*AssertionRow {
	return slices.DeleteFunc(slices.Clone(f.spoken), func(a *AssertionRow) bool {
		return !a.counts() || !supports(f.origin(a).Stance) || f.withdrawn(a.ID)
	})
}

// withdrawn says whether an accepted assertion that is not itself withdrawn retracts or corrects the one named.
func (f *dossier) withdrawn(id AssertionID) bool {
	return slices.ContainsFunc(f.all(), func(a *AssertionRow) bool {
		withdraws := a.Stance == Retracts || a.Stance == Corrects
		return withdraws && a.counts() && (a.Target == id || slices.Contains(f.inherits(a), id)) && !f.withdrawn(a.ID)
	})
}

// origin follows corrections back to what was first said; a retraction is its own origin.
func (f *dossier) origin(a *AssertionRow) *AssertionRow {
	for a.Stance == Corrects && f.origins[a.Target] != nil {
		a = f.origins[a.Target]
	}
	return a
}
