package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestReadTiesOfAFilterInBothOrders(t *testing.T) {
	s := newTown(t)
	v := s.view()
	yes, no := true, false
	for name, c := range map[string]struct {
		of     string
		filter graph.TieFilter
		want   []string // in order of predicate
	}{
		"everything of a person": {"ann", graph.TieFilter{}, []string{"acme", "service"}},
		"outwards":               {"labs", graph.TieFilter{Direction: graph.Out}, []string{"hill", "port", "freedonia"}},
		"inwards":                {"labs", graph.TieFilter{Direction: graph.In}, []string{"acme", "holding", "holding", "ban", "listing"}},
		"kinds":                  {"labs", graph.TieFilter{Kinds: graph.KindsOf(graph.Measure, graph.Country)}, []string{"freedonia", "ban", "listing"}},
		"standings":              {"service", graph.TieFilter{Standings: []graph.Standing{graph.Refuted, graph.Unasserted}}, []string{"ann", "bob"}},
		"with":                   {"acme", graph.TieFilter{With: []graph.EntityID{ent("labs"), ent("ann")}}, []string{"ann", "labs"}},
		"modalities":             {"acme", graph.TieFilter{Modalities: []graph.Modality{graph.Plan}}, nil},
		"contested":              {"acme", graph.TieFilter{Contested: &yes}, nil},
		"accusatory":             {"acme", graph.TieFilter{Accusatory: &yes}, []string{"service"}},
		"not accusatory":         {"ann", graph.TieFilter{Accusatory: &no}, []string{"acme"}},
		"predicates":             {"acme", graph.TieFilter{Predicates: []string{"MAKES", "INCLUDES"}}, []string{"holding", "labs", "widget"}},
	} {
		t.Run(name, func(t *testing.T) {
			parent := nodes(t, v, c.of)[0]
			page := read(t, v, graph.EntityTies(c.filter, graph.TiesByPredicate, all), parent)
			assert.Equal(t, c.want, far(t, page))
			for _, order := range []graph.TieOrder{graph.TiesByPredicate, graph.TiesByStrength} {
				full := read(t, v, graph.EntityTies(c.filter, order, all), parent)
				assert.ElementsMatch(t, c.want, far(t, full))
				assert.Equal(t, len(c.want), *full.Total)
				paged := whole(t, 2, func(a graph.PageArgs) graph.Page { return read(t, v, graph.EntityTies(c.filter, order, a), parent) })
				assert.Equal(t, keys(full), append([]string{}, paged...), "%s in pages of two", order)
			}
			counted := 0
			for _, f := range rows[*graph.FacetNode](t, read(t, v, graph.EntityFacets(c.filter), parent)) {
				counted += f.Count
			}
			assert.Equal(t, len(c.want), counted, "facets count the same ties")
		})
	}
}

func TestReadTiesByStrengthPutTheStrongestFirst(t *testing.T) {
	s := newTown(t)
	v := s.view()
	ties := rows[*graph.TieNode](t, read(t, v, graph.EntityTies(graph.TieFilter{}, graph.TiesByStrength, all), nodes(t, v, "labs")[0]))
	assert.Equal(t, graph.Determined, ties[0].Stretch.Standing)
	assert.Equal(t, graph.Recorded, ties[1].Stretch.Standing)
	assert.Equal(t, graph.Stated, ties[len(ties)-1].Stretch.Standing)
}

func TestReadTiesOnADayAreThoseThatMayHoldThen(t *testing.T) {
	s := newTown(t)
	v := s.view()
	directs := graph.TieFilter{Predicates: []string{"DIRECTS"}}
	for date, want := range map[string][]string{
		"2009-12-31": nil, "2010-05-01": {"ann"}, "2024-03-31": {"ann"}, "2024-04-01": {"bob"}, "2030-01-01": {"bob"},
	} {
		on := v.On(day(date), nil)
		page := read(t, on, graph.EntityTies(directs, graph.TiesByPredicate, all), nodes(t, on, "acme")[0])
		assert.Equal(t, want, far(t, page), date)
		for _, tie := range rows[*graph.TieNode](t, page) {
			require.NotNil(t, tie.Certain, date)
			assert.Equal(t, date == "2024-03-31" || date == "2024-04-01", *tie.Certain, date)
		}
	}
	for _, tie := range rows[*graph.TieNode](t, read(t, v, graph.EntityTies(directs, graph.TiesByPredicate, all), nodes(t, v, "acme")[0])) {
		assert.Nil(t, tie.Certain)
	}
}

func TestReadTiesOfNamedLists(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for list, c := range map[string]struct {
		of   string
		want []string
	}{
		"subsidiaries": {"holding", []string{"labs"}}, "owners": {"labs", []string{"holding"}},
		"members": {"acme", []string{"holding", "labs"}}, "products": {"acme", []string{"widget"}},
		"makers": {"widget", []string{"acme"}}, "headquartered": {"port", []string{"acme", "labs"}},
		"occupants": {"office", []string{"acme"}}, "targets": {"ban", []string{"acme", "labs"}},
		"addressees": {"ban", []string{"bob"}}, "positions": {"ann", []string{"acme"}},
		"laterActs": {"ban", []string{"stay"}}, "agencies": {"bureau", nil}, "officeHolders": {"bureau", nil}, "active": {"widget", nil},
	} {
		t.Run(list, func(t *testing.T) {
			relation := func(f graph.TieFilter) graph.Relation { return graph.EntityTiesOf(list, f, graph.TiesByPredicate, all) }
			parent := nodes(t, v, c.of)[0]
			assert.Equal(t, c.want, far(t, read(t, v, relation(graph.TieFilter{}), parent)))
			none := graph.TieFilter{Predicates: []string{"FAMILY"}}
			assert.Empty(t, far(t, read(t, v, relation(none), parent)), "the list's predicates and the filter's both count")
		})
	}
	_, err := graph.EntityTiesOf("cousins", graph.TieFilter{}, graph.TiesByPredicate, all)(context.Background(), v, nodes(t, v, "ann"))
	assert.ErrorIs(t, err, graph.ErrInvalid)
}

func TestReadTieGivesItsEntityAndClaim(t *testing.T) {
	s := newTown(t)
	v := s.view()
	tie := read(t, v, graph.EntityTies(graph.TieFilter{Predicates: []string{"OWNS"}}, graph.TiesByPredicate, all), nodes(t, v, "labs")[0]).Rows[0].Node
	assert.Equal(t, []string{"holding"}, entities(t, read(t, v, graph.TieEntity(), tie)))
	assert.Equal(t, []string{"holding OWNS labs"}, told(t, read(t, v, graph.TieClaim(), tie)))
}

func TestReadSetsNeverPickSilently(t *testing.T) {
	s := newTown(t)
	s.doc("late", "wire", "2024-08-01", graph.FullText)
	s.say("holding", "HEADQUARTERED_IN", "hill").by("wire", graph.PublisherVoice, graph.Asserts).in("late").id("wrong")
	s.say("holding", "HEADQUARTERED_IN", "hill").by("wire", graph.PublisherVoice, graph.Retracts).in("late").target("wrong")
	s.file()
	v := s.view()
	for name, c := range map[string]struct {
		of, set  string
		want     []string
		conflict bool
	}{
		"one that lies in the other":       {"acme", "headquarters", []string{"freedonia", "port"}, false},
		"two cities, the stronger first":   {"labs", "headquarters", []string{"port", "hill"}, true},
		"what was withdrawn is no answer":  {"holding", "headquarters", nil, false},
		"a parent by the register":         {"labs", "parent", []string{"holding"}, false},
		"a unit's parent, not its group's": {"unit", "parent", []string{"acme"}, false},
		"the city of an office":            {"office", "city", []string{"port"}, false},
		"the country of a region":          {"coast", "country", []string{"freedonia"}, false},
		"the country of an office's city":  {"branch", "country", []string{"sylvania"}, false},
		"the authority":                    {"ban", "authority", []string{"bureau"}, false},
		"the list":                         {"listing", "listedOn", []string{"list"}, false},
		"nothing":                          {"ann", "citizenships", nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			sets := rows[*graph.TieSetNode](t, read(t, v, graph.EntityTieSet(c.set), nodes(t, v, c.of)[0]))
			require.Len(t, sets, 1, "a set for every entity")
			var got []string
			for _, tie := range sets[0].Ties {
				got = append(got, strings.TrimPrefix(string(tie.Far), "ent_"))
			}
			assert.Equal(t, c.want, got)
			require.Equal(t, c.conflict, sets[0].Conflict != nil)
			if c.conflict {
				assert.Equal(t, graph.ConflictingValues, sets[0].Conflict.Kind)
				assert.Len(t, sets[0].Conflict.Claims, 2)
				assert.Len(t, sets[0].Conflict.Assertions, 2)
			}
		})
	}
}

func TestReadClaimSetsShowTwoHouseNumbersAsAConflict(t *testing.T) {
	s := newTown(t)
	v := s.view()
	set := rows[*graph.ClaimSetNode](t, read(t, v, graph.EntityClaimSet("addresses"), nodes(t, v, "office")[0]))[0]
	assert.Len(t, set.Claims, 2)
	require.NotNil(t, set.Conflict)
	assert.Equal(t, graph.ConflictingValues, set.Conflict.Kind)
	set = rows[*graph.ClaimSetNode](t, read(t, v, graph.EntityClaimSet("citation"), nodes(t, v, "ban")[0]))[0]
	assert.Len(t, set.Claims, 1)
	assert.Nil(t, set.Conflict)
	set = rows[*graph.ClaimSetNode](t, read(t, v, graph.EntityClaimSet("coordinates"), nodes(t, v, "office")[0]))[0]
	assert.Empty(t, set.Claims)
	_, err := graph.EntityClaimSet("smells")(context.Background(), v, nodes(t, v, "office"))
	assert.ErrorIs(t, err, graph.ErrInvalid)
}

func TestReadDegreeIsThatOnFileElseCountedFromWhatWasPublic(t *testing.T) {
	s := newTown(t)
	v := s.view()
	acme := nodes(t, v, "acme")[0]
	row, ok := acme.(*graph.EntityRow)
	require.True(t, ok)
	assert.Equal(t, row.State.Degree, scalar[int](t, read(t, v, graph.EntityDegree(), acme)))
	public := v.On(nil, day("2024-06-20"))
	then := nodes(t, public, "acme")[0]
	assert.Less(t, scalar[int](t, read(t, public, graph.EntityDegree(), then)), row.State.Degree, "the challenge came later")
	everything := v.On(nil, day("2030-01-01"))
	assert.Equal(t, row.State.Degree, scalar[int](t, read(t, everything, graph.EntityDegree(), nodes(t, everything, "acme")[0])))
}
