package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folded is a text as quotes are compared in it, with the way back to the original. It is made once a layer
// and safe for concurrent use.
//
// Folding is NFKC with quotation marks read as ' or ", dashes as -, a run of white space as one blank, and
// soft hyphens, zero-width, bidirectional and tag characters dropped. Case is kept. An original character is
// the smallest stretch of the original that folds by itself: a base with all its marks, a Hangul syllable
// whether or not in jamo, or a whole run of white space. Folding it gives one or more code points, and
// offsets between those have no place in the original.
type Folded struct {
	text   *Index // folded
	source *Index // original
	pieces pieceList
}

// Fold reads s once; it takes time and memory in proportion to it.
func Fold(s string) *Folded {
	b := &folder{composer: newComposer(norm.NFKC), s: s}
	b.out.Grow(len(s))
	for b.at < len(s) {
		b.next()
	}
	return &Folded{text: NewIndex(b.out.String()), source: NewIndex(s), pieces: b.pieces}
}

// String is the folded text.
func (f *Folded) String() string { return f.text.s }

// Source is the index of the original text.
func (f *Folded) Source() *Index { return f.source }

// folder is the state of Fold: a position in s, in bytes and code points, and what was written.
type folder struct {
	*composer
	s         string
	at, cp    int
	out       strings.Builder
	outCP     int
	pieces    pieceList
	endsBlank bool // what was written last is a blank
	seg, buf  []rune
}

// next folds the original character at the position, or passes over a dropped one.
func (b *folder) next() {
	r, size := utf8.DecodeRuneInString(b.s[b.at:])
	from := b.cp
	b.at, b.cp = b.at+size, b.cp+1
	if isInvisible(r) {
		return
	}
	b.seg = append(b.seg[:0], plain(r))
	b.gather()
	b.write(b.folded(), Span{Start: from, End: b.cp})
}

// gather adds to the segment all that joins it, dropped characters in between included.
func (b *folder) gather() {
	at, cp := b.at, b.cp
	for at < len(b.s) {
		r, size := utf8.DecodeRuneInString(b.s[at:])
		at, cp = at+size, cp+1
		if isInvisible(r) {
			continue
		}
		if startsSegment(r) {
			return
		}
		b.seg = append(b.seg, plain(r))
		b.at, b.cp = at, cp
	}
}

// folded is the segment in NFKC, its marks, dashes and white space made plain. It is overwritten by the next.
func (b *folder) folded() []rune {
	b.buf = append(b.buf[:0], b.compose(b.seg)...)
	for i, r := range b.buf {
		b.buf[i] = plain(r)
	}
	return b.buf
}

// write adds one folded segment. A blank after a blank joins the character before.
func (b *folder) write(folded []rune, from Span) {
	joins := b.endsBlank && folded[0] == ' '
	n := 0
	for _, c := range folded {
		if c == ' ' && b.endsBlank {
			continue
		}
		b.endsBlank = c == ' '
		b.out.WriteRune(c)
		n++
	}
	if joins {
		b.extend(n, from)
		return
	}
	b.append(n, from)
}
