package graph_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

// naive answers filters from all that is on file, one row at a time, in the plainest way: the oracle of the batched reading.
type naive struct {
	view       *graph.View
	entities   map[graph.EntityID]*graph.EntityRow
	claims     []*graph.ClaimRow
	said       map[graph.ClaimID][]*graph.AssertionRow
	accuses    map[graph.ClaimID]bool
	conflicted map[graph.ClaimID]bool
}

func newNaive(t testing.TB, v *graph.View) *naive {
	t.Helper()
	o := &naive{
		view: v, entities: map[graph.EntityID]*graph.EntityRow{}, said: map[graph.ClaimID][]*graph.AssertionRow{},
		accuses: map[graph.ClaimID]bool{}, conflicted: map[graph.ClaimID]bool{},
	}
	for kind, list := range townNodes(t, v) {
		for _, n := range list {
			switch row := n.(type) {
			case *graph.EntityRow:
				o.entities[row.ID] = row
			case *graph.ClaimRow:
				o.claims = append(o.claims, row)
				o.accuses[row.ID] = scalar[bool](t, read(t, v, graph.ClaimAccusatory(), row))
				o.conflicted[row.ID] = len(read(t, v, graph.ClaimConflicts(), row).Rows) > 0
			case *graph.AssertionRow:
				o.said[row.Claim] = append(o.said[row.Claim], row)
			default:
				require.Contains(t, []string{"document", "allegation", "tie"}, kind)
			}
		}
	}
	return o
}

func in[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

// is says whether a flag that may be left out agrees with a fact.
func is(want *bool, fact bool) bool { return want == nil || *want == fact }

func (o *naive) anySaid(id graph.ClaimID, holds func(*graph.AssertionRow) bool) bool {
	return slices.ContainsFunc(o.said[id], func(a *graph.AssertionRow) bool { return a.ReviewState() == graph.Accepted && holds(a) })
}

func (o *naive) claimPasses(c *graph.ClaimRow, f *graph.ClaimFilter) bool {
	shown, ok := o.view.Shown(c)
	speaker := len(f.Speaker) == 0 || o.anySaid(c.ID, func(a *graph.AssertionRow) bool {
		return slices.Contains(f.Speaker, a.Speaker) || slices.Contains(f.Speaker, a.Body())
	})
	document := len(f.Document) == 0 || o.anySaid(c.ID, func(a *graph.AssertionRow) bool {
		return slices.ContainsFunc(a.Evidence, func(e graph.Evidence) bool { return slices.Contains(f.Document, e.Document) })
	})
	stance := len(f.Stances) == 0 || o.anySaid(c.ID, func(a *graph.AssertionRow) bool { return slices.Contains(f.Stances, a.Stance) })
	holds := slices.ContainsFunc(c.State.Stretches, func(s graph.Stretch) bool {
		return (f.From == nil || s.To >= *f.From) && (f.To == nil || s.From <= *f.To)
	})
	about := len(f.About) == 0 || slices.Contains(f.About, c.Subject) || slices.Contains(f.About, c.Object)
	stands := len(f.Standings) == 0 && f.Contested == nil || ok && in(f.Standings, shown.Standing) && is(f.Contested, shown.Contested)
	return len(c.State.Stretches) > 0 && about && speaker && document && stance && holds && stands &&
		in(f.Subject, c.Subject) && in(f.Object, c.Object) && in(f.Predicates, c.Predicate) && in(f.Modalities, c.Modality) &&
		is(f.Accusatory, o.accuses[c.ID]) && is(f.Conflicting, o.conflicted[c.ID])
}

// some draws a list of up to two of the given things; often none.
func some[T any](t *rapid.T, of []T, name string) []T {
	if rapid.IntRange(0, 2).Draw(t, name+" given") > 0 {
		return nil
	}
	return rapid.SliceOfN(rapid.SampledFrom(of), 1, 2).Draw(t, name)
}

func maybe[T any](t *rapid.T, of []T, name string) *T {
	if rapid.IntRange(0, 3).Draw(t, name+" given") > 0 {
		return nil
	}
	return new(rapid.SampledFrom(of).Draw(t, name))
}

var (
	people     = []graph.EntityID{"ent_acme", "ent_labs", "ent_service", "ent_ban", "ent_ann", "ent_bob", "ent_port", "ent_bureau"}
	papers     = []graph.DocumentID{"doc_news", "doc_brief", "doc_wire", "doc_secret"}
	predicates = []string{"COOPERATES_WITH", "TARGETS", "DATED", "HAS_CLIENTS", "HEADQUARTERED_IN", "DIRECTS", "INCLUDES", "SPIED_FOR"}
	standings  = []graph.Standing{graph.Reported, graph.Stated, graph.Disputed, graph.Refuted, graph.Recorded, graph.Unasserted}
	flags      = []bool{true, false}
	dates      = []string{"2010-06-01", "2022-06-01", "2024-03-31", "2024-06-20", "2024-08-15", "2030-01-01"}
)

func days() []graph.Day {
	var out []graph.Day
	for _, d := range dates {
		out = append(out, *day(d))
	}
	return out
}

func drawClaimFilter(t *rapid.T) graph.ClaimFilter {
	return graph.ClaimFilter{
		About: some(t, people, "about"), Subject: some(t, people, "subject"), Object: some(t, people, "object"),
		Predicates: some(t, predicates, "predicates"), Standings: some(t, standings, "standings"),
		Stances: some(t, graph.Stances(), "stances"), Modalities: some(t, graph.Modalities(), "modalities"),
		Speaker: some(t, []graph.EntityID{"ent_gazette", "ent_acme", "ent_bureau", "ent_bob"}, "speaker"), Document: some(t, papers, "document"),
		From: maybe(t, days(), "from"), To: maybe(t, days(), "to"), Accusatory: maybe(t, flags, "accusatory"), Contested: maybe(t, flags, "contested"),
	}
}

func TestReadClaimFiltersAgreeWithANaiveReading(t *testing.T) {
	s := newTown(t)
	for name, v := range map[string]*graph.View{"any day": s.view(), "a day": s.view().On(day("2024-06-25"), nil)} {
		o := newNaive(t, v)
		rapid.Check(t, func(r *rapid.T) {
			f := drawClaimFilter(r)
			if len(f.About)+len(f.Subject)+len(f.Object)+len(f.Speaker)+len(f.Document) > 0 {
				f.Conflicting = maybe(r, flags, "conflicting")
			}
			var want []string
			for _, c := range o.claims {
				if o.claimPasses(c, &f) {
					want = append(want, c.Key())
				}
			}
			page, err := v.ClaimsPage(context.Background(), f, graph.PageArgs{First: 1000, Total: true})
			require.NoError(r, err)
			assert.ElementsMatch(r, want, keys(page), name)
			assert.Equal(r, len(want), *page.Total)
			first := rapid.IntRange(1, 5).Draw(r, "first")
			paged := whole(t, first, func(a graph.PageArgs) graph.Page {
				p, err := v.ClaimsPage(context.Background(), f, a)
				require.NoError(r, err)
				return p
			})
			assert.Equal(r, keys(page), append([]string{}, paged...))
			of := rapid.SampledFrom(people).Draw(r, "of")
			want = nil
			for _, c := range o.claims {
				if (c.Subject == of || c.Object == of) && o.claimPasses(c, &f) {
					want = append(want, c.Key())
				}
			}
			assert.ElementsMatch(r, want, keys(read(t, v, graph.EntityClaims(f, graph.PageArgs{First: 1000}), o.entities[of])), "of %s", of)
		})
	}
}

// ties are all ties of an entity that pass a filter, each stretch of a claim one.
func (o *naive) ties(of graph.EntityID, f *graph.TieFilter) int {
	n := 0
	for _, c := range o.claims {
		out, inward := c.Subject == of, c.Object == of && c.Subject != of
		if c.Object == "" || !out && !inward {
			continue
		}
		far := o.entities[c.Object]
		if inward {
			far = o.entities[c.Subject]
		}
		for _, s := range c.State.Stretches {
			way := f.Direction == "" || (f.Direction == graph.Out) == out
			kind := f.Kinds == 0 || f.Kinds.Has(far.Kind)
			onDay := o.view.At == nil || s.Has(*o.view.At)
			if way && kind && onDay && in(f.Predicates, c.Predicate) && in(f.Standings, s.Standing) && in(f.With, far.ID) &&
				in(f.Modalities, c.Modality) && is(f.Contested, s.Contested) && is(f.Accusatory, o.accuses[c.ID]) {
				n++
			}
		}
	}
	return n
}

func drawTieFilter(t *rapid.T) graph.TieFilter {
	f := graph.TieFilter{
		Predicates: some(t, predicates, "tie predicates"), Standings: some(t, standings, "tie standings"), With: some(t, people, "with"),
		Modalities: some(t, graph.Modalities(), "tie modalities"), Contested: maybe(t, flags, "tie contested"),
		Accusatory: maybe(t, flags, "tie accusatory"), Kinds: graph.KindsOf(some(t, graph.EntityKinds(), "far kinds")...),
	}
	if way := maybe(t, []graph.Direction{graph.In, graph.Out}, "direction"); way != nil {
		f.Direction = *way
	}
	return f
}

func TestReadTieFiltersAgreeWithANaiveReading(t *testing.T) {
	s := newTown(t)
	for name, v := range map[string]*graph.View{"any day": s.view(), "a day": s.view().On(day("2024-06-25"), nil)} {
		o := newNaive(t, v)
		rapid.Check(t, func(r *rapid.T) {
			f, of := drawTieFilter(r), rapid.SampledFrom(people).Draw(r, "of")
			order := rapid.SampledFrom([]graph.TieOrder{graph.TiesByPredicate, graph.TiesByStrength}).Draw(r, "order")
			page := read(t, v, graph.EntityTies(f, order, graph.PageArgs{First: 1000, Total: true}), o.entities[of])
			assert.Equal(r, o.ties(of, &f), *page.Total, name)
			first := rapid.IntRange(1, 4).Draw(r, "first")
			paged := whole(t, first, func(a graph.PageArgs) graph.Page { return read(t, v, graph.EntityTies(f, order, a), o.entities[of]) })
			assert.Equal(r, keys(page), append([]string{}, paged...))
			counted := 0
			for _, n := range rows[*graph.FacetNode](t, read(t, v, graph.EntityFacets(f), o.entities[of])) {
				counted += n.Count
			}
			assert.Equal(r, *page.Total, counted)
		})
	}
}

// drawEntityFilter draws a filter, and says which entities pass it.
func (o *naive) drawEntityFilter(t *rapid.T, depth int) (graph.EntityFilter, func(*graph.EntityRow) bool) {
	f := graph.EntityFilter{
		Kinds: graph.KindsOf(some(t, graph.EntityKinds(), "kinds")...), Specificity: some(t, []graph.Specificity{graph.Named, graph.Group}, "specificity"),
	}
	tests := []func(*graph.EntityRow) bool{
		func(e *graph.EntityRow) bool { return f.Kinds == 0 || f.Kinds.Has(e.Kind) },
		func(e *graph.EntityRow) bool { return in(f.Specificity, e.Specificity) },
	}
	if rapid.IntRange(0, 2).Draw(t, "ties") == 0 {
		have, lack := drawTieFilter(t), drawTieFilter(t)
		f.Ties = &graph.TiesFilter{Some: &have}
		if rapid.Bool().Draw(t, "none") {
			f.Ties.None = &lack
		}
		tests = append(tests, func(e *graph.EntityRow) bool {
			return o.ties(e.ID, &have) > 0 && (f.Ties.None == nil || o.ties(e.ID, &lack) == 0)
		})
	}
	if rapid.IntRange(0, 2).Draw(t, "count") == 0 {
		f.TieCount = &graph.TieCountFilter{
			Filter: drawTieFilter(t), Min: maybe(t, []int{0, 1, 2}, "min"), Max: maybe(t, []int{0, 1, 5}, "max"),
		}
		tests = append(tests, func(e *graph.EntityRow) bool {
			n := o.ties(e.ID, &f.TieCount.Filter)
			return (f.TieCount.Min == nil || n >= *f.TieCount.Min) && (f.TieCount.Max == nil || n <= *f.TieCount.Max)
		})
	}
	if depth > 0 {
		tests = append(tests, o.drawJoined(t, &f, depth)...)
	}
	return f, func(e *graph.EntityRow) bool {
		return !slices.ContainsFunc(tests, func(test func(*graph.EntityRow) bool) bool { return !test(e) })
	}
}

// drawJoined adds and, or and not to a filter.
func (o *naive) drawJoined(t *rapid.T, f *graph.EntityFilter, depth int) []func(*graph.EntityRow) bool {
	var tests, either []func(*graph.EntityRow) bool
	for range rapid.IntRange(0, 2).Draw(t, "and") {
		part, test := o.drawEntityFilter(t, depth-1)
		f.And = append(f.And, part)
		tests = append(tests, test)
	}
	for range rapid.IntRange(0, 2).Draw(t, "or") {
		part, test := o.drawEntityFilter(t, depth-1)
		f.Or = append(f.Or, part)
		either = append(either, test)
	}
	if len(either) > 0 {
		tests = append(tests, func(e *graph.EntityRow) bool {
			return slices.ContainsFunc(either, func(test func(*graph.EntityRow) bool) bool { return test(e) })
		})
	}
	if rapid.IntRange(0, 2).Draw(t, "not") == 0 {
		part, test := o.drawEntityFilter(t, depth-1)
		f.Not = &part
		tests = append(tests, func(e *graph.EntityRow) bool { return !test(e) })
	}
	return tests
}

func TestReadEntityFiltersAgreeWithANaiveReading(t *testing.T) {
	s := newTown(t)
	v := s.view()
	o := newNaive(t, v)
	rapid.Check(t, func(r *rapid.T) {
		f, passes := o.drawEntityFilter(r, 1)
		var want []string
		for _, e := range o.entities {
			if passes(e) {
				want = append(want, e.Key())
			}
		}
		order := rapid.SampledFrom([]graph.EntityOrder{graph.ByID, graph.ByName, graph.ByDegree}).Draw(r, "order")
		list := func(a graph.PageArgs) graph.Page {
			p, err := v.ListEntitiesPage(context.Background(), 0, f, order, a)
			require.NoError(r, err)
			return p
		}
		page := list(graph.PageArgs{First: 1000, Total: true})
		assert.ElementsMatch(r, want, keys(page))
		assert.Equal(r, keys(page), append([]string{}, whole(t, rapid.IntRange(1, 9).Draw(r, "first"), list)...))
	})
}
