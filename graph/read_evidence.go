package graph

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph/text"
)

// EvidenceNode is the place where an assertion stands. What the document's rights forbid is nil.
type EvidenceNode struct {
	Evidence  // its own words are left out: what may be shown is below
	Assertion *AssertionRow
	Index     int // in the assertion's evidence
	Rights    Rights

	Quote, Sentence, Prefix, Suffix *string
	UTF16Start, UTF16End            int // where browsers see the quote in the layer
	// URL is the document's address, with the quote as a text fragment where that is possible; "" when it has none.
	URL string
}

// LayerNode is one text of a document. Its text is nil unless the rights are FULL_TEXT.
type LayerNode struct {
	Layer  // without its text
	Text   *string
	Length int // in code points
}

// Key tells an assertion's anchors apart.
func (n *EvidenceNode) Key() string { return fmt.Sprint(n.Assertion.ID, " ", n.Index) }

// Key tells layers apart.
func (n *LayerNode) Key() string { return string(n.ID) }

// aroundQuote is how many code points before and after a quote are shown.
const aroundQuote = 32

// AssertionEvidence gives where an assertion stands.
func AssertionEvidence() Relation {
	return relate(func(ctx context.Context, v *View, parents []*AssertionRow) ([]Page, error) {
		sources, err := v.sourcesOf(ctx, parents)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, a := range parents {
			for k := range a.Evidence {
				pages[i].Rows = append(pages[i].Rows, Row{Node: sources.evidence(a, k)})
			}
		}
		return pages, nil
	})
}

// FactEvidence gives the anchor of a fact.
func FactEvidence() Relation {
	return relate(func(ctx context.Context, v *View, parents []*FactNode) ([]Page, error) {
		rows := make([]*AssertionRow, len(parents))
		for i, f := range parents {
			rows[i] = f.Assertion
		}
		sources, err := v.sourcesOf(ctx, rows)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, f := range parents {
			pages[i] = listPage([]*EvidenceNode{sources.evidence(f.Assertion, f.Index)})
		}
		return pages, nil
	})
}

// EvidenceDocument gives the document in which a quote stands, with the text that is meant: rows of *DocumentAt.
func EvidenceDocument() Relation {
	return relate(func(ctx context.Context, v *View, parents []*EvidenceNode) ([]Page, error) {
		ids := make([]DocumentID, len(parents))
		for i, e := range parents {
			ids[i] = e.Document
		}
		rows, err := readSome(ctx, v, ids, documentsByID)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, e := range parents {
			if row := rows[e.Document]; row != nil {
				pages[i] = listPage([]*DocumentAt{{row, e.Layer}})
			}
		}
		return pages, nil
	})
}

// EvidenceLayer gives the text in which a quote was found.
func EvidenceLayer() Relation {
	return toOne(func(e *EvidenceNode) LayerID { return e.Layer }, layersByID)
}

// EvidenceAssertion gives the assertion that a quote supports.
func EvidenceAssertion() Relation {
	return held(func(e *EvidenceNode) []*AssertionRow { return present(e.Assertion) })
}

// sources are the documents and texts in which some assertions stand.
type sources struct {
	documents map[DocumentID]*DocumentRow
	layers    map[LayerID]*Layer
	indexes   map[LayerID]*text.Index
}

func (v *View) sourcesOf(ctx context.Context, assertions []*AssertionRow) (*sources, error) {
	var docs []DocumentID
	var layers []LayerID
	for _, a := range assertions {
		for _, e := range a.Evidence {
			docs, layers = append(docs, e.Document), append(layers, e.Layer)
		}
	}
	s := &sources{indexes: map[LayerID]*text.Index{}}
	var err error
	if s.documents, err = readSome(ctx, v, docs, documentsByID); err != nil {
		return nil, err
	}
	s.layers, err = readSome(ctx, v, layers, func(ctx context.Context, v *View, ids []LayerID) (map[LayerID]*Layer, error) {
		return v.Layers(ctx, ids)
	})
	return s, err
}

func (s *sources) index(id LayerID) *text.Index {
	if x := s.indexes[id]; x != nil {
		return x
	}
	words := ""
	if layer := s.layers[id]; layer != nil {
		words = layer.Text
	}
	s.indexes[id] = text.NewIndex(words)
	return s.indexes[id]
}

func (s *sources) evidence(a *AssertionRow, i int) *EvidenceNode {
	e := a.Evidence[i]
	index, span := s.index(e.Layer), text.Span{Start: e.Start, End: e.End}
	units := index.UTF16(span)
	document := s.documents[e.Document]
	n := &EvidenceNode{
		Evidence: e, Assertion: a, Index: i, Rights: rightsOf(document), UTF16Start: units.Start, UTF16End: units.End,
	}
	n.Evidence.Quote, n.Evidence.Prefix = "", ""
	if document != nil {
		n.URL = document.URL
	}
	if n.Rights == MetadataOnly {
		return n
	}
	quote, sentence := index.Slice(span), index.Slice(index.Sentence(span))
	prefix, suffix := index.Around(span, aroundQuote)
	n.Quote, n.Sentence, n.Prefix, n.Suffix = &quote, &sentence, &prefix, &suffix
	n.URL = withFragment(n.URL, quote)
	return n
}

// rightsOf are a document's rights; what is not known to be allowed is not.
func rightsOf(d *DocumentRow) Rights {
	if d == nil || d.Rights != FullText && d.Rights != QuoteOnly {
		return MetadataOnly
	}
	return d.Rights
}

func layerNode(l *Layer, rights Rights) *LayerNode {
	n := &LayerNode{Layer: *l, Length: utf8.RuneCountInString(l.Text)}
	n.Layer.Text = ""
	if rights == FullText {
		n.Text = &l.Text
	}
	return n
}

// withFragment adds a quote to an address as a text fragment (https://wicg.github.io/scroll-to-text-fragment/): of a long quote its
// first and last words. An address with a fragment of its own is left alone.
func withFragment(address, quote string) string {
	words := strings.Fields(quote)
	if address == "" || strings.Contains(address, "#") || len(words) == 0 {
		return address
	}
	escape := func(words []string) string {
		return strings.ReplaceAll(url.PathEscape(strings.Join(words, " ")), "-", "%2D")
	}
	const long, ends = 12, 4
	if len(words) <= long {
		return address + "#:~:text=" + strings.ReplaceAll(escape(words), ",", "%2C")
	}
	first, last := escape(words[:ends]), escape(words[len(words)-ends:])
	return address + "#:~:text=" + strings.ReplaceAll(first, ",", "%2C") + "," + strings.ReplaceAll(last, ",", "%2C")
}
