package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

func nfc(s string) string { return norm.NFC.String(s) }

func TestFoldWritesOneForm(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"case is kept":                {"AO Kaspersky", "AO Kaspersky"},
		"quotation marks":             {"„so“ «so» ‘so’ ‹so› “so” `so´", `"so" "so" 'so' 'so' "so" 'so'`},
		"apostrophes":                 {"Kaspersky’s об’єкт обʼєкт", "Kaspersky's об'єкт об'єкт"},
		"dashes":                      {"a–b—c−d‐e‑f", "a-b-c-d-e-f"},
		"white space":                 {"a \u00a0\r\n\tb\u2028c", "a b c"},
		"blank lines":                 {"a\n\n\nb", "a b"},
		"hidden characters":           {"se\u00adcu\u200brity\u202e th\u2060reat\ufeff\U000E0061", "security threat"},
		"ligatures and fractions":     {"oﬀice ½ 10² km", "office 1⁄2 102 km"},
		"marks compose":               {"cafe\u0301", "café"},
		"a soft hyphen hides no mark": {"cafe\u00ad\u0301", "café"},
		"marks are ordered":           {"a\u0301\u0327", "á̧"},
		"Hangul jamo compose":         {"\u1112\u1161\u11ab", "한"},
		"halfwidth jamo compose":      {"\u1100\uffc2", "가"},
		"halfwidth kana compose":      {"ｶﾞ", "ガ"},
		"a lone accent is a mark":     {"´a´", "'a'"},
		"a dieresis has a blank":      {"a ¨b", "a \u0308b"},
		"double primes":               {"5′10″", `5'10"`},
		"invalid bytes are replaced":  {"a\xffb", "a\ufffdb"},
		"nothing":                     {"", ""},
		"nothing to be seen":          {"\u200b\u00ad", ""},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			assert.Equal(t, tc.want, text.Fold(tc.in).String())
		})
	}
}

func TestFoldIsItsOwnFold(t *testing.T) {
	var row strings.Builder
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf) {
			row.WriteString("|" + string(r) + "|a" + string(r) + "\u0301")
		}
		if r%0x100 != 0xFF {
			continue
		}
		once := text.Fold(row.String()).String()
		require.Equal(t, once, text.Fold(once).String(), "before %U", r)
		row.Reset()
	}
}

func TestFoldDoesNotTellCanonicalFormsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.Rune(), 0, 20).Draw(t, "text"))
		want := text.Fold(s).String()
		assert.Equal(t, want, text.Fold(norm.NFC.String(s)).String())
		assert.Equal(t, want, text.Fold(norm.NFD.String(s)).String())
	})
}

func TestFoldAgreesWithTheOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := drawAtoms(t, "text", 25)
		var want strings.Builder
		for _, c := range characters(as) {
			want.WriteString(c.folds)
		}
		assert.Equal(t, want.String(), text.Fold(join(as)).String())
	})
}

// Every folded span has an original exactly when it begins and ends on original characters; folding the
// original gives exactly the folded span, and the same holds for the span in UTF-16.
func TestSpansMapBackExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := drawAtoms(t, "text", 20)
		s := join(as)
		f := text.Fold(s)
		folded, units := []rune(f.String()), utf16.Encode([]rune(s))
		starts, ends := boundaries(as)
		for from := -1; from <= len(folded)+1; from++ {
			for to := from - 1; to <= len(folded)+1; to++ {
				sp, ok := f.Original(from, to)
				start, begins := starts[from]
				end, stops := ends[to]
				require.Equal(t, begins && stops && from < to, ok, "folded span %d–%d of %q", from, to, s)
				if !ok {
					continue
				}
				require.Equal(t, text.Span{Start: start, End: end}, sp)
				require.Equal(t, string(folded[from:to]), text.Fold(text.Slice(s, sp)).String())
				u := f.Source().UTF16(sp)
				require.Equal(t, string(folded[from:to]), text.Fold(string(utf16.Decode(units[u.Start:u.End]))).String())
			}
		}
	})
}

// boundaries are the folded offsets at which the oracle's characters begin and end, with the original ones.
func boundaries(as []atom) (starts, ends map[int]int) {
	starts, ends = map[int]int{}, map[int]int{}
	at := 0
	for _, c := range characters(as) {
		starts[at] = c.start
		at += utf8.RuneCountInString(c.folds)
		ends[at] = c.end
	}
	return starts, ends
}

func TestCoverHoldsTheSpan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		as := drawAtoms(t, "text", 20)
		f := text.Fold(join(as))
		folded := []rune(f.String())
		from := rapid.IntRange(0, len(folded)).Draw(t, "from")
		to := rapid.IntRange(from, len(folded)).Draw(t, "to")
		got := f.Cover(from, to)
		if from == to {
			assert.Equal(t, text.Span{}, got)
			return
		}
		if sp, ok := f.Original(from, to); ok {
			assert.Equal(t, sp, got)
		}
		assert.Contains(t, text.Fold(text.Slice(join(as), got)).String(), string(folded[from:to]))
	})
}

func TestLongRunsOfMarks(t *testing.T) {
	s := "a" + strings.Repeat("\u0301\u0327", 50) + "b"
	f := text.Fold(s)
	assert.NotContains(t, f.String(), "\u034f", "no joiner is put in")
	assert.Equal(t, f.String(), text.Fold(f.String()).String())
	assert.Equal(t, []text.Span{{Start: 101, End: 102}}, f.Find("b", 0))
	assert.Empty(t, f.Find("a", 0), "the base without its marks")
	assert.Equal(t, []text.Span{{Start: 0, End: 102}}, f.Find(s, 0))
}

func TestFoldOfALargeText(t *testing.T) {
	for name, unit := range map[string]string{
		"prose":     "The company “denied” it.\r\nIt said so.  ",
		"ligatures": "ﬁ", "soft hyphens": "a\u00ad", "blanks": " ", "hidden": "\u200b", "marks": "\u0301", "dots": "… ",
	} {
		t.Run(name, func(t *testing.T) {
			s := strings.Repeat(unit, (1<<20)/len(unit)) + "Woburn"
			f := text.Fold(s)
			n := utf8.RuneCountInString(s)
			require.Equal(t, n, f.Source().Len())
			got := f.Find("Woburn", 0)
			require.Equal(t, []text.Span{{Start: n - 6, End: n}}, got)
			_, ok := f.At("Woburn", n-6)
			assert.True(t, ok)
		})
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "a\u00ad\u0301 ﬁ½ \r\n", "\xff\u0301", "ﷺ ¨\u2028´", strings.Repeat("\u0315\u0300", 20)} {
		f.Add(s, "ﬁ")
	}
	f.Fuzz(func(t *testing.T, s, quote string) {
		folded := text.Fold(s)
		if again := text.Fold(folded.String()).String(); again != folded.String() {
			t.Fatalf("%q folds to %q and that to %q", s, folded.String(), again)
		}
		want := text.Fold(strings.TrimFunc(quote, unicode.IsSpace)).String()
		for _, sp := range folded.Find(quote, 0) {
			got := text.Fold(text.Slice(s, sp)).String()
			if strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Fatalf("%q found in %q at %v, where %q stands", quote, s, sp, got)
			}
			if at, ok := folded.At(strings.TrimSpace(quote), sp.Start); strings.TrimSpace(quote) == quote && quote[0] > ' ' && quote[0] < 0x80 && (!ok || at != sp) {
				t.Fatalf("%q found at %v but not there: %v", quote, sp, at)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, unit := range map[string]string{
		"english": "The company denied that it is a threat. ", "russian": "Компания отрицает это. ", "ligatures": "ﬁ",
		"decomposed": "e\u0301",
	} {
		s := strings.Repeat(unit, 25<<20/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for range b.N {
				text.Fold(s)
			}
		})
	}
}
