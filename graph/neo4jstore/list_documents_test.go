package neo4jstore

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// article makes a document with one layer.
func article(n int, language string, publisher graph.EntityID) (*graph.Document, *graph.Layer) {
	d := &graph.Document{
		ID: graph.DocumentID(fmt.Sprintf("doc_%03d", n)), Title: fmt.Sprint("Article ", n), Language: language, Publisher: publisher,
		Rights: graph.FullText,
	}
	return d, &graph.Layer{ID: graph.LayerID(fmt.Sprintf("lay_%03d", n)), Document: d.ID, Extractor: "plain 1", Text: "A owns B."}
}

func owning(n int, subject, object *graph.Entity) *graph.Claim {
	return &graph.Claim{
		ID: graph.ClaimID(fmt.Sprintf("clm_%03d", n)), Subject: subject.ID, Predicate: "OWNS", Object: object.ID, Modality: graph.Fact,
	}
}

// standsIn makes an assertion of a claim whose evidence stands in layers.
func standsIn(n int, c *graph.Claim, layers ...*graph.Layer) *graph.Assertion {
	a := &graph.Assertion{
		ID: graph.AssertionID(fmt.Sprintf("ast_%03d", n)), Claim: c.ID, Stance: graph.Asserts, Voice: graph.PublisherVoice,
		Review: graph.Accepted, RecordedBy: "tests",
	}
	for _, l := range layers {
		a.Evidence = append(a.Evidence, graph.Evidence{Document: l.Document, Layer: l.ID, End: 6})
	}
	return a
}

func documentsOf(t *testing.T, r graph.Reader, q graph.DocumentQuery) [][]graph.DocumentID {
	t.Helper()
	lists, err := r.ListDocuments(t.Context(), q)
	require.NoError(t, err)
	ids := make([][]graph.DocumentID, len(lists))
	for i, rows := range lists {
		for _, row := range rows {
			ids[i] = append(ids[i], row.ID)
		}
	}
	return ids
}

// library files three documents about two companies, one more about nobody, and a second assertion of the first claim.
func library(t *testing.T) (s *Store, a, b *graph.Entity) {
	t.Helper()
	s = emptyStore(t)
	a, b = company(1), company(2)
	records := []graph.Record{a, b}
	layers := make([]*graph.Layer, 4)
	for n, language := range []string{"en", "de", "en", "en"} {
		d, l := article(n, language, []graph.EntityID{a.ID, "", b.ID, ""}[n])
		records, layers[n] = append(records, d, l), l
	}
	tie, itself := owning(1, a, b), owning(2, b, b)
	putOnFile(t, s, append(records, tie, itself,
		standsIn(1, tie, layers[0], layers[1], layers[0]), standsIn(2, tie, layers[1]), standsIn(3, itself, layers[2]))...)
	return s, a, b
}

func TestListDocuments(t *testing.T) {
	s, a, b := library(t)
	r := readerOf(t, s, 0)
	for name, test := range map[string]struct {
		q    graph.DocumentQuery
		want [][]graph.DocumentID
	}{
		"all":                     {graph.DocumentQuery{}, [][]graph.DocumentID{{"doc_000", "doc_001", "doc_002", "doc_003"}}},
		"all in a language":       {graph.DocumentQuery{Language: "en"}, [][]graph.DocumentID{{"doc_000", "doc_002", "doc_003"}}},
		"all of a publisher":      {graph.DocumentQuery{Publisher: b.ID}, [][]graph.DocumentID{{"doc_002"}}},
		"a page of all":           {graph.DocumentQuery{After: "doc_000", Limit: 2}, [][]graph.DocumentID{{"doc_001", "doc_002"}}},
		"the last page":           {graph.DocumentQuery{After: "doc_003", Limit: 2}, [][]graph.DocumentID{nil}},
		"of a subject":            {graph.DocumentQuery{Owners: []graph.EntityID{a.ID}}, [][]graph.DocumentID{{"doc_000", "doc_001"}}},
		"of an object and itself": {graph.DocumentQuery{Owners: []graph.EntityID{b.ID}}, [][]graph.DocumentID{{"doc_000", "doc_001", "doc_002"}}},
		"of owners, aligned": {
			graph.DocumentQuery{Owners: []graph.EntityID{b.ID, "ent_none", "", a.ID, b.ID}, Limit: 2},
			[][]graph.DocumentID{{"doc_000", "doc_001"}, nil, nil, {"doc_000", "doc_001"}, {"doc_000", "doc_001"}},
		},
		"of owners, after": {
			graph.DocumentQuery{Owners: []graph.EntityID{a.ID, b.ID}, After: "doc_000", Limit: 1},
			[][]graph.DocumentID{{"doc_001"}, {"doc_001"}},
		},
		"the limit counts what passes": {
			graph.DocumentQuery{Owners: []graph.EntityID{b.ID}, Language: "en", Limit: 2}, [][]graph.DocumentID{{"doc_000", "doc_002"}},
		},
		"of an owner and a publisher": {
			graph.DocumentQuery{Owners: []graph.EntityID{b.ID}, Publisher: a.ID}, [][]graph.DocumentID{{"doc_000"}},
		},
	} {
		assert.Equal(t, test.want, documentsOf(t, r, test.q), name)
	}
}

func TestListDocuments_EvidenceMayNameADocumentThatComesLater(t *testing.T) {
	s := emptyStore(t)
	a := company(1)
	first, l := article(1, "en", "")
	later, _ := article(2, "en", "")
	c := owning(1, a, a)
	said := standsIn(1, c, l)
	said.Evidence = append(said.Evidence, graph.Evidence{Document: later.ID, Layer: l.ID, End: 1})
	putOnFile(t, s, a, first, l, c, said)
	of := graph.DocumentQuery{Owners: []graph.EntityID{a.ID}}
	assert.Equal(t, [][]graph.DocumentID{{"doc_001"}}, documentsOf(t, readerOf(t, s, 0), of))
	putOnFile(t, s, later)
	assert.Equal(t, [][]graph.DocumentID{{"doc_001", "doc_002"}}, documentsOf(t, readerOf(t, s, 0), of))
	assert.Equal(t, [][]graph.DocumentID{{"doc_001"}}, documentsOf(t, readerOf(t, s, 1), of), "as it was known then")
}

func TestDocuments_ListTheirLayersInTheOrderOfWriting(t *testing.T) {
	s := emptyStore(t)
	d, l := article(1, "en", "")
	newer, twin := *l, *l
	newer.ID, twin.ID = "lay_000", "lay_002"
	putOnFile(t, s, d, &twin, l)
	putOnFile(t, s, &newer)
	ids := []graph.DocumentID{d.ID, "doc_none", d.ID}
	for rev, want := range map[graph.Revision][]graph.LayerID{1: {"lay_001", "lay_002"}, 2: {"lay_001", "lay_002", "lay_000"}} {
		r := readerOf(t, s, rev)
		rows, err := r.Documents(t.Context(), ids)
		require.NoError(t, err)
		require.Len(t, rows, 1)
		assert.Equal(t, want, rows[d.ID].Layers)
		assert.Equal(t, *d, rows[d.ID].Document)
		assert.EqualValues(t, 1, rows[d.ID].Stamp.Revision)
		layers, err := r.Layers(t.Context(), []graph.LayerID{"lay_000", "lay_001", "lay_none"})
		require.NoError(t, err)
		assert.Len(t, layers, int(rev))
		assert.Equal(t, l, layers["lay_001"])
	}
}

func TestLayers_AreReadInParts(t *testing.T) {
	s := emptyStore(t)
	d, _ := article(1, "en", "")
	records, ids := []graph.Record{d}, []graph.LayerID{}
	for n := range layersAtOnce + 1 {
		l := &graph.Layer{ID: graph.LayerID(fmt.Sprintf("lay_%03d", n)), Document: d.ID, Extractor: "plain 1", Text: fmt.Sprint(n)}
		records, ids = append(records, l), append(ids, l.ID)
	}
	putOnFile(t, s, records...)
	layers, err := readerOf(t, s, 0).Layers(t.Context(), ids)
	require.NoError(t, err)
	require.Len(t, layers, len(ids))
	for n, id := range ids {
		assert.Equal(t, fmt.Sprint(n), layers[id].Text)
	}
}
