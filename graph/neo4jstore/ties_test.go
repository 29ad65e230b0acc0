package neo4jstore

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// hubTies is how many claims the hub of [tiesGraph] has: more than are read at once.
const hubTies = rowsAtOnce + 50

// tiesGraph is a hub among 10,000 others. In turn it owns one and has one as a member, by a claim each, which it asserts in one
// document; one in ten is alleged. Besides, each of the first 2,000 supplies its next. All hold one term, every hundredth another.
func tiesGraph(t *testing.T, s *Store) {
	t.Helper()
	told(t, s, `MERGE (c:Clock {id: 1}) SET c.rev = 1, c.published = 1
		CREATE (:Revision {rev: 1, time: 1, op: 'op-1', digest: $digest, counts: '{}', entries: 0, raw: 0})
		CREATE (:Term {text: 'w:all'}), (:Term {text: 'w:few'}), (:Document {id: 'doc_d', rev: 1, body: '{}'})
		CREATE (e:Entity {id: 'ent_hub', rev: 1, kind: 'COMPANY', specificity: 'NAMED', caption: 'Hub'})
		CREATE (e)-[:STATE]->(:EntityState {entity: e.id, since: 1, until: $open, name: 'Hub', sort: 'hub', degree: 1, firstDay: 0})`,
		map[string]any{"digest": make([]byte, 32), "open": int64(open)})
	for _, step := range []struct {
		rows int
		text string
	}{
		{10_000, `MATCH (all:Term {text: 'w:all'}), (few:Term {text: 'w:few'}) UNWIND range($from, $to - 1) AS n
		WITH all, few, n, 'ent_' + right('0000' + n, 5) AS id
		CREATE (e:Entity {id: id, rev: 1, kind: 'COMPANY', specificity: 'NAMED', caption: id})-[:FOUND_BY {since: 1, until: $open}]->(all)
		CREATE (e)-[:STATE]->(:EntityState {entity: id, since: 1, until: $open, name: id, sort: id, degree: 2, firstDay: 0})
		FOREACH (_ IN CASE n % 100 WHEN 7 THEN [0] ELSE [] END | CREATE (e)-[:FOUND_BY {since: 1, until: $open}]->(few))`},
		{hubTies, `MATCH (hub:Entity {id: 'ent_hub'}) UNWIND range($from, $to - 1) AS n
		MATCH (other:Entity {id: 'ent_' + right('0000' + n, 5)})
		WITH n, CASE n % 2 WHEN 0 THEN [hub, 'OWNS', other] ELSE [other, 'MEMBER_OF', hub] END AS tie
		WITH n, tie[0] AS s, tie[1] AS predicate, tie[2] AS o, ['SAFE', 'ALLEGED'][n % 10 / 9] AS tier
		CREATE (c:Claim {id: 'clm_' + right('0000' + n, 5), rev: 1, subject: s.id, predicate: predicate, object: o.id, modality: 'FACT'})
		CREATE (c)-[:STANDS]->(:Stretch {claim: c.id, standing: 'STATED', tier: tier, contested: false, allegation: false, from: 0, to: 9,
			shareMin: 0, shareMax: 100000000, certain: [0, 9], since: 1, until: $open})
		CREATE (s)-[:$(CASE tier WHEN 'SAFE' THEN predicate ELSE 'ALLEGED_' + predicate END) {claim: c.id, predicate: predicate, modality: 'FACT',
			standing: 'STATED', tier: tier, contested: false, from: 0, to: 9, shareMin: 0, shareMax: 100000000, certain: [0, 9], since: 1, until: $open}]->(o)
		CREATE (a:Assertion {id: 'ast_' + right('0000' + n, 5), rev: 1, claim: c.id, speaker: 'ent_hub', stance: 'ASSERTS',
			body: '{"id":"ast_' + right('0000' + n, 5) + '","evidence":[{"document":"doc_d","layer":"lay_l","end":2}]}'})-[:ABOUT]->(c)
		CREATE (a)-[:EVIDENCE]->(:Evidence {assertion: a.id, ordinal: 0, document: 'doc_d', quote: 'so'})`},
		{2000, `UNWIND range($from, $to - 1) AS n MATCH (s:Entity {id: 'ent_' + right('0000' + n, 5)}), (o:Entity {id: 'ent_' + right('0000' + (n + 1), 5)})
		CREATE (s)-[:SUPPLIES {claim: 'clm_s' + n, predicate: 'SUPPLIES', modality: 'FACT', standing: 'STATED', tier: 'SAFE', contested: false,
			from: 0, to: 9, shareMin: 0, shareMax: 100000000, certain: [0, 9], since: 1, until: $open}]->(o)`},
	} {
		const atOnce = 1000
		for from := 0; from < step.rows; from += atOnce {
			told(t, s, step.text, map[string]any{"open": int64(open), "from": from, "to": min(from+atOnce, step.rows)})
		}
	}
	told(t, s, "CALL db.clearQueryCaches()", nil)
}

// TestTies_OfAHub reads what is too much for one statement, then looks how the server goes about it.
func TestTies_OfAHub(t *testing.T) {
	s := emptyStore(t)
	require.NoError(t, s.ensure(t.Context()))
	for name, r := range tieReadings() { // a plan that is made while the store is empty serves it for a while
		assert.Empty(t, scansOf(t, s, r), name)
	}
	tiesGraph(t, s)
	r := readerOf(t, s, 0)
	t.Run("claims are listed whole", func(t *testing.T) { listsWhole(t, r) })
	t.Run("assertions too", func(t *testing.T) { saysWhole(t, r) })
	t.Run("a long frontier", func(t *testing.T) { expandsLong(t, r) })
	t.Run("a common term", func(t *testing.T) { findsCommon(t, r) })
	t.Run("plans", func(t *testing.T) {
		for name, reading := range tieReadings() {
			assert.Empty(t, scansOf(t, s, reading), name)
			_, hits := profiled(t, s, reading.text, reading.params)
			assert.LessOrEqual(t, hits, reading.most, name)
		}
	})
}

func scansOf(t *testing.T, s *Store, r reading) []string {
	t.Helper()
	return slices.DeleteFunc(operators(planOf(t, s, r.text)), func(o string) bool {
		name, _, _ := strings.Cut(o, " ")
		return !strings.HasSuffix(name, "Scan")
	})
}

func listsWhole(t *testing.T, r graph.Reader) {
	t.Helper()
	for role, want := range map[graph.ClaimRole]int{graph.AnyEnd: hubTies, graph.SaidBy: hubTies, graph.AsSubject: hubTies / 2} {
		lists, err := r.ListClaims(t.Context(), graph.ClaimQuery{Owners: []string{"ent_00002", "ent_hub"}, Role: role})
		require.NoError(t, err)
		require.Len(t, lists[1], want, role)
		assert.True(t, slices.IsSortedFunc(lists[1], func(a, b *graph.ClaimRow) int {
			return compareClaims(claimRead{row: a}, claimRead{row: b})
		}), role)
	}
}

func saysWhole(t *testing.T, r graph.Reader) {
	t.Helper()
	lists, err := r.ListAssertions(t.Context(), graph.AssertionQuery{Owners: []string{"ent_hub", "doc_d"}, Role: graph.BySpeaker})
	require.NoError(t, err)
	require.Len(t, lists[0], hubTies)
	assert.Empty(t, lists[1])
	assert.Equal(t, "so", lists[0][hubTies-1].Evidence[0].Quote)
}

func expandsLong(t *testing.T, r graph.Reader) {
	t.Helper()
	var frontier []graph.EntityID
	for n := range frontierAtOnce + 200 {
		frontier = append(frontier, graph.EntityID(fmt.Sprintf("ent_%05d", n)))
	}
	next := 0
	filter := graph.EdgeFilter{Predicates: []string{"SUPPLIES"}, Direction: graph.Out}
	for e, err := range r.Expand(t.Context(), graph.ExpandQuery{Frontier: frontier, Filter: filter}) {
		require.NoError(t, err)
		require.Equal(t, next, e.Position)
		require.Equal(t, frontier[next], e.Near)
		require.Equal(t, fmt.Sprintf("ent_%05d", next+1), string(e.FarRow.ID))
		next++
	}
	assert.Len(t, frontier, next)
}

func findsCommon(t *testing.T, r graph.Reader) {
	t.Helper()
	hits, err := r.Search(t.Context(), graph.TermQuery{Target: graph.EntityTerms, Limit: 3, Sets: []graph.TermSet{
		{Terms: []graph.Term{"w:all", "w:few"}, Least: 2}, {Terms: []graph.Term{"w:all"}},
	}})
	require.NoError(t, err)
	assert.Equal(t, []string{"ent_00007", "ent_00107", "ent_00207"}, hits.IDs)
	assert.True(t, hits.Cut)
	assert.Equal(t, map[graph.Term]int{"w:all": 10_000, "w:few": 100}, hits.Holds)
}

// tieReadings are statements with how many hits they may take on [tiesGraph]. A page of a hub reads that page, an expansion the
// edges of the types that it names, and no more.
func tieReadings() map[string]reading {
	const page, edge = 20, 25            // hits a row
	names := int64(len(relationships())) // the server looks each type up that no edge has yet
	readings := map[string]reading{}
	add := func(name string, most int64, text string, params map[string]any, owners ...string) {
		params["rev"], params["owners"], params["frontier"], params["ids"] = 1, owners, owners, owners
		readings[name] = reading{text, params, most}
	}
	claims := func(name string, most int64, q graph.ClaimQuery, owners ...string) {
		q.Limit = page
		text, params := claimList(&q)
		add(name, most, text, params, owners...)
	}
	after, owned := &graph.ClaimKey{Predicate: "OWNS", ID: "clm_01000"}, []string{"OWNS"}
	claims("a hub's first claims", 2*page*edge, graph.ClaimQuery{Role: graph.AnyEnd}, "ent_hub")
	claims("a hub's next claims", 4*page*edge, graph.ClaimQuery{Role: graph.AnyEnd, After: after}, "ent_hub")
	claims("a hub's claims of a predicate", 2*page*edge, graph.ClaimQuery{Role: graph.AsSubject, Predicates: owned}, "ent_hub")
	claims("all claims", 2*page*edge, graph.ClaimQuery{After: after}, "")
	claims("a document's claims", hubTies*edge, graph.ClaimQuery{Role: graph.InDocument}, "doc_d")
	claims("claims about a claim", 10, graph.ClaimQuery{Role: graph.ReferredClaim}, "clm_00001")
	add("claims", page*edge, statement("claims", claimParts()...), map[string]any{}, "clm_00001", "clm_00002")
	add("their past", page*edge, statement("stretches_history"), map[string]any{}, "clm_00001", "clm_00002")
	add("assertions", page*edge, statement("assertions", assertionRow()), map[string]any{}, "ast_00001", "ast_00002")
	for _, role := range []graph.AssertionRole{graph.AboutClaim, graph.BySpeaker, graph.OfDocument, graph.AtTarget} {
		text, params := assertionList(&graph.AssertionQuery{Role: role, Limit: page})
		add("assertions by "+string(role), page*edge, text, params, "clm_00001")
	}
	edges := func(name string, most int64, q graph.ExpandQuery, near string) {
		text, params := expansion(&q)
		params["near"] = []string{}
		add(name, most, text, params, near)
	}
	edges("a hub's edges of a type that it has not", 20, graph.ExpandQuery{Filter: graph.EdgeFilter{Predicates: []string{"SUPPLIES"}}}, "ent_hub")
	edges("a hub's alleged edges", hubTies/10*3*edge, graph.ExpandQuery{Filter: graph.EdgeFilter{Tiers: []graph.Tier{graph.AllegedTier}}}, "ent_hub")
	edges("an entity's edges", names+4*edge, graph.ExpandQuery{}, "ent_00500")
	edges("a page of them", names+4*edge, graph.ExpandQuery{Limit: page}, "ent_00500")
	text, with := expansion(&graph.ExpandQuery{Limit: page})
	with["near"] = []string{"ent_00500"}
	add("a page of them and itself", names+5*edge, text, with, "ent_00500")
	params := map[string]any{}
	match, _ := matchEdges(&graph.EdgeFilter{}, nil, params)
	add("facets", names+edge, match.in(facetsText()), params, "ent_00500")
	text, params = search(&graph.TermQuery{Target: graph.EntityTerms, Sets: []graph.TermSet{{Terms: []graph.Term{"w:few"}}}}, page)
	add("a rare term", 100*10, text, params)
	return readings
}
