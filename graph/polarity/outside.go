package polarity

// before says whether a cue that stands before the quote, in whole or in part, governs it.
func (s *sentence) before(h hit, lo, hi int) bool {
	if h.tail || h.first >= lo {
		return false
	}
	if h.last >= lo { // the quote begins inside the cue or its gap
		return hi > h.last || s.inside(h, lo, hi) > 0
	}
	return s.governs(h, lo) && !s.namesAndTells(h, lo, hi)
}

// inside counts the cue's words in the quote.
func (s *sentence) inside(h hit, lo, hi int) int {
	n := 0
	for _, i := range h.at {
		if lo <= i && i <= hi {
			n++
		}
	}
	return n
}

// maxName is the longest name, in tokens, that a quote may begin with to be read as a name and what is told of it.
const maxName = 5

// namesAndTells says whether the quote is a name and what is told of it after a comma: "Kaspersky, which is
// based in Moscow", "Eugene Kaspersky, the founder". That is said whatever governs the name.
func (s *sentence) namesAndTells(h hit, lo, hi int) bool {
	comma := s.find(",", lo, min(hi, lo+maxName+1))
	if comma < 0 || !s.toks[lo].capital || !s.toks[comma-1].capital || s.find(",", comma+1, hi) >= 0 {
		return false
	}
	w := s.word(comma + 1)
	told := h.lex.relatives[w] || w == "a" || w == "an" || w == "the"
	return told && hi-comma >= 2
}

// after says whether a cue that stands after the quote governs it.
func (s *sentence) after(h hit, lo, hi int) bool {
	switch {
	case h.first <= hi:
		return h.at[len(h.at)-1] > hi && s.inside(h, lo, hi) > 0 && h.first >= lo // cut off in its midst
	case h.tail:
		return s.reachesBack(h, hi)
	case h.class != Negation:
		return false
	case h.lex.lateNot:
		return s.lateNot(h, lo, hi)
	default:
		return h.first == hi+1 && h.lex.hanging[s.word(hi)]
	}
}

// reachesBack says whether no clause begins between the quote and the tail cue.
func (s *sentence) reachesBack(h hit, hi int) bool {
	spread := h.class == Attribution || h.class == Hearsay // are said of the whole sentence
	for p := hi + 1; p < h.first; p++ {
		w := s.word(p)
		if s.word(p-1) == ";" || h.lex.contrast[w] || h.lex.commaStarts[w] && s.word(p-1) == "," {
			return false
		}
		if !spread && (h.lex.coordinates[w] || h.lex.relatives[w] || h.lex.that[w]) {
			return false
		}
	}
	return true
}

// maxLate is how far after the quote, in tokens, a German negation may follow its verb.
const maxLate = 8

// lateNot says whether the quote has a verb whose negation follows in the same part of the sentence.
func (s *sentence) lateNot(h hit, lo, hi int) bool {
	if h.first > hi+maxLate {
		return false
	}
	for p := hi + 1; p < h.first; p++ {
		if !s.toks[p].isWord {
			return false
		}
	}
	for p := lo + 1; p <= hi; p++ {
		t := s.toks[p]
		if t.isWord && !t.capital && (h.lex.finite[t.word] || !h.lex.common[t.word]) {
			return true
		}
	}
	return false
}
