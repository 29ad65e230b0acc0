package neo4jstore

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestMatchEdges(t *testing.T) {
	t.Parallel()
	yes, day := true, graph.Day(7)
	owns := []string{"OWNS"}
	safe := graph.EdgeFilter{Predicates: owns, Tiers: []graph.Tier{graph.Safe}, Modalities: []graph.Modality{graph.Fact}}
	with := func(change func(f *graph.EdgeFilter)) graph.EdgeFilter {
		f := safe
		change(&f)
		return f
	}
	for _, test := range []struct {
		name    string
		filter  graph.EdgeFilter
		pattern string
		passing string
		params  map[string]any
	}{
		{"types say it all", safe, "-[r:OWNS]-", "", nil},
		{"going out", with(func(f *graph.EdgeFilter) { f.Direction = graph.Out }), "-[r:OWNS]->", "", nil},
		{"coming in", with(func(f *graph.EdgeFilter) { f.Direction = graph.In }), "<-[r:OWNS]-", " AND far <> near", nil},
		{
			"some modalities", with(func(f *graph.EdgeFilter) { f.Modalities = []graph.Modality{graph.Fact, graph.Plan} }),
			"-[r:OWNS|POTENTIAL_OWNS]-", chosenEdges,
			map[string]any{"modalities": []string{"FACT", "PLAN"}},
		},
		{
			"a predicate of no table", with(func(f *graph.EdgeFilter) { f.Predicates = []string{"OWNS", "owns"} }),
			"-[r:OWNS|TIED_TO]-", chosenEdges,
			map[string]any{"predicates": []string{"OWNS", "owns"}},
		},
		{
			"all else", with(func(f *graph.EdgeFilter) {
				f.Standings, f.Contested, f.At = []graph.Standing{graph.Stated}, &yes, &day
				f.FarKinds, f.Between = graph.KindsOf(graph.Person, graph.City), []graph.EntityID{"ent_a"}
			}),
			"-[r:OWNS]-",
			chosenEdges,
			map[string]any{
				"standings": []string{"STATED"}, "contested": true, "at": int64(7), "kinds": []string{"PERSON", "CITY"},
				"between": []string{"ent_a"},
			},
		},
		{
			"kinds that there are not", with(func(f *graph.EdgeFilter) { f.FarKinds = 1 << 20 }),
			"-[r:OWNS]-", chosenEdges,
			map[string]any{"kinds": []string{}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			params := map[string]any{}
			match, may := matchEdges(&test.filter, nil, params)
			require.True(t, may)
			assert.Equal(t, edgeMatch{test.pattern, test.passing}, match)
			if test.params == nil {
				assert.Empty(t, params)
				return
			}
			for name, value := range params {
				assert.Equal(t, test.params[name], value, name)
			}
			for _, name := range regexp.MustCompile(`\$(\w+)`).FindAllStringSubmatch(chosenEdges, -1) {
				assert.Contains(t, params, name[1], "a parameter that restricts nothing is null")
			}
		})
	}
}

func TestMatchEdges_AfterAPlace(t *testing.T) {
	t.Parallel()
	params := map[string]any{}
	filter := graph.EdgeFilter{Predicates: []string{"CONTROLS", "OWNS"}, Tiers: []graph.Tier{graph.Safe}, Modalities: []graph.Modality{graph.Fact}}
	match, may := matchEdges(&filter, &graph.EdgeKey{Predicate: "OWNS", Far: "ent_a", Claim: "clm_1", From: -3}, params)
	require.True(t, may)
	assert.Equal(t, "-[r:OWNS]-", match.pattern, "what comes before is not read")
	assert.Contains(t, match.passing, "r.predicate > $predicate")
	assert.Equal(t, map[string]any{"predicate": "OWNS", "far": "ent_a", "claim": "clm_1", "from": int64(-3)}, params)
	_, may = matchEdges(&filter, &graph.EdgeKey{Predicate: "Z"}, params)
	assert.False(t, may, "all come before")
}

func TestMatchEdges_NoneCanPass(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]graph.EdgeFilter{
		"no such tier":      {Tiers: []graph.Tier{"NONE"}},
		"no such direction": {Direction: "SIDEWAYS"},
	} {
		_, may := matchEdges(&f, nil, map[string]any{})
		assert.False(t, may, name)
		text, _ := expansion(&graph.ExpandQuery{Filter: f})
		assert.Empty(t, text, name)
	}
}

func TestEdgeTexts_HaveAPlaceForWhatAFilterAdds(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]edgeText{"all": expandAll(), "page": expandPage(), "facets": facetsText()} {
		assert.NotEmpty(t, text.after, name)
		whole := edgeMatch{"-[r:OWNS]-", " AND true"}.in(text)
		assert.Contains(t, whole, "(near)-[r:OWNS]-(far) WHERE r.since <= $rev AND $rev < r.until AND true", name)
		assert.NotContains(t, whole, "/*", name)
	}
}
