package neo4jstore

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// decided decides records over what is on file, at a revision after those of counts.
func decided(t *testing.T, known *filed, at int64, records ...graph.Record) (*rows, *revision, error) {
	t.Helper()
	next := (&revision{}).next(graph.Stamp{Revision: graph.Revision(at), Time: time.UnixMicro(7).UTC()})
	d := newDecision(known, &next, at-1)
	for _, r := range records {
		if err := checkRecord(r); err != nil {
			return nil, nil, err
		}
	}
	err := d.decide(records)
	return d.rows, &next, err
}

// mustDecide is decided for records that are taken.
func mustDecide(t *testing.T, known *filed, at int64, records ...graph.Record) (*rows, *revision) {
	t.Helper()
	r, next, err := decided(t, known, at, records...)
	require.NoError(t, err)
	return r, next
}

// list is a section as lists of values.
func (r *rows) list(section string) [][]any {
	var out [][]any
	for _, row := range r.lists[section] {
		values, _ := row.([]any)
		out = append(out, values)
	}
	return out
}

func someCompany(id string) *graph.Entity {
	return &graph.Entity{ID: graph.EntityID(id), Kind: graph.Company, Specificity: graph.Named, Caption: "Company " + id}
}

func owns(id, subject, object string) *graph.Claim {
	return &graph.Claim{
		ID: graph.ClaimID(id), Subject: graph.EntityID(subject), Predicate: "OWNS", Object: graph.EntityID(object), Modality: graph.Fact,
	}
}

func says(id, subject string, v graph.Value) *graph.Claim {
	return &graph.Claim{ID: graph.ClaimID(id), Subject: graph.EntityID(subject), Predicate: "SAYS", Value: v, Modality: graph.Fact}
}

func stated(from, to graph.Day) graph.Stretch {
	return graph.Stretch{
		DayRange: graph.DayRange{From: from, To: to}, Standing: graph.Stated, Tier: graph.Safe, ShareMax: graph.WholeShare,
	}
}

// town is what is on file in most cases: two companies, a tie and a value, a document with a layer, an assertion and a judgement.
func town() *filed {
	f := newFiled()
	for _, e := range []*graph.Entity{someCompany("a"), someCompany("b")} {
		f.entities[e.ID], f.written[string(e.ID)] = e, 1
		f.states[e.ID] = stateRow{since: 1, name: e.Caption, sort: graph.SortName(e.Caption), firstDay: int64(graph.MaxDay)}
	}
	tie, value := owns("tie", "a", "b"), says("value", "a", graph.Text{Wording: "no"})
	f.claims[tie.ID], f.claims[value.ID] = tie, value
	f.documents["doc"], f.written["doc"] = &graph.Document{ID: "doc", Title: "A page"}, 1
	f.layers["lay"] = &filedLayer{layer: graph.Layer{ID: "lay", Document: "doc", Extractor: "x 1", Text: "A 𝕏 owns B."}, rev: 1}
	f.assertions["ast"] = &graph.Assertion{ID: "ast", Claim: "tie", Stance: graph.Asserts, Speaker: "a"}
	f.judgements["jdg"] = &graph.Judgement{ID: "jdg", Kind: graph.Identity, Verdict: graph.Same, Entities: []graph.EntityID{"a", "b"}}
	return f
}

func TestPrepare_RefusesWhatIsNoRecord(t *testing.T) {
	t.Parallel()
	for name, r := range map[string]graph.Record{
		"nil": nil, "a nil pointer": (*graph.Layer)(nil), "an entity without id": &graph.Entity{},
		"a state without owner": &graph.ClaimState{}, "competence without body": &graph.BodyCompetence{},
	} {
		_, _, err := decided(t, town(), 2, someCompany("c"), r)
		require.ErrorIs(t, err, graph.ErrInvalid, name)
	}
}

func TestPrepare_RefusesNamesNotOnFile(t *testing.T) {
	t.Parallel()
	lost := graph.Evidence{Document: "doc", Layer: "nowhere"}
	for name, r := range map[string]graph.Record{
		"subject": owns("1", "nobody", "b"), "object": owns("1", "a", "nobody"),
		"document of a layer":     &graph.Layer{ID: "new", Document: "nowhere"},
		"body of competence":      &graph.BodyCompetence{Body: "nobody"},
		"claim of an assertion":   &graph.Assertion{ID: "new", Claim: "nowhere"},
		"layer of evidence":       &graph.Assertion{ID: "new", Claim: "tie", Evidence: []graph.Evidence{lost}},
		"layer of terms":          &graph.LayerTerms{Layer: "nowhere"},
		"assertion of a decision": &graph.ReviewDecision{Assertion: "nowhere"},
		"claim of a state":        &graph.ClaimState{Claim: "nowhere"}, "entity of a state": &graph.EntityState{Entity: "nobody"},
	} {
		_, _, err := decided(t, town(), 2, someCompany("c"), r)
		require.ErrorIs(t, err, graph.ErrNotFound, name)
	}
}

func TestPrepare_LeavesEqualRecordsAlone(t *testing.T) {
	t.Parallel()
	same := town()
	quoted := *same.assertions["ast"]
	quoted.Evidence = []graph.Evidence{} // empty and missing lists are equal
	r, next := mustDecide(t, town(), 2, someCompany("a"), someCompany("a"), owns("tie", "a", "b"), same.claims["value"], same.documents["doc"],
		&same.layers["lay"].layer, &quoted, same.judgements["jdg"])
	assert.Empty(t, r.lists)
	assert.Equal(t, []int{0, 0}, []int{next.entries, next.raw})
	assert.Empty(t, next.counts)
}

func TestPrepare_RefusesOtherContent(t *testing.T) {
	t.Parallel()
	entity, claim := someCompany("a"), owns("tie", "a", "b")
	entity.Caption, claim.Modality = "Other", graph.Plan
	for field, r := range map[string]graph.Record{
		"caption": entity, "modality": claim, "title": &graph.Document{ID: "doc"},
		"text":    &graph.Layer{ID: "lay", Document: "doc", Extractor: "x 1"},
		"stance":  &graph.Assertion{ID: "ast", Claim: "tie", Stance: graph.Denies, Speaker: "a"},
		"verdict": &graph.Judgement{ID: "jdg", Kind: graph.Identity, Entities: []graph.EntityID{"a", "b"}},
	} {
		_, _, err := decided(t, town(), 2, r)
		require.ErrorIs(t, err, graph.ErrConflict, field)
		require.ErrorContains(t, err, graph.RecordID(r))
		require.ErrorContains(t, err, field)
	}
	other := someCompany("new")
	other.Kind = graph.Person
	_, _, err := decided(t, town(), 2, someCompany("new"), other)
	require.ErrorIs(t, err, graph.ErrConflict, "within one batch")
}

func TestPrepare_TakesRecordsInAnyOrder(t *testing.T) {
	t.Parallel()
	quote := graph.Evidence{Document: "d", Layer: "l", Start: 2, End: 3, Quote: "expected", Prefix: "A "}
	r, next := mustDecide(t, newFiled(), 1,
		&graph.ReviewDecision{Assertion: "s", State: graph.Unsure}, &graph.EntityState{Entity: "a", Name: "A", FirstDay: graph.MaxDay},
		&graph.Assertion{ID: "s", Claim: "c", Speaker: "a", Evidence: []graph.Evidence{quote}}, owns("c", "a", "b"),
		&graph.Layer{ID: "l", Document: "d", Text: "A 𝕏 owns B."}, &graph.Document{ID: "d"}, someCompany("b"), someCompany("a"),
		&graph.ClaimState{Claim: "c", Stretches: []graph.Stretch{stated(0, 9)}})
	assert.Equal(t, [][]any{
		{1, 1, "REVIEW_DECISION", "s"},
		{2, 2, "ASSERTION", "s"},
		{3, 3, "CLAIM", "c"},
		{4, 4, "LAYER", "l"},
		{5, 5, "DOCUMENT", "d"},
		{6, 6, "ENTITY", "b"},
		{7, 7, "ENTITY", "a"},
		{8, nil, "STANDING", "c"},
	}, r.list("changes"), "the log has the order given")
	assert.Equal(t, [][]any{{"s", 0, "d", "l", 2, 3, "", "𝕏"}}, r.list("evidence"), "the words are the layer's")
	assert.Equal(t, [][]any{{"s", "a"}}, r.list("spoken"))
	assert.Equal(t, 8, next.entries)
	assert.Equal(t, 7, next.raw)
	assert.Equal(t, map[graph.RecordKind]int{
		graph.EntityRecord: 2, graph.DocumentRecord: 1, graph.LayerRecord: 1, graph.ClaimRecord: 1, graph.AssertionRecord: 1,
		graph.DecisionRecord: 1, graph.StandingRecord: 1,
	}, next.counts)
	assert.Len(t, r.list("decisions"), 1)
	assert.Empty(t, r.list("marks"), "nothing of it was there before")
}

func TestPrepare_CountsOnlyTheLastOfAnOwner(t *testing.T) {
	t.Parallel()
	known := town()
	known.competent["b"] = true
	r, next := mustDecide(t, known, 2,
		&graph.ReviewDecision{Assertion: "ast", State: graph.Rejected}, &graph.BodyCompetence{Body: "a"}, &graph.BodyCompetence{Body: "b"},
		&graph.ReviewDecision{Assertion: "ast", State: graph.Accepted},
		&graph.BodyCompetence{Body: "a", Rows: []graph.Competence{{Voice: graph.AuthorityVoice}}})
	assert.Equal(t, [][]any{{"ast", `{"assertion":"ast","state":"ACCEPTED"}`}}, r.list("decisions"))
	assert.Equal(t, [][]any{{"a", `[{"voice":"AUTHORITY"}]`}, {"b", "null"}}, r.list("competence"))
	assert.Equal(t, [][]any{{1, 1, "REVIEW_DECISION", "ast"}, {2, 2, "COMPETENCE", "a"}, {3, 3, "COMPETENCE", "b"}}, r.list("changes"))
	assert.Equal(t, 1, next.counts[graph.CompetenceRecord], "of bodies that had none before")
}

func TestPrepare_LogsAnOwnerOnceARevision(t *testing.T) {
	t.Parallel()
	known := town()
	known.logged[logKey{graph.DecisionRecord, "ast"}] = true
	next := (&revision{entries: 4, raw: 3}).more()
	next.stamp.Revision = 2
	d := newDecision(known, &next, 1)
	require.NoError(t, d.decide([]graph.Record{&graph.ReviewDecision{Assertion: "ast"}, someCompany("c")}))
	assert.Equal(t, [][]any{{5, 4, "ENTITY", "c"}}, d.rows.list("changes"), "ordinals go on")
	assert.Len(t, d.rows.list("decisions"), 1)
	assert.Zero(t, next.counts[graph.DecisionRecord])
}
