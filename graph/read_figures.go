package graph

import (
	"cmp"
	"context"
	"slices"
)

// EntityFigures gives the numbers that sources give for an entity, in order of predicate, then day, latest first: rows of *FigureNode.
// On the view's day those of the latest day at or before it, for each number that is asked for.
func EntityFigures(predicates []string, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		order := orderOf("figures", predicates)
		if err := a.check(order, 3); err != nil {
			return nil, err
		}
		names, err := v.figurePredicates(predicates)
		if err != nil || len(names) == 0 {
			return make([]Page, len(parents)), err
		}
		limit := scanLimit(len(parents))
		lists, err := v.ListClaims(ctx, ClaimQuery{
			Owners: asStrings(idsOf(parents)), Role: AsSubject, Predicates: names, Limit: limit + 1,
		})
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			claims, cut := shorten(lists[i], limit)
			pages[i] = a.page(placed{order, placedFigures(v.figuresOf(claims)), cut, true})
		}
		return pages, v.addQuotes(ctx, pages)
	})
}

// figurePredicates are the names given, as far as they are of figures; without names of all figures.
func (v *View) figurePredicates(given []string) ([]string, error) {
	if err := v.checkPredicates(given); err != nil {
		return nil, err
	}
	var out []string
	for _, p := range v.Vocabulary.Predicates() {
		if p.Figure && among(given, p.Name) {
			out = append(out, p.Name)
		}
	}
	return out, nil
}

// figuresOf makes a figure of each stretch; on the view's day it keeps the latest at or before it that is not void, for each number.
func (v *View) figuresOf(claims []*ClaimRow) []*FigureNode {
	var out []*FigureNode
	latest := map[string]Day{}
	for _, c := range claims {
		for _, s := range c.State.Stretches {
			if v.At != nil && (s.From > *v.At || s.Tier == Void) {
				continue
			}
			out = append(out, &FigureNode{Claim: c, Stretch: s})
			q := c.question()
			latest[q] = max(latestOf(latest, q), s.From)
		}
	}
	if v.At == nil {
		return out
	}
	return slices.DeleteFunc(out, func(f *FigureNode) bool { return f.Stretch.From != latest[f.Claim.question()] })
}

func latestOf(days map[string]Day, key string) Day {
	if day, ok := days[key]; ok {
		return day
	}
	return MinDay
}

func placedFigures(figures []*FigureNode) []keyed {
	out := make([]keyed, len(figures))
	for i, f := range figures {
		out[i] = keyed{f, []string{f.Claim.Predicate, downKey(f.Stretch.From), string(f.Claim.ID)}}
	}
	return out
}

// addQuotes adds to the figures of pages the words of the first recorded support that stands and speaks of their days, where the
// rights allow it.
func (v *View) addQuotes(ctx context.Context, pages []Page) error {
	var figures []*FigureNode
	var ids []ClaimID
	for _, page := range pages {
		for _, row := range page.Rows {
			if f, ok := row.Node.(*FigureNode); ok {
				figures, ids = append(figures, f), append(ids, f.Claim.ID)
			}
		}
	}
	said, err := v.hear(ctx, ids)
	if err != nil {
		return err
	}
	var first []*AssertionRow
	of := map[*FigureNode]*AssertionRow{}
	for _, f := range figures {
		if rows := said[f.Claim.ID].backingOf(f.Stretch.DayRange); len(rows) > 0 && len(rows[0].Evidence) > 0 {
			first, of[f] = append(first, rows[0]), rows[0]
		}
	}
	sources, err := v.sourcesOf(ctx, first)
	if err != nil {
		return err
	}
	for f, a := range of {
		f.Quote = sources.evidence(a, 0).Quote
	}
	return nil
}

// stated are the claims that state a number of one thing, strongest first, then latest.
type stated struct{ claims []*ClaimRow }

// number is what the first of them says that says a number; nil when none does.
func (s *stated) number() *Quantity {
	for _, c := range s.claims {
		if q, ok := c.Value.(Quantity); ok {
			return &q
		}
	}
	return nil
}

// statedNumbers gives for each subject the claims that state a number as a whole, not that of a place or segment; void ones are left
// out. On the view's day those of the latest day at or before it.
func (v *View) statedNumbers(ctx context.Context, subjects []EntityID, predicate string) ([]stated, error) {
	anyDay := *v
	anyDay.At = nil
	lists, err := anyDay.standingClaims(ctx, subjects, predicate)
	if err != nil {
		return nil, err
	}
	out := make([]stated, len(subjects))
	for i, claims := range lists {
		claims = slices.DeleteFunc(claims, func(c *ClaimRow) bool { return len(c.Qualifiers) > 0 || c.Modality != Fact })
		if v.At == nil {
			out[i] = stated{claims}
			continue
		}
		figures := v.figuresOf(claims)
		slices.SortFunc(figures, func(a, b *FigureNode) int {
			return cmp.Or(
				cmp.Compare(b.Stretch.rank(b.Claim.Modality), a.Stretch.rank(a.Claim.Modality)),
				cmp.Compare(b.Stretch.From, a.Stretch.From), cmp.Compare(a.Claim.ID, b.Claim.ID),
			)
		})
		for _, f := range figures {
			out[i].claims = append(out[i].claims, f.Claim)
		}
	}
	return out, nil
}
