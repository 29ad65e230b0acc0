package resolvers_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

// fixture collects a made-up world in which every relation of the API has something to show. Each statement adds a line to the
// document that is being written, and cites it.
type fixture struct {
	draft  graph.Draft
	source graph.DocumentID
	lines  []string
}

// newService is a service over a model store that tells a fixed time.
func newService(t testing.TB) *graph.Service {
	t.Helper()
	return serviceOver(newModel(t))
}

func newModel(t testing.TB) graph.Store {
	t.Helper()
	store := graphtest.NewModel(newClock())
	t.Cleanup(func() { require.NoError(t, store.Close()) })
	return store
}

func serviceOver(store graph.Store) *graph.Service { return graph.NewService(store, graph.Options{}) }

// seeded is a service with the world, of which some parts are n times as large.
func seeded(t testing.TB, n int) *graph.Service {
	t.Helper()
	service := newService(t)
	seedWorld(t, service, n)
	return service
}

func seedWorld(t testing.TB, service *graph.Service, n int) {
	t.Helper()
	for i, draft := range []graph.Draft{cast(n), article(n), register(), replies()} {
		_, err := service.Write(context.Background(), graph.OperationID(fmt.Sprintf("fixture-%d", i)), draft)
		require.NoError(t, err)
	}
}

func ent(id string) graph.EntityID { return graph.EntityID("ent_" + id) }

func (f *fixture) entity(id string, kind graph.EntityKind, caption string, change ...func(*graph.Entity)) {
	e := graph.Entity{ID: ent(id), Kind: kind, Specificity: graph.Named, Caption: caption}
	for _, c := range change {
		c(&e)
	}
	f.draft.Entities = append(f.draft.Entities, e)
}

// document begins a document; what is stated next stands in it.
func (f *fixture) document(id, publisher, title, published string, rights graph.Rights) {
	f.finish()
	f.source = graph.DocumentID("doc_" + id)
	f.draft.Documents = append(f.draft.Documents, graph.DocumentDraft{Document: graph.Document{
		ID: f.source, Title: title, Publisher: ent(publisher), Language: "en", URL: "https://example.org/" + id,
		Published: edtf.MustDate(published), Rights: rights, MediaType: "text/plain",
	}})
}

// finish gives the last document its text.
func (f *fixture) finish() {
	if n := len(f.draft.Documents); n > 0 {
		f.draft.Documents[n-1].Text = strings.Join(f.lines, "\n\n") + "\n"
	}
	f.lines = nil
}

// say adds a statement: speaker, stance, voice, then subject and predicate, and what they are said of.
func (f *fixture) say(speaker string, stance graph.Stance, voice graph.Voice, subject, predicate string, what any, change ...func(*graph.Statement)) {
	claim := graph.Claim{Subject: ent(subject), Predicate: predicate, Modality: graph.Fact}
	switch what := what.(type) {
	case string:
		claim.Object = ent(what)
	case graph.Value:
		claim.Value = what
	}
	line := fmt.Sprintf("Line %d of %s: %s about %s, %s.", len(f.lines)+1, f.source, speaker, subject, strings.ToLower(predicate))
	st := graph.Statement{
		Claim: claim, Confirmed: true,
		Assertion: graph.Assertion{
			ID:     graph.AssertionID(fmt.Sprintf("ast_%s-%d", strings.TrimPrefix(string(f.source), "doc_"), len(f.lines)+1)),
			Stance: stance, Voice: voice, Speaker: ent(speaker), SpeakerBasis: graph.StatedSpeaker, RecordedBy: "tests",
			Evidence: []graph.Evidence{{Document: f.source, Start: graph.UnknownStart, Quote: line}},
		},
	}
	for _, c := range change {
		c(&st)
	}
	f.lines = append(f.lines, line)
	f.draft.Statements = append(f.draft.Statements, st)
}

// tell is say for a publisher's own words.
func (f *fixture) tell(subject, predicate string, what any, change ...func(*graph.Statement)) {
	f.say("gazette", graph.Asserts, graph.PublisherVoice, subject, predicate, what, change...)
}

func from(from, to string) func(*graph.Statement) {
	return func(st *graph.Statement) {
		st.Assertion.Period = graph.Period{From: bound(from), To: bound(to)}
	}
}

func bound(text string) edtf.Bound {
	b, err := edtf.ParseBound(text)
	if err != nil {
		panic(err)
	}
	return b
}

func asOf(day string) func(*graph.Statement) {
	return func(st *graph.Statement) { st.Assertion.Period.AsOf = edtf.MustDate(day) }
}

func saidOn(day string) func(*graph.Statement) {
	return func(st *graph.Statement) { st.Assertion.SaidAt = edtf.MustDate(day) }
}

func qualified(name, value string) func(*graph.Statement) {
	return func(st *graph.Statement) {
		st.Claim.Qualifiers = append(st.Claim.Qualifiers, graph.Qualifier{Name: name, Value: value})
	}
}

func shares(lo, hi graph.Number) func(*graph.Statement) {
	return func(st *graph.Statement) { st.Assertion.Terms = graph.Terms{ShareMin: lo, ShareMax: hi} }
}

func speakingFor(role, body string) func(*graph.Statement) {
	return func(st *graph.Statement) { st.Assertion.Capacity = graph.Capacity{Role: role, For: ent(body)} }
}

func reported(who, work string) func(*graph.Statement) {
	return func(st *graph.Statement) {
		st.Assertion.ReportedBy = append(st.Assertion.ReportedBy, graph.Report{
			Who: ent(who), Work: graph.DocumentID("doc_" + work), Published: edtf.MustDate("2024-06-20"),
		})
	}
}

func withdrawing(target string) func(*graph.Statement) {
	return func(st *graph.Statement) { st.Assertion.Target = graph.AssertionID("ast_" + target) }
}

func noted(change func(*graph.Assertion)) func(*graph.Statement) {
	return func(st *graph.Statement) { change(&st.Assertion) }
}
