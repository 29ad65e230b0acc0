package polarity

import (
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph/text"
)

// Check says whether a quote of the layer may stand for what it is filed as. It returns a [*RefusedError] when
// the quote is cut out of the scope of its sentence's negation, whatever its stance; when it is cut out of a
// hedge's scope and filed as a plain fact; or when it says no itself and is filed as support of a claim that
// does not. It fails with [ErrNoQuote] for a span that is empty or outside the layer, and with [ErrLongQuote].
func Check(layer *text.Index, quote text.Span, e Expect) error {
	if !quote.In(layer.Len()) {
		return fmt.Errorf("polarity: quote %d–%d in a layer of %d code points: %w", quote.Start, quote.End, layer.Len(), ErrNoQuote)
	}
	if quote.Len() > MaxQuote {
		return fmt.Errorf("polarity: quote of %d code points, at most %d: %w", quote.Len(), MaxQuote, ErrLongQuote)
	}
	if e.Name {
		return nil
	}
	s := read(layer, around(layer, quote))
	found := s.cut(quote, e)
	if h, no := s.asserted(quote, e); no {
		found = append(found, s.finding(NegationAsserted, h, quote))
	}
	if len(found) == 0 {
		return nil
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return a.CueSpan.Start - b.CueSpan.Start })
	return s.refuse(found, quote, e)
}

// maxContext is how far before and after a quote, in code points, a sentence is read. No real one is longer; text without
// stops is.
const maxContext = 2000

// around is the sentence that holds the quote, cut to what is read.
func around(layer *text.Index, quote text.Span) text.Span {
	sp := layer.Sentence(quote)
	return text.Span{Start: max(sp.Start, quote.Start-maxContext), End: min(sp.End, quote.End+maxContext)}
}

// refuse makes the error, with the quote widened until no cue outside governs it.
func (s *sentence) refuse(found []Finding, quote text.Span, e Expect) *RefusedError {
	wide := quote
	for cut := found; len(cut) > 0; cut = s.cut(wide, e) {
		before := wide
		for _, f := range cut {
			wide = wide.Hull(f.Widen)
		}
		if wide == before {
			break
		}
	}
	return &RefusedError{
		Findings: found,
		Quote:    s.layer.Slice(quote),
		Sentence: s.layer.Slice(s.span),
		Widen:    wide,
		Widened:  s.layer.Slice(wide),
	}
}

// cut finds the cues outside the quote that govern it.
func (s *sentence) cut(quote text.Span, e Expect) []Finding {
	lo, hi, ok := s.within(quote)
	if !ok {
		return nil
	}
	var out []Finding
	for _, h := range s.cues {
		rule, applies := ruleFor(h.class, e)
		if applies && (s.before(h, lo, hi) || s.after(h, lo, hi)) {
			out = append(out, s.finding(rule, h, quote))
		}
	}
	return out
}

// ruleFor is the rule that a cue of the class outside the quote breaks, if the claim can break it.
func ruleFor(c Class, e Expect) (Rule, bool) {
	switch {
	case c.negates():
		return CutNegation, true
	case c == Attribution && e.Attributed:
		return "", false
	default:
		return CutHedge, e.plainFact()
	}
}

// asserted finds a negation in the quote of a support whose claim is not negative.
func (s *sentence) asserted(quote text.Span, e Expect) (hit, bool) {
	lo, hi, ok := s.within(quote)
	if !ok || !e.supports() || e.negative() {
		return hit{}, false
	}
	return s.saysNo(lo, hi)
}

func (s *sentence) finding(rule Rule, h hit, quote text.Span) Finding {
	at := h.at
	cue := s.toks[at[0]].span.Hull(s.toks[at[len(at)-1]].span)
	f := Finding{Rule: rule, Class: h.class, Cue: s.layer.Slice(cue), CueSpan: cue, Sentence: s.span, Widen: quote}
	if rule != NegationAsserted {
		f.Widen = quote.Hull(cue).Hull(s.withAuxiliaries(h))
	}
	f.Message = message(f)
	return f
}

// withAuxiliaries is the cue's first word with the auxiliaries right before it: "does not".
func (s *sentence) withAuxiliaries(h hit) text.Span {
	i := h.first
	for i > 0 && h.lex.auxiliaries[s.word(i-1)] {
		i--
	}
	return s.toks[i].span
}

func message(f Finding) string {
	switch f.Rule {
	case CutNegation:
		return fmt.Sprintf("the negation %q outside it governs it", f.Cue)
	case CutHedge:
		return fmt.Sprintf("the hedge %q outside it governs it, and the claim is filed as a fact that is simply stated", f.Cue)
	case NegationAsserted:
		return fmt.Sprintf("it says %q and is filed as support; file it as a denial, or with a claim whose own text is negative", f.Cue)
	default:
		return string(f.Rule)
	}
}
