package neo4jstore

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// profiled runs a statement and gives the operators of its plan and how often they touched the store.
func profiled(t *testing.T, s *Store, text string, params map[string]any) (operators []string, hits int64) {
	t.Helper()
	session := s.conn.driver.NewSession(t.Context(), neo4j.SessionConfig{})
	defer func() { require.NoError(t, session.Close(t.Context())) }()
	result, err := session.Run(t.Context(), "PROFILE "+text, params)
	require.NoError(t, err)
	summary, err := result.Consume(t.Context())
	require.NoError(t, err)
	var walk func(plan neo4j.ProfiledPlan)
	walk = func(plan neo4j.ProfiledPlan) {
		operators, hits = append(operators, strings.TrimSuffix(plan.Operator(), "@neo4j")), hits+plan.DbHits()
		for _, child := range plan.Children() {
			walk(child)
		}
	}
	walk(summary.Profile())
	return operators, hits
}

// reading is a statement with how many hits it may take on the big graph, which its index bounds and no scan would.
type reading struct {
	text   string
	params map[string]any
	most   int64
}

func readings() map[string]reading {
	at := func(more map[string]any) map[string]any {
		params := map[string]any{"rev": 5000, "limit": 20, "id": "ent_05", "name": "name 5", "degree": 30, "kinds": []string{"COMPANY", "MEASURE"}, "specificity": []string{"NAMED"}}
		maps.Copy(params, more)
		return params
	}
	listing := func(order graph.EntityOrder, kinds graph.Kinds, specificity ...graph.Specificity) string {
		return entityListing(&graph.EntityQuery{Order: order, Kinds: kinds, Specificity: specificity})
	}
	owners := statement("list_documents_owners", part{"limit", "LIMIT $limit"}, documentRowColumns())
	return map[string]reading{
		"the newest snapshot":    {statement("snapshot"), at(map[string]any{"at": 0}), 20},
		"an old snapshot":        {statement("snapshot"), at(map[string]any{"at": 300}), 20},
		"a revision by its time": {statement("revision_at"), at(map[string]any{"time": 300_000}), 20},
		"stamps":                 {statement("revision_stamps"), at(map[string]any{"revs": []int{1, 5, 4000}}), 30},
		"a hub of 5,000 states":  {statement("entities", entityRowColumns()), at(map[string]any{"ids": []string{"ent_hub"}, "rev": 2500}), 20},
		"20 entities":            {statement("entities", entityRowColumns()), at(map[string]any{"ids": twentyIDs()}), 20 * 20},
		"a page by id":           {listing(graph.ByID, 0), at(nil), 20 * 20},
		"a page of kinds":        {listing(graph.ByID, 1), at(nil), 20 * 20},
		"a page by name":         {listing(graph.ByName, 0), at(nil), 20 * 30},
		"a page by degree":       {listing(graph.ByDegree, 0), at(nil), 20 * 50},
		"a page by name, chosen": {listing(graph.ByName, 1, graph.Named), at(nil), 20 * 40},
		"documents":              {statement("documents", documentRowColumns()), at(map[string]any{"ids": []string{"doc_00001", "doc_00002"}}), 40},
		"layers":                 {statement("layers"), at(map[string]any{"ids": []string{"lay_00001", "lay_00002"}}), 20},
		"all documents":          {statement("list_documents_all", documentRowColumns()), at(map[string]any{"after": "doc_00100"}), 20 * 20},
		"documents of a hub":     {owners, at(map[string]any{"owners": []string{"ent_hub"}, "after": ""}), 2000 * 20},
		"judgements of an owner": {statement("judgements_owners"), at(map[string]any{"owners": []string{"ent_00007"}}), 40},
		"judgements":             {statement("judgements"), at(map[string]any{"ids": []string{"jdg_7"}}), 20},
		"competence":             {statement("competence", competenceRow()), at(map[string]any{"bodies": []string{"ent_00007", "ent_00008"}}), 40},
		"rows of all kinds": {rowsText(), at(map[string]any{
			"entities": twentyIDs(), "claims": []string{"clm_1", "clm_2"}, "assertions": []string{"ast_5"}, "documents": []string{"doc_00001"},
			"layers": []string{"lay_00001"}, "bodies": []string{"ent_00007"}, "about": []string{"clm_7", "clm_8"}, "targets": []string{"ast_7"},
			"judged": []string{"ent_00007"}, "most": 1001,
		}), 20*20 + 300},
		"all competence":          {statement("competence_bodies"), at(nil), 2500},
		"the middle of the log":   {statement("changes"), at(map[string]any{"newest": 5000, "rev": 2, "ordinal": 9000}), 20 * 20},
		"the middle of history":   {statement("history"), at(map[string]any{"newest": 5000, "rev": 2, "ordinal": 9000}), 20 * 20},
		"empty revisions":         {statement("history_empty"), at(map[string]any{"first": 100, "last": 130}), 200},
		"decisions of revisions":  {statement("history_decisions"), at(map[string]any{"ids": []string{"ast_7"}, "revs": []int{3}}), 20},
		"competence of revisions": {statement("history_competence"), at(map[string]any{"ids": []string{"ent_00007"}, "revs": []int{3}}), 20},
		"what is on file":         {statement("info"), nil, 20},
	}
}

func twentyIDs() []string {
	ids := make([]string, 20)
	for i := range ids {
		ids[i] = string(company(i + 100).ID)
	}
	return ids
}

// bigGraph has 12,000 entities of a state or two each, a hub of 5,000 states and 2,000 claims, and a log of 20,000 entries in one
// revision among 5,000.
func bigGraph(t *testing.T, s *Store) {
	t.Helper()
	for _, text := range []string{
		"MERGE (c:Clock {id: 1}) SET c.rev = 5000, c.published = 5000",
		"UNWIND range(1, 5000) AS rev CREATE (:Revision {rev: rev, time: rev * 1000, op: 'op-' + rev, digest: $digest, counts: '{}', raw: rev % 2})",
		"UNWIND range(1, 20000) AS n CREATE (:Change {rev: 2, ordinal: n, raw: n, kind: 'ENTITY', record: 'ent_' + n})",
		`UNWIND range(1, 12000) AS n
		WITH n, 'ent_' + right('0000' + n, 5) AS id, ['COMPANY', 'PERSON', 'CITY'][n % 3] AS kind
		CREATE (e:Entity {id: id, rev: 2, kind: kind, specificity: 'NAMED', caption: 'Name ' + n})
		FOREACH (since IN CASE n % 3 WHEN 1 THEN [2, 3] ELSE [2] END |
			CREATE (e)-[:STATE]->(:EntityState {entity: id, kind: kind, specificity: 'NAMED', since: since,
				until: CASE WHEN since = 2 AND n % 3 = 1 THEN 3 ELSE $open END,
				name: 'Name ' + n, sort: 'name ' + n, degree: n % 50, firstDay: 0}))`,
		`CREATE (e:Entity {id: 'ent_hub', rev: 1, kind: 'COMPANY', specificity: 'NAMED', caption: 'Hub'})
		WITH e UNWIND range(1, 5000) AS n
		CREATE (e)-[:STATE]->(:EntityState {entity: e.id, kind: 'COMPANY', specificity: 'NAMED', since: n,
			until: CASE n WHEN 5000 THEN $open ELSE n + 1 END, name: 'Hub', sort: 'hub', degree: 100 + n, firstDay: 0})`,
		`UNWIND range(1, 1000) AS n WITH n, right('0000' + n, 5) AS id
		CREATE (:Document {id: 'doc_' + id, rev: 1, language: 'en', body: '{}'})-[:LAYER]->(:Layer {id: 'lay_' + id, rev: 1, document: 'doc_' + id})`,
		`MATCH (hub:Entity {id: 'ent_hub'}) UNWIND range(1, 2000) AS n
		MATCH (other:Entity {id: 'ent_' + right('0000' + n, 5)})
		CREATE (c:Claim {id: 'clm_' + n, rev: 1, subject: hub.id, predicate: 'OWNS', object: other.id, modality: 'FACT'})
		CREATE (c)-[:SUBJECT]->(hub) CREATE (c)-[:OBJECT]->(other)
		CREATE (a:Assertion {id: 'ast_' + n, rev: 1, claim: c.id})-[:ABOUT]->(c)
		CREATE (a)-[:EVIDENCE]->(:Evidence {assertion: a.id, ordinal: 0, document: 'doc_' + right('0000' + (n % 400), 5)})
		CREATE (:Decision {assertion: a.id, rev: 3, body: '{}'})-[:DECIDES]->(a)
		CREATE (:Competence {body: other.id, rev: CASE WHEN n > 50 THEN 9999 ELSE 3 END, rows: '[]'})-[:OF]->(other)
		CREATE (:Judgement {id: 'jdg_' + n, rev: 1, body: '{}'})-[:NAMES]->(:Named {id: other.id})`,
		"CALL db.clearQueryCaches()",
	} {
		params := map[string]any{"digest": make([]byte, 32), "open": int64(open)}
		told(t, s, text, params)
	}
}

func TestPlans_FollowAnIndex(t *testing.T) {
	s := emptyStore(t)
	_, err := s.Info(t.Context()) // brings the schema up
	require.NoError(t, err)
	followIndexes := func(t *testing.T, bounded bool) {
		t.Helper()
		for name, r := range readings() {
			operators, hits := profiled(t, s, r.text, r.params)
			scans := slices.DeleteFunc(operators, func(o string) bool { return !strings.HasSuffix(o, "Scan") })
			assert.Empty(t, scans, name)
			assert.False(t, bounded && hits > r.most, "%s: %d hits, at most %d", name, hits, r.most)
		}
	}
	followIndexes(t, false) // a plan that is made while the store is empty serves it for a while
	bigGraph(t, s)
	followIndexes(t, true)
}

// TestStatements_NameTheirIndex keeps every match by key on its index whatever the planner expects of a database that was empty when
// the plan was made. The clock and the lock are one node each.
func TestStatements_NameTheirIndex(t *testing.T) {
	t.Parallel()
	keyed := regexp.MustCompile(`MATCH [^\n]*?\((\w*):(\w+) \{[^}]*\}\)[^\n]*`)
	for name, text := range statements() {
		text = strings.ReplaceAll(text, "/* held */", "USING INDEX SEEK t:Term")
		for _, found := range keyed.FindAllStringSubmatch(text, -1) {
			one := found[2] == "Clock" || found[2] == "MigrationLock"
			assert.True(t, one || strings.Contains(found[0], "USING INDEX SEEK "+found[1]+":"+found[2]), "%s: %s", name, found[0])
		}
	}
}
