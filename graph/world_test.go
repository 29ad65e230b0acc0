package graph_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

// acmeText is the document of the small world: a firm, a spy service, a bureau that alleges, a paper that reports.
const acmeText = `Acme and the service

The Bureau of Trade said on 3 May 2024 that Acme cooperated with the Service. Acme denied that it had cooperated with the Service.
Acme said that it does not engage in activities which threaten anyone. The Daily reported that Acme owns Beta.
The register shows that Acme owns 48 % of Beta since 1 March 2020. The Bureau of Trade listed Acme on 5 May 2024.
The Daily withdrew its report that Acme owns Beta. Acme has over 400 million users.
The Court of Trade found that Acme poses a risk to Utopia. The High Court set that finding aside.
`

// world is a service over the naive model, with the small world's people and document on file.
type world struct {
	*graph.Service
	store graph.Store
	doc   graph.DocumentID
	ops   int
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := openWorld(t)
	w.write(t, graph.Draft{
		Documents: []graph.DocumentDraft{{
			Document: graph.Document{Title: "Acme and the service", Publisher: "ent_daily", Published: edtf.MustDate("2024-06-01")},
			Text:     acmeText,
		}},
		Entities: []graph.Entity{
			{ID: "ent_acme", Kind: graph.Company, Caption: "Acme"},
			{ID: "ent_group", Kind: graph.CorporateGroup, Caption: "Acme Group"},
			{ID: "ent_beta", Kind: graph.Company, Caption: "Beta"},
			{ID: "ent_service", Kind: graph.IntelligenceService, Caption: "the Service"},
			{ID: "ent_bureau", Kind: graph.Agency, Caption: "Bureau of Trade", AgencyKind: graph.Regulator},
			{ID: "ent_court", Kind: graph.Agency, Caption: "Court of Trade", AgencyKind: graph.Court},
			{ID: "ent_high-court", Kind: graph.Agency, Caption: "High Court", AgencyKind: graph.Court},
			{ID: "ent_register", Kind: graph.Agency, Caption: "Register of Firms"},
			{ID: "ent_daily", Kind: graph.Organization, Caption: "The Daily"},
			{ID: "ent_utopia", Kind: graph.Country, Caption: "Utopia"},
			{ID: "ent_listing", Kind: graph.Measure, MeasureKind: graph.Listing, Caption: "listing of Acme"},
		},
		Competence: []graph.BodyCompetence{
			{Body: "ent_court", Rows: []graph.Competence{{Voice: graph.AuthorityVoice}}},
			{Body: "ent_high-court", Rows: []graph.Competence{{Voice: graph.AuthorityVoice}}},
			{Body: "ent_register", Rows: []graph.Competence{{Voice: graph.RegisterVoice, Predicates: []string{"OWNS"}}}},
		},
	})
	return w
}

// openWorld is an empty service over the naive model.
func openWorld(t testing.TB) *world {
	t.Helper()
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	store := graphtest.NewModel(func() time.Time { now = now.Add(time.Hour); return now })
	t.Cleanup(func() { require.NoError(t, store.Close()) })
	return &world{
		Service: graph.NewService(store, graph.Options{}), store: store, doc: graph.ContentDocumentID([]byte(acmeText)),
	}
}

// write puts a draft on file under the next operation id.
func (w *world) write(t testing.TB, d graph.Draft) graph.Receipt {
	t.Helper()
	receipt, err := w.try(d)
	require.NoError(t, err)
	return receipt
}

func (w *world) try(d graph.Draft) (graph.Receipt, error) {
	w.ops++
	return w.Write(context.Background(), graph.OperationID(strings.Repeat("x", w.ops)), d)
}

// say is a statement with one quote of the document.
func (w *world) say(id, subject, predicate, object string, stance graph.Stance, voice graph.Voice, speaker, quote string) graph.Statement {
	return graph.Statement{
		Claim: graph.Claim{
			Subject: graph.EntityID("ent_" + subject), Predicate: predicate, Object: graph.EntityID("ent_" + object),
		},
		Assertion: graph.Assertion{
			ID: graph.AssertionID("ast_" + id), Stance: stance, Voice: voice, Speaker: graph.EntityID("ent_" + speaker),
			Evidence: []graph.Evidence{{Document: w.doc, Start: graph.UnknownStart, Quote: quote}},
		},
	}
}

func (w *world) alleged() graph.Statement {
	return w.say("alleged", "acme", "COOPERATES_WITH", "service", graph.Alleges, graph.AuthorityVoice, "bureau",
		"The Bureau of Trade said on 3 May 2024 that Acme cooperated with the Service.")
}

func (w *world) denied() graph.Statement {
	return w.say("denied", "acme", "COOPERATES_WITH", "service", graph.Denies, graph.PartyVoice, "acme",
		"Acme denied that it had cooperated with the Service.")
}

func (w *world) reported() graph.Statement {
	return w.say("reported", "acme", "OWNS", "beta", graph.Asserts, graph.PublisherVoice, "daily",
		"The Daily reported that Acme owns Beta.")
}

func (w *world) registered() graph.Statement {
	st := w.say("registered", "acme", "OWNS", "beta", graph.Asserts, graph.RegisterVoice, "register",
		"The register shows that Acme owns 48 % of Beta since 1 March 2020.")
	st.Assertion.Period.From.Date = edtf.MustDate("2020-03-01")
	st.Assertion.Terms = graph.Terms{ShareMin: "48", ShareMax: "48"}
	return st
}

func (w *world) found() graph.Statement {
	return w.say("found", "acme", "POSES_RISK_TO", "utopia", graph.Determines, graph.AuthorityVoice, "court",
		"The Court of Trade found that Acme poses a risk to Utopia.")
}

// claim reads a claim as it stands now.
func (w *world) claim(t testing.TB, id graph.ClaimID) *graph.ClaimRow {
	t.Helper()
	view, err := w.View(context.Background(), nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, view.Close()) }()
	rows, err := view.Claims(context.Background(), []graph.ClaimID{id})
	require.NoError(t, err)
	require.Contains(t, rows, id)
	return rows[id]
}

// standing is that of the claim's only stretch.
func (w *world) standing(t testing.TB, id graph.ClaimID) graph.Standing {
	t.Helper()
	state := w.claim(t, id).State
	require.Len(t, state.Stretches, 1)
	return state.Stretches[0].Standing
}

// undrifted fails when the store does not hold what its records say.
func (w *world) undrifted(t testing.TB) {
	t.Helper()
	result, err := w.Check(context.Background(), func(d graph.Drift) { t.Errorf("%s %s: %s", d.Kind, d.ID, d.Problem) }, nil)
	require.NoError(t, err)
	require.Zero(t, result.Drifts)
}
