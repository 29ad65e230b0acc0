package neo4jstore

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func TestClaimRuns(t *testing.T) {
	t.Parallel()
	after := &graph.ClaimKey{Predicate: "OWNS", ID: "clm_5"}
	for _, test := range []struct {
		name  string
		query graph.ClaimQuery
		want  [][]string
	}{
		{"all", graph.ClaimQuery{}, nil},
		{"all after a place", graph.ClaimQuery{After: after}, [][]string{{"OWNS", "clm_5"}}},
		{
			"chosen, in order, each once",
			graph.ClaimQuery{Predicates: []string{"OWNS", "CONTROLS", "OWNS"}},
			[][]string{{"CONTROLS", ""}, {"OWNS", ""}},
		},
		{
			"chosen, after a place",
			graph.ClaimQuery{Predicates: []string{"PART_OF", "OWNS", "CONTROLS"}, After: after},
			[][]string{{"OWNS", "clm_5"}, {"PART_OF", ""}},
		},
		{"chosen, all before the place", graph.ClaimQuery{Predicates: []string{"CONTROLS"}, After: after}, nil},
	} {
		assert.Equal(t, test.want, claimRuns(&test.query), test.name)
	}
}

func TestClaimList_Ways(t *testing.T) {
	t.Parallel()
	after := &graph.ClaimKey{Predicate: "OWNS", ID: "clm_5"}
	for _, test := range []struct {
		name   string
		query  graph.ClaimQuery
		ways   int
		says   []string
		params map[string]any
	}{
		{
			"of a subject",
			graph.ClaimQuery{Role: graph.AsSubject},
			1,
			[]string{"c.subject = owner AND c.predicate > $after", "ORDER BY c.subject, c.predicate, c.id LIMIT $limit"},
			map[string]any{"limit": int64(rowsAtOnce), "after": ""},
		},
		{
			"of an object, after a place",
			graph.ClaimQuery{Role: graph.AsObject, After: after, Limit: 3},
			2,
			[]string{"c.object = owner AND c.predicate = run[0] AND c.id > run[1]", "c.object = owner AND c.predicate > $after"},
			map[string]any{"limit": int64(3), "after": "OWNS", "runs": [][]string{{"OWNS", "clm_5"}}},
		},
		{
			"of any end, chosen predicates",
			graph.ClaimQuery{Role: graph.AnyEnd, Predicates: []string{"OWNS"}, Limit: 1},
			2,
			[]string{"c.subject = owner AND c.predicate = run[0]", "c.object = owner AND c.predicate = run[0]", "c.subject <> owner"},
			map[string]any{"limit": int64(1), "runs": [][]string{{"OWNS", ""}}},
		},
		{
			"of the store",
			graph.ClaimQuery{Role: graph.WholeStore, Limit: 1},
			1,
			[]string{"WHERE c.predicate > $after", "ORDER BY c.predicate, c.id LIMIT $limit"},
			map[string]any{"limit": int64(1), "after": ""},
		},
		{
			"in a document, chosen predicates after a place",
			graph.ClaimQuery{Role: graph.InDocument, Predicates: []string{"OWNS"}, After: after, Limit: 1},
			1,
			[]string{"(e:Evidence {document: owner})", "c.predicate IN $predicates", "c.id > $afterID"},
			map[string]any{"limit": int64(1), "after": "OWNS", "afterID": "clm_5", "predicates": []string{"OWNS"}},
		},
		{
			"of a speaker",
			graph.ClaimQuery{Role: graph.SaidBy, Limit: 1},
			1,
			[]string{"(a:Assertion {speaker: owner})", "(a:Assertion {for: owner})", "WITH DISTINCT c"},
			map[string]any{"limit": int64(1), "after": "", "afterID": ""},
		},
		{
			"of a claim",
			graph.ClaimQuery{Role: graph.ReferredClaim, Limit: 1},
			1,
			[]string{"(c:Claim {refers: owner})"},
			map[string]any{"limit": int64(1), "after": "", "afterID": ""},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			text, params := claimList(&test.query)
			assert.Equal(t, test.ways, strings.Count(text, "UNION ALL\n")+1-strings.Count(text, "RETURN a UNION ALL\n"))
			for _, said := range test.says {
				assert.Contains(t, text, said)
			}
			assert.NotContains(t, text, "/*", "every place is filled")
			judge(&test.query, test.params)
			assert.Equal(t, test.params, params)
		})
	}
}

func TestClaimList_ThereCanBeNone(t *testing.T) {
	t.Parallel()
	for name, q := range map[string]graph.ClaimQuery{
		"no such role":                {Role: "NONE"},
		"all predicates are behind":   {Role: graph.AsSubject, Predicates: []string{"A"}, After: &graph.ClaimKey{Predicate: "B"}},
		"and for both ends":           {Role: graph.AnyEnd, Predicates: []string{"A"}, After: &graph.ClaimKey{Predicate: "B"}},
		"and in the order of a store": {Role: graph.WholeStore, Predicates: []string{"A"}, After: &graph.ClaimKey{Predicate: "B"}},
	} {
		text, _ := claimList(&q)
		assert.Empty(t, text, name)
	}
}

func TestJudge(t *testing.T) {
	t.Parallel()
	no, day := false, graph.Day(-7)
	for _, test := range []struct {
		name  string
		query graph.ClaimQuery
		want  map[string]any
	}{
		{
			"by nothing",
			graph.ClaimQuery{},
			map[string]any{"modalities": nil, "standings": nil, "contested": nil, "at": nil, "allegation": false},
		},
		{
			"by all",
			graph.ClaimQuery{
				Standings: []graph.Standing{graph.Stated}, Modalities: []graph.Modality{graph.Fact}, Contested: &no, Allegation: true, At: &day,
			},
			map[string]any{
				"modalities": []string{"FACT"}, "standings": []string{"STATED"}, "contested": false, "at": int64(-7), "allegation": true,
			},
		},
	} {
		params := map[string]any{}
		judge(&test.query, params)
		assert.Equal(t, test.want, params, test.name)
	}
}

func TestClaimList_OneTextHoweverClaimsAreJudged(t *testing.T) {
	t.Parallel()
	yes, day := true, graph.Day(7)
	plain, _ := claimList(&graph.ClaimQuery{Role: graph.AnyEnd})
	judged, params := claimList(&graph.ClaimQuery{
		Role: graph.AnyEnd, Standings: []graph.Standing{graph.Stated}, Contested: &yes, At: &day, Allegation: true,
	})
	assert.Equal(t, plain, judged)
	for name := range params {
		assert.Contains(t, judged, "$"+name)
	}
}

func TestClaimOwners(t *testing.T) {
	t.Parallel()
	owners := []string{"ent_a", "", "ent_b"}
	assert.Equal(t, []int{0, 2}, claimOwners(&graph.ClaimQuery{Owners: owners, Role: graph.SaidBy}))
	assert.Equal(t, []int{1}, claimOwners(&graph.ClaimQuery{Owners: owners, Role: graph.WholeStore}))
	assert.Equal(t, []string{"ent_b"}, ownersAt(owners, []int{2}))
}

func TestFill(t *testing.T) {
	t.Parallel()
	lists := [][]int{{7}, nil, nil}
	reads := make([]int, rowsAtOnce+1)
	reads[rowsAtOnce] = 1
	full := fill(lists, []int{2, 0}, reads, func(read int) (int64, int) { return int64(read), read })
	assert.Equal(t, []int{2}, full, "it may have more")
	assert.Len(t, lists[2], rowsAtOnce)
	assert.Equal(t, [][]int{{7, 1}, nil}, lists[:2])
}
