package graph_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// accused says allegations briefly: subject, predicate, object.
func accused(t testing.TB, p graph.Page) []string {
	t.Helper()
	var claims graph.Page
	for _, n := range rows[*graph.AllegationNode](t, p) {
		claims.Rows = append(claims.Rows, graph.Row{Node: n.Claim})
	}
	return told(t, claims)
}

func TestReadAllegationsByRole(t *testing.T) {
	s := newTown(t)
	v := s.view()
	const accusation, risk, spy = "acme COOPERATES_WITH service", "labs POSES_RISK_TO freedonia", "ann SPIED_FOR service"
	for name, c := range map[string]struct {
		of   string
		role graph.AllegationRole
		want []string
	}{
		"the subject":                                {"labs", graph.AccusedSubject, []string{risk}},
		"an end of a symmetric claim":                {"acme", graph.AccusedSubject, []string{accusation}},
		"the other end of it":                        {"service", graph.AccusedSubject, []string{accusation}},
		"the object, of a symmetric claim both":      {"service", graph.AccusedObject, []string{accusation, spy}},
		"an end of a symmetric claim, as its object": {"acme", graph.AccusedObject, []string{accusation}},
		"a subject is no object":                     {"labs", graph.AccusedObject, nil},
		"who alleges":                                {"bureau", graph.Accuser, []string{accusation}},
		"who alleges, of somebody else":              {"bob", graph.Accuser, []string{spy}},
		"who finds":                                  {"court", graph.Accuser, []string{risk}},
		"who denies alleges nothing":                 {"acme", graph.Accuser, nil},
		"what was only denied is no allegation":      {"bob", graph.AccusedSubject, nil},
	} {
		t.Run(name, func(t *testing.T) {
			page := read(t, v, graph.EntityAllegations(c.role, graph.AllegationFilter{}, all), nodes(t, v, c.of)[0])
			assert.Equal(t, c.want, accused(t, page))
			assert.Equal(t, len(c.want), *page.Total)
		})
	}
}

func TestReadAllegationsOfAFilter(t *testing.T) {
	s := newTown(t)
	v := s.view()
	yes, no := true, false
	const accusation, risk, spy = "acme COOPERATES_WITH service", "labs POSES_RISK_TO freedonia", "ann SPIED_FOR service"
	for name, c := range map[string]struct {
		filter graph.AllegationFilter
		want   []string
	}{
		"all":             {graph.AllegationFilter{}, []string{accusation, spy, risk}},
		"denied":          {graph.AllegationFilter{Denied: &yes}, []string{accusation, spy}},
		"not denied":      {graph.AllegationFilter{Denied: &no}, []string{risk}},
		"replied to":      {graph.AllegationFilter{ReplyRecorded: &yes}, []string{accusation}},
		"without a reply": {graph.AllegationFilter{ReplyRecorded: &no}, []string{spy, risk}},
		"refuted":         {graph.AllegationFilter{Standings: []graph.Standing{graph.Refuted}}, []string{spy}},
		"of a predicate":  {graph.AllegationFilter{Predicates: []string{"POSES_RISK_TO"}}, []string{risk}},
		"about":           {graph.AllegationFilter{About: []graph.EntityID{ent("ann"), ent("labs")}}, []string{spy, risk}},
		"spoken of by":    {graph.AllegationFilter{Speaker: []graph.EntityID{ent("acme")}}, []string{accusation}},
		"in a document":   {graph.AllegationFilter{Document: []graph.DocumentID{"doc_brief", "doc_wire"}}, []string{accusation}},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := v.AllegationsPage(context.Background(), c.filter, all)
			require.NoError(t, err)
			assert.ElementsMatch(t, c.want, accused(t, page))
			paged := whole(t, 1, func(a graph.PageArgs) graph.Page {
				p, err := v.AllegationsPage(context.Background(), c.filter, a)
				require.NoError(t, err)
				return p
			})
			assert.Equal(t, keys(page), paged)
		})
	}
}

func TestReadAllegationWithEveryAnswer(t *testing.T) {
	s := newTown(t)
	v := s.view()
	accusation := &graph.AllegationNode{Claim: rows[*graph.ClaimRow](t, claimPage(t, v, s.cooperation()))[0]}
	answers := func(r graph.Relation) []string { return spoken(t, read(t, v, r, accusation)) }
	assert.Equal(t, []string{"bureau", "gazette"}, entities(t, read(t, v, graph.AllegedBy(), accusation)), "the wire withdrew")
	assert.Equal(t, []string{"denied", "meant", "stranger"}, answers(graph.AllegationDenials()))
	assert.Equal(t, []string{"general"}, answers(graph.AllegationGeneralDenials()))
	assert.Equal(t, []string{"general"}, spoken(t, read(t, v, graph.ClaimGeneralDenials(), accusation.Claim)))
	assert.Equal(t, []string{"sorry"}, answers(graph.AllegationRetractions()))
	assert.Empty(t, answers(graph.AllegationDeterminations()))
	assert.True(t, scalar[bool](t, read(t, v, graph.AllegationReply(), accusation)))
	for _, n := range rows[*graph.AllegationNode](t, read(t, v, graph.EntityAllegations(graph.AccusedSubject, graph.AllegationFilter{}, all), nodes(t, v, "ann")[0])) {
		assert.Equal(t, []string{"cleared"}, spoken(t, read(t, v, graph.AllegationDeterminations(), n)))
		assert.False(t, scalar[bool](t, read(t, v, graph.AllegationReply(), n)), "a court's dismissal is no party's reply")
	}
}

// claimPage is a page of one claim.
func claimPage(t testing.TB, v *graph.View, id graph.ClaimID) graph.Page {
	t.Helper()
	return graph.Page{Rows: []graph.Row{{Node: nodes(t, v, string(id))[0]}}}
}

func TestReadAllegationForgetsWhatNeverCountedOrWasWithdrawn(t *testing.T) {
	s := newTown(t)
	s.doc("later", "gazette", "2024-08-01", graph.FullText)
	s.say("acme", "COOPERATES_WITH", "service").by("acme", graph.PartyVoice, graph.Retracts).in("later").target("denied")
	s.say("acme", "COOPERATES_WITH", "service").by("bureau", graph.AuthorityVoice, graph.Alleges).in("later").id("slip")
	s.draft.Decisions = []graph.ReviewDecision{
		{Assertion: "ast_slip", State: graph.Rejected, By: "tests", Reason: "a slip"},
		{Assertion: "ast_alleged", State: graph.Rejected, By: "tests", Reason: "a slip"},
	}
	s.file()
	s.draft.Judgements = []graph.Judgement{
		{Kind: graph.Coverage, Verdict: graph.UnsureVerdict, Denial: "ast_general", Claim: s.cooperation(), By: "tests"},
	}
	s.file()
	v := s.view()
	accusation := &graph.AllegationNode{Claim: rows[*graph.ClaimRow](t, claimPage(t, v, s.cooperation()))[0]}
	assert.Equal(t, []string{"gazette"}, entities(t, read(t, v, graph.AllegedBy(), accusation)))
	assert.Equal(t, []string{"meant", "stranger"}, spoken(t, read(t, v, graph.AllegationDenials(), accusation)))
	assert.Empty(t, read(t, v, graph.AllegationGeneralDenials(), accusation).Rows, "the newest judgement counts")
	denial := nodes(t, v, "ast_denied", "ast_meant")
	assert.Len(t, read(t, v, graph.AssertionRetractedAt(), denial[0]).Rows, 1)
	assert.Empty(t, read(t, v, graph.AssertionRetractedAt(), denial[1]).Rows)
	for id, n := range map[string]int{"gazette": 1, "bureau": 0} {
		page := read(t, v, graph.EntityAllegations(graph.Accuser, graph.AllegationFilter{}, all), nodes(t, v, id)[0])
		assert.Len(t, page.Rows, n, "%s: a slip makes no accuser", id)
	}
}

func TestReadAssertionsOfAClaimInBothOrders(t *testing.T) {
	s := newTown(t)
	v := s.view()
	claim := nodes(t, v, string(s.cooperation()))[0]
	recorded := spoken(t, read(t, v, graph.ClaimAssertions(nil, nil, graph.ByRecorded, all), claim))
	assert.Equal(t, []string{"alleged", "denied", "hasty", "repeated", "silent", "sorry", "stranger"}, recorded)
	said := spoken(t, read(t, v, graph.ClaimAssertions(nil, nil, graph.BySaid, all), claim))
	assert.Equal(t, []string{"alleged", "denied", "hasty", "repeated", "silent", "sorry", "stranger"}, said, "undated ones last")
	some := graph.ClaimAssertions([]graph.Stance{graph.Denies, graph.NoComment}, nil, graph.BySaid, all)
	assert.Equal(t, []string{"denied", "silent", "stranger"}, spoken(t, read(t, v, some, claim)))
	assert.Empty(t, read(t, v, graph.ClaimAssertions(nil, []graph.ReviewState{graph.Machine}, graph.BySaid, all), claim).Rows)
	for _, o := range []graph.AssertionOrder{graph.ByRecorded, graph.BySaid} {
		paged := whole(t, 2, func(a graph.PageArgs) graph.Page { return read(t, v, graph.ClaimAssertions(nil, nil, o, a), claim) })
		assert.Equal(t, keys(read(t, v, graph.ClaimAssertions(nil, nil, o, all), claim)), paged)
	}
}

func TestReadEntitySaidWhatItSaidItselfOrThroughWhoSpeaksForIt(t *testing.T) {
	s := newTown(t)
	s.doc("talk", "gazette", "2024-08-01", graph.FullText)
	l := s.say("ban", "TARGETS", "labs").by("bob", graph.OtherVoice, graph.Qualifies).in("talk").id("for-bureau").said("2024-01-01")
	l.Assertion.Capacity = graph.Capacity{Role: "spokesman", For: ent("bureau")}
	s.file()
	v := s.view()
	bureau := nodes(t, v, "bureau")[0]
	assert.Equal(t, []string{"for-bureau", "alleged"}, spoken(t, read(t, v, graph.EntitySaid(nil, "", graph.BySaid, all), bureau)))
	about := graph.EntitySaid(nil, ent("acme"), graph.BySaid, all)
	assert.Equal(t, []string{"alleged"}, spoken(t, read(t, v, about, bureau)))
	stances := graph.EntitySaid([]graph.Stance{graph.Qualifies}, "", graph.BySaid, all)
	assert.Equal(t, []string{"for-bureau"}, spoken(t, read(t, v, stances, bureau)))
	statement := nodes(t, v, "ast_for-bureau")[0]
	assert.Equal(t, []string{"bob"}, entities(t, read(t, v, graph.AssertionSpeaker(), statement)))
	assert.Equal(t, []string{"bureau"}, entities(t, read(t, v, graph.AssertionBody(), statement)))
	assert.Equal(t, []string{"ban TARGETS labs"}, told(t, read(t, v, graph.AssertionClaim(), statement)))
}

func TestReadAssertionCountsAsItsVoiceUnderTheCompetenceTable(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for id, want := range map[string]graph.Voice{
		"alleged":   graph.OtherVoice, // no competence for what accuses
		"found":     graph.AuthorityVoice,
		"denied":    graph.PartyVoice,
		"hasty":     graph.PublisherVoice,
		"owns-2012": graph.RegisterVoice,
		"stranger":  graph.OtherVoice,
		"silent":    graph.PartyVoice,
	} {
		assert.Equal(t, want, scalar[graph.Voice](t, read(t, v, graph.AssertionCountsAs(), nodes(t, v, "ast_"+id)[0])), id)
	}
	coverings := rows[*graph.JudgementRow](t, read(t, v, graph.AssertionCoverings(), nodes(t, v, "ast_general")[0]))
	require.Len(t, coverings, 1)
	assert.Equal(t, graph.General, coverings[0].Verdict)
	assert.Equal(t, []string{"general"}, spoken(t, read(t, v, graph.JudgementDenial(), coverings[0])))
	assert.Equal(t, []string{"acme COOPERATES_WITH service"}, told(t, read(t, v, graph.JudgementClaim(), coverings[0])))
	assert.Equal(t, []string{"hasty"}, spoken(t, read(t, v, graph.AssertionTarget(), nodes(t, v, "ast_sorry")[0])))
}

func TestReadJudgementsOfIdentity(t *testing.T) {
	s := newTown(t)
	v := s.view()
	judged := rows[*graph.JudgementRow](t, read(t, v, graph.EntityJudgements(all), nodes(t, v, "holding")[0]))
	require.Len(t, judged, 1)
	assert.Equal(t, []string{"acme", "holding"}, entities(t, read(t, v, graph.JudgementEntities(), judged[0])))
	assert.Empty(t, read(t, v, graph.EntityJudgements(all), nodes(t, v, "labs")[0]).Rows)
}

func TestReadSentencesFollowTheStanding(t *testing.T) {
	s := newTown(t)
	v := s.view()
	onDay := v.On(day("2024-06-25"), nil)
	say := func(v *graph.View, subject, predicate, object string) string {
		f := graph.ClaimFilter{Subject: []graph.EntityID{ent(subject)}, Predicates: []string{predicate}}
		if object != "" {
			f.Object = []graph.EntityID{ent(object)}
		}
		page, err := v.ClaimsPage(context.Background(), f, all)
		require.NoError(t, err)
		require.NotEmpty(t, page.Rows)
		return scalar[string](t, read(t, v, graph.ClaimSentence(), page.Rows[0].Node))
	}
	for name, c := range map[string]struct{ got, want string }{
		"disputed, by party and in the speakers' order": {
			say(v, "acme", "COOPERATES_WITH", ""),
			"The Bureau of Trade and The Gazette allege that Acme Works cooperates with the Service; Acme Works denies it.",
		},
		"determined":  {say(v, "labs", "POSES_RISK_TO", ""), "The Court of Trade found that Acme Labs poses a risk to Freedonia."},
		"refuted":     {say(v, "ann", "SPIED_FOR", ""), "Ann Archer was found not to have spied for the Service (by the Court of Trade)."},
		"only denied": {say(v, "bob", "SPIED_FOR", ""), "Bob Baker denies that Bob Baker spied for the Service."},
		"on a day on which nobody says so": {
			say(onDay, "ann", "DIRECTS", ""), "No source on file says that on that day Ann Archer directs Acme Works as chief executive.",
		},
		"stated, not by the publisher of something else": {
			say(v, "labs", "HEADQUARTERED_IN", "hill"), "Acme Works says that Acme Labs is headquartered in Hill.",
		},
	} {
		assert.Equal(t, c.want, c.got, name)
	}
	grounds := read(t, v, graph.MeasureGrounds(all), nodes(t, v, "ban")[0]).Rows[0].Node
	assert.Contains(t, scalar[string](t, read(t, v, graph.ClaimSentence(), grounds)), "“The Bureau of Trade and The Gazette allege that")
}

func TestReadConflictsOfDaysNameTheAssertionsOnBothSides(t *testing.T) {
	s := newTown(t)
	v := s.view()
	page, err := v.ClaimsPage(context.Background(), graph.ClaimFilter{Predicates: []string{"OWNS"}}, all)
	require.NoError(t, err)
	found := rows[*graph.ConflictNode](t, read(t, v, graph.ClaimConflicts(), page.Rows[0].Node))
	require.Len(t, found, 1)
	assert.Equal(t, graph.ConflictingDays, found[0].Kind)
	assert.Equal(t, []graph.ClaimID{rows[*graph.ClaimRow](t, page)[0].ID}, []graph.ClaimID{found[0].Claims[0].ID})
	var sides []string
	for _, a := range found[0].Assertions {
		sides = append(sides, strings.TrimPrefix(string(a.ID), "ast_"))
	}
	assert.Equal(t, []string{"owns-2012", "owns-2014"}, sides)
	before := v.On(day("2013-01-01"), nil)
	assert.Empty(t, read(t, before, graph.ClaimConflicts(), page.Rows[0].Node).Rows, "on that day only one of them holds")
}

func TestReadConflictsOfValuesComeInPairs(t *testing.T) {
	s := newTown(t)
	v := s.view()
	clients, err := v.ClaimsPage(context.Background(), graph.ClaimFilter{Subject: []graph.EntityID{ent("acme")}, Predicates: []string{"HAS_CLIENTS"}}, all)
	require.NoError(t, err)
	var in []string
	for _, c := range rows[*graph.ClaimRow](t, clients) {
		for _, n := range rows[*graph.ConflictNode](t, read(t, v, graph.ClaimConflicts(), c)) {
			require.Len(t, n.Claims, 2)
			assert.Len(t, n.Assertions, 2)
			in = append(in, graph.ValueWords(c.Value, ""))
		}
	}
	slices.Sort(in)
	assert.Equal(t, []string{"220,000", "270,000"}, in, "neither “more than 200,000” nor an undisclosed number contradicts")
	for _, predicate := range []string{"HAS_USERS", "OFFICE_COUNTRY_COUNT"} {
		page, err := v.ClaimsPage(context.Background(), graph.ClaimFilter{Predicates: []string{predicate}}, all)
		require.NoError(t, err)
		for _, c := range page.Rows {
			assert.Empty(t, read(t, v, graph.ClaimConflicts(), c.Node).Rows, predicate)
		}
	}
}
