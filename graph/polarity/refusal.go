package polarity

import (
	"errors"
	"fmt"
	"strings"

	"github.com/redthread-graph/redthread/graph/text"
)

// ErrRefused is wrapped by every [RefusedError].
var ErrRefused = errors.New("quote does not agree with its sentence")

// ErrNoQuote is returned for a quote that is empty or lies outside the layer.
var ErrNoQuote = errors.New("quote is not in the layer")

// MaxQuote is the longest quote that is checked, in code points.
const MaxQuote = 2000

// ErrLongQuote is returned for a quote longer than [MaxQuote].
var ErrLongQuote = errors.New("quote is too long to be checked")

// Rule names what a quote broke.
type Rule string

// The rules.
const (
	CutNegation      Rule = "CUT_NEGATION"      // a negation or denial outside the quote governs it
	CutHedge         Rule = "CUT_HEDGE"         // a hedge outside the quote governs it, and the claim is a plain fact
	NegationAsserted Rule = "NEGATION_ASSERTED" // the quote says no and is filed as support of a claim that says yes
)

// Class is what a cue word does.
type Class string

// The classes of cues. The first two are negations, the others hedges.
const (
	Negation    Class = "NEGATION"
	Denial      Class = "DENIAL"
	Hearsay     Class = "HEARSAY"
	Attribution Class = "ATTRIBUTION"
	Possibility Class = "POSSIBILITY"
	Condition   Class = "CONDITION"
	Intention   Class = "INTENTION"
	Obligation  Class = "OBLIGATION"
)

func (c Class) negates() bool { return c == Negation || c == Denial }

// Finding is one cue with which a quote does not agree. Spans are code points of the layer.
type Finding struct {
	Rule     Rule
	Class    Class
	Cue      string
	CueSpan  text.Span
	Sentence text.Span
	Widen    text.Span // the smallest quote that holds the cue; the quote itself when widening does not help
	Message  string
}

// RefusedError is the error of a quote that breaks a rule. It quotes the whole sentence and the quote that would
// be right.
type RefusedError struct {
	Findings []Finding
	Quote    string
	Sentence string
	Widen    text.Span // the quote that no cut rule refuses; the quote itself when none was broken
	Widened  string
}

// Error says what is wrong, in which sentence, and what would be right.
func (r *RefusedError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "polarity: quote %q: ", r.Quote)
	for i, f := range r.Findings {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(f.Message)
	}
	fmt.Fprintf(&b, "; the sentence is %q", r.Sentence)
	if r.Widened != r.Quote {
		fmt.Fprintf(&b, "; quote %q instead, with the stance that it bears", r.Widened)
	}
	return b.String()
}

// Unwrap makes errors.Is(err, ErrRefused) hold.
func (r *RefusedError) Unwrap() error { return ErrRefused }
