package graph

import (
	"context"
	"slices"
)

// EntityAllegations gives the allegations in which an entity has the role, in order of predicate, then id: rows of *AllegationNode.
// Of a symmetric claim either end is subject and object.
func EntityAllegations(role AllegationRole, f AllegationFilter, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		if role == Accuser {
			return v.accusedBy(ctx, parents, f, a)
		}
		r := v.allegationRead(f, "allegations "+string(role))
		r.query = ClaimQuery{Owners: asStrings(idsOf(parents)), Role: AnyEnd, Allegation: true}
		r.owned = func(owner string, c *ClaimRow) bool { return v.atEnd(c, EntityID(owner), role) }
		return v.readClaims(ctx, r, a)
	})
}

// atEnd says whether an entity is the subject, or the object, of a claim; of a symmetric one it is both.
func (v *View) atEnd(c *ClaimRow, e EntityID, role AllegationRole) bool {
	if p, err := v.Vocabulary.Predicate(c.Predicate); err == nil && p.Symmetric {
		return c.Subject == e || c.Object == e
	}
	if role == AccusedObject {
		return c.Object == e
	}
	return c.Subject == e
}

// accusedBy gives the allegations that an entity itself makes, or who speaks for it; a denial makes none.
func (v *View) accusedBy(ctx context.Context, parents []*EntityRow, f AllegationFilter, a PageArgs) ([]Page, error) {
	owners := asStrings(idsOf(parents))
	lists, err := v.ListAssertions(ctx, AssertionQuery{
		Owners: owners, Role: BySpeaker, Stances: []Stance{Asserts, Alleges, Confirms, Determines, Corrects},
	})
	if err != nil {
		return nil, err
	}
	said, err := v.stancesSaid(ctx, lists)
	if err != nil {
		return nil, err
	}
	made := map[string]map[ClaimID]bool{}
	for i, owner := range owners {
		made[owner] = map[ClaimID]bool{}
		for _, row := range lists[i] {
			made[owner][row.Claim] = made[owner][row.Claim] || row.counts() && supports(said[row.ID])
		}
	}
	r := v.allegationRead(f, "allegations SPEAKER")
	r.query = ClaimQuery{Owners: owners, Role: SaidBy, Allegation: true}
	r.owned = func(owner string, c *ClaimRow) bool { return made[owner][c.ID] }
	return v.readClaims(ctx, r, a)
}

// AllegationsPage gives the allegations that pass a filter: rows of *AllegationNode. From what was public by a day it needs about,
// speaker or document.
func (v *View) AllegationsPage(ctx context.Context, f AllegationFilter, a PageArgs) (Page, error) {
	r := v.allegationRead(f, "allegations")
	if err := r.filter.checkScope(v); err != nil {
		return Page{}, err
	}
	r.query, r.merged = r.filter.owners(), true
	r.answered = r.query.Role
	r.query.Allegation = true
	pages, err := v.readClaims(ctx, r, a)
	if err != nil {
		return Page{}, err
	}
	return pages[0], nil
}

// allegationRead is a reading of allegations without its owners.
func (v *View) allegationRead(f AllegationFilter, name string) claimRead {
	r := claimRead{
		filter: ClaimFilter{
			About: f.About, Speaker: f.Speaker, Document: f.Document, Predicates: f.Predicates, Standings: f.Standings,
			Modalities: f.Modalities, Contested: f.Contested, From: f.From, To: f.To,
		},
		order: orderOf(name, f),
		node:  func(c *ClaimRow) Node { return &AllegationNode{c} },
	}
	if v.At != nil {
		r.keep = v.isAllegation
	}
	if f.Denied != nil || f.ReplyRecorded != nil {
		r.more = func(ctx context.Context, rows []*ClaimRow) (func(*ClaimRow) bool, error) {
			return v.answeredTest(ctx, rows, &f)
		}
	}
	return r
}

// isAllegation says whether a claim stands as an allegation on the view's day; a store knows whether it does in any stretch.
func (v *View) isAllegation(c *ClaimRow) bool {
	return slices.ContainsFunc(c.State.Stretches, func(s Stretch) bool { return allegation(s.Standing) && s.Has(*v.At) })
}

// answeredTest tells allegations by what is answered to them.
func (v *View) answeredTest(ctx context.Context, rows []*ClaimRow, f *AllegationFilter) (func(*ClaimRow) bool, error) {
	if len(rows) > maxDerived {
		return nil, tooMany("allegations to tell by their answers", maxDerived)
	}
	said, err := v.hear(ctx, claimIDsOf(rows))
	if err != nil {
		return nil, err
	}
	replied, err := v.replied(ctx, said)
	if err != nil {
		return nil, err
	}
	return func(c *ClaimRow) bool {
		denied := len(said[c.ID].denials()) > 0
		return (f.Denied == nil || *f.Denied == denied) && (f.ReplyRecorded == nil || *f.ReplyRecorded == replied[c.ID])
	}, nil
}
