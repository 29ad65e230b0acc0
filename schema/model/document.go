package model

import (
	"context"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Document is a source. It is no entity.
type Document struct{ Place }

func newDocument(p Place) *Document { return &Document{p} }

func (d *Document) row() *graph.DocumentRow {
	if at, ok := d.node.(*graph.DocumentAt); ok {
		return at.DocumentRow
	}
	return as[*graph.DocumentRow](d.Place)
}

// IsNode marks it as a Node.
func (*Document) IsNode() {}

// ID is its stable id.
func (d *Document) ID() string { return string(d.row().ID) }

// Title is its title; of an untitled one its address.
func (d *Document) Title() string {
	if d.row().Title == "" {
		return d.row().URL
	}
	return d.row().Title
}

// Author is who wrote it, as printed.
func (d *Document) Author() *string { return given(d.row().Author) }

// Language is its language.
func (d *Document) Language() *string { return given(d.row().Language) }

// URL is its address on the web.
func (d *Document) URL() *string { return given(d.row().URL) }

// Published is when it was published.
func (d *Document) Published() *DateValue { return newDateValue(d.row().Published) }

// Retrieved is when it was fetched.
func (d *Document) Retrieved() *DateValue { return newDateValue(d.row().Retrieved) }

// RecordedAt is when this store recorded it.
func (d *Document) RecordedAt() time.Time { return d.row().Stamp.Time }

// MediaType is the type of its bytes.
func (d *Document) MediaType() *string { return given(d.row().MediaType) }

// Sha256 is the hash of its bytes.
func (d *Document) Sha256() *string { return given(d.row().SHA256) }

// OnFile says whether its bytes are on file.
func (d *Document) OnFile() bool { return d.row().SHA256 != "" }

// Rights say what of it may be shown.
func (d *Document) Rights() graph.Rights { return d.row().Rights }

// Publisher is who published it.
func (d *Document) Publisher(ctx context.Context) Entity { return one(ctx, d.Place, newEntity) }

// Text is its text, as far as that may be shown.
func (d *Document) Text(ctx context.Context) *string { return one(ctx, d.Place, loaded[string]) }

// Layers are all texts made from its bytes.
func (d *Document) Layers(ctx context.Context) []*TextLayer { return many(ctx, d.Place, newTextLayer) }

// Facts are what was recorded from it.
func (d *Document) Facts(ctx context.Context) *FactConnection {
	return &FactConnection{page(ctx, d.Place)}
}

// Cites are works that it passes on.
func (d *Document) Cites(ctx context.Context) *DocumentConnection { return documents(ctx, d.Place) }

// TextLayer is one text of a document.
type TextLayer struct {
	Place
	Extractor string
	Text      *string
	Length    int
}

func newTextLayer(p Place) *TextLayer {
	l := as[*graph.LayerNode](p)
	return &TextLayer{Place: p, Extractor: l.Extractor, Text: l.Text, Length: l.Length}
}

// IsNode marks it as a Node.
func (*TextLayer) IsNode() {}

// ID is its stable id.
func (l *TextLayer) ID() string { return string(as[*graph.LayerNode](l.Place).ID) }

// Document is the one that it was made from.
func (l *TextLayer) Document(ctx context.Context) *Document { return one(ctx, l.Place, newDocument) }

// DocumentConnection is a page of documents.
type DocumentConnection struct{ connection }

func documents(ctx context.Context, p Place) *DocumentConnection {
	return &DocumentConnection{page(ctx, p)}
}

// Edges are the entries of the page.
func (c *DocumentConnection) Edges(ctx context.Context) []*DocumentEdge {
	return rows(ctx, c.connection, newDocumentEdge)
}

// Nodes are the documents.
func (c *DocumentConnection) Nodes(ctx context.Context) []*Document {
	return through(ctx, c.connection, newDocument)
}

// DocumentEdge is a document in a list.
type DocumentEdge struct {
	Place
	Passages []*Passage
}

func newDocumentEdge(p Place) *DocumentEdge {
	e := &DocumentEdge{Place: p, Passages: []*Passage{}}
	for _, found := range as[*graph.DocumentHit](p).Passages {
		e.Passages = append(e.Passages, &Passage{Quote: found.Quote, Start: found.Start, End: found.End})
	}
	return e
}

// Node is the document.
func (e *DocumentEdge) Node(ctx context.Context) *Document { return one(ctx, e.Place, newDocument) }

// Passage is a place in a document's newest text.
type Passage struct {
	Quote      string
	Start, End int
}
