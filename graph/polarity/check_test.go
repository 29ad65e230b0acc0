package polarity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/polarity"
	"github.com/redthread-graph/redthread/graph/text"
)

func TestTheErrorQuotesSentenceAndWiderQuote(t *testing.T) {
	layer, quote := marked(t, "It grew.\n\nWhile Northgate has denied that it is [[a security threat]], sales fell. It left.")
	err := polarity.Check(layer, quote, fact)
	require.EqualError(t, err, `polarity: quote "a security threat": the negation "denied" outside it governs it; `+
		`the sentence is "While Northgate has denied that it is a security threat, sales fell."; `+
		`quote "has denied that it is a security threat" instead, with the stance that it bears`)
}

func TestTheErrorNamesEveryCue(t *testing.T) {
	layer, quote := marked(t, "According to the paper, the firm may not [[be based in Moscow]].")
	err := polarity.Check(layer, quote, fact)
	var refusal *polarity.RefusedError
	require.ErrorAs(t, err, &refusal)
	var got []string
	for _, f := range refusal.Findings {
		got = append(got, string(f.Rule)+" "+string(f.Class)+" "+f.Cue)
	}
	assert.Equal(t, []string{
		"CUT_HEDGE ATTRIBUTION According to", "CUT_HEDGE POSSIBILITY may", "CUT_NEGATION NEGATION not",
	}, got, "in the order of the sentence")
	assert.Equal(t, "According to the paper, the firm may not be based in Moscow", refusal.Widened)
	assert.Equal(t, 2, strings.Count(err.Error(), "the hedge"))
}

func TestASupportThatSaysNoIsNotHelpedByWidening(t *testing.T) {
	layer, quote := marked(t, "[[Northgate denies any cooperation]].")
	err := polarity.Check(layer, quote, alleged)
	require.ErrorContains(t, err, `it says "denies" and is filed as support`)
	assert.NotContains(t, err.Error(), "instead")
	var refusal *polarity.RefusedError
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, quote, refusal.Widen)
	assert.Equal(t, quote, refusal.Findings[0].Widen)
}

func TestFindingsSpeakOfTheLayer(t *testing.T) {
	layer, quote := marked(t, "😀 It grew. Northgate did n\u00adot [[pass on data]]. It left.")
	err := polarity.Check(layer, quote, fact)
	var refusal *polarity.RefusedError
	require.ErrorAs(t, err, &refusal)
	require.Len(t, refusal.Findings, 1)
	f := refusal.Findings[0]
	assert.Equal(t, "n\u00adot", layer.Slice(f.CueSpan))
	assert.Equal(t, "Northgate did n\u00adot pass on data.", layer.Slice(f.Sentence))
	assert.Equal(t, "did n\u00adot pass on data", layer.Slice(f.Widen))
}

func TestAQuoteOverTwoSentences(t *testing.T) {
	layer, quote := marked(t, "It never left. It did not [[sell data. It sells software]]. It denied it.")
	err := polarity.Check(layer, quote, fact)
	var refusal *polarity.RefusedError
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, "It did not sell data. It sells software.", refusal.Sentence)
	assert.Equal(t, "did not sell data. It sells software", refusal.Widened)
}

func TestAQuoteOutsideTheLayer(t *testing.T) {
	layer := text.NewIndex("It left.")
	for _, quote := range []text.Span{{}, {Start: 3, End: 3}, {Start: -1, End: 2}, {Start: 2, End: 99}, {Start: 5, End: 2}} {
		err := polarity.Check(layer, quote, fact)
		require.ErrorIs(t, err, polarity.ErrNoQuote)
		require.NotErrorIs(t, err, polarity.ErrRefused)
		assert.ErrorContains(t, err, "layer of 8 code points")
	}
}

func TestALongQuote(t *testing.T) {
	layer := text.NewIndex("It did not " + strings.Repeat("spy ", 1000))
	err := polarity.Check(layer, text.Span{Start: 11, End: 12 + polarity.MaxQuote}, fact)
	require.ErrorIs(t, err, polarity.ErrLongQuote)
	require.ErrorIs(t, polarity.Check(layer, text.Span{Start: 11, End: 11 + polarity.MaxQuote}, fact), polarity.ErrRefused)
}

// A text of cues without a stop is read around the quote only.
func TestATextWithoutStops(t *testing.T) {
	for _, words := range []string{"not ", "not but ", "denied (", "“no ", "– never ", ", which if "} {
		layer := text.NewIndex(strings.Repeat(words, 1<<16))
		middle := layer.Len() / 2
		err := polarity.Check(layer, text.Span{Start: middle, End: middle + polarity.MaxQuote}, fact)
		if refused, ok := errors.AsType[*polarity.RefusedError](err); ok {
			assert.LessOrEqual(t, len(refused.Sentence), 4*3*polarity.MaxQuote)
		}
		require.NotErrorIs(t, err, polarity.ErrLongQuote)
	}
}

func TestNegative(t *testing.T) {
	for _, s := range []string{
		"does not engage in such activities", "doesn’t sell phones", "denies access", "prohibits new agreements", "wind-down: ends sales",
		"exempts consulting", "verkauft keine Software an die Behörde", "untersagt den Verkauf an die Behörde",
		"не продаёт программы", "запрещает продажу",
	} {
		assert.True(t, polarity.Negative(s), s)
	}
	for _, s := range []string{
		"", " ", "shares data with the state", "not only sells but also repairs", "within no later than 30 days", "does not deny it",
		"verkauft die Software an das Amt", "продаёт программы", "a risk to the users of the infrastructure",
	} {
		assert.False(t, polarity.Negative(s), s)
	}
}

// The words of the tables are read by their language alone: "plant" is no plan in English, nor "will" a future
// in German hearsay.
func TestLanguagesAreToldApart(t *testing.T) {
	for name, tc := range map[string]struct {
		layer string
		ok    bool
	}{
		"an English plant":      {"The plant of the firm in Woburn [[makes phones]].", true},
		"a German plan":         {"Die Firma plant [[den Verkauf der Sparte]].", false},
		"an English also":       {"The firm also [[sells software to schools]].", true},
		"a German wish":         {"Die Firma will [[das Büro in der Stadt schließen]].", false},
		"a sentence of neither": {"Northgate bestreitet [[Spionage]].", false},
		"English of neither":    {"Northgate denies [[espionage]].", false},
		"a Russian sentence":    {"Компания может [[передавать данные]].", false},
	} {
		t.Run(name, func(t *testing.T) {
			layer, quote := marked(t, tc.layer)
			err := polarity.Check(layer, quote, fact)
			assert.Equal(t, tc.ok, err == nil, "%v", err)
		})
	}
}

// Every negation of the English table is refused in one plain frame, and allowed when the quote holds it.
func TestEveryNegationWorks(t *testing.T) {
	for _, cue := range []string{
		"did not", "didn't", "never", "cannot", "can’t", "won't", "hardly", "seldom", "refused to", "declined to", "failed to",
		"was unable to", "ceased to", "denied plans to", "denies that they", "rejected claims that they", "disputes that they",
		"were nowhere near enough to", "had no way to", "rarely",
	} {
		layer, quote := marked(t, "The officials of the bureau "+cue+" [[share files with the army]].")
		require.ErrorIs(t, polarity.Check(layer, quote, alleged), polarity.ErrRefused, cue)
		layer, quote = marked(t, "The officials of the bureau [["+cue+" share files with the army]].")
		require.NoError(t, polarity.Check(layer, quote, denied), cue)
	}
}

// Every hedge of the English table is refused for a plain fact only.
func TestEveryHedgeWorks(t *testing.T) {
	for _, cue := range []string{
		"may", "might", "could", "would", "can", "will", "shall", "must", "should", "plan to", "planned to", "intend to", "hope to",
		"allegedly", "reportedly", "supposedly", "possibly", "probably", "perhaps", "apparently", "purportedly", "seem to",
		"are said to", "are believed to", "are thought to", "are likely to", "are suspected to", "are accused of having to",
		"are able to", "have the capability to", "want to", "threatened to", "tried to", "are ready to", "ought to",
	} {
		layer, quote := marked(t, "The officials of the bureau "+cue+" [[share files with the army]].")
		require.ErrorIs(t, polarity.Check(layer, quote, fact), polarity.ErrRefused, cue)
		for _, e := range []polarity.Expect{alleged, denied, other, capability, planned, risk} {
			require.NoError(t, polarity.Check(layer, quote, e), cue)
		}
	}
}
