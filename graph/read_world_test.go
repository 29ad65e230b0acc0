package graph_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

// shelf is a store made by hand for the tests of reading: what is said is written as lines, and each line stands as a sentence of its
// own in its document.
type shelf struct {
	*graph.Service
	t     testing.TB
	calls *counter
	draft graph.Draft
	docs  map[string]*page
	order []string
	lines []*line
	ops   int
}

// page is a document that is being written.
type page struct {
	graph.DocumentDraft
	text strings.Builder
}

// line is one thing said, as a sentence of its document.
type line struct {
	graph.Statement
	doc   string
	quote string
}

func newShelf(t testing.TB) *shelf {
	t.Helper()
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	model := graphtest.NewModel(func() time.Time { now = now.Add(time.Hour); return now })
	t.Cleanup(func() { require.NoError(t, model.Close()) })
	calls := &counter{Store: model, made: map[string]int{}}
	return &shelf{Service: graph.NewService(calls, graph.Options{}), t: t, calls: calls, docs: map[string]*page{}}
}

func ent(id string) graph.EntityID { return graph.EntityID("ent_" + id) }

// entity adds a named entity.
func (s *shelf) entity(id string, kind graph.EntityKind, caption string) *graph.Entity {
	s.draft.Entities = append(s.draft.Entities, graph.Entity{ID: ent(id), Kind: kind, Caption: caption})
	return &s.draft.Entities[len(s.draft.Entities)-1]
}

// doc adds a document; what is said in it becomes its text.
func (s *shelf) doc(id, publisher, published string, rights graph.Rights) *page {
	p := &page{DocumentDraft: graph.DocumentDraft{Document: graph.Document{
		ID: graph.DocumentID("doc_" + id), Title: "The " + id + " papers", Rights: rights, Language: "en", URL: "https://example.org/" + id,
	}}}
	if publisher != "" {
		p.Publisher = ent(publisher)
	}
	if published != "" {
		p.Published = edtf.MustDate(published)
	}
	s.docs[id] = p
	s.order = append(s.order, id)
	return p
}

// say adds a line: subject, predicate and object; by default a newspaper says so in its own voice, in the document "news".
func (s *shelf) say(subject, predicate, object string) *line {
	l := &line{doc: "news"}
	l.Claim = graph.Claim{Subject: ent(subject), Predicate: predicate}
	if object != "" {
		l.Claim.Object = ent(object)
	}
	l.Assertion = graph.Assertion{
		ID: graph.AssertionID(fmt.Sprintf("ast_%03d", len(s.lines)+s.ops*1000)), Stance: graph.Asserts, Voice: graph.PublisherVoice,
		Speaker: ent("gazette"), RecordedBy: "tests",
	}
	l.Confirmed = true
	s.lines = append(s.lines, l)
	return l
}

// worth adds a line whose claim has a value.
func (s *shelf) worth(subject, predicate string, v graph.Value) *line {
	l := s.say(subject, predicate, "")
	l.Claim.Value = v
	return l
}

func (l *line) by(speaker string, voice graph.Voice, stance graph.Stance) *line {
	l.Assertion.Speaker, l.Assertion.Voice, l.Assertion.Stance = "", voice, stance
	if speaker != "" {
		l.Assertion.Speaker = ent(speaker)
	}
	return l
}

func (l *line) id(id string) *line {
	l.Assertion.ID = graph.AssertionID("ast_" + id)
	return l
}

func (l *line) in(doc string) *line {
	l.doc = doc
	return l
}

func (l *line) from(date string) *line {
	l.Assertion.Period.From.Date = edtf.MustDate(date)
	return l
}

func (l *line) to(date string) *line {
	l.Assertion.Period.To.Date = edtf.MustDate(date)
	return l
}

func (l *line) asOf(date string) *line {
	l.Assertion.Period.AsOf = edtf.MustDate(date)
	return l
}

func (l *line) said(date string) *line {
	l.Assertion.SaidAt = edtf.MustDate(date)
	return l
}

func (l *line) published(date string) *line {
	l.Assertion.PublishedAt = edtf.MustDate(date)
	return l
}

func (l *line) target(id string) *line {
	l.Assertion.Target = graph.AssertionID("ast_" + id)
	return l
}

func (l *line) of(qualifier, value string) *line {
	l.Claim.Qualifiers = append(l.Claim.Qualifiers, graph.Qualifier{Name: qualifier, Value: value})
	return l
}

// file writes what was drawn up as one operation and gives its receipt.
func (s *shelf) file() graph.Receipt {
	s.t.Helper()
	for _, l := range s.lines {
		p := s.docs[l.doc]
		require.NotNil(s.t, p, "document %s", l.doc)
		l.quote = fmt.Sprintf("Line %s says what %s tells.", l.Assertion.ID[4:], strings.ToLower(l.Claim.Predicate))
		p.text.WriteString(l.quote + "\n")
	}
	for _, id := range s.order {
		p := s.docs[id]
		p.Text += p.text.String()
		if p.Text != "" || p.text.Len() == 0 {
			s.draft.Documents = append(s.draft.Documents, p.DocumentDraft)
		}
	}
	for _, l := range s.lines {
		doc := s.docs[l.doc].ID
		l.Assertion.Evidence = []graph.Evidence{{Document: doc, Start: graph.UnknownStart, Quote: l.quote}}
		s.draft.Statements = append(s.draft.Statements, l.Statement)
	}
	s.ops++
	receipt, err := s.Write(context.Background(), graph.OperationID(fmt.Sprintf("operation %d", s.ops)), s.draft)
	require.NoError(s.t, err)
	s.draft, s.lines, s.order, s.docs = graph.Draft{}, nil, nil, map[string]*page{}
	return receipt
}

// view opens a reading of the newest revision for a test.
func (s *shelf) view() *graph.View {
	s.t.Helper()
	v, err := s.View(context.Background(), nil)
	require.NoError(s.t, err)
	s.t.Cleanup(func() { require.NoError(s.t, v.Close()) })
	return v
}

// day is a day for a view.
func day(date string) *graph.Day {
	d, err := edtf.ParseDay(date)
	if err != nil {
		panic(err)
	}
	return &d
}

// nodes reads what ids name, with their prefix left out for entities.
func nodes(t testing.TB, v *graph.View, ids ...string) []graph.Node {
	t.Helper()
	for i, id := range ids {
		if !strings.Contains(id, "_") {
			ids[i] = "ent_" + id
		}
	}
	found, err := v.Nodes(context.Background(), ids)
	require.NoError(t, err)
	for i, n := range found {
		require.NotNil(t, n, ids[i])
	}
	return found
}

// read gives a relation's page for one parent.
func read(t testing.TB, v *graph.View, r graph.Relation, parent graph.Node) graph.Page {
	t.Helper()
	pages, err := r(context.Background(), v, []graph.Node{parent})
	require.NoError(t, err)
	require.Len(t, pages, 1)
	return pages[0]
}

// rows gives the nodes of a page.
func rows[N graph.Node](t testing.TB, p graph.Page) []N {
	t.Helper()
	out := make([]N, len(p.Rows))
	for i, r := range p.Rows {
		n, ok := r.Node.(N)
		require.True(t, ok, "%T", r.Node)
		out[i] = n
	}
	return out
}

// scalar gives the value of a page of one scalar.
func scalar[T any](t testing.TB, p graph.Page) T {
	t.Helper()
	require.Len(t, p.Rows, 1)
	return rows[*graph.Scalar[T]](t, p)[0].Value
}

// keys gives the keys of a page's nodes.
func keys(p graph.Page) []string {
	out := make([]string, len(p.Rows))
	for i, r := range p.Rows {
		out[i] = r.Node.Key()
	}
	return out
}

// far gives the far ends of a page of ties, without prefix.
func far(t testing.TB, p graph.Page) []string {
	t.Helper()
	var out []string
	for _, tie := range rows[*graph.TieNode](t, p) {
		out = append(out, strings.TrimPrefix(string(tie.Far), "ent_"))
	}
	return out
}

// spoken gives the ids of a page of assertions, without prefix.
func spoken(t testing.TB, p graph.Page) []string {
	t.Helper()
	var out []string
	for _, a := range rows[*graph.AssertionRow](t, p) {
		out = append(out, strings.TrimPrefix(string(a.ID), "ast_"))
	}
	return out
}

// entities gives the ids of a page of entities, without prefix.
func entities(t testing.TB, p graph.Page) []string {
	t.Helper()
	var out []string
	for _, r := range p.Rows {
		out = append(out, strings.TrimPrefix(r.Node.Key(), "ent_"))
	}
	return out
}

// all is the first page of everything.
var all = graph.PageArgs{First: 100, Total: true}

// whole reads all pages of a list, n rows at a time.
func whole(t testing.TB, n int, page func(graph.PageArgs) graph.Page) []string {
	t.Helper()
	var out []string
	for args := (graph.PageArgs{First: n}); ; {
		p := page(args)
		require.LessOrEqual(t, len(p.Rows), n)
		out = append(out, keys(p)...)
		if !p.More {
			return out
		}
		require.NotEmpty(t, p.Rows)
		args.After = &p.Rows[len(p.Rows)-1].Cursor
		require.LessOrEqual(t, len(out), 10_000, "paging does not end")
	}
}

// counter counts the calls that readings make.
type counter struct {
	graph.Store
	made map[string]int
}

func (c *counter) Snapshot(ctx context.Context, at graph.Revision) (graph.Reader, error) {
	r, err := c.Store.Snapshot(ctx, at)
	return &countingReader{r, c.made}, err
}

func (c *counter) reset() { clear(c.made) }

// trace lists the calls made since the last reset.
func (c *counter) trace() string {
	var out []string
	for name, n := range c.made {
		out = append(out, fmt.Sprintf("%s×%d", name, n))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// countingReader counts the calls of a reader; a stream counts once.
type countingReader struct {
	graph.Reader
	made map[string]int
}

func (r *countingReader) Entities(ctx context.Context, ids []graph.EntityID) (map[graph.EntityID]*graph.EntityRow, error) {
	r.made["Entities"]++
	requireDistinct(ids)
	return r.Reader.Entities(ctx, ids)
}

func (r *countingReader) ListEntities(ctx context.Context, q graph.EntityQuery) ([]*graph.EntityRow, error) {
	r.made["ListEntities"]++
	return r.Reader.ListEntities(ctx, q)
}

func (r *countingReader) Claims(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID]*graph.ClaimRow, error) {
	r.made["Claims"]++
	requireDistinct(ids)
	return r.Reader.Claims(ctx, ids)
}

func (r *countingReader) ListClaims(ctx context.Context, q graph.ClaimQuery) ([][]*graph.ClaimRow, error) {
	r.made["ListClaims"]++
	return r.Reader.ListClaims(ctx, q)
}

func (r *countingReader) StateHistory(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID][]graph.StateRow, error) {
	r.made["StateHistory"]++
	return r.Reader.StateHistory(ctx, ids)
}

func (r *countingReader) Assertions(
	ctx context.Context, ids []graph.AssertionID,
) (map[graph.AssertionID]*graph.AssertionRow, error) {
	r.made["Assertions"]++
	requireDistinct(ids)
	return r.Reader.Assertions(ctx, ids)
}

func (r *countingReader) ListAssertions(ctx context.Context, q graph.AssertionQuery) ([][]*graph.AssertionRow, error) {
	r.made["ListAssertions"]++
	return r.Reader.ListAssertions(ctx, q)
}

func (r *countingReader) ListJudgements(ctx context.Context, owners []string) ([][]*graph.JudgementRow, error) {
	r.made["ListJudgements"]++
	return r.Reader.ListJudgements(ctx, owners)
}

func (r *countingReader) Competence(
	ctx context.Context, ids []graph.EntityID,
) (map[graph.EntityID][]graph.Competence, error) {
	r.made["Competence"]++
	return r.Reader.Competence(ctx, ids)
}

func (r *countingReader) Documents(
	ctx context.Context, ids []graph.DocumentID,
) (map[graph.DocumentID]*graph.DocumentRow, error) {
	r.made["Documents"]++
	requireDistinct(ids)
	return r.Reader.Documents(ctx, ids)
}

func (r *countingReader) ListDocuments(ctx context.Context, q graph.DocumentQuery) ([][]*graph.DocumentRow, error) {
	r.made["ListDocuments"]++
	return r.Reader.ListDocuments(ctx, q)
}

func (r *countingReader) Layers(ctx context.Context, ids []graph.LayerID) (map[graph.LayerID]*graph.Layer, error) {
	r.made["Layers"]++
	requireDistinct(ids)
	return r.Reader.Layers(ctx, ids)
}

func (r *countingReader) Search(ctx context.Context, q graph.TermQuery) (graph.TermHits, error) {
	r.made["Search"]++
	return r.Reader.Search(ctx, q)
}

func (r *countingReader) Expand(ctx context.Context, q graph.ExpandQuery) iter.Seq2[graph.Edge, error] {
	r.made["Expand"]++
	return r.Reader.Expand(ctx, q)
}

func (r *countingReader) Facets(
	ctx context.Context, ids []graph.EntityID, f graph.EdgeFilter,
) (map[graph.EntityID][]graph.Facet, error) {
	r.made["Facets"]++
	return r.Reader.Facets(ctx, ids, f)
}

// requireDistinct fails a test that asks a store twice for one row: ids are to be deduplicated.
func requireDistinct[K ~string](ids []K) {
	seen := map[K]bool{}
	for _, id := range ids {
		if seen[id] || id == "" {
			panic(fmt.Sprintf("asked for %q among %v", id, ids))
		}
		seen[id] = true
	}
}
