package graph_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestReadEntitiesOfAFilterInEveryOrder(t *testing.T) {
	s := newTown(t)
	v := s.view()
	one, two := 1, 2
	tie := func(f graph.TieFilter) *graph.TieFilter { return &f }
	measures := func(kinds ...graph.MeasureKind) *graph.MeasureFilter { return &graph.MeasureFilter{Kinds: kinds} }
	inAcme := graph.TieFilter{Predicates: []string{"INCLUDES"}, Direction: graph.In, With: []graph.EntityID{ent("acme")}}
	for name, c := range map[string]struct {
		kinds  graph.Kinds
		filter graph.EntityFilter
		want   []string
	}{
		"kinds":                     {graph.KindsOf(graph.Person), graph.EntityFilter{}, []string{"ann", "bob"}},
		"kinds on both sides":       {graph.KindsOf(graph.Person, graph.City), graph.EntityFilter{Kinds: graph.KindsOf(graph.City, graph.Office)}, []string{"hill", "port"}},
		"kinds that never meet":     {graph.KindsOf(graph.Person), graph.EntityFilter{Kinds: graph.KindsOf(graph.City)}, nil},
		"specificity":               {0, graph.EntityFilter{Specificity: []graph.Specificity{graph.Group}}, []string{"units"}},
		"a name that two bear":      {0, graph.EntityFilter{Name: "works"}, []string{"acme", "holding"}},
		"a name in another script":  {0, graph.EntityFilter{Name: "акме"}, []string{"acme"}},
		"headquarters in a country": {0, graph.EntityFilter{HeadquarteredIn: &graph.EntityRef{Name: "Freedonia"}}, []string{"acme", "labs"}},
		"headquarters in a city":    {0, graph.EntityFilter{HeadquarteredIn: &graph.EntityRef{ID: ent("hill")}}, []string{"labs"}},
		"with ties":                 {0, graph.EntityFilter{Ties: &graph.TiesFilter{Some: &inAcme}}, []string{"holding", "labs"}},
		"with ties, but not others": {0, graph.EntityFilter{Ties: &graph.TiesFilter{
			Some: &inAcme, None: tie(graph.TieFilter{Predicates: []string{"HEADQUARTERED_IN"}}),
		}}, []string{"holding"}},
		"members on no list": {0, graph.EntityFilter{
			Ties: &graph.TiesFilter{Some: &inAcme}, Targeted: &graph.TargetedFilter{None: measures(graph.Listing, graph.Designation)},
		}, []string{"holding"}},
		"members on a list": {0, graph.EntityFilter{
			Ties: &graph.TiesFilter{Some: &inAcme}, Targeted: &graph.TargetedFilter{Some: measures(graph.Listing, graph.Designation)},
		}, []string{"labs"}},
		"targeted by anything": {0, graph.EntityFilter{Targeted: &graph.TargetedFilter{Some: measures()}}, []string{"acme", "labs"}},
		"a number of ties": {
			graph.KindsOf(graph.Office, graph.Product),
			graph.EntityFilter{TieCount: &graph.TieCountFilter{Min: &two}},
			[]string{"branch", "depot", "office"},
		},
		"at most so many": {graph.KindsOf(graph.Person), graph.EntityFilter{TieCount: &graph.TieCountFilter{
			Filter: graph.TieFilter{Direction: graph.In}, Max: &one,
		}}, []string{"ann", "bob"}},
		"and": {0, graph.EntityFilter{And: []graph.EntityFilter{{Kinds: graph.KindsOf(graph.Company)}, {Ties: &graph.TiesFilter{Some: &inAcme}}}}, []string{"holding", "labs"}},
		"or":  {0, graph.EntityFilter{Or: []graph.EntityFilter{{Name: "Hill"}, {Kinds: graph.KindsOf(graph.Person)}}}, []string{"ann", "bob", "hill"}},
		"not": {graph.KindsOf(graph.Company), graph.EntityFilter{Not: &graph.EntityFilter{Name: "Acme Labs"}}, []string{"holding"}},
		"not within or within and": {0, graph.EntityFilter{
			Kinds: graph.KindsOf(graph.Agency),
			And:   []graph.EntityFilter{{Or: []graph.EntityFilter{{Name: "Court of Trade"}, {Not: &graph.EntityFilter{Name: "Bureau of Trade"}}}}},
		}, []string{"court", "register"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, order := range []graph.EntityOrder{graph.ByID, graph.ByName, graph.ByDegree, graph.ByMatchingTies} {
				list := func(a graph.PageArgs) graph.Page {
					p, err := v.ListEntitiesPage(context.Background(), c.kinds, c.filter, order, a)
					require.NoError(t, err)
					return p
				}
				if order == graph.ByMatchingTies && c.filter.TieCount == nil && (c.filter.Ties == nil || c.filter.Ties.Some == nil) {
					continue
				}
				page := list(all)
				assert.ElementsMatch(t, c.want, entities(t, page), order)
				assert.Equal(t, len(c.want), *page.Total)
				assert.Nil(t, page.Cut)
				assert.Equal(t, keys(page), append([]string{}, whole(t, 1, list)...), "%s one by one", order)
			}
		})
	}
}

func TestReadEntitiesByMatchingTiesPutTheMostFirst(t *testing.T) {
	s := newTown(t)
	v := s.view()
	f := graph.EntityFilter{TieCount: &graph.TieCountFilter{Filter: graph.TieFilter{Predicates: []string{"TARGETS", "SPIED_FOR"}}}}
	page, err := v.ListEntitiesPage(context.Background(), graph.KindsOf(graph.Company, graph.CorporateGroup, graph.IntelligenceService), f, graph.ByMatchingTies, all)
	require.NoError(t, err)
	var got []int
	for _, m := range rows[*graph.EntityMatch](t, page) {
		got = append(got, *m.MatchingTies)
	}
	assert.Equal(t, []string{"labs", "service", "acme", "holding"}, entities(t, page))
	assert.Equal(t, []int{2, 2, 1, 0}, got)
	_, err = v.ListEntitiesPage(context.Background(), 0, graph.EntityFilter{}, graph.ByMatchingTies, all)
	require.ErrorIs(t, err, graph.ErrInvalid)
	plain, err := v.ListEntitiesPage(context.Background(), graph.KindsOf(graph.Person), graph.EntityFilter{}, graph.ByName, all)
	require.NoError(t, err)
	assert.Nil(t, rows[*graph.EntityMatch](t, plain)[0].MatchingTies)
	_, err = v.ListEntitiesPage(context.Background(), 0, graph.EntityFilter{And: make([]graph.EntityFilter, 21)}, graph.ByID, all)
	assert.ErrorIs(t, err, graph.ErrInvalid)
}

func TestReadEntitiesTargetedOnADay(t *testing.T) {
	s := newTown(t)
	v := s.view()
	listed := graph.EntityFilter{Targeted: &graph.TargetedFilter{Some: &graph.MeasureFilter{Kinds: []graph.MeasureKind{graph.Listing}}}}
	for date, want := range map[string][]string{"2023-06-01": {"labs"}, "2024-06-01": {}} {
		page, err := v.On(day(date), nil).ListEntitiesPage(context.Background(), 0, listed, graph.ByID, all)
		require.NoError(t, err)
		assert.ElementsMatch(t, want, entities(t, page), date)
	}
}

func TestReadSubgraphGoesAsFarAsItIsAsked(t *testing.T) {
	s := newTown(t)
	v := s.view()
	ids := func(names ...string) []graph.EntityID {
		var out []graph.EntityID
		for _, n := range names {
			out = append(out, ent(n))
		}
		return out
	}
	for name, c := range map[string]struct {
		ids    []graph.EntityID
		hops   int
		filter graph.TieFilter
		limit  int
		want   []string
		ties   int
		cut    *graph.Cut
	}{
		"no hop: the ties among them":    {ids("ann", "service", "bob"), 0, graph.TieFilter{}, 10, []string{"ann", "service", "bob"}, 2, nil},
		"one hop":                        {ids("ann"), 1, graph.TieFilter{}, 10, []string{"ann", "acme", "service"}, 3, nil},
		"by some ties":                   {ids("ann"), 2, graph.TieFilter{Predicates: []string{"DIRECTS"}}, 10, []string{"ann", "acme", "bob"}, 2, nil},
		"two hops outwards":              {ids("office"), 2, graph.TieFilter{Direction: graph.Out}, 10, []string{"office", "port", "coast"}, 2, nil},
		"to some kinds":                  {ids("labs"), 1, graph.TieFilter{Kinds: graph.KindsOf(graph.City)}, 10, []string{"labs", "hill", "port"}, 2, nil},
		"cut in order of id":             {ids("ann"), 1, graph.TieFilter{}, 2, []string{"ann", "acme"}, 1, &graph.Cut{Reason: graph.AnswerLimit, Limit: 2}},
		"those asked for twice are once": {ids("ann", "ann"), 0, graph.TieFilter{}, 10, []string{"ann"}, 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := v.Subgraph(context.Background(), c.ids, c.hops, c.filter, c.limit)
			require.NoError(t, err)
			var found []string
			for _, e := range got.Entities {
				found = append(found, string(e.ID)[4:])
			}
			assert.Equal(t, c.want, found)
			assert.Len(t, got.Ties, c.ties)
			assert.Equal(t, c.cut, got.Cut)
			for _, tie := range got.Ties {
				assert.Equal(t, []graph.EntityID{tie.Near, tie.Far}, []graph.EntityID{tie.From.ID, tie.To.ID})
				assert.Equal(t, graph.Out, tie.Direction)
				assert.Nil(t, tie.Certain)
			}
		})
	}
	on, err := v.On(day("2024-06-01"), nil).Subgraph(context.Background(), ids("acme", "ann", "bob"), 0, graph.TieFilter{}, 10)
	require.NoError(t, err)
	require.Len(t, on.Ties, 1)
	assert.Equal(t, ent("bob"), on.Ties[0].From.ID)
	assert.NotNil(t, on.Ties[0].Certain)
}

func TestReadSubgraphRefusesWhatIsTooMuch(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for name, c := range map[string]struct {
		ids         []graph.EntityID
		hops, limit int
		want        error
	}{
		"too far": {[]graph.EntityID{ent("acme")}, 4, 10, graph.ErrInvalid}, "no room": {[]graph.EntityID{ent("acme")}, 1, 0, graph.ErrInvalid},
		"too much room": {[]graph.EntityID{ent("acme")}, 1, 1001, graph.ErrInvalid}, "nobody": {nil, 1, 10, graph.ErrInvalid},
		"more than fit": {[]graph.EntityID{ent("acme"), ent("labs")}, 1, 1, graph.ErrInvalid},
		"unknown":       {[]graph.EntityID{ent("nobody")}, 1, 10, graph.ErrNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := v.Subgraph(context.Background(), c.ids, c.hops, graph.TieFilter{}, c.limit)
			assert.ErrorIs(t, err, c.want)
		})
	}
}

func TestReadSubgraphMakesTheSameCallsForAnyNumberOfEntities(t *testing.T) {
	s := newTown(t)
	v := s.view()
	traces := map[string]bool{}
	for _, ids := range [][]graph.EntityID{{ent("labs")}, {ent("labs"), ent("acme"), ent("ann"), ent("service")}} {
		s.calls.reset()
		_, err := v.Subgraph(context.Background(), ids, 2, graph.TieFilter{}, 100)
		require.NoError(t, err)
		traces[s.calls.trace()] = true
	}
	assert.Equal(t, map[string]bool{"Entities×1 Expand×3": true}, traces)
}

func TestReadCompetenceOfABodyAndOfAll(t *testing.T) {
	s := newTown(t)
	v := s.view()
	bodies := func(body graph.EntityID) []string {
		found, err := v.CompetenceRows(context.Background(), body)
		require.NoError(t, err)
		var out []string
		for _, n := range found {
			out = append(out, string(n.Body.ID)[4:]+" "+string(n.Voice))
		}
		return out
	}
	assert.Equal(t, []string{"bureau AUTHORITY", "court AUTHORITY", "register REGISTER"}, bodies(""))
	assert.Equal(t, []string{"court AUTHORITY"}, bodies(ent("court")))
	assert.Empty(t, bodies(ent("ann")))
	_, err := v.CompetenceRows(context.Background(), ent("nobody"))
	assert.ErrorIs(t, err, graph.ErrNotFound)
}
