package graph

import "github.com/redthread-graph/redthread/graph/edtf"

// Rights says what of a document may be shown to others.
type Rights string

// The rights.
const (
	FullText     Rights = "FULL_TEXT"
	QuoteOnly    Rights = "QUOTE_ONLY"
	MetadataOnly Rights = "METADATA_ONLY"
)

// Document is a source: an article, notice, filing or list. It is no entity and is never walked. One that is cited but not on
// file has no layers; it can be named as a source and anchors no evidence.
type Document struct {
	ID        DocumentID `json:"id,omitzero"`
	SHA256    string     `json:"sha256,omitzero"` // of its bytes, hex; empty when only cited
	Title     string     `json:"title,omitzero"`
	Publisher EntityID   `json:"publisher,omitzero"`
	Author    string     `json:"author,omitzero"`
	Language  string     `json:"language,omitzero"`
	URL       string     `json:"url,omitzero"`
	Published edtf.Date  `json:"published,omitzero"`
	Retrieved edtf.Date  `json:"retrieved,omitzero"`
	Rights    Rights     `json:"rights,omitzero"`
	MediaType string     `json:"mediaType,omitzero"`
}

// Layer is one immutable text of a document, in NFC with LF line ends. A new extractor makes a new layer; anchors in an old one
// stay valid there.
type Layer struct {
	ID        LayerID    `json:"id,omitzero"`
	Document  DocumentID `json:"document,omitzero"`
	Extractor string     `json:"extractor,omitzero"` // name and version
	Text      string     `json:"text,omitzero"`
}

// LayerTerms are the search terms of a layer's words, made by the Service and kept by the store.
type LayerTerms struct {
	Layer    LayerID
	Document DocumentID
	Terms    []Term
}
