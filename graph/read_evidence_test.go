package graph_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// storied is a document of each right with the same text, in which one thing is said.
func storied(t testing.TB) *shelf {
	t.Helper()
	s := newShelf(t)
	s.entity("gazette", graph.Organization, "The Gazette")
	s.entity("acme", graph.Company, "Acme Works")
	s.entity("widget", graph.Product, "Widget")
	for _, r := range []graph.Rights{graph.FullText, graph.QuoteOnly, graph.MetadataOnly} {
		id := strings.ToLower(strings.ReplaceAll(string(r), "_", "-"))
		d := s.doc(id, "gazette", "2024-06-20", r)
		d.Text = "🦊 Nobody says that Acme Works is honest. " + r2text(r)
		s.say("acme", "MAKES", "widget").in(id).id(id)
	}
	s.draft.Documents = append(s.draft.Documents, graph.DocumentDraft{Document: graph.Document{ID: "doc_cited", Title: "A work that is cited"}})
	s.file()
	return s
}

func r2text(r graph.Rights) string { return "This is " + string(r) + ". " }

func TestReadEvidenceShowsWhatTheRightsAllow(t *testing.T) {
	s := storied(t)
	v := s.view()
	for right, c := range map[string]struct{ words, layer bool }{
		"full-text": {true, true}, "quote-only": {true, false}, "metadata-only": {false, false},
	} {
		t.Run(right, func(t *testing.T) {
			a := nodes(t, v, "ast_"+right)[0]
			e := rows[*graph.EvidenceNode](t, read(t, v, graph.AssertionEvidence(), a))[0]
			assert.Equal(t, graph.DocumentID("doc_"+right), e.Document)
			assert.Empty(t, e.Evidence.Quote, "the quote as read is never handed on")
			for name, words := range map[string]*string{"quote": e.Quote, "sentence": e.Sentence, "prefix": e.Prefix, "suffix": e.Suffix} {
				assert.Equal(t, c.words, words != nil, name)
			}
			assert.Equal(t, c.words, strings.Contains(e.URL, "#:~:text=Line"), e.URL)
			layer := rows[*graph.LayerNode](t, read(t, v, graph.EvidenceLayer(), e))[0]
			assert.Equal(t, c.layer, layer.Text != nil)
			assert.Empty(t, layer.Layer.Text)
			assert.Positive(t, layer.Length)
			at := rows[*graph.DocumentAt](t, read(t, v, graph.EvidenceDocument(), e))[0]
			assert.Equal(t, e.Layer, at.Layer)
			assert.Len(t, read(t, v, graph.DocumentText(), at).Rows, count(c.layer))
			assert.Len(t, read(t, v, graph.DocumentText(), nodes(t, v, "doc_"+right)[0]).Rows, count(c.layer))
			layers := rows[*graph.LayerNode](t, read(t, v, graph.DocumentLayers(), at))
			require.Len(t, layers, 1)
			assert.Equal(t, c.layer, layers[0].Text != nil)
			assert.Equal(t, []string{"doc_" + right}, keys(read(t, v, graph.LayerDocument(), layers[0])))
			byID, err := v.Nodes(context.Background(), []string{layers[0].Key()})
			require.NoError(t, err)
			assert.Equal(t, layers[0], byID[0])
			assert.Equal(t, []string{"ast_" + right}, keys(read(t, v, graph.EvidenceAssertion(), e)))
			assert.Equal(t, []string{"gazette"}, entities(t, read(t, v, graph.DocumentPublisher(), at)))
		})
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func TestReadEvidenceGivesTheWordsAtTheirPlace(t *testing.T) {
	s := storied(t)
	v := s.view()
	e := rows[*graph.EvidenceNode](t, read(t, v, graph.AssertionEvidence(), nodes(t, v, "ast_full-text")[0]))[0]
	body := scalar[string](t, read(t, v, graph.DocumentText(), nodes(t, v, "doc_full-text")[0]))
	letters := []rune(body)
	assert.Equal(t, string(letters[e.Start:e.End]), *e.Quote)
	assert.Equal(t, "Line full-text says what makes tells.", *e.Quote)
	assert.Equal(t, *e.Quote, *e.Sentence)
	before := "🦊 Nobody says that Acme Works is honest. This is FULL_TEXT. "
	assert.True(t, strings.HasSuffix(before, *e.Prefix))
	assert.LessOrEqual(t, len([]rune(*e.Prefix)), 32)
	assert.Equal(t, "\n", *e.Suffix)
	assert.Equal(t, e.Start+1, e.UTF16Start, "the fox takes two units")
	assert.Equal(t, e.End-e.Start, e.UTF16End-e.UTF16Start)
	assert.Equal(t, "https://example.org/full-text#:~:text=Line%20full%2Dtext%20says%20what%20makes%20tells.", e.URL)
}

func TestReadFactsStandInTheOrderOfTheText(t *testing.T) {
	s := newTown(t)
	v := s.view()
	brief := nodes(t, v, "doc_brief")[0]
	page := read(t, v, graph.DocumentFacts(graph.ClaimFilter{}, all), brief)
	var got []string
	last := -1
	for _, f := range rows[*graph.FactNode](t, page) {
		e := f.Assertion.Evidence[f.Index]
		assert.Greater(t, e.Start, last)
		last = e.Start
		got = append(got, told(t, read(t, v, graph.FactClaim(), f))...)
		assert.Equal(t, []string{string(f.Assertion.ID)}, keys(read(t, v, graph.FactAssertion(), f)))
		evidence := rows[*graph.EvidenceNode](t, read(t, v, graph.FactEvidence(), f))
		require.Len(t, evidence, 1)
		assert.Equal(t, e.Start, evidence[0].Start)
		assert.NotNil(t, evidence[0].Quote)
	}
	assert.Equal(t, []string{"acme COOPERATES_WITH service", "acme HAS_USERS 430 million users"}, got)
	filter := graph.ClaimFilter{Standings: []graph.Standing{graph.Disputed}}
	assert.Len(t, read(t, v, graph.DocumentFacts(filter, all), brief).Rows, 1)
	news := nodes(t, v, "doc_news")[0]
	paged := whole(t, 7, func(a graph.PageArgs) graph.Page {
		return read(t, v, graph.DocumentFacts(graph.ClaimFilter{}, a), news)
	})
	assert.Equal(t, keys(read(t, v, graph.DocumentFacts(graph.ClaimFilter{}, graph.PageArgs{First: 1000}), news)), paged)
}

func TestReadDocumentsCitedAndAbout(t *testing.T) {
	s := newTown(t)
	s.draft.Documents = append(s.draft.Documents, graph.DocumentDraft{Document: graph.Document{ID: "doc_release", Title: "A release"}})
	s.doc("echo", "wire", "2024-06-25", graph.FullText)
	l := s.say("labs", "MAKES", "widget").in("echo").id("echoed")
	l.Assertion.ReportedBy = []graph.Report{{Who: ent("gazette"), Work: "doc_release"}, {Who: ent("wire"), Work: "doc_news", Published: dateOf("2024-06-19")}}
	s.file()
	v := s.view()
	echo := nodes(t, v, "doc_echo")[0]
	var cited []string
	for _, h := range rows[*graph.DocumentHit](t, read(t, v, graph.DocumentCites(all), echo)) {
		cited = append(cited, string(h.Document.ID))
	}
	assert.Equal(t, []string{"doc_news", "doc_release"}, cited)
	reports := rows[*graph.ReportNode](t, read(t, v, graph.AssertionReports(), nodes(t, v, "ast_echoed")[0]))
	require.Len(t, reports, 2)
	assert.Equal(t, []string{"gazette"}, entities(t, read(t, v, graph.ReportWho(), reports[0])))
	assert.Equal(t, []string{"doc_news"}, keys(read(t, v, graph.ReportWork(), reports[1])))
	assert.Equal(t, []string{"doc_release"}, keys(read(t, v, graph.ReportWork(), reports[0])))
	assert.Equal(t, []string{"doc_news"}, keys(read(t, v, graph.EntityAnchor(), nodes(t, v, "units")[0])))
	for name, c := range map[string]struct {
		filter graph.DocumentFilter
		want   []string
	}{
		"all":               {graph.DocumentFilter{}, []string{"doc_echo", "doc_news", "doc_secret"}},
		"a publisher":       {graph.DocumentFilter{Publisher: []graph.EntityID{ent("wire")}}, []string{"doc_echo"}},
		"published since":   {graph.DocumentFilter{PublishedFrom: day("2024-06-21")}, []string{"doc_echo"}},
		"published until":   {graph.DocumentFilter{PublishedTo: day("2024-06-21")}, []string{"doc_news"}},
		"rights":            {graph.DocumentFilter{Rights: []graph.Rights{graph.MetadataOnly}}, []string{"doc_secret"}},
		"a language":        {graph.DocumentFilter{Language: "de"}, nil},
		"about another too": {graph.DocumentFilter{About: []graph.EntityID{ent("widget")}}, []string{"doc_echo", "doc_news"}},
	} {
		t.Run(name, func(t *testing.T) {
			page := read(t, v, graph.EntityDocuments(c.filter, all), nodes(t, v, "labs")[0])
			assert.Equal(t, c.want, append([]string(nil), keys(page)...))
			assert.Equal(t, len(c.want), *page.Total)
		})
	}
}

func TestReadDocumentsListedAndSearched(t *testing.T) {
	s := storied(t)
	v := s.view()
	no := false
	for name, c := range map[string]struct {
		filter graph.DocumentFilter
		want   []string
	}{
		"all, in order of id": {graph.DocumentFilter{}, []string{"doc_cited", "doc_full-text", "doc_metadata-only", "doc_quote-only"}},
		"only cited":          {graph.DocumentFilter{OnFile: &no}, []string{"doc_cited"}},
		"an address":          {graph.DocumentFilter{URL: "https://example.org/full-text"}, []string{"doc_full-text"}},
		"about": {
			graph.DocumentFilter{About: []graph.EntityID{ent("acme")}}, []string{"doc_full-text", "doc_metadata-only", "doc_quote-only"},
		},
		"words in any order":     {graph.DocumentFilter{Text: "honest nobody"}, []string{"doc_full-text", "doc_metadata-only", "doc_quote-only"}},
		"words in no document":   {graph.DocumentFilter{Text: "honest everybody"}, nil},
		"a word of one document": {graph.DocumentFilter{Text: "QUOTE_ONLY"}, []string{"doc_quote-only"}},
		"words and rights":       {graph.DocumentFilter{Text: "honest", Rights: []graph.Rights{graph.FullText}}, []string{"doc_full-text"}},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := v.SearchDocuments(context.Background(), c.filter, all)
			require.NoError(t, err)
			assert.Equal(t, c.want, append([]string(nil), keys(page)...))
			assert.Equal(t, len(c.want), *page.Total)
			paged := whole(t, 1, func(a graph.PageArgs) graph.Page {
				p, err := v.SearchDocuments(context.Background(), c.filter, a)
				require.NoError(t, err)
				return p
			})
			assert.Equal(t, c.want, paged)
		})
	}
	_, err := v.SearchDocuments(context.Background(), graph.DocumentFilter{Text: strings.Repeat("x", 201)}, all)
	assert.ErrorIs(t, err, graph.ErrInvalid)
}

func TestReadPassagesAreSentencesOfTextsThatMayBeShown(t *testing.T) {
	s := storied(t)
	v := s.view()
	page, err := v.SearchDocuments(context.Background(), graph.DocumentFilter{Text: "acme honest"}, all)
	require.NoError(t, err)
	for _, hit := range rows[*graph.DocumentHit](t, page) {
		if hit.Document.Rights != graph.FullText {
			assert.Empty(t, hit.Passages, hit.Document.ID)
			continue
		}
		require.NotEmpty(t, hit.Passages)
		body := []rune(scalar[string](t, read(t, v, graph.DocumentText(), hit.Document)))
		assert.Equal(t, "🦊 Nobody says that Acme Works is honest.", hit.Passages[0].Quote)
		for _, p := range hit.Passages {
			assert.Equal(t, p.Quote, string(body[p.Start:p.End]))
		}
	}
}

func TestReadDocumentsFoundByTheirTitleComeFirst(t *testing.T) {
	s := newShelf(t)
	for i, title := range []string{"On nothing", "On foxes", "On nothing again", "Foxes and geese"} {
		d := s.doc(strconv.Itoa(i), "", fmt.Sprintf("2024-0%d-01", i+1), graph.FullText)
		d.Title, d.Text = title, "Foxes are seen with geese, number "+strconv.Itoa(i)+"."
	}
	s.file()
	page, err := s.view().SearchDocuments(context.Background(), graph.DocumentFilter{Text: "geese foxes"}, all)
	require.NoError(t, err)
	assert.Equal(t, []string{"doc_3", "doc_1", "doc_2", "doc_0"}, keys(page), "then the latest")
}
