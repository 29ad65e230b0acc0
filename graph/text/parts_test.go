package text_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

// Original characters fold by themselves: the folding of two neighbouring stretches is the folding of both.
func TestFoldingIsTheSumOfItsParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := drawAtoms(t, "text", 25)
		s, cs := join(as), characters(as)
		if len(cs) < 2 {
			return
		}
		i := rapid.IntRange(0, len(cs)-2).Draw(t, "from")
		j := rapid.IntRange(i+1, len(cs)-1).Draw(t, "cut")
		k := rapid.IntRange(j, len(cs)-1).Draw(t, "to")
		left := text.Span{Start: cs[i].start, End: cs[j-1].end}
		right := text.Span{Start: cs[j].start, End: cs[k].end}
		fold := func(sp text.Span) string { return text.Fold(text.Slice(s, sp)).String() }
		assert.Equal(t, fold(left)+fold(right), fold(left.Hull(right)))
	})
}

// What Find finds is found again at its place behind any other paragraph, and in the folded form, where all that
// lies inside original characters is found too.
func TestFoundPlacesMoveWithTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := drawAtoms(t, "text", 15)
		s, quote := join(as), drawQuote(t, as)
		before := strings.Repeat("ﬁrst – ", rapid.IntRange(0, 3).Draw(t, "before")) + "#"
		n := utf8.RuneCountInString(before)
		found := text.Fold(s).Find(quote, 0)
		moved := text.Fold(before + s)
		for _, sp := range found {
			if leadsWithJoiner(as) {
				continue // it joins what is put before it
			}
			got, ok := moved.At(strings.TrimFunc(quote, isBlank), sp.Start+n)
			require.True(t, ok, "%q in %q at %d", quote, before+s, sp.Start+n)
			require.Equal(t, text.Span{Start: sp.Start + n, End: sp.End + n}, got)
		}
		assert.GreaterOrEqual(t, len(text.Fold(text.Fold(s).String()).Find(quote, 0)), len(found))
	})
}

// leadsWithJoiner says whether the text begins with a mark.
func leadsWithJoiner(as []atom) bool {
	for _, a := range as {
		if !a.gone {
			return a.joins
		}
	}
	return false
}

func isBlank(r rune) bool { return strings.TrimSpace(text.Fold(string(r)).String()) == "" }

// A folded layer takes a small multiple of its text, whatever the text is made of.
func TestFoldTakesLinearMemory(t *testing.T) {
	for name, tc := range map[string]struct {
		unit     string
		multiple float64 // of the text's bytes, allocated in all while folding
	}{
		"prose":             {"The firm denied it. ", 3},
		"Russian":           {"Фирма отрицает это. ", 3},
		"ligatures":         {"ﬁ", 3},
		"soft hyphens":      {"a\u00ad", 10}, // a piece of its own each
		"marks":             {"e\u0301", 4},
		"runs of blanks":    {"a  ", 20},
		"one long run":      {" ", 3},
		"dropped":           {"\u200b", 3},
		"a base and a tail": {"\u0301", 40},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			s := strings.Repeat(tc.unit, (1<<20)/len(tc.unit))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			f := text.Fold(s)
			runtime.ReadMemStats(&after)
			assert.Less(t, float64(after.TotalAlloc-before.TotalAlloc)/float64(len(s)), tc.multiple)
			assert.Equal(t, utf8.RuneCountInString(s), f.Source().Len())
		})
	}
}
