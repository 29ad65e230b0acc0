package text

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// composer makes normal forms segment by segment and remembers what it has composed. The norm package's own
// composition is the stream-safe format, which puts a grapheme joiner into long runs of marks.
type composer struct {
	form  norm.Form // the composed form: NFC or NFKC
	pairs map[[2]rune]rune
	alone map[rune][]rune
	parts []rune
}

// maxRemembered bounds the pairs that a composer remembers.
const maxRemembered = 1 << 14

func newComposer(f norm.Form) *composer {
	return &composer{form: f, pairs: map[[2]rune]rune{}, alone: map[rune][]rune{}}
}

// firstCombining is the smallest code point that may join what stands before it.
const firstCombining = 0x300

// firstChanged is the smallest code point that any normal form changes, the no-break space.
const firstChanged = 0xA0

// startsSegment says whether nothing to the left of r can change how r is normalised, nor r what is there.
// The decomposition is asked too: a halfwidth Hangul vowel decomposes to one that joins the consonant before.
func startsSegment(r rune) bool {
	if r < firstCombining {
		return true
	}
	var buf [utf8.UTFMax]byte
	p := norm.NFKC.Properties(buf[:utf8.EncodeRune(buf[:], r)])
	if !p.BoundaryBefore() {
		return false
	}
	d := p.Decomposition()
	return d == nil || norm.NFC.Properties(d).BoundaryBefore()
}

// compose is the normal form of one segment: a starter with all that may join it. The result is valid until
// the next call.
func (c *composer) compose(seg []rune) []rune {
	if len(seg) == 1 {
		return c.one(seg)
	}
	c.parts = c.parts[:0]
	for _, r := range seg {
		c.parts = c.appendParts(c.parts, r)
	}
	orderMarks(c.parts)
	return c.join(c.parts)
}

// one is the normal form of a segment of one rune. Most runes are their own.
func (c *composer) one(seg []rune) []rune {
	r := seg[0]
	if r < firstChanged {
		return seg
	}
	if known, ok := c.alone[r]; ok {
		return known
	}
	if c.decomposition(r) == nil {
		return seg
	}
	out := c.join(c.appendParts(nil, r))
	c.alone[r] = out
	return out
}

// appendParts appends the decomposition of r, or r itself. Hangul syllables need not be taken apart, since
// what may join one joins it whole.
func (c *composer) appendParts(dst []rune, r rune) []rune {
	d := c.decomposition(r)
	if d == nil {
		return append(dst, r)
	}
	for len(d) > 0 {
		part, size := utf8.DecodeRune(d)
		dst, d = append(dst, part), d[size:]
	}
	return dst
}

func (c *composer) decomposition(r rune) []byte {
	var buf [utf8.UTFMax]byte
	return c.form.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
}

// orderMarks is Unicode's canonical ordering: each run of marks is sorted stably by combining class.
func orderMarks(d []rune) {
	for from := 0; from < len(d); {
		to, sorted := from, true
		for last := uint8(0); to < len(d); to++ {
			c := class(d[to])
			if c == 0 {
				break
			}
			sorted, last = sorted && last <= c, c
		}
		if !sorted {
			sortByClass(d[from:to])
		}
		from = to + 1
	}
}

// sortByClass is a counting sort, since a hostile text may be one run of millions of marks.
func sortByClass(run []rune) {
	var next [257]int
	for _, r := range run {
		next[int(class(r))+1]++
	}
	for c := range 256 {
		next[c+1] += next[c]
	}
	out := make([]rune, len(run))
	for _, r := range run {
		c := class(r)
		out[next[c]] = r
		next[c]++
	}
	copy(run, out)
}

// join is Unicode's canonical composition of an ordered, decomposed sequence, in place.
func (c *composer) join(d []rune) []rune {
	out, starter := d[:0], -1
	last := uint8(0) // class of the rune before, when it is not the starter itself
	for _, r := range d {
		cl := class(r)
		if starter >= 0 && (starter == len(out)-1 || last < cl) {
			if joined := c.pair(out[starter], r); joined != 0 {
				out[starter] = joined
				continue
			}
		}
		if cl == 0 {
			starter = len(out)
		}
		out, last = append(out, r), cl
	}
	return out
}

// pair is the one rune that a and b compose to, or 0.
func (c *composer) pair(a, b rune) rune {
	key := [2]rune{a, b}
	if joined, ok := c.pairs[key]; ok {
		return joined
	}
	composed := norm.NFC.String(string(key[:]))
	joined, size := utf8.DecodeRuneInString(composed)
	if size < len(composed) {
		joined = 0
	}
	if len(c.pairs) < maxRemembered {
		c.pairs[key] = joined
	}
	return joined
}

// class is the canonical combining class; 0 is a starter.
func class(r rune) uint8 {
	if r < firstCombining {
		return 0
	}
	var buf [utf8.UTFMax]byte
	return norm.NFC.Properties(buf[:utf8.EncodeRune(buf[:], r)]).CCC()
}
