package graph

import (
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// ClaimAssertions gives what is said of a claim. Without review states only what is accepted is given.
func ClaimAssertions(stances []Stance, reviews []ReviewState, o AssertionOrder, a PageArgs) Relation {
	if len(reviews) == 0 {
		reviews = []ReviewState{Accepted}
	}
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		r := assertionRead{
			query: AssertionQuery{Owners: asStrings(claimIDsOf(parents)), Role: AboutClaim, Stances: stances},
			order: o, name: "assertions", filter: []any{stances, reviews},
			keep: func(row *AssertionRow) bool { return slices.Contains(reviews, row.ReviewState()) },
		}
		return v.readAssertions(ctx, r, a)
	})
}

// EntitySaid gives what an entity said, itself or through who speaks for it, as far as it is accepted; with about only what it
// said about claims with that entity at an end.
func EntitySaid(stances []Stance, about EntityID, o AssertionOrder, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		q := AssertionQuery{Owners: asStrings(idsOf(parents)), Role: BySpeaker, Stances: stances}
		if about != "" {
			q.About = []EntityID{about}
		}
		r := assertionRead{query: q, order: o, name: "said", filter: []any{stances, about}, keep: (*AssertionRow).counts}
		return v.readAssertions(ctx, r, a)
	})
}

// ReviewState is the state by the newest decision, else the assertion's own.
func (a *AssertionRow) ReviewState() ReviewState {
	if a.Decision != nil {
		return a.Decision.State
	}
	return a.Review
}

// assertionRead is one reading of assertions for several owners.
type assertionRead struct {
	query  AssertionQuery
	order  AssertionOrder
	name   string
	filter any
	keep   func(*AssertionRow) bool
}

func (v *View) readAssertions(ctx context.Context, r assertionRead, a PageArgs) ([]Page, error) {
	order := orderOf(r.name+" "+string(r.order), r.filter)
	if err := a.check(order, r.order.keyCount()); err != nil {
		return nil, err
	}
	scan := scanLimit(len(r.query.Owners))
	r.query.Limit = scan + 1
	if a.After != nil && !a.Total && r.order != BySaid {
		r.query.After = &AssertionKey{Revision(keyInt(a.After.Keys[0])), AssertionID(a.After.Keys[1])}
	}
	lists, err := v.ListAssertions(ctx, r.query)
	if err != nil {
		return nil, err
	}
	pages := make([]Page, len(lists))
	for i, rows := range lists {
		rows, cut := shorten(rows, scan)
		pages[i] = a.page(placed{order, r.placed(rows), cut, r.order == BySaid})
	}
	return pages, nil
}

func (r *assertionRead) placed(rows []*AssertionRow) []keyed {
	var out []keyed
	for _, row := range rows {
		if r.keep(row) {
			out = append(out, keyed{row, r.order.keys(row)})
		}
	}
	return out
}

func (o AssertionOrder) keyCount() int {
	if o == BySaid {
		return 3
	}
	return 2
}

func (o AssertionOrder) keys(a *AssertionRow) []string {
	if o != BySaid {
		return []string{intKey(a.Stamp.Revision), string(a.ID)}
	}
	day := a.SaidAt
	if day.IsZero() {
		day = a.PublishedAt
	}
	return append(dateKeys(day), string(a.ID))
}

// dateKeys put the earliest possible day first; no date comes last.
func dateKeys(d edtf.Date) []string {
	if d.IsZero() {
		return []string{intKey(MaxDay), intKey(MaxDay)}
	}
	return []string{intKey(d.Earliest()), intKey(d.Latest())}
}

// EntityJudgements gives the judgements of identity that name an entity, in the order in which they were recorded.
func EntityJudgements(a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		const order = "judgements"
		if err := a.check(order, 2); err != nil {
			return nil, err
		}
		lists, err := v.ListJudgements(ctx, asStrings(idsOf(parents)))
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			var rows []keyed
			for _, j := range lists[i] {
				if j.Kind == Identity {
					rows = append(rows, keyed{j, []string{intKey(j.Stamp.Revision), string(j.ID)}})
				}
			}
			pages[i] = a.page(placed{order: order, rows: rows})
		}
		return pages, nil
	})
}
