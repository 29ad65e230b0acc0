package text

import "unicode/utf8"

// Span is a stretch of a text, in Unicode code points, half open: [Start, End).
type Span struct{ Start, End int }

// Len is the number of code points in the span.
func (sp Span) Len() int { return sp.End - sp.Start }

// Contains says whether other lies wholly inside the span.
func (sp Span) Contains(other Span) bool { return sp.Start <= other.Start && other.End <= sp.End }

// Hull is the smallest span that holds both.
func (sp Span) Hull(other Span) Span {
	return Span{Start: min(sp.Start, other.Start), End: max(sp.End, other.End)}
}

// In says whether the span is not empty and lies inside a text of n code points.
func (sp Span) In(n int) bool { return 0 <= sp.Start && sp.Start < sp.End && sp.End <= n }

// Slice cuts the span out of s. What reaches beyond s is left out. It reads s from its beginning; use
// [Index.Slice] for more than one span of a long text.
func Slice(s string, sp Span) string {
	from := skip(s, sp.Start)
	return s[from : from+skip(s[from:], sp.End-max(sp.Start, 0))]
}

// Around returns up to n code points before and after the span, as a text quote selector stores them.
func Around(s string, sp Span, n int) (prefix, suffix string) {
	return NewIndex(s).Around(sp, n)
}

// skip is the byte offset of the n-th code point of s, or the length of s.
func skip(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}
