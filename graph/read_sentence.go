package graph

import (
	"context"
)

// ClaimSentence says a claim in words, as it stands on the view's day, else in its latest stretch: a row of *Scalar[string].
func ClaimSentence() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		said, err := v.shownSentences(ctx, parents)
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(c *ClaimRow) (string, bool) { return said[c.ID], true }), nil
	})
}

// maxReferences is how deep claims that refer to claims are said.
const maxReferences = 3

// shownSentences says each claim as a reading shows it.
func (v *View) shownSentences(ctx context.Context, claims []*ClaimRow) (map[ClaimID]string, error) {
	stretches := make([]*Stretch, len(claims))
	for i, c := range claims {
		if s, ok := v.Shown(c); ok {
			stretches[i] = &s
		}
	}
	said, err := v.sentences(ctx, claims, stretches)
	if err != nil {
		return nil, err
	}
	out := map[ClaimID]string{}
	for i, c := range claims {
		out[c.ID] = said[i]
	}
	return out, nil
}

// sentences says each claim as it stands in a stretch; nil: in none. The sentences are aligned with the claims.
func (v *View) sentences(ctx context.Context, claims []*ClaimRow, stretches []*Stretch) ([]string, error) {
	return v.sentencesTo(ctx, claims, stretches, maxReferences)
}

func (v *View) sentencesTo(ctx context.Context, claims []*ClaimRow, stretches []*Stretch, depth int) ([]string, error) {
	said, err := v.hear(ctx, claimIDsOf(claims))
	if err != nil {
		return nil, err
	}
	nouns, err := v.nouns(ctx, claims, said)
	if err != nil {
		return nil, err
	}
	references, err := v.references(ctx, claims, depth)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(claims))
	for i, c := range claims {
		parts := SentenceParts{
			Claim: &c.Claim, Subject: nouns.of(c.Subject), Object: nouns.of(c.Object), Reference: references[c.ID],
		}
		if s := stretches[i]; s != nil {
			parts.Standing, parts.Contested = s.Standing, s.Contested
			v.addVoices(&parts, said[c.ID], s, nouns)
		}
		out[i] = v.Vocabulary.Sentence(parts)
	}
	return out, nil
}

// addVoices names who stands behind a stretch and who speaks against it: on the view's day where it lies in it.
func (v *View) addVoices(parts *SentenceParts, h *hearing, s *Stretch, nouns nouns) {
	days := s.DayRange
	if v.At != nil && s.Has(*v.At) {
		days = DayRange{*v.At, *v.At}
	}
	name := func(pick func(*voice) bool) []Noun {
		return nouns.speakers(h.rowsOf(func(o *voice) bool { return pick(o) && o.during(days) }))
	}
	own := func(st Stance) []Noun {
		return nouns.speakers(h.rowsOf(func(o *voice) bool { return o.live && !o.Elsewhere && !o.Covering && o.said == st }))
	}
	parts.Supporters = name(func(o *voice) bool { return o.live && o.support && o.standsBehind(s.Standing) })
	parts.Deniers = name(func(o *voice) bool { return o.live && o.Stance == Denies && (o.Party || s.Standing == Unasserted) })
	parts.Dismissers = name(func(o *voice) bool { return o.live && o.Stance == Dismisses })
	parts.Withdrawers = nouns.speakers(h.withdrawals())
	parts.Commenters, parts.Silent = own(Qualifies), own(NoComment)
}

// standsBehind says whether a support is one of those that make the standing.
func (v *voice) standsBehind(s Standing) bool {
	switch s {
	case Determined:
		return v.Stance == Determines
	case Recorded:
		return v.Voice == RegisterVoice && v.Stance != Alleges
	case Admitted:
		return v.Accused
	case Reported:
		return v.Voice == PublisherVoice && v.Stance != Alleges
	default:
		return true
	}
}

// references gives for each claim what its value only points to: the name of who keeps it back, or the sentence of a claim.
func (v *View) references(ctx context.Context, claims []*ClaimRow, depth int) (map[ClaimID]string, error) {
	var refs []ClaimID
	var kept []EntityID
	for _, c := range claims {
		refs, kept = append(refs, c.refersTo()), append(kept, c.keptBackBy())
	}
	by, err := readSome(ctx, v, kept, entitiesByID)
	if err != nil {
		return nil, err
	}
	said := map[ClaimID]string{}
	if depth > 0 {
		if said, err = readSome(ctx, v, refs, func(ctx context.Context, v *View, ids []ClaimID) (map[ClaimID]string, error) {
			return v.referred(ctx, ids, depth-1)
		}); err != nil {
			return nil, err
		}
	}
	out := map[ClaimID]string{}
	for _, c := range claims {
		out[c.ID] = said[c.refersTo()]
		if who := by[c.keptBackBy()]; who != nil {
			out[c.ID] = NounOf(who).Text
		}
	}
	return out, nil
}

// referred says claims that others refer to.
func (v *View) referred(ctx context.Context, ids []ClaimID, depth int) (map[ClaimID]string, error) {
	rows, err := v.Claims(ctx, ids)
	if err != nil {
		return nil, err
	}
	var claims []*ClaimRow
	var stretches []*Stretch
	for _, id := range sortedIDs(rows) {
		claims, stretches = append(claims, rows[id]), append(stretches, nil)
		if s, ok := v.Shown(rows[id]); ok {
			stretches[len(stretches)-1] = &s
		}
	}
	said, err := v.sentencesTo(ctx, claims, stretches, depth)
	out := map[ClaimID]string{}
	for i := range said {
		out[claims[i].ID] = said[i]
	}
	return out, err
}
