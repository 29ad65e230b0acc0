package graph

import (
	"context"
	"slices"
	"strings"
)

// ConflictKind is what two sources contradict each other about.
type ConflictKind string

// The kinds of conflict.
const (
	ConflictingValues ConflictKind = "VALUES" // two values of what can have only one at a time
	ConflictingDays   ConflictKind = "DAYS"   // two first days, or two last days, of one claim
)

// ConflictNode is a contradiction in the sources, with both sides.
type ConflictNode struct {
	Kind       ConflictKind
	Claims     []*ClaimRow // of DAYS the one claim
	Assertions []*AssertionRow
}

// Key is made of what contradicts each other.
func (n *ConflictNode) Key() string {
	parts := []string{string(n.Kind)}
	for _, c := range n.Claims {
		parts = append(parts, c.Key())
	}
	for _, a := range n.Assertions {
		parts = append(parts, a.Key())
	}
	return strings.Join(parts, " ")
}

// ClaimConflicts gives the contradictions in which a claim takes part: those of days, then those of values, by the other claim's
// id; one for each pair of values.
func ClaimConflicts() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		found, err := v.conflicts(ctx, parents)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, c := range parents {
			pages[i] = listPage(found[c.ID])
		}
		return pages, nil
	})
}

// conflictingTest tells the claims that take part in a contradiction from others.
func (v *View) conflictingTest(ctx context.Context, rows []*ClaimRow, want bool) (func(*ClaimRow) bool, error) {
	found, err := v.conflicts(ctx, rows)
	return func(c *ClaimRow) bool { return len(found[c.ID]) > 0 == want }, err
}

// conflicts gives the contradictions in which each claim takes part.
func (v *View) conflicts(ctx context.Context, claims []*ClaimRow) (map[ClaimID][]*ConflictNode, error) {
	if len(claims) > maxDerived {
		return nil, tooMany("claims to compare", maxDerived)
	}
	groups, err := v.rivals(ctx, claims)
	if err != nil {
		return nil, err
	}
	clashing, err := v.clashes(ctx, groups)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(claims)
	for _, pairs := range clashing {
		for _, p := range pairs {
			all = append(all, p.a, p.b)
		}
	}
	said, err := v.hear(ctx, claimIDsOf(all))
	if err != nil {
		return nil, err
	}
	out := map[ClaimID][]*ConflictNode{}
	for _, c := range distinctClaims([][]*ClaimRow{claims}) {
		if node := v.daysConflict(said[c.ID]); node != nil {
			out[c.ID] = append(out[c.ID], node)
		}
	}
	for _, pairs := range clashing {
		for _, p := range pairs {
			node := &ConflictNode{Kind: ConflictingValues, Claims: []*ClaimRow{p.a, p.b}, Assertions: p.sides(said)}
			out[p.a.ID] = append(out[p.a.ID], node)
			out[p.b.ID] = append(out[p.b.ID], node)
		}
	}
	return out, nil
}

// rivals groups the claims that answer one question which has one answer at a time, with all others on file that do.
func (v *View) rivals(ctx context.Context, claims []*ClaimRow) ([][]*ClaimRow, error) {
	var subjects []EntityID
	var predicates []string
	wanted := map[string]bool{}
	for _, c := range claims {
		if p, err := v.Vocabulary.Predicate(c.Predicate); err != nil {
			return nil, err
		} else if p.Functional {
			subjects, predicates = append(subjects, c.Subject), append(predicates, c.Predicate)
			wanted[c.question()] = true
		}
	}
	if len(subjects) == 0 {
		return nil, nil
	}
	lists, err := v.ListClaims(ctx, ClaimQuery{
		Owners: asStrings(sortedSet(subjects)), Role: AsSubject, Predicates: sortedSet(predicates),
	})
	if err != nil {
		return nil, err
	}
	groups := map[string][]*ClaimRow{}
	for _, c := range distinctClaims(lists) {
		if q := c.question(); wanted[q] {
			groups[q] = append(groups[q], c)
		}
	}
	out := make([][]*ClaimRow, 0, len(groups))
	for _, q := range sortedIDs(groups) {
		out = append(out, groups[q])
	}
	return out, nil
}

// question is what a claim answers: subject, predicate, qualifiers and modality, since a plan contradicts no fact.
func (c *Claim) question() string {
	parts := []string{string(c.Subject), c.Predicate, string(c.Modality)}
	for _, q := range c.Qualifiers {
		parts = append(parts, q.Name, Text{Wording: q.Value}.canonical()[0])
	}
	return hashID("", parts...)
}

// setConflicts gives for each group of claims that answer one question what cannot both be true among them; nil for nothing.
func (v *View) setConflicts(ctx context.Context, groups [][]*ClaimRow) ([]*ConflictNode, error) {
	clashing, err := v.clashes(ctx, groups)
	if err != nil {
		return nil, err
	}
	var all []ClaimID
	for _, pairs := range clashing {
		for _, p := range pairs {
			all = append(all, p.a.ID, p.b.ID)
		}
	}
	said, err := v.hear(ctx, all)
	if err != nil {
		return nil, err
	}
	out := make([]*ConflictNode, len(groups))
	for i, pairs := range clashing {
		if len(pairs) > 0 {
			out[i] = mergedConflict(pairs, said)
		}
	}
	return out, nil
}

// mergedConflict joins the pairs of one group.
func mergedConflict(pairs []clash, said map[ClaimID]*hearing) *ConflictNode {
	node := &ConflictNode{Kind: ConflictingValues}
	seen := map[AssertionID]bool{}
	var claims []*ClaimRow
	for _, p := range pairs {
		claims = append(claims, p.a, p.b)
		for _, a := range p.sides(said) {
			if !seen[a.ID] {
				seen[a.ID] = true
				node.Assertions = append(node.Assertions, a)
			}
		}
	}
	node.Claims = distinctClaims([][]*ClaimRow{claims})
	return node
}
