package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

func TestNormalize(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"line ends":               {"a\r\nb\rc\nd\r\r\n", "a\nb\nc\nd\n\n"},
		"composed":                {"cafe\u0301", "café"},
		"compatibility is kept":   {"10² km ﬁ ½ …", "10² km ﬁ ½ …"},
		"hidden characters stay":  {"a\u00adb\u200b\u202e \u00a0", "a\u00adb\u200b\u202e \u00a0"},
		"quotation marks stay":    {"“a” — b", "“a” — b"},
		"jamo":                    {"\u1112\u1161\u11ab", "한"},
		"halfwidth jamo stay":     {"\u1100\uffc2", "\u1100\uffc2"},
		"composition exclusions":  {"\u0958", "\u0915\u093c"},
		"a replacement character": {"\ufffd", "\ufffd"},
		"empty":                   {"", ""},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			got, err := text.Normalize(tc.in)
			require.NoError(t, err)
			assert.Equal(t, tc.want, got)
		})
	}
}

func TestNormalizeNamesTheByteThatIsNoUTF8(t *testing.T) {
	for in, want := range map[string]string{
		"ab\xffc":                         "byte 2 (0xff)",
		"\ufffd\xe4":                      "byte 3 (0xe4)",
		"é\xed\xa0\x80":                   "byte 2 (0xed)",
		strings.Repeat("ж", 100) + "\xc3": "byte 200 (0xc3)",
	} {
		_, err := text.Normalize(in)
		require.ErrorIs(t, err, text.ErrNotUTF8)
		assert.ErrorContains(t, err, want)
	}
}

func TestNormalizeAgreesWithTheNormPackage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("ae\u0301\u0327\u0323\u0345각가ơ"))), 0, 25).Draw(t, "text"))
		got, err := text.Normalize(s)
		require.NoError(t, err)
		want := norm.NFC.String(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"))
		assert.Equal(t, want, got)
		again, err := text.Normalize(got)
		require.NoError(t, err)
		assert.Equal(t, got, again)
	})
}

func TestNormalizePutsNoJoinersIntoLongRunsOfMarks(t *testing.T) {
	in := "e" + strings.Repeat("\u0301", 40)
	got, err := text.Normalize(in)
	require.NoError(t, err)
	assert.Equal(t, "é"+strings.Repeat("\u0301", 39), got)
}

func FuzzNormalize(f *testing.F) {
	f.Add("cafe\u0301\r\n")
	f.Add("\xff")
	f.Add(strings.Repeat("\u0327\u0301", 40))
	f.Fuzz(func(t *testing.T, s string) {
		got, err := text.Normalize(s)
		if utf8.ValidString(s) != (err == nil) {
			t.Fatalf("%q: %v", s, err)
		}
		if err == nil && (strings.Contains(got, "\r") || !utf8.ValidString(got)) {
			t.Fatalf("%q gives %q", s, got)
		}
		if again, _ := text.Normalize(got); again != got {
			t.Fatalf("%q gives %q and that %q", s, got, again)
		}
	})
}
