package graph

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph/text"
)

// Passage is a place in a document's newest text that holds the words searched for: a sentence as it stands there.
type Passage struct {
	Quote      string
	Start, End int // in code points of the newest layer
}

// maxPassages is how many places are shown of one document.
const maxPassages = 3

// SearchDocuments gives documents: rows of *DocumentHit. With a text those that hold all its words, those with most of them in the
// title first, then the latest published, then by id, with passages for the page; it looks at 1,000 at most and the page says when there
// were more. Without a text all, in order of id.
func (v *View) SearchDocuments(ctx context.Context, f DocumentFilter, a PageArgs) (Page, error) {
	f.Text = strings.TrimSpace(f.Text)
	about, err := v.documentsAbout(ctx, f.About)
	if err != nil {
		return Page{}, err
	}
	if f.Text == "" {
		return v.listDocuments(ctx, &f, about, a)
	}
	if err := checkQuery("text", f.Text); err != nil {
		return Page{}, err
	}
	order := orderOf("documents by text", f)
	if err := a.check(order, 3); err != nil {
		return Page{}, err
	}
	words := sortedSet(text.Words(text.Key(f.Text)))
	rows, cut, err := v.holdingWords(ctx, words)
	if err != nil {
		return Page{}, err
	}
	var found []keyed
	for _, id := range sortedIDs(rows) {
		if d := rows[id]; f.passes(d, about) {
			found = append(found, keyed{&DocumentHit{Document: d}, []string{
				downKey(wordsIn(d.Title, words)), latestFirst(d), string(id),
			}})
		}
	}
	page := a.page(placed{order, found, cut, true})
	return page, v.addPassages(ctx, page, words)
}

// holdingWords gives the documents that hold all of the words.
func (v *View) holdingWords(ctx context.Context, words []string) (map[DocumentID]*DocumentRow, *Cut, error) {
	terms := appendTerms(nil, wordTerm, words)
	if len(terms) == 0 {
		return nil, nil, nil
	}
	hits, err := v.Search(ctx, TermQuery{Target: TextTerms, Sets: []TermSet{{terms, len(terms)}}, Limit: maxHits})
	if err != nil {
		return nil, nil, err
	}
	var cut *Cut
	if hits.Cut {
		cut = &Cut{AnswerLimit, maxHits}
	}
	rows, err := readSome(ctx, v, asIDs[DocumentID](hits.IDs), documentsByID)
	return rows, cut, err
}

// wordsIn counts the words that a text holds.
func wordsIn(s string, words []string) int {
	held := text.Words(text.Key(s))
	n := 0
	for _, w := range words {
		if slices.Contains(held, w) {
			n++
		}
	}
	return n
}

// latestFirst puts documents without a date last.
func latestFirst(d *DocumentRow) string {
	if d.Published.IsZero() {
		return downKey(MinDay)
	}
	return downKey(d.Published.Earliest())
}

// listDocuments gives documents without a search, in order of id.
func (v *View) listDocuments(ctx context.Context, f *DocumentFilter, about map[DocumentID]bool, a PageArgs) (Page, error) {
	order := orderOf("documents", *f)
	if err := a.check(order, 1); err != nil {
		return Page{}, err
	}
	if about != nil {
		rows, err := readSome(ctx, v, sortedIDs(about), documentsByID)
		if err != nil {
			return Page{}, err
		}
		var list []*DocumentRow
		for _, id := range sortedIDs(rows) {
			list = append(list, rows[id])
		}
		return a.page(placed{order: order, rows: f.placed(list, about)}), nil
	}
	q := DocumentQuery{Language: f.Language, Limit: maxScanned + 1}
	if !f.tests() && !a.Total {
		q.Limit = a.First + 1
	}
	if a.After != nil && !a.Total {
		q.After = DocumentID(a.After.Keys[0])
	}
	lists, err := v.ListDocuments(ctx, q)
	if err != nil {
		return Page{}, err
	}
	rows, cut := shorten(lists[0], max(maxScanned, q.Limit-1))
	return a.page(placed{order, f.placed(rows, nil), cut, false}), nil
}

// tests says whether documents have to be tested here.
func (f *DocumentFilter) tests() bool {
	return len(f.Publisher) > 0 || f.URL != "" || len(f.Rights) > 0 || f.OnFile != nil || f.PublishedFrom != nil || f.PublishedTo != nil
}

// addPassages adds to the hits of a page the sentences that hold most of the words, where the rights allow the whole text.
func (v *View) addPassages(ctx context.Context, page Page, words []string) error {
	var ids []LayerID
	for _, row := range page.Rows {
		if hit, ok := row.Node.(*DocumentHit); ok && rightsOf(hit.Document) == FullText {
			ids = append(ids, hit.Document.layer())
		}
	}
	layers, err := readSome(ctx, v, ids, func(ctx context.Context, v *View, ids []LayerID) (map[LayerID]*Layer, error) {
		return v.Layers(ctx, ids)
	})
	if err != nil {
		return err
	}
	for _, row := range page.Rows {
		if hit, ok := row.Node.(*DocumentHit); ok && layers[hit.Document.layer()] != nil {
			hit.Passages = passagesIn(layers[hit.Document.layer()].Text, words)
		}
	}
	return nil
}

// passagesIn gives the sentences that hold most of the words, of equal ones the first.
func passagesIn(body string, words []string) []Passage {
	type candidate struct {
		span text.Span
		held int
	}
	var found []candidate
	index := text.NewIndex(body)
	for _, span := range text.Sentences(body) {
		if held := wordsIn(index.Slice(span), words); held > 0 {
			found = append(found, candidate{span, held})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return b.held - a.held })
	var out []Passage
	for _, c := range found[:min(len(found), maxPassages)] {
		quote := index.Slice(c.span)
		start := c.span.Start + utf8.RuneCountInString(quote) - utf8.RuneCountInString(strings.TrimLeftFunc(quote, unicode.IsSpace))
		quote = strings.TrimSpace(quote)
		out = append(out, Passage{quote, start, start + utf8.RuneCountInString(quote)})
	}
	return out
}
