package text

import (
	"iter"
	"strings"
)

// Find returns the places at which the quote stands, overlapping ones too, in order, as original spans; at
// most limit of them, all when limit is 0 or less. The quote is folded like the text and white space at its ends
// is ignored. A place inside one original character is none, and an empty quote stands nowhere.
func (f *Folded) Find(quote string, limit int) []Span {
	var found []Span
	for sp := range f.places(foldQuote(quote)) {
		found = append(found, sp)
		if len(found) == limit {
			break
		}
	}
	return found
}

// At is the original span of the quote if it stands exactly at the original code-point offset start. White
// space and dropped characters at the quote's ends are ignored; if the quote begins with some, start may also
// lie in the white space before the first character that counts.
func (f *Folded) At(quote string, start int) (Span, bool) {
	q := foldQuote(quote)
	at, ok := f.startOf(quote, start)
	if q == "" || !ok {
		return Span{}, false
	}
	from := f.text.Byte(at)
	if !strings.HasPrefix(f.text.s[from:], q) {
		return Span{}, false
	}
	return f.Original(at, f.text.CodePoint(from+len(q)))
}

// Nearest is the place of the quote whose beginning is nearest to the original offset start; of two equally
// near ones the earlier.
func (f *Folded) Nearest(quote string, start int) (Span, bool) {
	best, ok := Span{}, false
	for sp := range f.places(foldQuote(quote)) {
		if !ok || distance(sp.Start, start) < distance(best.Start, start) {
			best, ok = sp, true
		}
		if sp.Start >= start {
			break
		}
	}
	return best, ok
}

// startOf is the folded code point at which a quote that is said to start at the original offset has to begin.
func (f *Folded) startOf(quote string, start int) (int, bool) {
	if start < 0 {
		return 0, false
	}
	at, source, ok := f.foldedAt(start)
	if !ok || source == start && !f.blankAt(at) {
		return at, ok
	}
	if strings.TrimLeftFunc(quote, isBlank) == quote {
		return at, source == start
	}
	if f.blankAt(at) {
		at++
	}
	if at >= f.text.runes {
		return 0, false
	}
	source, ok = f.start(at)
	skipped := f.source.Slice(Span{Start: start, End: source})
	return at, ok && strings.TrimLeftFunc(skipped, isBlank) == ""
}

// blankAt says whether the folded code point is a blank that is a whole original character.
func (f *Folded) blankAt(cp int) bool {
	_, begins := f.start(cp)
	_, ends := f.end(cp + 1)
	return begins && ends && f.text.s[f.text.Byte(cp)] == ' '
}

// foldQuote folds a quote without the white space at its ends. That is taken off before folding, since a
// spacing accent folds to a blank and a mark.
func foldQuote(quote string) string {
	return Fold(strings.TrimFunc(quote, isBlank)).String()
}

// places yields the original spans of a folded quote, in order. It is the search of Knuth, Morris and Pratt,
// so that a repetitive text and quote take no more than linear time.
func (f *Folded) places(q string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		if q == "" {
			return
		}
		fail := failures(q)
		for at := range byteMatches(f.text.s, q, fail) {
			sp, ok := f.Original(f.text.CodePoint(at), f.text.CodePoint(at+len(q)))
			if ok && !yield(sp) {
				return
			}
		}
	}
}

// byteMatches yields the byte offsets of q in s, overlapping ones too.
func byteMatches(s, q string, fail []int) iter.Seq[int] {
	return func(yield func(int) bool) {
		matched := 0
		for i := 0; i < len(s); i++ {
			if matched == 0 {
				skipped := strings.IndexByte(s[i:], q[0])
				if skipped < 0 {
					return
				}
				i += skipped
			}
			matched = advance(q, fail, matched, s[i])
			if matched == len(q) {
				if !yield(i + 1 - len(q)) {
					return
				}
				matched = fail[matched]
			}
		}
	}
}

// failures holds, for each length of a prefix of q, the length of its longest proper border.
func failures(q string) []int {
	fail := make([]int, len(q)+1)
	for i := 1; i < len(q); i++ {
		fail[i+1] = advance(q, fail, fail[i], q[i])
	}
	return fail
}

// advance is the length of the longest prefix of q that ends with c after one of length matched.
func advance(q string, fail []int, matched int, c byte) int {
	for matched > 0 && (matched == len(q) || q[matched] != c) {
		matched = fail[matched]
	}
	if q[matched] == c {
		matched++
	}
	return matched
}

func distance(a, b int) int { return max(a-b, b-a) }
