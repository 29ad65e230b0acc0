package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestPrepare_GivesANewEntityItsState(t *testing.T) {
	t.Parallel()
	measure := &graph.Entity{ID: "m", Kind: graph.Measure, Specificity: graph.Named, Caption: "Ärger", MeasureKind: graph.MeasureKinds()[0]}
	odd := &graph.Entity{ID: "odd", Kind: "UNHEARD OF"}
	r, _ := mustDecide(t, newFiled(), 1, measure, odd, someCompany("c"), &graph.EntityState{Entity: "c", Name: "Zoo", Degree: 3, FirstDay: 4, Terms: []graph.Term{"w:b", "w:a", "w:b"}})
	body, err := graph.MarshalRecord(measure)
	require.NoError(t, err)
	assert.Equal(t, [][]any{
		{[]string{"Measure"}, "m", "MEASURE", "NAMED", "Ärger", string(body), "Ärger", graph.SortName("Ärger"), int64(0), int64(graph.MaxDay)},
		{[]string{}, "odd", "UNHEARD OF", "", "", nil, "", "", int64(0), int64(graph.MaxDay)},
		{[]string{"Company"}, "c", "COMPANY", "NAMED", "Company c", nil, "Zoo", graph.SortName("Zoo"), int64(3), int64(4)},
	}, r.list("entities"))
	assert.Empty(t, r.list("states"), "it comes with the entity")
	assert.Equal(t, [][]any{{"c", []string{"w:a", "w:b"}}}, r.list("found"))
	assert.Equal(t, []any{"w:a", "w:b"}, r.lists["terms"])
}

func TestPrepare_ReplacesStatesOfEntities(t *testing.T) {
	t.Parallel()
	as := func(name string, degree int, terms ...graph.Term) *graph.EntityState {
		return &graph.EntityState{Entity: "a", Name: name, Degree: degree, FirstDay: graph.MaxDay, Terms: terms}
	}
	for name, test := range map[string]struct {
		since    int64 // of the state on file
		given    []graph.Record
		states   int
		restates int
	}{
		"equal":               {1, []graph.Record{as("Company a", 0)}, 0, 0},
		"another name":        {1, []graph.Record{as("A", 0)}, 1, 0},
		"another degree":      {1, []graph.Record{as("Company a", 1)}, 1, 0},
		"the last counts":     {1, []graph.Record{as("A", 9), as("Company a", 0)}, 0, 0},
		"again in a revision": {2, []graph.Record{as("A", 0)}, 0, 1},
		"sent again":          {2, []graph.Record{as("Company a", 0)}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := town()
			row := f.states["a"]
			row.since = test.since
			f.states["a"] = row
			r, next := mustDecide(t, f, 2, test.given...)
			assert.Len(t, r.list("states"), test.states)
			assert.Len(t, r.list("restates"), test.restates)
			assert.Empty(t, r.list("changes"), "states of entities are not in the change log")
			assert.Zero(t, next.entries)
			assert.Equal(t, [][]any{{[]string{"a"}, []string(nil), []string(nil)}}, r.list("marks"), "by which a load would be abandoned")
		})
	}
}

func TestPrepare_ReplacesTermsOfEntities(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		onFile  []termRow
		given   []graph.Term
		found   []string // new ones
		lost    [][]any  // entity, until, and until which revision from now on
		unfound []string
	}{
		"new":                  {nil, []graph.Term{"b", "a"}, []string{"a", "b"}, nil, nil},
		"held":                 {[]termRow{{"a", 1, open}}, []graph.Term{"a"}, nil, nil, nil},
		"lost":                 {[]termRow{{"a", 1, open}, {"b", 1, open}}, []graph.Term{"b"}, nil, [][]any{{"a", int64(open), int64(2), []string{"a"}}}, nil},
		"all lost":             {[]termRow{{"a", 1, open}}, nil, nil, [][]any{{"a", int64(open), int64(2), []string{"a"}}}, nil},
		"lost and found again": {[]termRow{{"a", 1, 2}}, []graph.Term{"a"}, nil, [][]any{{"a", int64(2), int64(open), []string{"a"}}}, nil},
		"stays lost":           {[]termRow{{"a", 1, 2}}, nil, nil, nil, nil},
		"of this revision":     {[]termRow{{"a", 2, open}}, []graph.Term{"b"}, []string{"b"}, nil, []string{"a"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := town()
			f.terms["a"] = test.onFile
			r, _ := mustDecide(t, f, 2, &graph.EntityState{Entity: "a", Name: "Company a", FirstDay: graph.MaxDay, Terms: test.given})
			assert.Equal(t, test.lost, r.list("lost"))
			if test.found == nil {
				assert.Empty(t, r.list("found"))
			} else {
				assert.Equal(t, [][]any{{"a", test.found}}, r.list("found"))
			}
			if test.unfound == nil {
				assert.Empty(t, r.list("unfound"))
			} else {
				assert.Equal(t, [][]any{{"a", test.unfound}}, r.list("unfound"))
			}
		})
	}
}

func TestPrepare_KeepsTermsOfLayers(t *testing.T) {
	t.Parallel()
	given := &graph.LayerTerms{Layer: "lay", Document: "doc", Terms: []graph.Term{"w:b", "w:a"}}
	f := town()
	f.texts["doc"] = map[graph.Term]bool{"w:a": true}
	r, next := mustDecide(t, f, 2, given, given)
	assert.Equal(t, [][]any{{"lay", digestOfTerms(given)}}, r.list("layer_terms"))
	assert.Equal(t, [][]any{{"doc", []string{"w:b"}}}, r.list("text_terms"), "a document holds a term since the first layer with it")
	assert.Zero(t, next.entries, "terms are not in the change log")
	assert.Equal(t, [][]any{{[]string(nil), []string{"doc"}, []string{"lay"}}}, r.list("marks"))

	f = town()
	f.layers["lay"].terms = digestOfTerms(given)
	r, _ = mustDecide(t, f, 2, given)
	assert.Empty(t, r.lists)
	for field, other := range map[string]*graph.LayerTerms{
		"document": {Layer: "lay", Document: "other", Terms: given.Terms}, "terms": {Layer: "lay", Document: "doc", Terms: given.Terms[:1]},
	} {
		for _, known := range []*filed{f, town()} {
			_, _, err := decided(t, known, 2, given, other)
			require.ErrorIs(t, err, graph.ErrConflict, field)
			require.ErrorContains(t, err, "lay")
			require.ErrorContains(t, err, field)
		}
	}
}

func TestPrepare_TermsOfALayerWithoutItsDocument(t *testing.T) {
	t.Parallel()
	r, _ := mustDecide(t, town(), 2, &graph.LayerTerms{Layer: "lay", Terms: []graph.Term{"w:a"}})
	assert.Equal(t, [][]any{{"doc", []string{"w:a"}}}, r.list("text_terms"))
	r, _ = mustDecide(t, town(), 2, &graph.LayerTerms{Layer: "lay", Terms: []graph.Term{}})
	assert.Empty(t, r.list("text_terms"))
	assert.Len(t, r.list("layer_terms"), 1)
}
