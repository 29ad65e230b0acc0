package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
)

// hearing is a claim with all that counts of what is said about it, each thing as it counts.
type hearing struct {
	claim      *ClaimRow
	accusatory bool
	voices     []*voice // in the order in which they were recorded
}

// voice is one accepted assertion as it bears on a claim.
type voice struct {
	*voiced
	row  *AssertionRow
	said Stance // the stance as it was spoken: of a correction that of what it corrects
}

// memory keeps what a view worked out of its claims: the fields of a claim or an allegation ask for it one after another.
type memory struct {
	mu    sync.Mutex
	heard map[ClaimID]*hearing
}

// recall gives what is known of the claims, and those of which nothing is.
func (m *memory) recall(ids []ClaimID) (map[ClaimID]*hearing, []ClaimID) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known := map[ClaimID]*hearing{}
	var open []ClaimID
	for _, id := range sortedSet(ids) {
		if h := m.heard[id]; h != nil {
			known[id] = h
		} else {
			open = append(open, id)
		}
	}
	return known, open
}

func (m *memory) keep(heard map[ClaimID]*hearing) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.heard == nil {
		m.heard = map[ClaimID]*hearing{}
	}
	maps.Copy(m.heard, heard)
}

// hear gives what is said of claims, in few reads for all of them that were not asked for before.
func (v *View) hear(ctx context.Context, ids []ClaimID) (map[ClaimID]*hearing, error) {
	if v.memory == nil {
		return v.listen(ctx, sortedSet(ids))
	}
	known, open := v.memory.recall(ids)
	heard, err := v.listen(ctx, open)
	if err != nil {
		return nil, err
	}
	v.memory.keep(heard)
	maps.Copy(known, heard)
	return known, nil
}

// listen reads what is said of claims.
func (v *View) listen(ctx context.Context, ids []ClaimID) (map[ClaimID]*hearing, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	d := newDeriver(v.facts(), v.Vocabulary)
	dossiers, err := d.dossiers(ctx, ids)
	if err != nil {
		return nil, err
	}
	entities, table, err := v.speakers(ctx, d, dossiers)
	if err != nil {
		return nil, err
	}
	if v.PublicAt != nil {
		shown, err := v.Claims(ctx, ids)
		if err != nil {
			return nil, err
		}
		for i, id := range ids {
			dossiers[i].claim = shown[id]
		}
	}
	out := map[ClaimID]*hearing{}
	for _, f := range dossiers {
		p, err := v.Vocabulary.Predicate(f.claim.Predicate)
		if err != nil {
			return nil, err
		}
		kinds := endKinds(&f.claim.Claim, entities)
		c := Case{
			Accusatory: p.accusatory(kinds), NotFact: f.claim.Modality != Fact, Figure: p.Figure,
			FirstDay: d.firstDayOf(&f.claim.Claim, kinds, entities),
		}
		out[f.claim.ID] = &hearing{claim: f.claim, accusatory: c.Accusatory, voices: f.voices(&c, p, kinds, table)}
	}
	return out, nil
}

// speakers reads the ends of the claims, who speaks of them, and the competence of these.
func (v *View) speakers(
	ctx context.Context, d *deriver, dossiers []*dossier,
) (map[EntityID]*EntityRow, map[EntityID][]Competence, error) {
	var ids, bodies []EntityID
	for _, f := range dossiers {
		ids = append(ids, f.claim.Subject, f.claim.Object)
		for _, a := range f.all() {
			bodies = append(bodies, a.Body())
		}
	}
	entities, err := readSome(ctx, v, append(ids, bodies...), entitiesByID)
	if err != nil {
		return nil, nil, err
	}
	bodies = slices.DeleteFunc(sortedSet(bodies), func(id EntityID) bool { return id == "" })
	table, err := d.competence(ctx, bodies, entities)
	return entities, table, err
}

// voices lays out what is accepted of a dossier, as [dossier.state] does.
func (f *dossier) voices(c *Case, p *Predicate, kinds ends, table map[EntityID][]Competence) []*voice {
	var rows []*AssertionRow
	for _, a := range f.all() {
		if a.counts() {
			rows = append(rows, a)
			c.Spoken = append(c.Spoken, f.spokenOf(a, p, kinds, table))
		}
	}
	voices := readVoices(c)
	layOut(c, voices)
	out := make([]*voice, len(rows))
	for i, a := range rows {
		out[i] = &voice{voices[i], a, f.origin(a).Stance}
	}
	slices.SortStableFunc(out, func(a, b *voice) int {
		return cmp.Or(cmp.Compare(a.row.Stamp.Revision, b.row.Stamp.Revision), cmp.Compare(a.row.ID, b.row.ID))
	})
	return out
}

// during says whether an assertion may speak of one of the days.
func (v *voice) during(days DayRange) bool {
	return slices.ContainsFunc(v.days, func(r DayRange) bool { return r.From <= days.To && days.From <= r.To })
}

// rowsOf lists the assertions of the voices that are picked.
func (h *hearing) rowsOf(pick func(*voice) bool) []*AssertionRow {
	var out []*AssertionRow
	if h == nil {
		return nil
	}
	for _, s := range h.voices {
		if pick(s) {
			out = append(out, s.row)
		}
	}
	return out
}

// denies says whether an assertion counts as a denial or a dismissal of the claim: of exactly this one, or of another one that was
// judged to mean it.
func (v *voice) denies() bool { return v.live && (v.Stance == Denies || v.Stance == Dismisses) }

// denials are the assertions that deny or dismiss the claim.
func (h *hearing) denials() []*AssertionRow { return h.rowsOf((*voice).denies) }

// finds says whether an assertion is a finding by a competent authority, for the claim or against it, that is not withdrawn.
func (v *voice) finds() bool {
	own := !v.Covering && !v.Elsewhere && v.Voice == AuthorityVoice
	return v.live && own && (v.said == Determines || v.said == Dismisses)
}

// replies says whether a party answers, be it with a refusal to comment.
func (v *voice) replies() bool {
	if !v.live {
		return false
	}
	answer := v.said == Denies || v.said == NoComment || v.said == Qualifies
	return v.Covering || v.Party && !v.Elsewhere && answer
}

// withdrawals are the assertions by which support for the claim was withdrawn or corrected, and that stand themselves.
func (h *hearing) withdrawals() []*AssertionRow {
	supported := map[AssertionID]bool{}
	if h == nil {
		return nil
	}
	for _, s := range h.voices {
		if s.support {
			supported[s.ID] = true
		}
	}
	return h.rowsOf(func(s *voice) bool { return s.live && supported[s.Withdraws] })
}
