package text

import (
	"sort"
	"unicode/utf8"
)

// stride is the number of code points between two marks of an Index.
const stride = 64

// mark is the position of every stride-th code point.
type mark struct{ byteAt, utf16At uint32 }

// Index turns code-point offsets of one text into byte and UTF-16 offsets, in constant time, at an eighth
// of a byte a code point. It is safe for concurrent use. The text may not exceed 4 GiB.
type Index struct {
	s     string
	marks []mark
	runes int
	units int
}

// NewIndex reads s once.
func NewIndex(s string) *Index {
	x := &Index{s: s}
	for at, r := range s {
		if x.runes%stride == 0 {
			x.marks = append(x.marks, mark{byteAt: uint32(at), utf16At: uint32(x.units)})
		}
		x.runes++
		x.units += utf16Len(r)
	}
	return x
}

// Text is the indexed text.
func (x *Index) Text() string { return x.s }

// Len is the number of code points.
func (x *Index) Len() int { return x.runes }

// Byte is the byte offset of code point cp; offsets outside the text are cut to its ends.
func (x *Index) Byte(cp int) int {
	if cp <= 0 {
		return 0
	}
	if cp >= x.runes {
		return len(x.s)
	}
	from := int(x.marks[cp/stride].byteAt)
	return from + skip(x.s[from:], cp%stride)
}

// CodePoint is the code point that holds the byte at the offset; offsets outside are cut to the text's ends.
func (x *Index) CodePoint(byteAt int) int {
	if byteAt <= 0 {
		return 0
	}
	if byteAt >= len(x.s) {
		return x.runes
	}
	m := sort.Search(len(x.marks), func(i int) bool { return int(x.marks[i].byteAt) > byteAt }) - 1
	at, cp := int(x.marks[m].byteAt), m*stride
	for {
		_, size := utf8.DecodeRuneInString(x.s[at:])
		if at += size; at > byteAt {
			return cp
		}
		cp++
	}
}

// Slice cuts the span out of the text; what reaches beyond it is left out.
func (x *Index) Slice(sp Span) string {
	from := x.Byte(sp.Start)
	return x.s[from:max(from, x.Byte(sp.End))]
}

// UTF16 is the same span counted in UTF-16 code units, as browsers count.
func (x *Index) UTF16(sp Span) Span {
	return Span{Start: x.unit(sp.Start), End: x.unit(sp.End)}
}

// Around returns up to n code points before and after the span.
func (x *Index) Around(sp Span, n int) (prefix, suffix string) {
	return x.Slice(Span{Start: sp.Start - n, End: sp.Start}), x.Slice(Span{Start: sp.End, End: sp.End + n})
}

func (x *Index) unit(cp int) int {
	if cp <= 0 {
		return 0
	}
	if cp >= x.runes {
		return x.units
	}
	m := x.marks[cp/stride]
	units := int(m.utf16At)
	for _, r := range x.s[m.byteAt:x.Byte(cp)] {
		units += utf16Len(r)
	}
	return units
}

// utf16Len is the number of UTF-16 code units of r.
func utf16Len(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}
