package graph

import (
	"context"
	"errors"
	"math"
	"slices"
	"time"
)

// ChangeFilter selects changes; at most one of Since and SinceRevision may be given.
type ChangeFilter struct {
	// Of are ids of entities: only what concerns them, the claims about them and what was said of those; empty: all.
	Of            []string
	Since         *time.Time // recorded after this instant
	SinceRevision Revision   // with a later revision than this one
}

// Changes are read in steps of changeStep; more than maxChanges are not counted.
const (
	changeStep = 1_000
	maxChanges = 10_000
)

// ChangesPage gives what was added to the store, oldest first, each with what it names as that stands at the newest revision: rows of
// *ChangeNode. With a filter of entities at most 10,000 changes are looked through for a page.
func (s *Service) ChangesPage(ctx context.Context, f ChangeFilter, a PageArgs) (Page, error) {
	order := orderOf("changes", f)
	if err := a.check(order, 2); err != nil {
		return Page{}, err
	}
	start, err := s.changesFrom(ctx, &f)
	if err != nil {
		return Page{}, err
	}
	v, err := s.ViewAt(ctx, 0)
	if err != nil {
		if errors.Is(err, ErrNotFound) {
			return a.page(placed{order: order}), nil
		}
		return Page{}, err
	}
	page, err := s.changesIn(ctx, v, &f, start, a, order)
	return page, errors.Join(err, v.Close())
}

// changesFrom is the place after which changes are asked for.
func (s *Service) changesFrom(ctx context.Context, f *ChangeFilter) (ChangePosition, error) {
	rev := f.SinceRevision
	if f.Since != nil {
		if f.SinceRevision != 0 {
			return ChangePosition{}, Invalid("since", f.Since.String(), "at most one of since and sinceRevision")
		}
		var err error
		if rev, err = s.store.RevisionAt(ctx, *f.Since); errors.Is(err, ErrBeforeFirstRevision) {
			rev = 0
		} else if err != nil {
			return ChangePosition{}, err
		}
	}
	if rev == 0 {
		return ChangePosition{}, nil
	}
	return ChangePosition{rev, math.MaxInt32}, nil
}

func (s *Service) changesIn(
	ctx context.Context, v *View, f *ChangeFilter, start ChangePosition, a PageArgs, order string,
) (Page, error) {
	if a.After != nil && !a.Total {
		start = ChangePosition{Revision(keyInt(a.After.Keys[0])), int(keyInt(a.After.Keys[1]))}
	}
	var rows []keyed
	for read := 0; ; {
		step := changeStep
		if len(f.Of) == 0 && !a.Total {
			step = a.First + 1
		}
		changes, err := s.store.Changes(ctx, start, step)
		if err != nil {
			return Page{}, err
		}
		read += len(changes)
		kept, err := v.concerning(ctx, changes, f.Of)
		if err != nil {
			return Page{}, err
		}
		for _, c := range kept {
			rows = append(rows, keyed{&ChangeNode{Change: c}, []string{intKey(c.Revision), intKey(c.Ordinal)}})
		}
		full, end := !a.Total && len(rows) > a.First, len(changes) < step
		if full || end || read >= maxChanges {
			page := a.page(placed{order, rows, cutOf(!full && !end), false})
			return page, v.addChanged(ctx, page)
		}
		start = changes[len(changes)-1].ChangePosition
	}
}

// addChanged reads what the changes of a page name.
func (v *View) addChanged(ctx context.Context, page Page) error {
	ids := make([]string, len(page.Rows))
	for i, row := range page.Rows {
		if n, ok := row.Node.(*ChangeNode); ok {
			ids[i] = n.ID
		}
	}
	nodes, err := v.Nodes(ctx, ids)
	if err != nil {
		return err
	}
	for i, row := range page.Rows {
		if n, ok := row.Node.(*ChangeNode); ok {
			n.Node = nodes[i]
		}
	}
	return nil
}

// concerning keeps the changes that concern one of the entities: it is the thing itself, at an end of its claim, or judged.
func (v *View) concerning(ctx context.Context, changes []Change, of []string) ([]Change, error) {
	if len(of) == 0 || len(changes) == 0 {
		return changes, nil
	}
	ids := make([]string, len(changes))
	for i, c := range changes {
		ids[i] = c.ID
	}
	nodes, err := v.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	var about []ClaimID
	for _, n := range nodes {
		about = append(about, claimOf(n))
	}
	claims, err := readSome(ctx, v, about, claimsByID)
	if err != nil {
		return nil, err
	}
	var out []Change
	for i, c := range changes {
		if concerns(c.ID, nodes[i], claims[claimOf(nodes[i])], of) {
			out = append(out, c)
		}
	}
	return out, nil
}

// claimOf is the claim that a node is, or is about; else "".
func claimOf(n Node) ClaimID {
	switch n := n.(type) {
	case *ClaimRow:
		return n.ID
	case *AssertionRow:
		return n.Claim
	case *JudgementRow:
		return n.Claim
	default:
		return ""
	}
}

func concerns(id string, n Node, claim *ClaimRow, of []string) bool {
	if slices.Contains(of, id) {
		return true
	}
	if claim != nil && (slices.Contains(of, string(claim.Subject)) || slices.Contains(of, string(claim.Object))) {
		return true
	}
	j, ok := n.(*JudgementRow)
	return ok && slices.ContainsFunc(j.Entities, func(e EntityID) bool { return slices.Contains(of, string(e)) })
}

// Stats says what the store holds at its newest revision.
func (s *Service) Stats(ctx context.Context) (Info, error) { return s.store.Info(ctx) }

// RevisionAt gives the newest revision published at an instant; before the first one it is ErrBeforeFirstRevision.
func (s *Service) RevisionAt(ctx context.Context, t time.Time) (Revision, error) {
	return s.store.RevisionAt(ctx, t)
}
