package graph

import (
	"context"
	"slices"
)

// clash is two claims that cannot both be true on some days.
type clash struct {
	a, b *ClaimRow
	days []DayRange // on which both may hold
}

// sides are the live supports of both claims that may hold on the days of the clash.
func (p *clash) sides(said map[ClaimID]*hearing) []*AssertionRow {
	var out []*AssertionRow
	for _, c := range []*ClaimRow{p.a, p.b} {
		out = append(out, said[c.ID].rowsOf(func(s *voice) bool {
			return s.live && s.support && slices.ContainsFunc(p.days, s.during)
		})...)
	}
	return out
}

// clashes finds in each group the pairs of claims that may hold on one day and cannot both be true then. Places are looked up for all
// groups at once.
func (v *View) clashes(ctx context.Context, groups [][]*ClaimRow) ([][]clash, error) {
	out := make([][]clash, len(groups))
	var objects []EntityID
	for i, group := range groups {
		for k, a := range group {
			for _, b := range group[k+1:] {
				days := v.sharedDays(a, b)
				if len(days) == 0 || !mayClash(&a.Claim, &b.Claim) {
					continue
				}
				out[i] = append(out[i], clash{a, b, days})
				objects = append(objects, a.Object, b.Object)
			}
		}
	}
	entities, err := readSome(ctx, v, objects, entitiesByID)
	if err != nil || len(entities) == 0 {
		return out, err
	}
	lying, err := v.placesOf(ctx, sortedIDs(entities))
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i] = keepPairs(out[i], func(p *clash) bool { return differentObjects(&p.a.Claim, &p.b.Claim, entities, lying) })
	}
	return out, nil
}

func keepPairs(pairs []clash, keep func(*clash) bool) []clash {
	var out []clash
	for i := range pairs {
		if keep(&pairs[i]) {
			out = append(out, pairs[i])
		}
	}
	return out
}

// differentObjects says whether two claims' objects cannot both be meant: one that lies in the other can, and an unnamed one may be
// any.
func differentObjects(a, b *Claim, entities map[EntityID]*EntityRow, lying map[EntityID]map[EntityID]*EntityRow) bool {
	if a.Object == "" || b.Object == "" {
		return true
	}
	for _, id := range []EntityID{a.Object, b.Object} {
		if row := entities[id]; row == nil || row.Specificity != Named {
			return false
		}
	}
	return lying[a.Object][b.Object] == nil && lying[b.Object][a.Object] == nil
}

// sharedDays are the days on which both claims may hold, neither being void; with a day in the view that one alone.
func (v *View) sharedDays(a, b *ClaimRow) []DayRange {
	var out []DayRange
	for _, s := range a.State.Stretches {
		for _, t := range b.State.Stretches {
			days := DayRange{max(s.From, t.From), min(s.To, t.To)}
			if s.Tier == Void || t.Tier == Void || days.From > days.To || v.At != nil && !days.Has(*v.At) {
				continue
			}
			if v.At != nil {
				days = DayRange{*v.At, *v.At}
			}
			out = append(out, days)
		}
	}
	return out
}

// daysConflict finds the live supports of one claim whose days overlap and whose given first days, or given last days, cannot be the
// same day; nil when there are none.
func (v *View) daysConflict(h *hearing) *ConflictNode {
	var live []*voice
	if h != nil {
		for _, s := range h.voices {
			if s.live && s.support {
				live = append(live, s)
			}
		}
	}
	taking := map[AssertionID]bool{}
	for i, a := range live {
		for _, b := range live[i+1:] {
			if v.overlap(a, b) && datesClash(&a.row.Period, &b.row.Period) {
				taking[a.ID], taking[b.ID] = true, true
			}
		}
	}
	if len(taking) == 0 {
		return nil
	}
	return &ConflictNode{
		Kind: ConflictingDays, Claims: []*ClaimRow{h.claim}, Assertions: h.rowsOf(func(s *voice) bool { return taking[s.ID] }),
	}
}

// overlap says whether two assertions may hold on one day; with a day in the view on that one.
func (v *View) overlap(a, b *voice) bool {
	for _, days := range a.days {
		if v.At != nil && !days.Has(*v.At) {
			continue
		}
		if v.At != nil {
			days = DayRange{*v.At, *v.At}
		}
		if b.during(days) {
			return true
		}
	}
	return false
}

// datesClash says whether two periods give first days, or last days, that cannot be the same. An open end is given, an unknown one is
// not.
func datesClash(a, b *Period) bool {
	return boundsClash(boundOf(a.From, MinDay), boundOf(b.From, MinDay)) || boundsClash(boundOf(a.To, MaxDay), boundOf(b.To, MaxDay))
}

func boundsClash(a, b *bound) bool {
	return a != nil && b != nil && (a.latest < b.earliest || b.latest < a.earliest)
}
