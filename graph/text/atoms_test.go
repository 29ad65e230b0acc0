package text_test

import (
	"strings"

	"pgregory.net/rapid"
)

// atom is one code point of a test text with what the rules say of it, written by hand from the Unicode data
// and not asked of the code under test.
type atom struct {
	source string // one code point
	folds  string // alone
	joins  bool   // belongs to the character before it
	gone   bool   // dropped
}

// atoms mix all that makes offsets move.
var atoms = []atom{
	{source: "a", folds: "a"},
	{source: "b", folds: "b"},
	{source: "i", folds: "i"},
	{source: "f", folds: "f"},
	{source: "1", folds: "1"},
	{source: "2", folds: "2"},
	{source: ".", folds: "."},
	{source: "A", folds: "A"},
	{source: " ", folds: " "},
	{source: "\n", folds: " "},
	{source: "\r", folds: " "},
	{source: "\u00a0", folds: " "},
	{source: "\u2003", folds: " "},
	{source: "\u2028", folds: " "},
	{source: "\u00ad", gone: true},
	{source: "\u200b", gone: true},
	{source: "\u202e", gone: true},
	{source: "\u2066", gone: true},
	{source: "\ufeff", gone: true},
	{source: "\u034f", gone: true},
	{source: "\U000E0041", gone: true},
	{source: "\ufe0f", gone: true},
	{source: "ﬁ", folds: "fi"},
	{source: "ﬀ", folds: "ff"},
	{source: "½", folds: "1⁄2"},
	{source: "²", folds: "2"},
	{source: "…", folds: "..."},
	{source: "Ａ", folds: "A"},
	{source: "𝐀", folds: "A"},
	{source: "😀", folds: "😀"},
	{source: "¨", folds: " \u0308"},
	{source: "ﷺ", folds: "صلى الله عليه وسلم"},
	{source: "é", folds: "é"},
	{source: "\u0301", folds: "\u0301", joins: true},
	{source: "\u0327", folds: "\u0327", joins: true},
	{source: "\u0345", folds: "\u0345", joins: true},
	{source: "ᄀ", folds: "ᄀ"},
	{source: "ᅡ", folds: "ᅡ", joins: true},
	{source: "ᆨ", folds: "ᆨ", joins: true},
	{source: "가", folds: "가"},
	{source: "ﾡ", folds: "ᄀ"},
	{source: "ￂ", folds: "ᅡ", joins: true},
	{source: "ｶ", folds: "カ"},
	{source: "ﾞ", folds: "\u3099", joins: true},
	{source: "“", folds: `"`},
	{source: "»", folds: `"`},
	{source: "’", folds: "'"},
	{source: "´", folds: "'"},
	{source: "″", folds: `"`},
	{source: "—", folds: "-"},
	{source: "−", folds: "-"},
	{source: "－", folds: "-"},
}

// drawAtoms draws a text; short alphabets make repeats and runs likely.
func drawAtoms(t *rapid.T, label string, longest int) []atom {
	few := rapid.SliceOfN(rapid.IntRange(0, len(atoms)-1), 1, 8).Draw(t, label+" alphabet")
	picks := rapid.SliceOfN(rapid.SampledFrom(few), 0, longest).Draw(t, label)
	out := make([]atom, len(picks))
	for i, p := range picks {
		out[i] = atoms[p]
	}
	return out
}

func join(as []atom) string {
	var b strings.Builder
	for _, a := range as {
		b.WriteString(a.source)
	}
	return b.String()
}

// character is an original character of the oracle: its span and what it folds to.
type character struct {
	start, end int
	folds      string
}

// characters is the oracle: it cuts the atoms at those that do not join, folds each cluster with the norm
// package, and merges white space by looking at whole strings again and again.
func characters(as []atom) []character {
	var cs []character
	for i, a := range as {
		switch {
		case a.gone:
		case a.joins && len(cs) > 0:
			cs[len(cs)-1].end = i + 1
		default:
			cs = append(cs, character{start: i, end: i + 1})
		}
	}
	for i, c := range cs {
		var cluster strings.Builder
		for _, a := range as[c.start:c.end] {
			cluster.WriteString(a.folds)
		}
		cs[i].folds = nfc(cluster.String())
	}
	return mergeBlanks(cs)
}

func mergeBlanks(cs []character) []character {
	for i := 1; i < len(cs); i++ {
		if strings.HasSuffix(cs[i-1].folds, " ") && strings.HasPrefix(cs[i].folds, " ") {
			merged := character{cs[i-1].start, cs[i].end, cs[i-1].folds + cs[i].folds[1:]}
			rest := append([]character{merged}, cs[i+1:]...)
			return mergeBlanks(append(cs[:i-1:i-1], rest...))
		}
	}
	return cs
}
