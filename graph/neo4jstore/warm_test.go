package neo4jstore

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// hearingDriver keeps which statements a store sends: the server plans each text once, as wordings has them.
type hearingDriver struct {
	neo4j.DriverWithContext

	mu   sync.Mutex
	sent []string
}

// NewSession makes a session that is heard.
func (d *hearingDriver) NewSession(ctx context.Context, config neo4j.SessionConfig) neo4j.SessionWithContext {
	return &heardSession{d.DriverWithContext.NewSession(ctx, config), d}
}

type heardSession struct {
	neo4j.SessionWithContext
	driver *hearingDriver
}

// Run keeps the text of a statement, then runs it.
func (s *heardSession) Run(
	ctx context.Context, text string, params map[string]any, settings ...func(*neo4j.TransactionConfig),
) (neo4j.ResultWithContext, error) {
	s.driver.mu.Lock()
	s.driver.sent = append(s.driver.sent, text)
	s.driver.mu.Unlock()
	return s.SessionWithContext.Run(ctx, text, params, settings...)
}

// taken gives the different texts sent since it was last called.
func (d *hearingDriver) taken() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	slices.Sort(d.sent)
	sent := slices.Compact(d.sent)
	d.sent = nil
	return sent
}

// TestWarm_PlansWhatComesFirst warms a store of a server, and holds the texts that the first write and the first reads send to those
// that were planned then: none is new. Warming leaves what is on file as it was.
func TestWarm_PlansWhatComesFirst(t *testing.T) {
	s := emptyStore(t)
	require.NoError(t, s.ensure(t.Context()), "a new server gets its schema, which writes")
	told(t, s, "MATCH (n:!Migration) DETACH DELETE n", nil)
	texts := &hearingDriver{DriverWithContext: s.conn.driver}
	s.conn.driver = texts
	require.NoError(t, s.Warm(t.Context(), true))
	for _, text := range texts.taken() {
		assert.NotContains(t, text, "SET c.turn", "a store that is only read writes nothing")
	}
	require.NoError(t, s.Warm(t.Context(), false))
	warmed := texts.taken()
	require.Greater(t, len(warmed), 20)
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.Zero(t, info.Revision)
	assert.Equal(t, int64(1), told(t, s, "MATCH (n:!Migration&!MigrationLock) RETURN count(n)", nil)[0][0], "the clock")
	texts.taken()

	claim := &graph.Claim{ID: "clm_1", Subject: "a", Predicate: "OWNS", Object: "b", Modality: graph.Fact}
	stands := &graph.ClaimState{
		Claim: "clm_1", Subject: "a", Predicate: "OWNS", Object: "b", Modality: graph.Fact,
		Stretches: []graph.Stretch{stated(0, 9)},
	}
	putOnFile(t, s, someCompany("a"), someCompany("b"), claim, stands)
	stands.Stretches = nil
	putOnFile(t, s, stands)
	r := readerOf(t, s, 0)
	_, err = graph.ReadRows(t.Context(), r, graph.Keys{Entities: []graph.EntityID{"a", "b"}, Claims: []graph.ClaimID{"clm_1"}})
	require.NoError(t, err)
	for _, order := range []graph.EntityOrder{graph.ByID, graph.ByName, graph.ByDegree} {
		rows, err := r.ListEntities(t.Context(), graph.EntityQuery{Order: order, Limit: 20})
		require.NoError(t, err)
		assert.Len(t, rows, 2)
	}
	_, err = r.ListClaims(t.Context(), graph.ClaimQuery{Role: graph.AnyEnd, Owners: []string{"a", "b"}})
	require.NoError(t, err)
	_, err = r.ListClaims(t.Context(), graph.ClaimQuery{Role: graph.AsSubject, Owners: []string{"a", "b"}, Predicates: []string{"OWNS", "NAME"}})
	require.NoError(t, err)
	for _, err := range r.Expand(t.Context(), graph.ExpandQuery{Frontier: []graph.EntityID{"a"}, Filter: graph.EdgeFilter{Tiers: []graph.Tier{graph.Safe}}}) {
		require.NoError(t, err)
	}
	for _, text := range texts.taken() {
		if !slices.Contains(warmed, text) && firstLine(text) != firstLine(statement("revision_stamps")) { // short, and planned at once
			assert.Fail(t, "a statement is planned when it is waited for", text)
		}
	}
}

func TestWarm_EndsWithItsContextAndItsStore(t *testing.T) {
	t.Parallel()
	w := newFaultWorld(t, false, true)
	over, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, w.store.Warm(over, false), context.Canceled)
	require.ErrorContains(t, w.store.Warm(t.Context(), false), "warm: ", "the small database does not know all statements")
	assert.EqualValues(t, 0, w.db.published)
	require.NoError(t, w.store.Close())
	require.ErrorIs(t, w.store.Warm(t.Context(), false), graph.ErrUnavailable)
}

// TestWarm_FindsALostServerBack cuts a server off, lets it return, and holds that the store tells of the loss and that Warm, tried
// again, runs on the returned server what it ran before.
func TestWarm_FindsALostServerBack(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	s, err := Open(Options{URI: "bolt://" + server.Address()})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, s.Close()) })
	s.schema.ready.Store(true)
	warmed := func() int {
		before := len(server.statements())
		require.Error(t, s.Warm(t.Context(), true), "its answers are no rows of ours")
		return len(server.statements()) - before
	}
	require.Positive(t, warmed())
	assert.Empty(t, s.Lost())

	server.Stop()
	require.Zero(t, warmed())
	require.Len(t, s.Lost(), 1)
	<-s.Lost()
	require.Zero(t, warmed(), "the breaker is open")
	assert.Empty(t, s.Lost(), "it is still the same loss")

	require.NoError(t, server.Resume())
	require.Eventually(t, func() bool { return warmed() > 0 }, time.Minute, 50*time.Millisecond)
	assert.Empty(t, s.Lost())
}
