package polarity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/polarity"
	"github.com/redthread-graph/redthread/graph/text"
)

var fragments = strings.Split(`the firm|Northgate|its users|data|a threat|of|to|that|which|who|and|or|but|while|although|if|unless|whether|,|,|;|(|)|"|–|-|`+
	`does not|doesn't|never|no|denied|denies|was denied by|not only|but also|no later than|could|may|will|allegedly|according to|without|neither|nor|`+
	`rather than|is|has|said|saying|sells|spies on|is false|accused of|prohibits|from|nicht|kein|bestreitet|dass|die|das|und|wies|zurück|soll|`+
	`не|отрицает|что|якобы|компания|No. 5|May|U.S.|not`, "|")

// drawSentence draws words without a stop, so that they are one sentence.
func drawSentence(t *rapid.T) string {
	return "The " + strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 18).Draw(t, "words"), " ") + " end."
}

// drawQuote draws a stretch between two blanks of the sentence.
func drawQuote(t *rapid.T, x *text.Index) text.Span {
	var starts, ends []int
	for cp, r := range []rune(x.Text()) {
		if r == ' ' {
			starts, ends = append(starts, cp+1), append(ends, cp)
		}
	}
	starts, ends = append([]int{0}, starts...), append(ends, x.Len())
	i := rapid.IntRange(0, len(starts)-1).Draw(t, "from")
	return text.Span{Start: starts[i], End: ends[rapid.IntRange(i, len(ends)-1).Draw(t, "to")]}
}

func drawExpect(t *rapid.T) polarity.Expect {
	return polarity.Expect{
		Stance:     rapid.SampledFrom([]polarity.Stance{polarity.Asserts, polarity.Alleges, polarity.Denies, polarity.Other}).Draw(t, "stance"),
		Modality:   rapid.SampledFrom([]polarity.Modality{"", polarity.Fact, polarity.Capability, polarity.Intent, polarity.Plan, polarity.Risk}).Draw(t, "modality"),
		Attributed: rapid.Bool().Draw(t, "attributed"),
		Negative:   rapid.Bool().Draw(t, "negative"),
	}
}

// findings are those of Check; none when it allows the quote.
func findings(t require.TestingT, x *text.Index, quote text.Span, e polarity.Expect) []polarity.Finding {
	err := polarity.Check(x, quote, e)
	if err == nil {
		return nil
	}
	var refusal *polarity.RefusedError
	require.ErrorAs(t, err, &refusal)
	require.NotEmpty(t, refusal.Findings)
	return refusal.Findings
}

func rules(fs []polarity.Finding) map[polarity.Rule]int {
	out := map[polarity.Rule]int{}
	for _, f := range fs {
		out[f.Rule]++
	}
	return out
}

func TestTheWidenedQuoteIsCutNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := text.NewIndex(drawSentence(t))
		quote, e := drawQuote(t, x), drawExpect(t)
		err := polarity.Check(x, quote, e)
		if err == nil {
			return
		}
		var refusal *polarity.RefusedError
		require.ErrorAs(t, err, &refusal)
		require.True(t, refusal.Widen.Contains(quote))
		require.Equal(t, x.Slice(refusal.Widen), refusal.Widened)
		for rule := range rules(findings(t, x, refusal.Widen, e)) {
			require.Equal(t, polarity.NegationAsserted, rule, "%q widened to %q", refusal.Quote, refusal.Widened)
		}
	})
}

func TestTheWholeSentenceIsNeverCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := text.NewIndex(drawSentence(t))
		got := rules(findings(t, x, text.Span{End: x.Len()}, drawExpect(t)))
		assert.Zero(t, got[polarity.CutNegation]+got[polarity.CutHedge])
	})
}

func TestWhatIsFiledDecidesWhichRulesApply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := text.NewIndex(drawSentence(t))
		quote, e := drawQuote(t, x), drawExpect(t)
		got := rules(findings(t, x, quote, e))
		plain := e.Stance == polarity.Asserts && (e.Modality == "" || e.Modality == polarity.Fact)
		if !plain {
			assert.Zero(t, got[polarity.CutHedge])
		}
		if e.Negative || e.Stance == polarity.Denies || e.Stance == polarity.Other {
			assert.Zero(t, got[polarity.NegationAsserted])
		}
		strict := polarity.Expect{Stance: polarity.Asserts}
		all := rules(findings(t, x, quote, strict))
		for rule, n := range got {
			assert.LessOrEqual(t, n, all[rule], "a plain fact is refused for all that another is refused for")
		}
		named := e
		named.Name = true
		assert.Empty(t, findings(t, x, quote, named))
	})
}

func TestOtherParagraphsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSentence(t)
		x := text.NewIndex(s)
		quote, e := drawQuote(t, x), drawExpect(t)
		before, after := drawSentence(t)+"\n\n", "\n\n"+drawSentence(t)
		shift := text.NewIndex(before).Len()
		moved := findings(t, text.NewIndex(before+s+after), text.Span{Start: quote.Start + shift, End: quote.End + shift}, e)
		want := findings(t, x, quote, e)
		require.Len(t, moved, len(want))
		for i, f := range moved {
			assert.Equal(t, want[i].Message, f.Message)
			assert.Equal(t, want[i].CueSpan.Start+shift, f.CueSpan.Start)
			assert.Equal(t, want[i].Widen.End+shift, f.Widen.End)
		}
	})
}

func TestHiddenCharactersHideNoCue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSentence(t)
		x := text.NewIndex(s)
		quote, e := drawQuote(t, x), drawExpect(t)
		hidden := rapid.SampledFrom([]string{"\u00ad", "\u200b", "\u2060", "\U000E0061"}).Draw(t, "hidden")
		y := text.NewIndex(strings.Join(strings.Split(s, ""), hidden)) // behind every code point but the last
		got := findings(t, y, text.Span{Start: 2 * quote.Start, End: 2*quote.End - 1}, e)
		want := findings(t, x, quote, e)
		require.Len(t, got, len(want))
		for i, f := range got {
			assert.Equal(t, want[i].Rule, f.Rule)
			assert.Equal(t, want[i].Cue, strings.ReplaceAll(f.Cue, hidden, ""))
		}
	})
}

func FuzzCheck(f *testing.F) {
	for _, tc := range refused {
		x, quote := marked(f, tc.layer)
		f.Add(x.Text(), quote.Start, quote.End)
	}
	f.Fuzz(func(t *testing.T, layer string, from, to int) {
		x, quote := text.NewIndex(layer), text.Span{Start: from, End: to}
		err := polarity.Check(x, quote, fact)
		var refusal *polarity.RefusedError
		switch {
		case !quote.In(x.Len()):
			if !errors.Is(err, polarity.ErrNoQuote) {
				t.Fatalf("%v of %d: %v", quote, x.Len(), err)
			}
		case quote.Len() > polarity.MaxQuote:
			if !errors.Is(err, polarity.ErrLongQuote) {
				t.Fatalf("%v: %v", quote, err)
			}
		case errors.As(err, &refusal):
			if !refusal.Widen.Contains(quote) || !refusal.Widen.In(x.Len()) {
				t.Fatalf("%v widened to %v", quote, refusal.Widen)
			}
			polarity.Negative(refusal.Widened)
		case err != nil:
			t.Fatal(err)
		}
	})
}
