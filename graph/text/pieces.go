package text

import "sort"

// piece is a run of original characters of one shape: each takes `each` code points of the original without
// a gap and gives `gives` of the folded text. Plain text is one long piece of 1 and 1.
type piece struct{ folded, source, gives, each uint32 }

// pieceList holds pieces in chunks: a hostile text has one for every other character, and growing one slice by
// doubling would hold them twice.
type pieceList struct {
	chunks [][]piece
	n      int
}

const chunkSize = 1 << 10

func (l *pieceList) at(i int) *piece { return &l.chunks[i/chunkSize][i%chunkSize] }

func (l *pieceList) push(p piece) {
	k, used := l.n/chunkSize, l.n%chunkSize
	switch {
	case k < len(l.chunks):
	case k == 0: // a quote has few
		l.chunks = append(l.chunks, nil)
	default:
		l.chunks = append(l.chunks, make([]piece, 0, chunkSize))
	}
	l.chunks[k] = append(l.chunks[k][:used], p)
	l.n++
}

// search is the last piece for which after is false, or -1.
func (l *pieceList) search(after func(p *piece) bool) int {
	return sort.Search(l.n, func(i int) bool { return after(l.at(i)) }) - 1
}

// append adds an original character that gave n folded code points.
func (b *folder) append(n int, from Span) {
	p := piece{folded: uint32(b.outCP), source: uint32(from.Start), gives: uint32(n), each: uint32(from.Len())}
	b.outCP += n
	if k := b.pieces.n; k > 0 && b.pieces.at(k-1).runsInto(p) {
		return
	}
	b.pieces.push(p)
}

// runsInto says whether next is one more character of the piece's shape, without a gap before it.
func (p *piece) runsInto(next piece) bool {
	if p.gives != next.gives || p.each != next.each {
		return false
	}
	count := (next.folded - p.folded) / p.gives
	return p.source+count*p.each == next.source
}

// extend makes the last character of the last piece reach to the end of from and gives it n more code points.
func (b *folder) extend(n int, from Span) {
	last := b.pieces.at(b.pieces.n - 1)
	count := (uint32(b.outCP) - last.folded) / last.gives
	start := last.source + (count-1)*last.each
	gives := last.gives
	if count == 1 {
		b.pieces.n--
	}
	b.outCP -= int(gives)
	b.append(int(gives)+n, Span{Start: int(start), End: from.End})
}

// pieceAt is the index of the piece that holds the folded code point.
func (f *Folded) pieceAt(cp int) int {
	return f.pieces.search(func(p *piece) bool { return int(p.folded) > cp })
}

// start is the original offset of the character that begins at the folded code point, and whether one does.
func (f *Folded) start(cp int) (int, bool) {
	p := f.pieces.at(f.pieceAt(cp))
	n, rest := (cp-int(p.folded))/int(p.gives), (cp-int(p.folded))%int(p.gives)
	return int(p.source) + n*int(p.each), rest == 0
}

// end is the original offset at which the character that holds folded code point cp-1 ends, and whether its
// folding ends there too.
func (f *Folded) end(cp int) (int, bool) {
	p := f.pieces.at(f.pieceAt(cp - 1))
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
	i := f.pieces.search(func(p *piece) bool { return int(p.source) > source })
	if i >= 0 {
		p := f.pieces.at(i)
		n := (source - int(p.source) + int(p.each) - 1) / int(p.each)
		folded, at = int(p.folded)+n*int(p.gives), int(p.source)+n*int(p.each)
		if folded < f.pieceEnd(i) {
			return folded, at, true
		}
	}
	if i+1 == f.pieces.n {
		return 0, 0, false
	}
	next := f.pieces.at(i + 1)
	return int(next.folded), int(next.source), true
}

func (f *Folded) pieceEnd(i int) int {
	if i+1 < f.pieces.n {
		return int(f.pieces.at(i + 1).folded)
	}
	return f.text.runes
}
