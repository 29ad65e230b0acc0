package text

import "unicode"

// singleMarks are read as ' by folding: single quotation marks, primes, apostrophes and lone accents that
// are typed for them. The last two are the canonical doubles of ` and ´.
const singleMarks = "'‘’‚‛‹›′‵`´ʹʻʼʽˈ՚❛❜❟＇\u1fef\u1ffd\u0374"

// doubleMarks are read as " besides Unicode's property Quotation_Mark.
const doubleMarks = "\"″‶ʺ❝❞❠🙶🙷🙸"

// invisible characters are dropped by folding: soft hyphen, joiners, zero-width and bidirectional controls,
// variation selectors, and the tag characters in which texts are hidden.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00AD, Hi: 0x00AD, Stride: 1},
		{Lo: 0x034F, Hi: 0x034F, Stride: 1},
		{Lo: 0x061C, Hi: 0x061C, Stride: 1},
		{Lo: 0x180B, Hi: 0x180F, Stride: 1},
		{Lo: 0x200B, Hi: 0x200F, Stride: 1},
		{Lo: 0x202A, Hi: 0x202E, Stride: 1},
		{Lo: 0x2060, Hi: 0x206F, Stride: 1},
		{Lo: 0xFE00, Hi: 0xFE0F, Stride: 1},
		{Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0xE0000, Hi: 0xE0FFF, Stride: 1},
	},
	LatinOffset: 1,
}

// marks maps each quotation mark to the plain one.
var plainMarks = func() map[rune]rune {
	m := map[rune]rune{}
	for _, r := range singleMarks {
		m[r] = '\''
	}
	for _, r := range doubleMarks {
		m[r] = '"'
	}
	return m
}()

// isInvisible says whether folding drops r.
func isInvisible(r rune) bool { return r > 0xAC && unicode.Is(invisible, r) }

// isBlank says whether r is white space or dropped.
func isBlank(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

// plain maps quotation marks and dashes to ASCII and white space to a blank; all else stays.
func plain(r rune) rune {
	if r < 0x80 {
		return plainASCII(r)
	}
	if m, ok := plainMarks[r]; ok {
		return m
	}
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Quotation_Mark, r):
		return '"'
	case unicode.Is(unicode.Dash, r):
		return '-'
	default:
		return r
	}
}

func plainASCII(r rune) rune {
	switch r {
	case '`':
		return '\''
	case '\t', '\n', '\v', '\f', '\r':
		return ' '
	default:
		return r
	}
}
