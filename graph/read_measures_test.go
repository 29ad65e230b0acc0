package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// struck says an entity's measures with what became of them.
func struck(t testing.TB, v *graph.View, of string, role graph.MeasureRole, f graph.MeasureFilter) []string {
	t.Helper()
	var out []string
	for _, m := range rows[*graph.MeasureTie](t, read(t, v, graph.EntityMeasures(role, f, all), nodes(t, v, of)[0])) {
		require.Equal(t, m.Measure, m.Tie.FarRow)
		out = append(out, fmt.Sprintf("%s %s", strings.TrimPrefix(string(m.Measure.ID), "ent_"), m.Status))
	}
	return out
}

func TestReadMeasuresOfAnEntityOnADay(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for date, want := range map[string][]string{
		"2022-03-24": nil,
		"2022-03-25": {"listing IN_FORCE"},
		"2023-12-31": {"listing IN_FORCE"},
		"2024-01-01": {"listing ANNULLED"},
		"2024-06-13": {"listing ANNULLED"},
		"2024-06-14": {"listing ANNULLED", "ban DECIDED"},
		"2024-06-20": {"listing ANNULLED", "ban ANNOUNCED"},
		"2024-07-20": {"listing ANNULLED", "ban IN_FORCE"},
		"2024-08-15": {"listing ANNULLED", "ban STAYED"},
		"2024-09-01": {"listing ANNULLED", "ban IN_FORCE"},
	} {
		t.Run(date, func(t *testing.T) {
			assert.Equal(t, want, struck(t, v.On(day(date), nil), "labs", graph.AsTarget, graph.MeasureFilter{}))
		})
	}
	assert.Equal(t, []string{"listing ANNULLED", "ban IN_FORCE"}, struck(t, v, "labs", graph.AsTarget, graph.MeasureFilter{}), "any day")
}

func TestReadMeasureHasEndedForATargetWhoseTieEnded(t *testing.T) {
	s := newTown(t)
	s.doc("later", "gazette", "2024-08-01", graph.FullText)
	s.say("ban", "TARGETS", "bob").from("2024-06-20").to("2024-07-31").in("later")
	s.file()
	v := s.view()
	assert.Equal(t, []string{"ban ENDED"}, struck(t, v, "bob", graph.AsTarget, graph.MeasureFilter{}))
	for date, want := range map[string][]string{
		"2024-06-19": nil, "2024-07-31": {"ban IN_FORCE"}, "2024-08-01": {"ban ENDED"}, "2024-09-15": {"ban ENDED"},
	} {
		assert.Equal(t, want, struck(t, v.On(day(date), nil), "bob", graph.AsTarget, graph.MeasureFilter{}), date)
	}
	tie := rows[*graph.MeasureTie](t, read(t, v.On(day("2024-07-01"), nil), graph.EntityMeasures(graph.AsTarget, graph.MeasureFilter{}, all), nodes(t, v, "bob")[0]))[0]
	assert.True(t, *tie.Tie.Certain)
	assert.Equal(t, *day("2024-07-31"), tie.Tie.Stretch.To)
	assert.Equal(t, []string{"ban TARGETS bob"}, told(t, read(t, v, graph.TieClaim(), tie)))
}

func TestReadMeasuresOfRolesAndFilters(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for name, c := range map[string]struct {
		of     string
		role   graph.MeasureRole
		filter graph.MeasureFilter
		want   []string
	}{
		"addressee":           {"bob", graph.AsAddressee, graph.MeasureFilter{}, []string{"ban IN_FORCE"}},
		"authority":           {"bureau", graph.AsAuthority, graph.MeasureFilter{}, []string{"ban IN_FORCE"}},
		"kinds":               {"labs", graph.AsTarget, graph.MeasureFilter{Kinds: []graph.MeasureKind{graph.Listing}}, []string{"listing ANNULLED"}},
		"statuses":            {"labs", graph.AsTarget, graph.MeasureFilter{Statuses: []graph.MeasureStatus{graph.StatusInForce}}, []string{"ban IN_FORCE"}},
		"first day":           {"labs", graph.AsTarget, graph.MeasureFilter{FirstDayFrom: day("2023-01-01")}, []string{"ban IN_FORCE"}},
		"until a day":         {"labs", graph.AsTarget, graph.MeasureFilter{FirstDayTo: day("2023-01-01")}, []string{"listing ANNULLED"}},
		"its authority":       {"labs", graph.AsTarget, graph.MeasureFilter{Authority: []graph.EntityID{ent("court")}}, []string{"listing ANNULLED"}},
		"about others":        {"labs", graph.AsTarget, graph.MeasureFilter{About: []graph.EntityID{ent("acme")}}, []string{"ban IN_FORCE"}},
		"spoken of by":        {"labs", graph.AsTarget, graph.MeasureFilter{Speaker: []graph.EntityID{ent("bob")}}, []string{"ban IN_FORCE"}},
		"in a document":       {"labs", graph.AsTarget, graph.MeasureFilter{Document: []graph.DocumentID{"doc_wire"}}, nil},
		"never a neighbour's": {"holding", graph.AsTarget, graph.MeasureFilter{}, nil},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, struck(t, v, c.of, c.role, c.filter)) })
	}
	_, err := graph.EntityMeasures("NEIGHBOUR", graph.MeasureFilter{}, all)(context.Background(), v, nodes(t, v, "labs"))
	assert.ErrorIs(t, err, graph.ErrInvalid)
}

func TestReadMeasuresPageIsInOrderOfTheFirstDay(t *testing.T) {
	s := newTown(t)
	v := s.view()
	page := func(v *graph.View, f graph.MeasureFilter, a graph.PageArgs) graph.Page {
		p, err := v.MeasuresPage(context.Background(), f, a)
		require.NoError(t, err)
		return p
	}
	full := page(v, graph.MeasureFilter{}, all)
	assert.Equal(t, []string{"listing", "repeal", "ban", "list", "stay"}, entities(t, full), "those only reported of last")
	paged := whole(t, 2, func(a graph.PageArgs) graph.Page { return page(v, graph.MeasureFilter{}, a) })
	assert.Equal(t, keys(full), paged)
	assert.Equal(t, []string{"listing", "repeal"}, entities(t, page(v.On(day("2024-02-01"), nil), graph.MeasureFilter{}, all)))
	about := graph.MeasureFilter{About: []graph.EntityID{ent("labs")}, Kinds: []graph.MeasureKind{graph.Ban}}
	assert.Equal(t, []string{"ban"}, entities(t, page(v, about, all)))
	spoken := graph.MeasureFilter{Speaker: []graph.EntityID{ent("acme")}, Authority: []graph.EntityID{ent("bureau")}}
	assert.Equal(t, []string{"ban"}, entities(t, page(v, spoken, all)))
	public := v.On(nil, day("2024-06-20"))
	_, err := public.MeasuresPage(context.Background(), graph.MeasureFilter{Kinds: []graph.MeasureKind{graph.Ban}}, all)
	require.ErrorIs(t, err, graph.ErrInvalid)
	assert.Equal(t, []string{"listing", "ban"}, entities(t, page(public, graph.MeasureFilter{About: []graph.EntityID{ent("labs")}}, all)))
	early := v.On(nil, day("2024-06-19"))
	assert.Empty(t, entities(t, page(early, graph.MeasureFilter{About: []graph.EntityID{ent("labs")}}, all)), "not yet public")
}

func TestReadMeasureGivesItsDaysWithTheirConflict(t *testing.T) {
	s := newTown(t)
	s.doc("later", "wire", "2024-08-01", graph.FullText)
	s.worth("ban", "DATED", graph.OnDate{Date: dateOf("2025-01-01")}).of("day", "ENDED").in("later")
	s.worth("ban", "DATED", graph.OnDate{Date: dateOf("2025-03")}).of("day", "ENDED").in("later")
	s.file()
	v := s.view()
	var got []string
	for _, d := range rows[*graph.MeasureDayNode](t, read(t, v, graph.MeasureDays(), nodes(t, v, "ban")[0])) {
		got = append(got, fmt.Sprintf("%s %s of %d, conflict %v", d.Kind, d.Date, len(d.Claims), d.Conflict != nil))
	}
	assert.Equal(t, []string{
		"DECIDED 2024-06-14 of 1, conflict false", "ANNOUNCED 2024-06-20 of 2, conflict true",
		"EFFECTIVE 2024-07-20 of 1, conflict false", "ENDED 2025-03 of 2, conflict true",
	}, got)
	for date, want := range map[string]graph.MeasureStatus{"2025-03-30": graph.StatusInForce, "2025-03-31": graph.StatusEnded} {
		on := v.On(day(date), nil)
		assert.Equal(t, want, scalar[graph.MeasureStatus](t, read(t, on, graph.MeasureStatusOf(), nodes(t, on, "ban")[0])), date)
	}
	assert.Empty(t, read(t, v.On(day("2020-01-01"), nil), graph.MeasureStatusOf(), nodes(t, v, "ban")[0]).Rows)
}

func TestReadMeasureGivesWhatItOrdersAndRestsOn(t *testing.T) {
	s := newTown(t)
	v := s.view()
	ban := nodes(t, v, "ban")[0]
	orders := func(v *graph.View, effects ...graph.Effect) []string {
		return told(t, read(t, v, graph.MeasureProvisions(effects, all), ban))
	}
	const sell, use = "ban PROVISION prohibits sell concerning widgets", "ban PROVISION permits use concerning widgets"
	assert.Equal(t, []string{use, sell}, orders(v))
	assert.Equal(t, []string{sell}, orders(v, graph.Prohibits))
	assert.Equal(t, []string{use}, orders(v.On(day("2024-07-01"), nil)), "selling is barred later")
	assert.Equal(t, []string{use, sell}, orders(v.On(day("2024-07-20"), nil)))
	assert.Empty(t, orders(v.On(day("2024-06-01"), nil)))
	assert.Len(t, read(t, v, graph.MeasureGrounds(all), ban).Rows, 1)
	assert.Equal(t, []string{"acme CHALLENGES ban"}, told(t, read(t, v, graph.MeasureChallenges(all), ban)))
	var words []string
	for _, w := range rows[*graph.Scalar[string]](t, read(t, v, graph.MeasureStandard(), ban)) {
		words = append(words, w.Value)
	}
	assert.Equal(t, []string{"reasonable cause to believe"}, words)
}

func TestReadMeasureStatementsLeaveOutWhatTheActIsAndDoes(t *testing.T) {
	s := newTown(t)
	v := s.view()
	ban := nodes(t, v, "ban")[0]
	statements := func(by []graph.EntityID, stances []graph.Stance, o graph.AssertionOrder) []string {
		return spoken(t, read(t, v, graph.MeasureStatements(by, stances, o, all), ban))
	}
	assert.Equal(t, []string{"unfair", "challenge", "hush"}, statements(nil, nil, graph.BySaid))
	assert.Equal(t, []string{"challenge", "hush", "unfair"}, statements(nil, nil, graph.ByRecorded))
	assert.Equal(t, []string{"unfair", "challenge"}, statements([]graph.EntityID{ent("acme")}, nil, graph.BySaid))
	assert.Equal(t, []string{"hush"}, statements(nil, []graph.Stance{graph.NoComment}, graph.BySaid))
	paged := whole(t, 1, func(a graph.PageArgs) graph.Page {
		return read(t, v, graph.MeasureStatements(nil, nil, graph.BySaid, a), ban)
	})
	assert.Equal(t, []string{"ast_unfair", "ast_challenge", "ast_hush"}, paged)
}
