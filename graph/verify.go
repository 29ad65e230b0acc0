package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/redthread-graph/redthread/graph/text"
)

// verifier finds quotes in layers. It folds each layer once.
type verifier struct {
	facts  facts
	folded map[LayerID]*text.Folded
	layers map[LayerID]*Layer
}

func newVerifier(f facts) *verifier {
	return &verifier{facts: f, folded: map[LayerID]*text.Folded{}, layers: map[LayerID]*Layer{}}
}

// maxCandidates is how many places of an ambiguous quote are listed, of however many there are.
const maxCandidates = 20

// locate finds the evidence's quote in its layer and returns the evidence with its exact place and wording.
func (v *verifier) locate(ctx context.Context, e Evidence) (Evidence, error) {
	if strings.TrimSpace(e.Quote) == "" {
		return e, Invalid("evidence.quote", e.Quote, "the exact words of the document")
	}
	if err := v.open(ctx, &e); err != nil {
		return e, err
	}
	span, err := v.find(ctx, &e)
	if err != nil {
		return e, err
	}
	e.Start, e.End = span.Start, span.End
	e.Quote = v.folded[e.Layer].Source().Slice(span)
	e.Prefix = ""
	return e, nil
}

// open loads the layer; an evidence that names none means the newest of its document.
func (v *verifier) open(ctx context.Context, e *Evidence) error {
	if e.Layer == "" {
		docs, err := v.facts.Documents(ctx, []DocumentID{e.Document})
		if err != nil {
			return err
		}
		doc, ok := docs[e.Document]
		if !ok {
			return notFound("document", string(e.Document))
		}
		if len(doc.Layers) == 0 {
			return Invalid("evidence.document", string(e.Document), "a document whose text is on file; this one is only cited")
		}
		e.Layer = doc.Layers[len(doc.Layers)-1]
	}
	if v.layers[e.Layer] != nil {
		return v.sameDocument(e)
	}
	layers, err := v.facts.Layers(ctx, []LayerID{e.Layer})
	if err != nil {
		return err
	}
	layer, ok := layers[e.Layer]
	if !ok {
		return notFound("text layer", string(e.Layer))
	}
	v.layers[e.Layer], v.folded[e.Layer] = layer, text.Fold(layer.Text)
	return v.sameDocument(e)
}

func (v *verifier) sameDocument(e *Evidence) error {
	if owner := v.layers[e.Layer].Document; owner != e.Document {
		return Invalid("evidence.layer", string(e.Layer), fmt.Sprintf("a layer of %s; it belongs to %s", e.Document, owner))
	}
	return nil
}

func (v *verifier) find(ctx context.Context, e *Evidence) (text.Span, error) {
	folded := v.folded[e.Layer]
	if e.Start != UnknownStart {
		if span, ok := folded.At(e.Quote, e.Start); ok {
			return span, nil
		}
		return text.Span{}, v.mismatch(e)
	}
	places := folded.Find(e.Quote, 0)
	if e.Prefix != "" {
		places = v.after(e, places)
	}
	switch len(places) {
	case 0:
		return text.Span{}, v.mismatch(e)
	case 1:
		return places[0], nil
	default:
		return text.Span{}, v.ambiguous(ctx, e, places)
	}
}

// after keeps the places that the evidence's prefix precedes.
func (v *verifier) after(e *Evidence, places []text.Span) []text.Span {
	want := text.Fold(strings.TrimSpace(e.Prefix)).String()
	body := v.folded[e.Layer].Source()
	var kept []text.Span
	for _, place := range places {
		before, _ := body.Around(place, 2*len(e.Prefix)+8)
		if strings.HasSuffix(strings.TrimSpace(text.Fold(before).String()), want) {
			kept = append(kept, place)
		}
	}
	return kept
}

func (v *verifier) mismatch(e *Evidence) error {
	nearest := UnknownStart
	if span, ok := v.folded[e.Layer].Nearest(e.Quote, max(e.Start, 0)); ok {
		nearest = span.Start
	}
	return &MismatchError{Layer: e.Layer, Quote: e.Quote, Start: e.Start, Nearest: nearest}
}

// ambiguous lists the first places of a quote, with their sentences when these may be shown.
func (v *verifier) ambiguous(ctx context.Context, e *Evidence, places []text.Span) error {
	shown, err := v.shown(ctx, e.Document)
	if err != nil {
		return err
	}
	body := v.folded[e.Layer].Source()
	found := make([]Candidate, min(len(places), maxCandidates))
	for i := range found {
		found[i] = Candidate{Start: places[i].Start, End: places[i].End}
		if shown {
			found[i].Sentence = body.Slice(body.Sentence(places[i]))
		}
	}
	return &AmbiguousQuoteError{Quote: e.Quote, Candidates: found, Total: len(places)}
}

// shown says whether the rights of a document let its sentences be shown, in errors too.
func (v *verifier) shown(ctx context.Context, id DocumentID) (bool, error) {
	docs, err := v.facts.Documents(ctx, []DocumentID{id})
	if err != nil {
		return false, err
	}
	doc, ok := docs[id]
	if !ok {
		return false, notFound("document", string(id))
	}
	return doc.Rights != MetadataOnly, nil
}
