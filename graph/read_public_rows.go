package graph

import (
	"context"
	"slices"
)

// Entities gives entities under the names that were public; a measure's first day is the one that was.
func (p *publicReader) Entities(ctx context.Context, ids []EntityID) (map[EntityID]*EntityRow, error) {
	rows, err := p.rounds.Entities(ctx, ids)
	if err != nil || len(rows) == 0 {
		return rows, err
	}
	if err := p.nameEntities(ctx, rows); err != nil {
		return nil, err
	}
	days, err := p.firstDaysOf(ctx, rows)
	if err != nil {
		return nil, err
	}
	for id, row := range rows {
		public := *row
		public.State.Name, public.State.Degree = p.names[id], unknownDegree
		if row.Kind == Measure {
			public.State.FirstDay = days[id]
		}
		rows[id] = &public
	}
	return rows, nil
}

// nameEntities works out the preferred names that are not known yet.
func (p *publicReader) nameEntities(ctx context.Context, rows map[EntityID]*EntityRow) error {
	ids := slices.DeleteFunc(sortedIDs(rows), func(id EntityID) bool {
		_, known := p.names[id]
		return known
	})
	if len(ids) == 0 {
		return nil
	}
	lists, err := p.ListClaims(ctx, ClaimQuery{Owners: asStrings(ids), Role: AsSubject, Predicates: []string{namePredicate}})
	if err != nil {
		return err
	}
	for i, id := range ids {
		standing := slices.DeleteFunc(lists[i], func(c *ClaimRow) bool { return !c.State.stands() })
		p.names[id] = p.deriver.preferredName(rows[id].Caption, standing)
	}
	return nil
}

// firstDaysOf gives the first days of the measures among entities.
func (p *publicReader) firstDaysOf(ctx context.Context, rows map[EntityID]*EntityRow) (map[EntityID]Day, error) {
	if err := p.begin(ctx); err != nil {
		return nil, err
	}
	defer p.end()
	out := map[EntityID]Day{}
	var open []EntityID
	for _, id := range sortedIDs(rows) {
		if rows[id].Kind != Measure {
			continue
		}
		if _, known := p.deriver.firstDays[id]; !known {
			open = append(open, id)
		}
	}
	if len(open) > 0 {
		about, err := p.facts.ListClaims(ctx, ClaimQuery{Owners: asStrings(open), Role: AnyEnd, Limit: 1})
		if err != nil {
			return nil, err
		}
		if err := p.deriveFirstDays(ctx, distinctClaims(about)); err != nil {
			return nil, err
		}
	}
	for id := range rows {
		out[id] = MaxDay
		if day, known := p.deriver.firstDays[id]; known {
			out[id] = day
		}
	}
	return out, nil
}

// Claims gives claims with the states that were public.
func (p *publicReader) Claims(ctx context.Context, ids []ClaimID) (map[ClaimID]*ClaimRow, error) {
	rows, err := p.rounds.Claims(ctx, ids)
	if err != nil {
		return nil, err
	}
	list := make([]*ClaimRow, 0, len(rows))
	for _, id := range sortedIDs(rows) {
		list = append(list, rows[id])
	}
	return p.derive(ctx, list)
}

// ListClaims gives the claims that were public, as they stood then.
func (p *publicReader) ListClaims(ctx context.Context, q ClaimQuery) ([][]*ClaimRow, error) {
	return p.listClaims(ctx, q, func(*ClaimRow) bool { return true })
}

// listClaims is ListClaims for what passes a test that needs no state.
func (p *publicReader) listClaims(ctx context.Context, q ClaimQuery, keep func(*ClaimRow) bool) ([][]*ClaimRow, error) {
	lists, err := p.rounds.ListClaims(ctx, ClaimQuery{
		Owners: q.Owners, Role: q.Role, Predicates: q.Predicates, Modalities: q.Modalities, After: q.After, Limit: maxScanned + 1,
	})
	if err != nil {
		return nil, err
	}
	for i, rows := range lists {
		if len(rows) > maxScanned {
			return nil, tooMany("claims of "+q.Owners[i], maxScanned)
		}
		lists[i] = slices.DeleteFunc(rows, func(c *ClaimRow) bool { return !keep(c) })
	}
	if lists, err = p.keepSpoken(ctx, q, lists); err != nil {
		return nil, err
	}
	derived, err := p.derive(ctx, slices.Concat(lists...))
	if err != nil {
		return nil, err
	}
	for i, rows := range lists {
		var out []*ClaimRow
		for _, c := range rows {
			if row := derived[c.ID]; q.passes(row) && (q.Limit == 0 || len(out) < q.Limit) {
				out = append(out, row)
			}
		}
		lists[i] = out
	}
	return lists, nil
}

// passes tests how a claim stands, as a store does.
func (q *ClaimQuery) passes(c *ClaimRow) bool {
	view := View{At: q.At}
	s, ok := view.Shown(c)
	return ok && among(q.Standings, s.Standing) && (q.Contested == nil || *q.Contested == s.Contested) &&
		(!q.Allegation || c.State.Allegation)
}

// keepSpoken leaves out the claims of a speaker or document of which it had said nothing accepted publicly.
func (p *publicReader) keepSpoken(ctx context.Context, q ClaimQuery, lists [][]*ClaimRow) ([][]*ClaimRow, error) {
	role, ok := map[ClaimRole]AssertionRole{SaidBy: BySpeaker, InDocument: OfDocument}[q.Role]
	if !ok {
		return lists, nil
	}
	spoken, err := p.facts.ListAssertions(ctx, AssertionQuery{Owners: q.Owners, Role: role})
	if err != nil {
		return nil, err
	}
	for i := range lists {
		of := map[ClaimID]bool{}
		for _, a := range spoken[i] {
			of[a.Claim] = of[a.Claim] || a.counts()
		}
		lists[i] = slices.DeleteFunc(lists[i], func(c *ClaimRow) bool { return !of[c.ID] })
	}
	return lists, nil
}

// StateHistory gives the stretches that were public, as known at the reader's revision.
func (p *publicReader) StateHistory(ctx context.Context, ids []ClaimID) (map[ClaimID][]StateRow, error) {
	rows, err := p.Claims(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := map[ClaimID][]StateRow{}
	for id, c := range rows {
		for _, s := range c.State.Stretches {
			out[id] = append(out[id], StateRow{Stretch: s, Since: p.Stamp()})
		}
	}
	return out, nil
}

// Assertions gives those that were public.
func (p *publicReader) Assertions(ctx context.Context, ids []AssertionID) (map[AssertionID]*AssertionRow, error) {
	return p.facts.publicOf(ctx, ids)
}

// ListAssertions gives those that were public.
func (p *publicReader) ListAssertions(ctx context.Context, q AssertionQuery) ([][]*AssertionRow, error) {
	return p.facts.ListAssertions(ctx, q)
}

// ListJudgements gives those on what was public.
func (p *publicReader) ListJudgements(ctx context.Context, owners []string) ([][]*JudgementRow, error) {
	return p.facts.ListJudgements(ctx, owners)
}

// ListDocuments gives for owners the documents in which stands what was public about them.
func (p *publicReader) ListDocuments(ctx context.Context, q DocumentQuery) ([][]*DocumentRow, error) {
	limit := q.Limit
	if len(q.Owners) > 0 {
		q.Limit = 0
	}
	lists, err := p.rounds.ListDocuments(ctx, q)
	if err != nil || len(q.Owners) == 0 {
		return lists, err
	}
	told, err := telling(ctx, p.facts, q.Owners, lists)
	if err != nil {
		return nil, err
	}
	for i, owner := range q.Owners {
		rows := slices.DeleteFunc(lists[i], func(d *DocumentRow) bool { return !told[d.ID][owner] })
		if limit > 0 && len(rows) > limit {
			rows = rows[:limit]
		}
		lists[i] = rows
	}
	return lists, nil
}
