package polarity_test

import (
	"strings"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/polarity"
	"github.com/redthread-graph/redthread/graph/text"
)

// marked takes the quote out of a layer in which it stands between [[ and ]].
func marked(t require.TestingT, s string) (*text.Index, text.Span) {
	before, rest, opened := strings.Cut(s, "[[")
	quote, after, closed := strings.Cut(rest, "]]")
	require.True(t, opened && closed, "no quote is marked in %q", s)
	start := utf8.RuneCountInString(before)
	return text.NewIndex(before + quote + after), text.Span{Start: start, End: start + utf8.RuneCountInString(quote)}
}

var (
	fact       = polarity.Expect{Stance: polarity.Asserts, Modality: polarity.Fact}
	attributed = polarity.Expect{Stance: polarity.Asserts, Modality: polarity.Fact, Attributed: true}
	alleged    = polarity.Expect{Stance: polarity.Alleges, Modality: polarity.Fact}
	denied     = polarity.Expect{Stance: polarity.Denies, Modality: polarity.Fact}
	other      = polarity.Expect{Stance: polarity.Other, Modality: polarity.Fact}
	capability = polarity.Expect{Stance: polarity.Asserts, Modality: polarity.Capability}
	planned    = polarity.Expect{Stance: polarity.Asserts, Modality: polarity.Plan}
	risk       = polarity.Expect{Stance: polarity.Asserts, Modality: polarity.Risk}
	negative   = polarity.Expect{Stance: polarity.Asserts, Modality: polarity.Fact, Negative: true}
)
