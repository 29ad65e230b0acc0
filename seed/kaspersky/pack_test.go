package kaspersky_test

import (
	"context"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

// load puts the pack on file in a store of its own.
func load() (*graph.Service, error) {
	s := graph.NewService(graphtest.NewModel(time.Now), graph.Options{})
	_, err := seed.Load(context.Background(), s, kaspersky.Files, kaspersky.PackFile)
	return s, err
}

// shared is the loaded pack for tests that only read.
var shared = sync.OnceValues(load)

// world is one reading of the loaded pack.
type world struct {
	*testing.T
	service *graph.Service
	*graph.View
}

func reading(t *testing.T, service *graph.Service) *world {
	t.Helper()
	v, err := service.View(t.Context(), nil)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, v.Close()) })
	return &world{t, service, v}
}

func open(t *testing.T) *world {
	t.Helper()
	service, err := shared()
	require.NoError(t, err)
	return reading(t, service)
}

// on is the same world on a day.
func (w *world) on(day string) *world {
	w.Helper()
	d, err := edtf.ParseDay(day)
	require.NoError(w, err)
	return &world{w.T, w.service, w.View.On(&d, nil)}
}

func (w *world) entities(ids ...graph.EntityID) []*graph.EntityRow {
	w.Helper()
	rows, err := w.Entities(w.Context(), ids)
	require.NoError(w, err)
	out := make([]*graph.EntityRow, len(ids))
	for i, id := range ids {
		require.NotNil(w, rows[id], id)
		out[i] = rows[id]
	}
	return out
}

// claims are all claims of an entity in a role, of the predicates given or of all; "" is the whole store.
func (w *world) claims(role graph.ClaimRole, owner string, predicates ...string) []*graph.ClaimRow {
	w.Helper()
	rows, err := w.ListClaims(w.Context(), graph.ClaimQuery{Owners: []string{owner}, Role: role, Predicates: predicates})
	require.NoError(w, err)
	return rows[0]
}

func (w *world) all(predicates ...string) []*graph.ClaimRow {
	w.Helper()
	return w.claims(graph.WholeStore, "", predicates...)
}

// claim is the claim of a statement of the pack.
func (w *world) claim(statement string) *graph.ClaimRow {
	w.Helper()
	said := w.said(statement)
	rows, err := w.Claims(w.Context(), []graph.ClaimID{said.Claim})
	require.NoError(w, err)
	return rows[said.Claim]
}

func (w *world) said(statement string) *graph.AssertionRow {
	w.Helper()
	id := graph.AssertionID("ast_" + statement)
	rows, err := w.Assertions(w.Context(), []graph.AssertionID{id})
	require.NoError(w, err)
	require.NotNil(w, rows[id], statement)
	return rows[id]
}

// assertions are all that is said in the pack.
func (w *world) assertions() []*graph.AssertionRow {
	w.Helper()
	var out []*graph.AssertionRow
	for i := range w.pack().Statements {
		out = append(out, w.said(w.pack().Statements[i].ID))
	}
	return out
}

var parsed = sync.OnceValues(func() (*seed.Pack, error) {
	data, err := kaspersky.Files.ReadFile(kaspersky.PackFile)
	if err != nil {
		return nil, err
	}
	return seed.Parse(kaspersky.PackFile, data)
})

func (w *world) pack() *seed.Pack {
	w.Helper()
	p, err := parsed()
	require.NoError(w, err)
	return p
}

// objects are the entities at the far end of claims, without the void ones.
func objects(claims []*graph.ClaimRow) []graph.EntityID {
	var out []graph.EntityID
	for _, c := range claims {
		void := !slices.ContainsFunc(c.State.Stretches, func(s graph.Stretch) bool { return s.Tier != graph.Void })
		if !void && !slices.Contains(out, c.Object) {
			out = append(out, c.Object)
		}
	}
	slices.Sort(out)
	return out
}

func day(t *testing.T, s string) graph.Day {
	t.Helper()
	d, err := edtf.ParseDay(s)
	require.NoError(t, err)
	return d
}

// The counts of the loaded graph.
func TestPackHoldsEnough(t *testing.T) {
	w := open(t)
	said := w.assertions()

	assert.GreaterOrEqual(t, len(w.all()), 300, "claims")
	assert.GreaterOrEqual(t, len(said), 400, "assertions")

	reported, denials := 0, map[graph.ClaimID]bool{}
	denied := 0
	publishers := map[graph.EntityID]bool{}
	for _, a := range said {
		if slices.ContainsFunc(a.ReportedBy, func(r graph.Report) bool { return r.Who != a.Body() && r.Who != a.Speaker }) {
			reported++
		}
		for _, r := range a.ReportedBy {
			publishers[r.Who] = true
		}
		if a.Stance == graph.Denies {
			denied++
			denials[a.Claim] = true
		}
	}
	assert.GreaterOrEqual(t, reported, 100, "assertions that somebody else than the speaker reported")
	assert.GreaterOrEqual(t, len(publishers), 40, "publishers between speaker and briefing")
	assert.GreaterOrEqual(t, denied, 11, "denials")
	assert.GreaterOrEqual(t, len(denials), 8, "claims that are denied")
}

func TestMeasuresHaveProvisions(t *testing.T) {
	w := open(t)
	measures := map[graph.EntityID]int{}
	for _, c := range w.all("PROVISION") {
		measures[c.Subject]++
	}
	assert.GreaterOrEqual(t, len(measures), 12)
	assert.GreaterOrEqual(t, measures["ent_final-determination"], 12)
	for _, c := range w.all("PROVISION") {
		assert.False(t, c.Value.(graph.Provision).Exhaustive, "no source calls its list of provisions complete")
	}
}

func TestEveryDocumentIsOwn(t *testing.T) {
	files, err := kaspersky.Files.ReadDir("briefings")
	require.NoError(t, err)
	require.Len(t, files, 11)
	for _, f := range files {
		data, err := kaspersky.Files.ReadFile(path.Join("briefings", f.Name()))
		require.NoError(t, err)
		body, sources, found := strings.Cut(string(data), "\nSources\n")
		require.True(t, found, "%s names its sources", f.Name())
		assert.Contains(t, body, "Redthread briefing, written ")
		assert.Contains(t, body, "in its own words")
		assert.Contains(t, sources, "20", "%s dates its sources", f.Name())
	}
}

func TestQuotesAreOfOwnBriefings(t *testing.T) {
	w := open(t)
	for _, a := range w.assertions() {
		require.NotEmpty(t, a.Evidence)
		for _, e := range a.Evidence {
			docs, err := w.Documents(t.Context(), []graph.DocumentID{e.Document})
			require.NoError(t, err)
			assert.Equal(t, graph.EntityID("ent_redthread"), docs[e.Document].Publisher, a.ID)
			assert.Equal(t, graph.FullText, docs[e.Document].Rights, a.ID)
		}
	}
}

func TestStoreIsAsDerived(t *testing.T) {
	service, err := shared()
	require.NoError(t, err)
	audited, err := service.Check(t.Context(), func(d graph.Drift) { t.Errorf("drift: %+v", d) }, nil)
	require.NoError(t, err)
	assert.Zero(t, audited.Drifts)
	assert.Positive(t, audited.Quotes)
}
