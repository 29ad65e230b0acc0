package text

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts s into its sentences. The spans follow each other without a gap and cover s: the white space
// after a sentence belongs to it. Blank lines, list items and lines of unwrapped prose always end one; within
// a paragraph the rules of [Index.Sentence] hold.
func Sentences(s string) []Span {
	var out []Span
	from, cp := 0, 0
	for from < len(s) {
		to := nextBreak(s, skipSpace(s, from))
		n := utf8.RuneCountInString(s[from:to])
		out = append(out, Span{Start: cp, End: cp + n})
		from, cp = to, cp+n
	}
	return out
}

// Sentence is the whole sentence, or sentences, that hold the span. It reads s from its beginning; use
// [Index.Sentence] for more than one span of a long text.
func Sentence(s string, sp Span) Span { return NewIndex(s).Sentence(sp) }

// Sentence is the whole sentence, or sentences, that hold the span, without white space at the ends that is
// not the span's own. A full stop ends a sentence unless it belongs to an abbreviation, an initial, an
// ordinal or a number or what follows is in lower case; where it is doubtful, the sentence goes on, since
// the longer one hides no negation. A span outside the text is returned cut to it.
func (x *Index) Sentence(sp Span) Span {
	sp = Span{Start: max(sp.Start, 0), End: min(sp.End, x.runes)}
	if sp.Start >= sp.End {
		return Span{Start: min(sp.Start, x.runes), End: min(sp.Start, x.runes)}
	}
	start, end := x.Byte(sp.Start), x.Byte(sp.End)
	from := lastBreak(x.s, start)
	to := from
	for to < end {
		to = nextBreak(x.s, skipSpace(x.s, to))
	}
	for from < start && isSpaceAt(x.s, from) {
		from += sizeAt(x.s, from)
	}
	for to > end && isSpaceAt(x.s, lastRune(x.s, to)) {
		to = lastRune(x.s, to)
	}
	return Span{Start: x.CodePoint(from), End: x.CodePoint(to)}
}

// nextBreak is the first place after from at which a sentence ends, or the end of s.
func nextBreak(s string, from int) int {
	for i := from; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if at := breakFor(s, i, r); at > from {
			return at
		}
		i += size
	}
	return len(s)
}

// lastBreak is the last place at or before at where a sentence begins. It looks at every place whose sign
// lies before it, so it finds what nextBreak finds going forward.
func lastBreak(s string, at int) int {
	i := at
	for isSpaceAt(s, at) && i > 0 && isSpaceAt(s, lastRune(s, i)) { // no sentence begins inside white space
		i = lastRune(s, i)
	}
	for i > 0 {
		i = lastRune(s, i)
		r, _ := utf8.DecodeRuneInString(s[i:])
		if found := breakFor(s, i, r); found > 0 && found <= at {
			return found
		}
	}
	return 0
}

// breakFor is the place at which a sentence ends because of the sign r at offset i, or 0.
func breakFor(s string, i int, r rune) int {
	switch {
	case r == '\n':
		return lineBreak(s, i)
	case isTerminator(r):
		return stopBreak(s, i, r)
	default:
		return 0
	}
}

// stopBreak is the place at which the terminator r at i ends a sentence: after closing marks, notes and white
// space; 0 if it ends none.
func stopBreak(s string, i int, r rune) int {
	after := i + utf8.RuneLen(r)
	if next, _ := utf8.DecodeRuneInString(s[after:]); isTerminator(next) {
		return 0
	}
	end := skipClosers(s, after)
	if isWide(r) {
		return skipSpace(s, end)
	}
	if !isSpaceAt(s, end) {
		return 0
	}
	next := skipSpace(s, end)
	if next < len(s) && !opensSentence(s, i, r, next) {
		return 0
	}
	return next
}

// opensSentence says whether a sentence may begin at next after the terminator r at i.
func opensSentence(s string, i int, r rune, next int) bool {
	first, _ := utf8.DecodeRuneInString(s[skipOpeners(s, next):])
	if unicode.IsLower(first) {
		return false
	}
	return r != '.' || !isAbbreviation(s, i, next)
}

func isTerminator(r rune) bool {
	switch r {
	case '.', '?', '!', '…', '‽', '‼', '⁇', '⁈', '⁉', '؟', '۔', '।', '։':
		return true
	default:
		return isWide(r)
	}
}

// isWide says whether r ends a sentence without white space after it.
func isWide(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '｡' }

// skipClosers passes over closing quotation marks and brackets and over notes such as [12].
func skipClosers(s string, at int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if note := noteLength(s[at:]); note > 0 {
			size = note
		} else if !isCloser(r) {
			return at
		}
		at += size
	}
	return at
}

func isCloser(r rune) bool {
	return r == '\'' || r == '"' || unicode.In(r, unicode.Quotation_Mark, unicode.Pe, unicode.Pf)
}

// noteLength is the length of a note mark such as [12] at the beginning of s, else 0.
func noteLength(s string) int {
	if s == "" || s[0] != '[' {
		return 0
	}
	n := 1
	for n < len(s) && n < 6 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n == 1 || n == len(s) || s[n] != ']' {
		return 0
	}
	return n + 1
}

// maxOpeners is how many marks may stand before the first word of a sentence and still be passed over.
const maxOpeners = 16

// skipOpeners passes over opening marks, dashes and blanks to the first letter or number.
func skipOpeners(s string, at int) int {
	for n := 0; n < maxOpeners && at < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !isBlank(r) && !unicode.IsPunct(r) || r == '\n' {
			return at
		}
		at += size
	}
	return at
}

func skipSpace(s string, at int) int {
	for at < len(s) && isSpaceAt(s, at) {
		at += sizeAt(s, at)
	}
	return at
}

func isSpaceAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return at < len(s) && isBlank(r)
}

func sizeAt(s string, at int) int {
	_, size := utf8.DecodeRuneInString(s[at:])
	return size
}

// lastRune is the offset of the rune before at.
func lastRune(s string, at int) int {
	_, size := utf8.DecodeLastRuneInString(s[:at])
	return at - size
}

// Holding is the hull of those of the sentences that share a code point with the span: [Index.Sentence] for
// a text whose sentences are at hand, white space after the last one included.
func Holding(sentences []Span, sp Span) Span {
	i := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > sp.Start })
	out := sp
	for ; i < len(sentences) && sentences[i].Start < sp.End; i++ {
		out = out.Hull(sentences[i])
	}
	return out
}
