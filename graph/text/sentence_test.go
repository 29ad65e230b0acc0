package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

// Each case is written with | where a sentence begins; the bars are taken out before the text is split.
func TestSentences(t *testing.T) {
	for name, marked := range map[string]string{
		"plain":                        "It was banned. |It objected! |Did it? |Yes.",
		"companies":                    "Kaspersky Lab, Inc. is the unit of AO Kaspersky Lab. |Labs Ltd. and Foo Co. Bar are others.",
		"company at the end":           "It was Kaspersky Lab, Inc. |The parent is another.",
		"countries":                    "The U.S. Commerce Department acted. |It sold in the U.S. |The ban came.",
		"titles":                       "Mr. Kaspersky and Dr. Smith met Gen. Jones. |They left.",
		"initials":                     "Brian E. Nelson said so. |J. R. R. Tolkien did not. |E.V. Kaspersky too.",
		"case names":                   "Kaspersky Lab, Inc. v. DHS was dismissed. |The Foo v. The Bar case too.",
		"citations":                    "See 89 Fed. Reg. 52434 and No. 18-5176. |It ended.",
		"no as an answer":              "Did it spy? |No. |It did not.",
		"for example":                  "Some firms, e.g. Kaspersky, i.e. the group, sell it. |Others don't.",
		"numbers":                      "It has 3.5 million users and 1.5 in Asia. |It grew by 2.4. |Then it fell.",
		"years at the end":             "It was founded in 1997. |The founder is known.",
		"closing quotation marks":      "“It is false.” |He left. |\"We sell it.\" |They do.",
		"closing brackets":             "(It was so.) |Then not. |It said so [it did]. |End.",
		"speech goes on":               "“Is it so?” he asked. |“Never!” — she said. |Done.",
		"note marks":                   "It was banned.[12] |Then it left.[3][4] |End.",
		"ellipsis goes on":             "the capacity and … the intent to collect. |He paused... and went on. |She waited… |Then it came.",
		"question and exclamation":     "What?! |Really. |Oh!!! |So.",
		"lower case after a stop":      "The firm yahoo! is not it. |The approx. number is 3.",
		"months":                       "It began on Sept. 29 and Jan. 5. |It ended.",
		"domain names":                 "See kaspersky.com for more. |Visit example.org. |Bye.",
		"file names and versions":      "Version 2.0.1 of foo.exe. |New.",
		"semicolons and colons":        "It said: no; it meant: yes. |End.",
		"blank lines":                  "A headline without a stop\n\n|The text begins\nand goes on. |Next.\n \n|- a\n|- b",
		"wrapped lines":                "The company has denied that it\nis a security threat. |It\nSells Software.",
		"list items":                   "It sells:\n|• software\n|• hardware\n|1. The first\n|2) The second",
		"lines of prose":               strings.Repeat("word ", 30) + "end\n|Next line begins here",
		"a short line before a long":   "Headline\n|" + strings.Repeat("word ", 30) + "end.",
		"Chinese":                      "他们否认了。|这是真的吗？|是！|好",
		"German abbreviations":         "Dr. Müller kam z.B. nach Köln. |Das ist bzw. war so. |Die Firma usw. |Das Ende.",
		"German ordinals":              "Am 15. März 2022 warnte das BSI. |Der 4. Senat entschied. |Vom 1. bis 3. Mai.",
		"German quotation marks":       "„Das ist falsch.“ |Er ging. |Das BSI (Bonn) warnte.",
		"Russian":                      "Компания отрицает это. |«Это неправда.» |В 1997 г. Касперский основал компанию.",
		"Russian abbreviations":        "Ул. Ленинградская, д. 39А, стр. 2, г. Москва. |А. И. Иванов и др. |Он ушёл.",
		"Russian thousands":            "Выручка 5 млн. руб. и т.д. |Это много. |Т.е. мало.",
		"Ukrainian":                    "Компанія заперечує це. |Її не чули.",
		"white space belongs before":   "One.  \t|Two. ",
		"leading white space":          "\n\n One. |Two.",
		"one without a stop":           "no stop",
		"hidden characters at the end": "It is so.\u200b |Then.",
		"hidden characters in words":   "The In\u00adc. Corp. and N\u200bo. 5 of U.\u2060S. Steel. |Then.",
		"etc":                          "Phones, etc. were sold. |Phones, etc. |They sold well.",
		"a plan named by a letter":     "They chose plan B. |The rest is known.",
		"numbered sections":            "1. The company.\n|2. The group.",
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			want := strings.Split(marked, "|")
			s := strings.Join(want, "")
			var got []string
			for _, sp := range text.Sentences(s) {
				got = append(got, text.Slice(s, sp))
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestSentence(t *testing.T) {
	s := "Mr. Smith left. \n\n “We do not spy,” said the U.S. unit.  It sells software.\n"
	for quote, want := range map[string]string{
		"left":              "Mr. Smith left.",
		"spy":               "“We do not spy,” said the U.S. unit.",
		"Smith":             "Mr. Smith left.",
		"unit.  It":         "“We do not spy,” said the U.S. unit.  It sells software.",
		"left. \n\n “We do": "Mr. Smith left. \n\n “We do not spy,” said the U.S. unit.",
		"software.\n":       "It sells software.\n",
		"software":          "It sells software.",
	} {
		sp := text.Fold(s).Find(quote, 1)
		require.Len(t, sp, 1)
		exact := text.Span{Start: sp[0].Start, End: sp[0].Start + utf8.RuneCountInString(quote)}
		assert.Equal(t, want, text.Slice(s, text.Sentence(s, exact)), quote)
	}
}

func TestSentenceOutsideTheText(t *testing.T) {
	assert.Equal(t, text.Span{Start: 2, End: 2}, text.Sentence("ab", text.Span{Start: 9, End: 12}))
	assert.Equal(t, text.Span{Start: 0, End: 0}, text.Sentence("", text.Span{Start: 0, End: 1}))
	assert.Equal(t, text.Span{Start: 0, End: 2}, text.Sentence("ab", text.Span{Start: -3, End: 99}))
	assert.Equal(t, text.Span{Start: 1, End: 1}, text.Sentence("ab", text.Span{Start: 1, End: 1}))
}

var sentencePieces = []string{
	"word", "Word", "Inc", "U.S", "Mr", "No", "5", "15", "März", "der", "The", "А", "г", "не", ".", ".", ". ", "? ", "! ", "… ", "...",
	"。", "\n", "\n", "\n\n", " ", " ", "  \n", "“", "”", "\"", ")", "(", "[1]", "- ", "• ", "1. ", "\u00a0", "\u200b", "😀", ";", ",",
	strings.Repeat("long ", 25),
}

func TestSentencesPartitionTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(sentencePieces), 0, 40).Draw(t, "pieces"), "")
		all := text.Sentences(s)
		at, joined := 0, ""
		for _, sp := range all {
			require.Equal(t, at, sp.Start)
			require.Positive(t, sp.Len())
			at, joined = sp.End, joined+text.Slice(s, sp)
		}
		require.Equal(t, s, joined)
		if s != "" {
			checkSentence(t, s, all)
		}
	})
}

// checkSentence compares the sentence that is found from a span with the ones found from the beginning.
func checkSentence(t *rapid.T, s string, all []text.Span) {
	n := utf8.RuneCountInString(s)
	from := rapid.IntRange(0, n-1).Draw(t, "from")
	sp := text.Span{Start: from, End: rapid.IntRange(from+1, n).Draw(t, "to")}
	got, hull := text.Sentence(s, sp), text.Holding(all, sp)
	require.True(t, got.Contains(sp))
	require.True(t, hull.Contains(got), "%v in %v of %q", got, hull, s)
	blank := func(part text.Span) bool { return strings.Trim(text.Slice(s, part), " \n\u00a0\u200b") == "" }
	require.True(t, blank(text.Span{Start: hull.Start, End: got.Start}), "%v of %v in %q", got, hull, s)
	require.True(t, blank(text.Span{Start: got.End, End: hull.End}), "%v of %v in %q", got, hull, s)
}

func TestSentencesOfDegenerateTextAreLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"stops": ".", "spaced stops": ". ", "line feeds": "\n", "blanks": " ", "closers": ".)", "dashes": ". - ", "notes": ".[1]",
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			s := "A" + strings.Repeat(unit, 1<<17) + "B"
			n := utf8.RuneCountInString(s)
			all := text.Sentences(s)
			require.NotEmpty(t, all)
			assert.Equal(t, n, all[len(all)-1].End)
			middle := text.Sentence(s, text.Span{Start: n / 2, End: n/2 + 1})
			assert.True(t, middle.In(n))
		})
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Mr. A. B. said “no.” Then\n\n1. x", 3)
	f.Add("\n.\xff ?", 1)
	f.Fuzz(func(t *testing.T, s string, at int) {
		end := 0
		for _, sp := range text.Sentences(s) {
			if sp.Start != end || sp.Len() <= 0 {
				t.Fatalf("%v after %d in %q", sp, end, s)
			}
			end = sp.End
		}
		if n := utf8.RuneCountInString(s); end != n {
			t.Fatalf("%d of %d code points of %q", end, n, s)
		}
		if sp := (text.Span{Start: at, End: at + 1}); sp.In(end) && !text.Sentence(s, sp).Contains(sp) {
			t.Fatalf("sentence of %v in %q is %v", sp, s, text.Sentence(s, sp))
		}
	})
}
