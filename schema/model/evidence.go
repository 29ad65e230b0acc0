package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// Evidence is the exact place where an assertion stands.
type Evidence struct {
	Place
	Quote, Sentence, Prefix, Suffix *string
	Start, End                      int
	Utf16Start, Utf16End            int
	Page, URL                       *string
}

func newEvidence(p Place) *Evidence {
	e := as[*graph.EvidenceNode](p)
	return &Evidence{
		Place: p, Quote: e.Quote, Sentence: e.Sentence, Prefix: e.Prefix, Suffix: e.Suffix, Start: e.Start, End: e.End,
		Utf16Start: e.UTF16Start, Utf16End: e.UTF16End, Page: given(e.Page), URL: given(e.URL),
	}
}

// Document is the one in which it stands.
func (e *Evidence) Document(ctx context.Context) *Document { return one(ctx, e.Place, newDocument) }

// Layer is the text in which the quote was found.
func (e *Evidence) Layer(ctx context.Context) *TextLayer { return one(ctx, e.Place, newTextLayer) }

// Assertion is what it supports.
func (e *Evidence) Assertion(ctx context.Context) *Assertion { return one(ctx, e.Place, newAssertion) }
