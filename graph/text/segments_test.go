package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/text"
)

// Each layer is written with | between its original characters; what is dropped stands alone.
func TestOriginalCharacters(t *testing.T) {
	for name, tc := range map[string]struct {
		marked  string
		dropped string
	}{
		"letters":                          {"a|b|c", ""},
		"a ligature":                       {"o|ﬃ|c|e", ""},
		"a fraction":                       {"1|½|2", ""},
		"an ellipsis":                      {"a|…|b", ""},
		"a base with its mark":             {"a|e\u0301|b", ""},
		"a base with marks out of order":   {"a\u0301\u0327|b", ""},
		"a base with a mark that stays":    {"x\u0301|y", ""},
		"a mark at the beginning":          {"\u0301|a", ""},
		"a mark behind a soft hyphen":      {"e\u00ad\u0301|b", ""},
		"a soft hyphen between letters":    {"a|\u00ad|b", "\u00ad"},
		"dropped characters at the ends":   {"\ufeff|a|\u200b", "\ufeff\u200b"},
		"Hangul syllables":                 {"가|각", ""},
		"Hangul jamo":                      {"\u1100\u1161\u11a8|\u1100\u1161", ""},
		"a syllable and a last consonant":  {"가\u11a8|나", ""},
		"halfwidth jamo":                   {"\u1100\uffc2|b", ""},
		"halfwidth kana with its mark":     {"ｶﾞ|ｷ", ""},
		"a run of white space":             {"a| \u00a0\r\n |b", ""},
		"white space around dropped":       {"a| \u200b |b", ""},
		"a spacing dieresis":               {"a|¨|b", ""},
		"a spacing dieresis after a blank": {"a| ¨|b", ""},
		"an Arabic phrase in one":          {"a|ﷺ|b", ""},
		"astral letters":                   {"𝐀|𝐁|😀", ""},
		"an emoji with a selector":         {"❤|\ufe0f|a", "\ufe0f"},
		"a Bengali vowel sign in two":      {"ক|\u09c7\u09be|a", ""},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			checkCharacters(t, strings.Split(tc.marked, "|"), tc.dropped)
		})
	}
}

// checkCharacters looks for each character, and for each pair of neighbours, at its place.
func checkCharacters(t *testing.T, parts []string, dropped string) {
	t.Helper()
	f := text.Fold(strings.Join(parts, ""))
	at, folded := 0, 0
	for _, part := range parts {
		n := len([]rune(part))
		gives := len([]rune(text.Fold(part).String()))
		sp := text.Span{Start: at, End: at + n}
		at += n
		if strings.Contains(dropped, part) {
			require.Zero(t, gives)
			continue
		}
		got, ok := f.Original(folded, folded+gives)
		require.True(t, ok, "%q", part)
		assert.Equal(t, sp, got)
		for cut := 1; cut < gives; cut++ {
			_, ok = f.Original(folded, folded+cut)
			assert.False(t, ok, "a part of %q", part)
			_, ok = f.Original(folded+cut, folded+gives)
			assert.False(t, ok, "the rest of %q", part)
		}
		folded += gives
	}
	assert.Equal(t, len([]rune(f.String())), folded)
}

// Pieces of equal shape are stored as one, so a change of shape in the midst must not move what follows.
func TestMixedShapesKeepTheirPlaces(t *testing.T) {
	var b strings.Builder
	var want []text.Span
	at := 0
	for i := range 300 {
		for _, part := range []string{"ab", strings.Repeat("ﬁ", i%4), "\u00ad", strings.Repeat(" ", 1+i%3), "½", "e\u0301e\u0301"} {
			b.WriteString(part)
			at += len([]rune(part))
		}
		b.WriteString("#")
		want = append(want, text.Span{Start: at, End: at + 1})
		at++
	}
	f := text.Fold(b.String())
	assert.Equal(t, want, f.Find("#", 0))
	for _, sp := range want {
		got, ok := f.At("#", sp.Start)
		assert.True(t, ok)
		assert.Equal(t, sp, got)
	}
	assert.Len(t, f.Find("éé#", 0), 300)
	assert.Len(t, f.Find("1⁄2éé", 0), 300)
	assert.Len(t, f.Find("fififi ", 0), 75)
	assert.Empty(t, f.Find("2éé", 0))
	assert.Empty(t, f.Find("éé#a#", 0))
}

func TestUTF16OfWhatIsFound(t *testing.T) {
	for name, tc := range map[string]struct {
		in, quote string
		want      text.Span
	}{
		"before astral":   {"ab 😀", "ab", text.Span{Start: 0, End: 2}},
		"after astral":    {"😀😀 ab", "ab", text.Span{Start: 5, End: 7}},
		"of astral":       {"a😀b", "😀", text.Span{Start: 1, End: 3}},
		"over astral":     {"a 𝐀 b", "a A b", text.Span{Start: 0, End: 6}},
		"after a mark":    {"e\u0301x", "x", text.Span{Start: 2, End: 3}},
		"after ligatures": {"ﬁﬁx", "x", text.Span{Start: 2, End: 3}},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			f := text.Fold(tc.in)
			found := f.Find(tc.quote, 0)
			require.Len(t, found, 1)
			assert.Equal(t, tc.want, f.Source().UTF16(found[0]))
		})
	}
}
