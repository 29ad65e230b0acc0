package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func TestReadPublicDayIsThatOfTheOriginal(t *testing.T) {
	for name, c := range map[string]struct {
		line   func(*line)
		doc    string // when the document on file was published
		public string // the first day on which it was public; "": never
	}{
		"published":                    {func(l *line) { l.published("2024-06-05") }, "2024-07-01", "2024-06-05"},
		"published, said earlier":      {func(l *line) { l.published("2024-06-05").said("2024-06-01") }, "2024-07-01", "2024-06-05"},
		"published in a month":         {func(l *line) { l.published("2024-06") }, "2024-07-01", "2024-06-30"},
		"said":                         {func(l *line) { l.said("2024-06-03") }, "2024-07-01", "2024-06-03"},
		"neither: its document's":      {func(*line) {}, "2024-07-01", "2024-07-01"},
		"nothing at all":               {func(*line) {}, "", ""},
		"a day that is not bounded":    {func(l *line) { l.published("202X") }, "2024-07-01", "2029-12-31"},
		"the earliest in the chain":    {chained("2024-06-09", "2024-06-07"), "2024-07-01", "2024-06-07"},
		"the work in the chain itself": {chained("", ""), "2024-07-01", "2024-06-02"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShelf(t)
			s.entity("gazette", graph.Organization, "The Gazette")
			s.entity("acme", graph.Company, "Acme")
			s.entity("widget", graph.Product, "Widget")
			s.doc("work", "gazette", "2024-06-02", graph.FullText).Text = "A work."
			s.doc("news", "gazette", c.doc, graph.FullText)
			c.line(s.say("acme", "MAKES", "widget"))
			s.file()
			v := s.view()
			known := func(date *graph.Day) int {
				public := v.On(nil, date)
				return len(read(t, public, graph.EntityClaims(graph.ClaimFilter{}, all), nodes(t, public, "acme")[0]).Rows)
			}
			if c.public == "" {
				assert.Zero(t, known(day("9999-01-01")))
				return
			}
			first := *day(c.public)
			before := first - 1
			assert.Equal(t, []int{0, 1}, []int{known(&before), known(&first)})
		})
	}
}

// chained gives a line a chain of two reports, each with its work "work" and a day of publication.
func chained(first, second string) func(*line) {
	return func(l *line) {
		for _, date := range []string{first, second} {
			r := graph.Report{Who: ent("gazette"), Work: "doc_work"}
			if date != "" {
				r.Published = dateOf(date)
			}
			l.Assertion.ReportedBy = append(l.Assertion.ReportedBy, r)
		}
	}
}

func TestReadPublicAllegationGrowsWithItsAnswers(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for date, want := range map[string]string{
		"2024-06-09": "none",
		"2024-06-10": "none", // only said by the wire, which withdrew it in the same work
		"2024-06-20": "ALLEGED by [bureau], denied [stranger], generally []",
		"2024-06-21": "DISPUTED by [bureau], denied [denied stranger], generally [general]",
		"2024-06-22": "DISPUTED by [bureau], denied [denied meant stranger], generally [general]",
		"2024-07-01": "DISPUTED by [bureau gazette], denied [denied meant stranger], generally [general]",
	} {
		t.Run(date, func(t *testing.T) {
			public := v.On(nil, day(date))
			got := "none"
			for _, n := range rows[*graph.AllegationNode](t, read(t, public, graph.EntityAllegations(graph.AccusedSubject, graph.AllegationFilter{}, all), nodes(t, public, "acme")[0])) {
				shown, ok := public.Shown(n.Claim)
				require.True(t, ok)
				if shown.Standing == graph.Retracted {
					continue
				}
				got = fmt.Sprintf("%s by %v, denied %v, generally %v", shown.Standing, entities(t, read(t, public, graph.AllegedBy(), n)),
					spoken(t, read(t, public, graph.AllegationDenials(), n)), spoken(t, read(t, public, graph.AllegationGeneralDenials(), n)))
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestReadPublicByTheEndOfTimeIsAllThatWasEverPublished(t *testing.T) {
	s := newTown(t)
	parents := townNodes(t, s.view())
	all := s.view().On(nil, day("9999-12-31"))
	secret := map[string]bool{}
	for _, a := range parents["assertion"] {
		row, ok := a.(*graph.AssertionRow)
		require.True(t, ok)
		if row.Evidence[0].Document == "doc_secret" {
			secret[string(row.Claim)] = true
		}
	}
	for _, p := range parents["claim"] {
		want, ok := p.(*graph.ClaimRow)
		require.True(t, ok)
		got, err := all.Claims(context.Background(), []graph.ClaimID{want.ID})
		require.NoError(t, err)
		if secret[p.Key()] {
			assert.Empty(t, got[want.ID].State.Stretches, "its document has no day")
			continue
		}
		assert.Equal(t, want.State, got[want.ID].State, p.Key())
	}
	for _, p := range parents["entity"] {
		row, ok := p.(*graph.EntityRow)
		require.True(t, ok)
		then, err := all.Entities(context.Background(), []graph.EntityID{row.ID})
		require.NoError(t, err)
		assert.Equal(t, row.State.Name, then[row.ID].State.Name)
		assert.Equal(t, row.State.FirstDay, then[row.ID].State.FirstDay, row.ID)
	}
}

func TestReadPublicTiesAreWhatAStoreWouldHaveProjected(t *testing.T) {
	s := newTown(t)
	filters := []graph.EdgeFilter{
		{},
		{Direction: graph.In},
		{Direction: graph.Out},
		{Tiers: []graph.Tier{graph.Safe}},
		{FarKinds: graph.KindsOf(graph.City, graph.Measure)},
		{Predicates: []string{"TARGETS", "INCLUDES"}},
		{Standings: []graph.Standing{graph.Recorded, graph.Reported}},
		{At: day("2024-04-10")},
		{Between: []graph.EntityID{ent("labs"), ent("acme")}},
	}
	whole := s.view()
	then := whole.On(nil, day("9999-12-31"))
	frontier := []graph.EntityID{ent("acme"), ent("labs"), ent("service"), ent("nobody"), ent("port")}
	rapid.Check(t, func(r *rapid.T) {
		q := graph.ExpandQuery{
			Frontier: frontier, Filter: rapid.SampledFrom(filters).Draw(r, "filter"), Limit: rapid.IntRange(0, 4).Draw(r, "limit"),
		}
		if rapid.Bool().Draw(r, "after") {
			q.After = &graph.EdgeKey{Predicate: rapid.SampledFrom([]string{"HEADQUARTERED_IN", "INCLUDES", "TARGETS"}).Draw(r, "predicate")}
		}
		edges := func(v *graph.View) []string {
			var out []string
			for e, err := range v.Expand(context.Background(), q) {
				require.NoError(r, err)
				out = append(out, fmt.Sprint(e.Position, e.Near, e.Direction, e.Predicate, e.Far, e.Claim, e.Stretch, e.FarRow.State.Name))
			}
			return out
		}
		assert.Equal(r, edges(whole), edges(then))
		want, err := whole.Facets(context.Background(), frontier, q.Filter)
		require.NoError(r, err)
		got, err := then.Facets(context.Background(), frontier, q.Filter)
		require.NoError(r, err)
		assert.Equal(r, want, got)
	})
}

func TestReadPublicListsAreThoseOfAStore(t *testing.T) {
	s := newTown(t)
	whole := s.view()
	then := whole.On(nil, day("9999-12-31"))
	yes, no := true, false
	for name, q := range map[string]graph.ClaimQuery{
		"any end": {Role: graph.AnyEnd}, "subject": {Role: graph.AsSubject}, "object": {Role: graph.AsObject}, "said by": {Role: graph.SaidBy},
		"predicates": {Role: graph.AnyEnd, Predicates: []string{"TARGETS"}}, "standings": {Role: graph.AnyEnd, Standings: []graph.Standing{graph.Disputed}},
		"allegations": {Role: graph.AnyEnd, Allegation: true}, "contested": {Role: graph.AnyEnd, Contested: &yes},
		"uncontested": {Role: graph.AnyEnd, Contested: &no, Limit: 3}, "a day": {Role: graph.AnyEnd, At: day("2024-04-02")},
		"after": {Role: graph.AnyEnd, After: &graph.ClaimKey{Predicate: "HEADQUARTERED_IN"}, Limit: 2},
	} {
		t.Run(name, func(t *testing.T) {
			q.Owners = []string{"ent_acme", "ent_bob", "ent_service", "ent_nobody"}
			want, err := whole.ListClaims(context.Background(), q)
			require.NoError(t, err)
			got, err := then.ListClaims(context.Background(), q)
			require.NoError(t, err)
			for i := range q.Owners {
				assert.Equal(t, ids(want[i]), ids(got[i]), q.Owners[i])
			}
		})
	}
	documents := graph.DocumentQuery{Owners: []graph.EntityID{ent("acme"), ent("widget"), ent("nobody")}}
	want, err := whole.ListDocuments(context.Background(), documents)
	require.NoError(t, err)
	got, err := then.ListDocuments(context.Background(), documents)
	require.NoError(t, err)
	for i := range documents.Owners {
		assert.Len(t, got[i], len(want[i]))
	}
	early, err := whole.On(nil, day("2024-06-15")).ListDocuments(context.Background(), documents)
	require.NoError(t, err)
	require.Len(t, early[0], 1)
	assert.Equal(t, graph.DocumentID("doc_wire"), early[0][0].ID)
}

func ids(rows []*graph.ClaimRow) []graph.ClaimID {
	out := make([]graph.ClaimID, len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out
}

func TestReadPublicNamesAndCorrections(t *testing.T) {
	s := newShelf(t)
	s.entity("gazette", graph.Organization, "The Gazette")
	s.entity("acme", graph.Company, "Acme Limited")
	s.doc("news", "gazette", "", graph.FullText)
	s.worth("acme", "NAME", graph.Name{Text: "Acme Works", Strength: graph.AliasName}).published("2024-02-01")
	s.worth("acme", "NAME", graph.Name{Text: "Acme plc", Strength: graph.StrongName}).published("2024-03-01").id("wrong")
	s.worth("acme", "NAME", graph.Name{Text: "Acme PLC Group", Strength: graph.StrongName}).by("gazette", graph.PublisherVoice, graph.Corrects).
		target("wrong").published("2024-04-01")
	s.worth("acme", "EMPLOYEE_COUNT", graph.Quantity{Min: "5", Max: "5"}).asOf("2024").id("unpublished")
	s.worth("acme", "EMPLOYEE_COUNT", graph.Quantity{Min: "6", Max: "6"}).asOf("2024").by("gazette", graph.PublisherVoice, graph.Corrects).
		target("unpublished").published("2024-05-01")
	s.file()
	v := s.view()
	for date, want := range map[string]string{
		"2024-01-01": "Acme Limited", "2024-02-01": "Acme Works", "2024-03-15": "Acme plc", "2024-04-01": "Acme PLC Group",
	} {
		public := v.On(nil, day(date))
		found, err := public.FindEntity(context.Background(), graph.EntityRef{Name: "acme works"})
		require.NoError(t, err, "a name on file says who is meant, whenever it became public")
		assert.Equal(t, want, found.State.Name, date)
	}
	public := v.On(nil, day("2024-05-01"))
	figures := rows[*graph.FigureNode](t, read(t, public, graph.EntityFigures(nil, all), nodes(t, public, "acme")[0]))
	require.Len(t, figures, 1, "what was never published is not known, its correction is")
	assert.Equal(t, "6", graph.ValueWords(figures[0].Claim.Value, ""))
	assert.Equal(t, graph.Reported, figures[0].Stretch.Standing)
	hidden, err := public.Assertions(context.Background(), []graph.AssertionID{"ast_unpublished"})
	require.NoError(t, err)
	assert.Empty(t, hidden)
}

func TestReadPublicMeasureWithoutADayCountsFromWhatWasPublishedByThen(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for date, want := range map[string][]string{"2024-06-19": nil, "2024-06-20": {"listing", "ban"}} {
		public := v.On(nil, day(date))
		var got []string
		for _, m := range rows[*graph.MeasureTie](t, read(t, public, graph.EntityMeasures(graph.AsTarget, graph.MeasureFilter{}, all), nodes(t, public, "labs")[0])) {
			got = append(got, string(m.Measure.ID)[4:])
		}
		assert.Equal(t, want, got, date)
	}
	list, err := v.On(nil, day("2024-06-20")).Entities(context.Background(), []graph.EntityID{ent("list")})
	require.NoError(t, err)
	assert.Equal(t, *day("2024-06-20"), list[ent("list")].State.FirstDay)
}

func TestReadPublicDerivesNoMoreThanTheBudgetInOneOperation(t *testing.T) {
	s := newShelf(t)
	s.entity("gazette", graph.Organization, "The Gazette")
	s.entity("acme", graph.Company, "Acme")
	s.doc("news", "gazette", "2024-01-01", graph.FullText)
	for i := range 1_200 {
		s.worth("acme", "IDENTIFIER", graph.Identifier{Scheme: "TAX", Value: strconv.Itoa(i)}).id(fmt.Sprintf("n%d", i))
	}
	s.file()
	v := s.view()
	claims := graph.EntityClaims(graph.ClaimFilter{}, all)
	acme := nodes(t, v, "acme")
	first := v.On(nil, day("2024-06-01"))
	_, err := claims(context.Background(), first, acme)
	require.NoError(t, err)
	_, err = claims(context.Background(), first, acme)
	require.NoError(t, err, "what is worked out once counts once")
	_, err = claims(context.Background(), v.On(nil, day("2024-06-02")), acme)
	require.ErrorIs(t, err, graph.ErrTooLarge, "all readings of one operation count together")
	other := s.view()
	_, err = claims(context.Background(), other.On(nil, day("2024-06-02")), acme)
	assert.NoError(t, err)
}

func TestReadChangesInOrderWithWhatTheyName(t *testing.T) {
	s := newTown(t)
	s.entity("late", graph.Company, "Late Works")
	s.doc("late", "gazette", "2024-09-01", graph.FullText)
	s.say("late", "MAKES", "widget").in("late").id("newest")
	s.file()
	page := func(f graph.ChangeFilter, a graph.PageArgs) graph.Page {
		p, err := s.ChangesPage(context.Background(), f, a)
		require.NoError(t, err)
		return p
	}
	some := graph.PageArgs{First: 1000}
	full := page(graph.ChangeFilter{}, some)
	paged := whole(t, 50, func(a graph.PageArgs) graph.Page { return page(graph.ChangeFilter{}, a) })
	assert.Equal(t, keys(full), paged)
	assert.True(t, slices.IsSorted(paged))
	since := page(graph.ChangeFilter{SinceRevision: 1}, graph.PageArgs{First: 1000, Total: true})
	assert.Less(t, len(since.Rows), 12)
	assert.Equal(t, len(since.Rows), *since.Total)
	kinds := map[graph.RecordKind]string{}
	for _, c := range rows[*graph.ChangeNode](t, since) {
		assert.Equal(t, graph.Revision(2), c.Revision)
		if c.Node != nil {
			kinds[c.Kind] = c.Node.Key()
		}
	}
	assert.Equal(t, "ent_late", kinds[graph.EntityRecord])
	assert.Equal(t, "doc_late", kinds[graph.DocumentRecord])
	assert.Equal(t, "ast_newest", kinds[graph.AssertionRecord])
	assert.Contains(t, kinds, graph.LayerRecord)
	assert.Contains(t, kinds, graph.StandingRecord)
	when := rows[*graph.ChangeNode](t, full)[0].Time
	assert.Equal(t, keys(since), keys(page(graph.ChangeFilter{Since: &when}, some)))
	before := when.AddDate(-1, 0, 0)
	assert.Equal(t, keys(full), keys(page(graph.ChangeFilter{Since: &before}, some)), "from the first revision on")
	of := page(graph.ChangeFilter{Of: []string{"ent_widget"}, SinceRevision: 1}, some)
	for _, c := range rows[*graph.ChangeNode](t, of) {
		assert.Contains(t, []graph.RecordKind{graph.ClaimRecord, graph.AssertionRecord, graph.StandingRecord}, c.Kind)
	}
	assert.Len(t, of.Rows, 3)
	ofPaged := whole(t, 1, func(a graph.PageArgs) graph.Page { return page(graph.ChangeFilter{Of: []string{"ent_widget"}}, a) })
	assert.Equal(t, keys(page(graph.ChangeFilter{Of: []string{"ent_widget"}}, some)), ofPaged)
	_, err := s.ChangesPage(context.Background(), graph.ChangeFilter{Since: &when, SinceRevision: 1}, some)
	require.ErrorIs(t, err, graph.ErrInvalid)
	empty := newShelf(t)
	none, err := empty.ChangesPage(context.Background(), graph.ChangeFilter{}, some)
	require.NoError(t, err)
	assert.Empty(t, none.Rows)
}

func TestReadStatsAndRevisions(t *testing.T) {
	s := newTown(t)
	info, err := s.Stats(context.Background())
	require.NoError(t, err)
	assert.Equal(t, graph.Revision(1), info.Revision)
	assert.Equal(t, 3, info.Counts[graph.JudgementRecord])
	rev, err := s.RevisionAt(context.Background(), info.Time)
	require.NoError(t, err)
	assert.Equal(t, graph.Revision(1), rev)
	_, err = s.RevisionAt(context.Background(), info.Time.AddDate(-1, 0, 0))
	assert.ErrorIs(t, err, graph.ErrBeforeFirstRevision)
}
