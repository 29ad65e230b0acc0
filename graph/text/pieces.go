package text

import "sort"

// piece is a run of original characters of one shape: each takes `each` code points of the original without
// a gap and gives `gives` of the folded text. Plain text is one long piece of 1 and 1.
type piece struct{ folded, source, gives, each uint32 }

// append adds an original character that gave n folded code points.
func (b *folder) append(n int, from Span) {
	p := piece{folded: uint32(b.outCP), source: uint32(from.Start), gives: uint32(n), each: uint32(from.Len())}
	b.outCP += n
	if k := len(b.pieces); k > 0 && b.pieces[k-1].runsInto(p) {
		return
	}
	b.pieces = append(b.pieces, p)
}

// runsInto says whether next is one more character of the piece's shape, without a gap before it.
func (p piece) runsInto(next piece) bool {
	if p.gives != next.gives || p.each != next.each {
		return false
	}
	count := (next.folded - p.folded) / p.gives
	return p.source+count*p.each == next.source
}

// extend makes the last character of the last piece reach to the end of from and gives it n more code points.
func (b *folder) extend(n int, from Span) {
	last := &b.pieces[len(b.pieces)-1]
	count := (uint32(b.outCP) - last.folded) / last.gives
	start := last.source + (count-1)*last.each
	gives := last.gives
	if count == 1 {
		b.pieces = b.pieces[:len(b.pieces)-1]
	}
	b.outCP -= int(gives)
	b.append(int(gives)+n, Span{Start: int(start), End: from.End})
}

// pieceAt is the index of the piece that holds the folded code point.
func (f *Folded) pieceAt(cp int) int {
	return sort.Search(len(f.pieces), func(i int) bool { return int(f.pieces[i].folded) > cp }) - 1
}

// start is the original offset of the character that begins at the folded code point, and whether one does.
func (f *Folded) start(cp int) (int, bool) {
	p := f.pieces[f.pieceAt(cp)]
	n, rest := (cp-int(p.folded))/int(p.gives), (cp-int(p.folded))%int(p.gives)
	return int(p.source) + n*int(p.each), rest == 0
}

// end is the original offset at which the character that holds folded code point cp-1 ends, and whether its
// folding ends there too.
func (f *Folded) end(cp int) (int, bool) {
	p := f.pieces[f.pieceAt(cp-1)]
	n, rest := (cp-1-int(p.folded))/int(p.gives), (cp-int(p.folded))%int(p.gives)
	return int(p.source) + (n+1)*int(p.each), rest == 0
}

// Original is the original span of a folded one, in code points, when it begins and ends on original
// characters; a span that is empty, lies outside or cuts a character has none. Dropped characters at the
// ends are left out, so folding the original span gives exactly the folded one.
func (f *Folded) Original(startCP, endCP int) (Span, bool) {
	if !(Span{Start: startCP, End: endCP}).In(f.text.runes) {
		return Span{}, false
	}
	from, begins := f.start(startCP)
	to, ends := f.end(endCP)
	if !begins || !ends {
		return Span{}, false
	}
	return Span{Start: from, End: to}, true
}

// Cover is the smallest original span whose folding holds the folded span, cut to the text.
func (f *Folded) Cover(startCP, endCP int) Span {
	startCP, endCP = max(startCP, 0), min(endCP, f.text.runes)
	if startCP >= endCP {
		return Span{}
	}
	from, _ := f.start(startCP)
	to, _ := f.end(endCP)
	return Span{Start: from, End: to}
}

// foldedAt is the folded code point at which the first original character at or after the original offset
// begins, with that character's original offset; ok is false when none follows.
func (f *Folded) foldedAt(source int) (folded, at int, ok bool) {
	i := sort.Search(len(f.pieces), func(i int) bool { return int(f.pieces[i].source) > source }) - 1
	if i >= 0 {
		p := f.pieces[i]
		n := (source - int(p.source) + int(p.each) - 1) / int(p.each)
		folded, at = int(p.folded)+n*int(p.gives), int(p.source)+n*int(p.each)
		if folded < f.pieceEnd(i) {
			return folded, at, true
		}
	}
	if i+1 == len(f.pieces) {
		return 0, 0, false
	}
	next := f.pieces[i+1]
	return int(next.folded), int(next.source), true
}

func (f *Folded) pieceEnd(i int) int {
	if i+1 < len(f.pieces) {
		return int(f.pieces[i+1].folded)
	}
	return f.text.runes
}
