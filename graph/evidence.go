package graph

import (
	"fmt"
	"strconv"
	"strings"
)

// Evidence is a quote found in a text layer: a slice of it, from Start to End in Unicode code points (W3C Web Annotation's
// TextQuoteSelector and TextPositionSelector). The quote is stored as these positions only.
type Evidence struct {
	Document DocumentID `json:"document,omitzero"`
	Layer    LayerID    `json:"layer,omitzero"`
	Start    int        `json:"start,omitzero"`
	End      int        `json:"end,omitzero"`
	Page     string     `json:"page,omitzero"` // as printed in the document, if it has pages

	// Quote is the exact text expected at Start. It is given on writing and checked, and read back as a slice of the layer.
	Quote string `json:"quote,omitzero"`
	// Prefix, given on writing only, is what stands right before the quote: it tells places apart when Start is UnknownStart.
	Prefix string `json:"prefix,omitzero"`
}

// UnknownStart asks the write path to find the quote, which must then stand in one place only.
const UnknownStart = -1

// MismatchError says that a quote does not stand where its evidence says, and where it stands nearest, if anywhere. It is an
// ErrEvidenceMismatch.
type MismatchError struct {
	Layer   LayerID
	Quote   string
	Start   int // UnknownStart: anywhere
	Nearest int // UnknownStart: nowhere in the layer
}

// Error names the quote, the place and the nearest place where it does stand.
func (e *MismatchError) Error() string {
	switch {
	case e.Start == UnknownStart && e.Nearest == UnknownStart:
		return fmt.Sprintf("quote %q does not stand in %s", e.Quote, e.Layer)
	case e.Start == UnknownStart:
		return fmt.Sprintf("quote %q stands at %d in %s, but not after the words given", e.Quote, e.Nearest, e.Layer)
	case e.Nearest == UnknownStart:
		return fmt.Sprintf("quote %q does not stand at %d in %s, nor elsewhere in it", e.Quote, e.Start, e.Layer)
	default:
		return fmt.Sprintf("quote %q does not stand at %d in %s, but at %d", e.Quote, e.Start, e.Layer, e.Nearest)
	}
}

// Unwrap makes a MismatchError an ErrEvidenceMismatch.
func (e *MismatchError) Unwrap() error { return ErrEvidenceMismatch }

// Candidate is one place where a quote stands, with its sentence; the sentence is empty when the document is METADATA_ONLY.
type Candidate struct {
	Start, End int
	Sentence   string
}

// AmbiguousQuoteError lists the places of a quote that was given without its start and stands in several. It is an ErrConflict.
type AmbiguousQuoteError struct {
	Quote      string
	Candidates []Candidate // the first ones
	Total      int         // how many places there are
}

// Error says in how many places the quote stands and what would tell them apart.
func (e *AmbiguousQuoteError) Error() string {
	starts := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		starts[i] = strconv.Itoa(c.Start)
	}
	if len(starts) < e.Total {
		starts = append(starts, "…")
	}
	return fmt.Sprintf("quote %q stands in %d places (%s): give its start, or a longer quote",
		e.Quote, max(e.Total, len(e.Candidates)), strings.Join(starts, ", "))
}

// Unwrap makes an AmbiguousQuoteError an ErrConflict.
func (e *AmbiguousQuoteError) Unwrap() error { return ErrConflict }
