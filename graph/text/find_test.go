package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

func TestFind(t *testing.T) {
	for name, tc := range map[string]struct {
		in, quote string
		want      []text.Span
	}{
		"plain":                           {"it is a threat", "threat", []text.Span{{8, 14}}},
		"all places":                      {"ab ab ab", "ab", []text.Span{{0, 2}, {3, 5}, {6, 8}}},
		"overlapping places":              {"aaaa", "aa", []text.Span{{0, 2}, {1, 3}, {2, 4}}},
		"over a line break":               {"security\r\n  threat", "security threat", []text.Span{{0, 18}}},
		"over a soft hyphen":              {"a secu\u00adrity", "security", []text.Span{{2, 11}}},
		"soft hyphens in the quote":       {"security", "secu\u00adrity", []text.Span{{0, 8}}},
		"other quotation marks":           {"the “ban” came", `"ban"`, []text.Span{{4, 9}}},
		"white space at the quote's ends": {"a ban b", "\u00a0 ban\n", []text.Span{{2, 5}}},
		"case counts":                     {"Ban", "ban", nil},
		"i of a ligature":                 {"ﬁx", "i", nil},
		"f of a ligature":                 {"ﬁx", "f", nil},
		"ix of a ligature":                {"ﬁx", "ix", nil},
		"the whole ligature":              {"ﬁx", "fi", []text.Span{{0, 1}}},
		"1 of a half":                     {"1½ 1", "1", []text.Span{{0, 1}, {3, 4}}},
		"base without its mark":           {"cafe\u0301", "cafe", nil},
		"base with its mark":              {"cafe\u0301 x", "café", []text.Span{{0, 5}}},
		"mark alone":                      {"e\u0301", "\u0301", nil},
		"base of a mark that stays apart": {"x\u0301", "x", nil},
		"one jamo of a syllable":          {"\u1112\u1161\u11ab", "\u1112", nil},
		"a syllable without its last":     {"\u1112\u1161\u11ab", "하", nil},
		"the syllable":                    {"\u1112\u1161\u11ab", "한", []text.Span{{0, 3}}},
		"one stop of an ellipsis":         {"so…", "so.", nil},
		"before an ellipsis":              {"so…", "so", []text.Span{{0, 2}}},
		"astral characters":               {"😀𝐀 b", "A b", []text.Span{{1, 4}}},
		"no blank for none":               {"ab", "a b", nil},
		"empty":                           {"ab", "", nil},
		"white space only":                {"a b", " \n", nil},
		"dropped characters only":         {"a\u00adb", "\u00ad", nil},
		"longer than the text":            {"ab", "abc", nil},
		"a spacing dieresis":              {"a ¨ b", "¨", []text.Span{{1, 3}}},
		"a dieresis after a letter":       {"a¨b", "¨", []text.Span{{1, 2}}},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			assert.Equal(t, tc.want, text.Fold(tc.in).Find(tc.quote, 0))
		})
	}
}

func TestFindStopsAtTheLimit(t *testing.T) {
	f := text.Fold(strings.Repeat("ab ", 100))
	assert.Len(t, f.Find("ab", 3), 3)
	assert.Len(t, f.Find("ab", 100), 100)
	assert.Len(t, f.Find("ab", -1), 100)
}

// The naive oracle compares the quote with every run of original characters.
func TestFindAgreesWithTheOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := drawAtoms(t, "text", 20)
		quote := drawQuote(t, as)
		want := naiveFind(as, quote)
		f := text.Fold(join(as))
		got := f.Find(quote, 0)
		require.Equal(t, want, got, "%q in %q", quote, join(as))
		for start := -1; start <= len(as)+1; start++ {
			checkNearest(t, f, want, quote, start)
		}
	})
}

// drawQuote takes a piece of the text, its folded form, or another text.
func drawQuote(t *rapid.T, as []atom) string {
	from := rapid.IntRange(0, len(as)).Draw(t, "from")
	to := rapid.IntRange(from, len(as)).Draw(t, "to")
	switch rapid.IntRange(0, 2).Draw(t, "kind") {
	case 0:
		return join(as[from:to])
	case 1:
		folded := []rune(text.Fold(join(as)).String())
		from, to = min(from, len(folded)), min(to, len(folded))
		return string(folded[from:to])
	default:
		return join(drawAtoms(t, "quote", 3))
	}
}

// naiveFind compares strings of whole characters; the quote is stripped as the rules say.
func naiveFind(as []atom, quote string) []text.Span {
	blank := func(r rune) bool { return strings.TrimSpace(text.Fold(string(r)).String()) == "" }
	want := text.Fold(strings.TrimFunc(quote, blank)).String()
	var out []text.Span
	cs := characters(as)
	for i := range cs {
		joined := ""
		for _, c := range cs[i:] {
			if joined += c.folds; joined == want {
				out = append(out, text.Span{Start: cs[i].start, End: c.end})
			}
		}
	}
	return out
}

func checkNearest(t *rapid.T, f *text.Folded, all []text.Span, quote string, start int) {
	got, ok := f.Nearest(quote, start)
	require.Equal(t, len(all) > 0, ok)
	gap := func(sp text.Span) int { return max(sp.Start-start, start-sp.Start) }
	for _, sp := range all {
		require.LessOrEqual(t, gap(got), gap(sp))
	}
	if quote == strings.TrimLeft(quote, " \n\r\u00a0\u2003\u2028\u00ad\u200b\u202e\u2066\ufeff\u034f\U000E0041\ufe0f") {
		at, stands := f.At(quote, start)
		want := len(all) > 0 && got.Start == start
		require.Equal(t, want, stands, "%q at %d", quote, start)
		if want {
			require.Equal(t, got, at)
		}
	}
}

func TestAt(t *testing.T) {
	for name, tc := range map[string]struct {
		in, quote string
		start     int
		want      text.Span
		ok        bool
	}{
		"there":                              {"a ban", "ban", 2, text.Span{Start: 2, End: 5}, true},
		"one off":                            {"a ban", "ban", 3, text.Span{}, false},
		"before, on white space":             {"a ban", "ban", 1, text.Span{}, false},
		"white space of its own":             {"a ban", " ban", 1, text.Span{Start: 2, End: 5}, true},
		"within a run of white space":        {"a  \nban", "\nban", 3, text.Span{Start: 4, End: 7}, true},
		"white space, start on the word":     {"a ban", " ban", 2, text.Span{Start: 2, End: 5}, true},
		"white space, start on another word": {"a ban", " ban", 0, text.Span{}, false},
		"soft hyphen of its own":             {"\u00adban", "\u00adban", 0, text.Span{Start: 1, End: 4}, true},
		"soft hyphen not its own":            {"\u00adban", "ban", 0, text.Span{}, false},
		"trailing white space":               {"a ban b", "ban ", 2, text.Span{Start: 2, End: 5}, true},
		"inside a ligature":                  {"ﬁx", "ix", 0, text.Span{}, false},
		"ends inside a ligature":             {"aﬁ", "af", 0, text.Span{}, false},
		"empty":                              {"a", "", 0, text.Span{}, false},
		"negative":                           {"a", "a", -1, text.Span{}, false},
		"at the end":                         {"a", "a", 1, text.Span{}, false},
		"beyond the end":                     {"a", " a", 9, text.Span{}, false},
		"white space at the end":             {"a ", " a", 1, text.Span{}, false},
		"in an empty text":                   {"", "a", 0, text.Span{}, false},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			got, ok := text.Fold(tc.in).At(tc.quote, tc.start)
			assert.Equal(t, tc.ok, ok)
			assert.Equal(t, tc.want, got)
		})
	}
}

func TestNearestPrefersTheEarlierOfEquals(t *testing.T) {
	f := text.Fold("ab..ab")
	got, ok := f.Nearest("ab", 2)
	require.True(t, ok)
	assert.Equal(t, text.Span{Start: 0, End: 2}, got)
	_, ok = f.Nearest("x", 2)
	assert.False(t, ok)
}

func TestFindInRepetitiveTextIsLinear(t *testing.T) {
	f := text.Fold(strings.Repeat("a", 1<<20))
	assert.Len(t, f.Find(strings.Repeat("a", 1<<19), 0), 1<<19+1)
	assert.Empty(t, f.Find(strings.Repeat("a", 1<<19)+"b", 0))
}

func TestNearest(t *testing.T) {
	const layer = "ban – a ﬁrm ban, the “ban” and the Ban"
	for name, tc := range map[string]struct {
		quote string
		start int
		want  text.Span
		ok    bool
	}{
		"at it":                {"ban", 12, text.Span{Start: 12, End: 15}, true},
		"a little before":      {"ban", 9, text.Span{Start: 12, End: 15}, true},
		"a little after":       {"ban", 14, text.Span{Start: 12, End: 15}, true},
		"before all":           {"ban", -7, text.Span{Start: 0, End: 3}, true},
		"after all":            {"ban", 99, text.Span{Start: 22, End: 25}, true},
		"with marks":           {`"ban"`, 0, text.Span{Start: 21, End: 26}, true},
		"case counts":          {"Ban", 0, text.Span{Start: 35, End: 38}, true},
		"over a ligature":      {"firm ban", 0, text.Span{Start: 8, End: 15}, true},
		"inside a ligature":    {"irm ban", 8, text.Span{}, false},
		"not there":            {"bans", 0, text.Span{}, false},
		"empty":                {"", 0, text.Span{}, false},
		"its own white space":  {" ban ", 13, text.Span{Start: 12, End: 15}, true},
		"other dashes":         {"ban - a", 30, text.Span{Start: 0, End: 7}, true},
		"hidden in the quote":  {"b\u00ada\u200bn", 1, text.Span{Start: 0, End: 3}, true},
		"compatibility spaces": {"the\u2003Ban", 1, text.Span{Start: 31, End: 38}, true},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			got, ok := text.Fold(layer).Nearest(tc.quote, tc.start)
			assert.Equal(t, tc.ok, ok)
			assert.Equal(t, tc.want, got)
			if ok {
				at, stands := text.Fold(layer).At(strings.TrimSpace(tc.quote), got.Start)
				assert.True(t, stands)
				assert.Equal(t, got, at)
			}
		})
	}
}
