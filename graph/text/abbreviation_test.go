package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph/text"
)

// count is the number of sentences.
func count(s string) int { return len(text.Sentences(s)) }

func TestAbbreviationsThatNeverEndASentence(t *testing.T) {
	for _, abbreviation := range []string{
		"Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Col.", "Sen.", "Rep.", "Gov.", "St.", "v.", "vs.", "e.g.", "i.e.", "cf.",
		"Fed.", "Reg.", "approx.", "bzw.", "vgl.", "z.B.", "d.h.", "u.a.", "ggf.", "т.е.", "ул.", "см.", "проф.", "им.", "вул.",
	} {
		assert.Equal(t, 1, count("It met "+abbreviation+" The Other there."), abbreviation)
		assert.Equal(t, 1, count("It met "+abbreviation+" Foo there."), abbreviation)
	}
}

func TestAbbreviationsThatMayEndASentence(t *testing.T) {
	for _, abbreviation := range []string{
		"Inc.", "Ltd.", "Co.", "Corp.", "Jr.", "etc.", "U.S.", "U.K.", "a.m.", "p.m.", "Ph.D.", "N.V.", "Jan.", "Sept.", "usw.", "Mio.",
		"Mrd.", "и др.", "и т.д.", "млн.", "тыс.", "руб.", "2017 г.",
	} {
		assert.Equal(t, 1, count("It met "+abbreviation+" Foo there."), abbreviation)
		assert.Equal(t, 2, count("It met "+abbreviation+" The rest left."), abbreviation)
		assert.Equal(t, 2, count("It met "+abbreviation+" Она ушла."), abbreviation)
		assert.Equal(t, 2, count("It met "+abbreviation+" Die Firma ging."), abbreviation)
		assert.Equal(t, 1, count("It met "+abbreviation+" and left."), abbreviation)
	}
}

func TestAbbreviationsBeforeNumbers(t *testing.T) {
	for _, abbreviation := range []string{"No.", "Nos.", "Nr.", "Art.", "Sec.", "p.", "pp.", "Vol.", "Fig.", "Abs.", "ст.", "стр.", "рис.", "п."} {
		assert.Equal(t, 1, count("It cites "+abbreviation+" 17 there."), abbreviation)
	}
	for _, word := range []string{"no.", "Art.", "fig."} {
		assert.Equal(t, 2, count("It said "+word+" Then it left."), word)
	}
	assert.Equal(t, 1, count("It cites Vol. XIV there."))
	assert.Equal(t, 1, count("It cites Art. IV there."))
}

func TestWordsThatEndASentence(t *testing.T) {
	for _, word := range []string{
		"software.", "Moscow.", "1997.", "2.5.", "50%.", "$5.", "it!", "it?", "it?!", "it…", "it...", "it.”", "it.)", "it.»", "it.’", "it.]",
		"it.[7]", "kaspersky.com.", "Москве.", "Köln.", "§ 7.", "123.", "X-ray.", "it .",
	} {
		assert.Equal(t, 2, count("It is "+word+" Foo left."), word)
		assert.Equal(t, 1, count("It is "+word+" foo left."), word)
		assert.Equal(t, 2, count("It is "+word+" 5 firms left."), word)
		assert.Equal(t, 2, count("It is "+word+" “Foo left."), word)
		assert.Equal(t, 2, count("It is "+word+" — Foo left."), word)
		assert.Equal(t, 2, count("It is "+word+"\n\nfoo left."), word)
	}
}

func TestInitials(t *testing.T) {
	for s, want := range map[string]int{
		"Brian E. Nelson spoke.":            1,
		"B. E. Nelson spoke.":               1,
		"B.E. Nelson spoke.":                1,
		"А. Б. Иванов говорил.":             1,
		"А.Б. Иванов говорил.":              1,
		"Иванов А. Б. Он говорил.":          2,
		"It is vitamin C. The rest left.":   2,
		"It is vitamin C. And so on.":       2,
		"A. I. Foo and A. N. Foo spoke.":    1,
		"It met J. P. Foo. He left.":        2,
		"J. Edgar and K. The Second spoke.": 2, // doubtful: "The" mostly begins a sentence
	} {
		assert.Equal(t, want, count(s), s)
	}
}

func TestOrdinals(t *testing.T) {
	for s, want := range map[string]int{
		"Am 3. Mai kam er.":                     1,
		"Der 4. Senat entschied.":               1,
		"Im 19. Jahrhundert war das so.":        1,
		"Es waren 5. Dann kam er.":              2,
		"Es war 2017. Dann kam er.":             2,
		"1. The firm left.":                     1,
		"It lists:\n1. The firm\n2. The parent": 3,
		"It has 12. The rest left.":             2,
	} {
		assert.Equal(t, want, count(s), s)
	}
}

func TestSentencesOfALongLayer(t *testing.T) {
	const unit = "The U.S. unit sells it to No. 5, e.g. to Foo, Inc. It left.\n\n"
	s := strings.Repeat(unit, 200)
	all := text.Sentences(s)
	assert.Len(t, all, 400)
	x := text.NewIndex(s)
	for i, sp := range all {
		got := x.Sentence(text.Span{Start: sp.Start + 2, End: sp.Start + 4})
		assert.Equal(t, sp.Start, got.Start, "sentence %d", i)
		assert.Equal(t, sp, text.Holding(all, text.Span{Start: sp.Start, End: sp.Start + 1}))
	}
	assert.Equal(t, all[3].Hull(all[7]), text.Holding(all, all[3].Hull(all[7])))
}
