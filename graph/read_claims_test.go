package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// told says claims briefly: subject, predicate, object or the type of value.
func told(t testing.TB, p graph.Page) []string {
	t.Helper()
	var out []string
	for _, c := range rows[*graph.ClaimRow](t, p) {
		what := strings.TrimPrefix(string(c.Object), "ent_")
		if c.Value != nil {
			what = graph.ValueWords(c.Value, "")
		}
		out = append(out, fmt.Sprintf("%s %s %s", strings.TrimPrefix(string(c.Subject), "ent_"), c.Predicate, what))
	}
	slices.Sort(out)
	return out
}

func TestReadClaimsOfAFilter(t *testing.T) {
	s := newTown(t)
	v := s.view()
	yes, no := true, false
	onDay := v.On(day("2024-06-20"), nil)
	for name, c := range map[string]struct {
		view   *graph.View
		filter graph.ClaimFilter
		want   []string
	}{
		"predicate": {v, graph.ClaimFilter{Predicates: []string{"OWNS"}}, []string{"holding OWNS labs"}},
		"subject and predicate": {
			v,
			graph.ClaimFilter{Subject: []graph.EntityID{ent("labs")}, Predicates: []string{"POSES_RISK_TO", "HEADQUARTERED_IN"}},
			[]string{"labs HEADQUARTERED_IN hill", "labs HEADQUARTERED_IN port", "labs POSES_RISK_TO freedonia"},
		},
		"object": {v, graph.ClaimFilter{Object: []graph.EntityID{ent("service")}}, []string{
			"acme COOPERATES_WITH service", "ann SPIED_FOR service", "bob SPIED_FOR service",
		}},
		"about and standing": {
			v,
			graph.ClaimFilter{About: []graph.EntityID{ent("service")}, Standings: []graph.Standing{graph.Disputed, graph.Refuted}},
			[]string{"acme COOPERATES_WITH service", "ann SPIED_FOR service"},
		},
		"speaker": {v, graph.ClaimFilter{Speaker: []graph.EntityID{ent("court")}}, []string{
			"ann SPIED_FOR service", "labs POSES_RISK_TO freedonia",
		}},
		"speaker and document": {
			v,
			graph.ClaimFilter{Speaker: []graph.EntityID{ent("bureau")}, Document: []graph.DocumentID{"doc_brief"}},
			[]string{"acme COOPERATES_WITH service"},
		},
		"document": {v, graph.ClaimFilter{Document: []graph.DocumentID{"doc_secret"}}, []string{
			"labs EMPLOYEE_COUNT 50 to 60",
		}},
		"speaker, about and document": {v, graph.ClaimFilter{
			Speaker: []graph.EntityID{ent("bob")}, About: []graph.EntityID{ent("ann")}, Document: []graph.DocumentID{"doc_news"},
		}, []string{"ann SPIED_FOR service"}},
		"stance": {v, graph.ClaimFilter{Stances: []graph.Stance{graph.Determines, graph.Dismisses}}, []string{
			"ann SPIED_FOR service", "labs POSES_RISK_TO freedonia",
		}},
		"accusatory": {v, graph.ClaimFilter{Accusatory: &yes, About: []graph.EntityID{ent("acme")}}, []string{
			"acme CONDUCT activities which threaten anyone", "acme CONDUCT help for spies", "acme COOPERATES_WITH service",
		}},
		"not accusatory": {
			v,
			graph.ClaimFilter{Accusatory: &no, Subject: []graph.EntityID{ent("acme")}, Predicates: []string{"COOPERATES_WITH", "MAKES"}},
			[]string{"acme MAKES widget"},
		},
		"contested": {v, graph.ClaimFilter{Contested: &yes}, nil},
		"conflicting": {v, graph.ClaimFilter{Conflicting: &yes, About: []graph.EntityID{ent("labs")}}, []string{
			"holding OWNS labs", "labs HEADQUARTERED_IN hill", "labs HEADQUARTERED_IN port",
		}},
		"holding after a day": {
			v, graph.ClaimFilter{Predicates: []string{"DIRECTS"}, From: day("2024-04-01")}, []string{"bob DIRECTS acme"},
		},
		"holding before a day": {
			v, graph.ClaimFilter{Predicates: []string{"DIRECTS"}, To: day("2024-03-31")}, []string{"ann DIRECTS acme"},
		},
		"standing on a day": {
			onDay,
			graph.ClaimFilter{Predicates: []string{"DIRECTS"}, Standings: []graph.Standing{graph.Reported}},
			[]string{"bob DIRECTS acme"},
		},
		"nothing": {v, graph.ClaimFilter{Subject: []graph.EntityID{ent("nobody")}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := c.view.ClaimsPage(context.Background(), c.filter, all)
			require.NoError(t, err)
			assert.Equal(t, c.want, told(t, page))
			assert.Equal(t, len(c.want), *page.Total)
			paged := whole(t, 2, func(a graph.PageArgs) graph.Page {
				p, err := c.view.ClaimsPage(context.Background(), c.filter, a)
				require.NoError(t, err)
				return p
			})
			assert.Equal(t, keys(page), append([]string{}, paged...), "pages of two")
		})
	}
}

func TestReadClaimsOfAnEntityAreInOrderOfPredicateThenID(t *testing.T) {
	s := newTown(t)
	v := s.view()
	acme := nodes(t, v, "acme")[0]
	for _, filter := range []graph.ClaimFilter{{}, {Stances: []graph.Stance{graph.Asserts}}} {
		page := read(t, v, graph.EntityClaims(filter, all), acme)
		claims := rows[*graph.ClaimRow](t, page)
		assert.True(t, slices.IsSortedFunc(claims, func(a, b *graph.ClaimRow) int {
			return strings.Compare(a.Predicate+" "+string(a.ID), b.Predicate+" "+string(b.ID))
		}))
		paged := whole(t, 3, func(a graph.PageArgs) graph.Page { return read(t, v, graph.EntityClaims(filter, a), acme) })
		assert.Equal(t, keys(page), paged)
	}
}

func TestReadClaimsRefusesWhatItCannotAnswer(t *testing.T) {
	s := newTown(t)
	v := s.view()
	yes := true
	_, err := v.ClaimsPage(context.Background(), graph.ClaimFilter{Conflicting: &yes}, all)
	require.ErrorIs(t, err, graph.ErrInvalid)
	require.ErrorContains(t, err, "conflicting")
	_, err = v.ClaimsPage(context.Background(), graph.ClaimFilter{Predicates: []string{"OWN"}}, all)
	require.ErrorIs(t, err, graph.ErrInvalid)
	require.ErrorContains(t, err, "OWNS", "names what is near")
	_, err = v.On(nil, day("2024-06-20")).ClaimsPage(context.Background(), graph.ClaimFilter{Predicates: []string{"OWNS"}}, all)
	require.ErrorIs(t, err, graph.ErrInvalid)
	page, err := v.ClaimsPage(context.Background(), graph.ClaimFilter{Predicates: []string{"OWNS"}}, graph.PageArgs{First: 1})
	require.NoError(t, err)
	args := graph.PageArgs{First: 1, After: &page.Rows[0].Cursor}
	_, err = v.ClaimsPage(context.Background(), graph.ClaimFilter{Predicates: []string{"DIRECTS"}}, args)
	require.ErrorIs(t, err, graph.ErrInvalid, "a cursor of another filter")
}

func TestReadClaimShowsTheDayElseTheLatestStretch(t *testing.T) {
	s := newTown(t)
	v := s.view()
	claim := rows[*graph.ClaimRow](t, read(t, v, graph.EntityClaims(graph.ClaimFilter{Predicates: []string{"DIRECTS"}}, all), nodes(t, v, "ann")[0]))[0]
	shown, ok := v.Shown(claim)
	require.True(t, ok)
	assert.Equal(t, *day("2010-01-01"), shown.From)
	assert.Nil(t, v.Certain(&shown))
	for date, certain := range map[string]bool{"2010-06-01": false, "2015-01-01": true} {
		on := v.On(day(date), nil)
		shown, ok = on.Shown(claim)
		require.True(t, ok)
		assert.Equal(t, certain, *on.Certain(&shown), date)
	}
	_, ok = v.On(day("2024-04-01"), nil).Shown(claim)
	assert.False(t, ok)
}

func TestReadClaimGivesItsParts(t *testing.T) {
	s := newTown(t)
	v := s.view()
	find := func(predicate, subject string) graph.Node {
		f := graph.ClaimFilter{Subject: []graph.EntityID{ent(subject)}, Predicates: []string{predicate}}
		page, err := v.ClaimsPage(context.Background(), f, all)
		require.NoError(t, err)
		require.NotEmpty(t, page.Rows)
		return page.Rows[0].Node
	}
	owns, grounded := find("OWNS", "holding"), find("GROUNDED_ON", "ban")
	assert.Equal(t, []string{"holding"}, entities(t, read(t, v, graph.ClaimSubject(), owns)))
	assert.Equal(t, []string{"labs"}, entities(t, read(t, v, graph.ClaimObject(), owns)))
	assert.Empty(t, read(t, v, graph.ClaimObject(), grounded).Rows)
	assert.Equal(t, []string{string(s.cooperation())}, keys(read(t, v, graph.ClaimValueClaim(), grounded)))
	assert.Empty(t, read(t, v, graph.ClaimValueClaim(), owns).Rows)
	kept, err := v.ClaimsPage(context.Background(), graph.ClaimFilter{Speaker: []graph.EntityID{ent("acme")}, Predicates: []string{"HAS_CLIENTS"}}, all)
	require.NoError(t, err)
	assert.Equal(t, []string{"acme"}, entities(t, read(t, v, graph.ClaimValueEntity(), kept.Rows[0].Node)))
	assert.True(t, scalar[bool](t, read(t, v, graph.ClaimAccusatory(), nodes(t, v, string(s.cooperation()))[0])))
	assert.False(t, scalar[bool](t, read(t, v, graph.ClaimAccusatory(), owns)))
	history := rows[*graph.StandingNode](t, read(t, v, graph.ClaimStandings(), owns))
	require.Len(t, history, 1)
	assert.Equal(t, graph.Recorded, history[0].Standing)
	assert.Equal(t, graph.Revision(1), history[0].Since.Revision)
}

func TestReadClaimOriginsGiveEachSourceOnce(t *testing.T) {
	s := newTown(t)
	s.doc("copy", "wire", "2024-06-22", graph.FullText)
	again := s.say("acme", "COOPERATES_WITH", "service").by("bureau", graph.AuthorityVoice, graph.Alleges).in("copy")
	again.Assertion.ReportedBy = []graph.Report{{Who: ent("wire"), Work: "doc_wire"}}
	s.say("acme", "COOPERATES_WITH", "service").by("bureau", graph.AuthorityVoice, graph.Alleges).in("copy")
	s.file()
	v := s.view()
	claim := nodes(t, v, string(s.cooperation()))[0]
	var got []string
	for _, o := range rows[*graph.OriginNode](t, read(t, v, graph.ClaimOrigins(), claim)) {
		said := string(o.Speaker.ID)
		if o.Work != nil {
			said += " in " + string(o.Work.ID)
		}
		got = append(got, said+" by "+string(o.Publisher.ID))
	}
	assert.Equal(t, []string{
		"ent_bureau by ent_gazette", "ent_gazette by ent_gazette", "ent_bureau in doc_wire by ent_wire",
	}, got, "the withdrawn report of the wire is none")
	assert.Equal(t, 2, scalar[int](t, read(t, v, graph.ClaimIndependentSources(), claim)))
}
