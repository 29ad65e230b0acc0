package text_test

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph/text"
)

// each calls f for every code point of a table.
func each(table *unicode.RangeTable, f func(r rune)) {
	for _, rng := range table.R16 {
		for r := rune(rng.Lo); r <= rune(rng.Hi); r += rune(rng.Stride) {
			f(r)
		}
	}
	for _, rng := range table.R32 {
		for r := rune(rng.Lo); r <= rune(rng.Hi); r += rune(rng.Stride) {
			f(r)
		}
	}
}

func TestEveryQuotationMarkIsPlain(t *testing.T) {
	each(unicode.Quotation_Mark, func(r rune) {
		assert.Contains(t, []string{`"`, "'"}, text.Fold(string(r)).String(), "%U", r)
	})
	for single, list := range map[string]string{"'": "'‘’‚‛‹›′‵`´ʹʼ❛❜＇", `"`: "\"“”„‟«»″‶❝❞〝〞＂「」『』"} {
		for _, r := range list {
			assert.Equal(t, single, text.Fold(string(r)).String(), "%U", r)
		}
	}
}

func TestEveryDashIsPlain(t *testing.T) {
	each(unicode.Dash, func(r rune) {
		assert.Equal(t, "-", text.Fold(string(r)).String(), "%U", r)
	})
}

func TestEverySpaceIsABlank(t *testing.T) {
	each(unicode.White_Space, func(r rune) {
		assert.Equal(t, "a b", text.Fold("a"+string(r)+"b").String(), "%U", r)
		assert.Equal(t, "a b", text.Fold("a "+string(r)+"\n"+string(r)+"b").String(), "%U", r)
	})
}

func TestEveryHiddenCharacterIsDropped(t *testing.T) {
	each(unicode.Bidi_Control, func(r rune) {
		assert.Equal(t, "ab", text.Fold("a"+string(r)+"b").String(), "%U", r)
	})
	each(unicode.Join_Control, func(r rune) {
		assert.Equal(t, "ab", text.Fold("a"+string(r)+"b").String(), "%U", r)
	})
	each(unicode.Variation_Selector, func(r rune) {
		assert.Equal(t, "ab", text.Fold("a"+string(r)+"b").String(), "%U", r)
	})
	for r := rune(0xE0020); r < 0xE0080; r++ {
		assert.Equal(t, "ab", text.Fold("a"+string(r)+"b").String(), "tag %U", r)
	}
}

func TestOrdinaryCharactersStay(t *testing.T) {
	const plain = "abcXYZ 0123456789 .,;:!?()[]{}<>/\\@#$%^&*_+=|~ äöüßéñ абвгд αβγ 漢字 한글 עברית العربية €£¥§¶©"
	assert.Equal(t, plain, text.Fold(plain).String())
	f := text.Fold(plain)
	for at := range []rune(plain) {
		sp, ok := f.Original(at, at+1)
		assert.True(t, ok)
		assert.Equal(t, text.Span{Start: at, End: at + 1}, sp)
	}
}
