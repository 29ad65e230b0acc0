package polarity

// minClause is the fewest words that make a clause on which a claim may rest.
const minClause = 3

// saysNo gives the negation in the quote that leaves no clause of it without one.
func (s *sentence) saysNo(lo, hi int) (hit, bool) {
	negated := make([]bool, hi+1)
	var found []hit
	for _, h := range s.cues {
		if h.class.negates() && h.first >= lo && h.at[len(h.at)-1] <= hi {
			found = append(found, h)
			s.mark(h, lo, hi, negated)
		}
	}
	if len(found) == 0 || s.longestRun(lo, hi, negated) >= minClause {
		return hit{}, false
	}
	return found[0], true
}

// mark marks the clause of a negation: what it governs, and what stands before it up to the clause's beginning.
func (s *sentence) mark(h hit, lo, hi int, negated []bool) {
	for t := h.first; t <= hi; t++ {
		if !h.tail || t <= h.at[len(h.at)-1] {
			negated[t] = negated[t] || t <= h.last || s.governs(h, t)
		}
	}
	start := lo
	if s.enclosed(h, hi) {
		start = max(lo, s.partStart(h))
	}
	alone := hit{class: Negation, lex: h.lex, first: lo, last: lo}
	for t := h.first; t >= start; t-- {
		negated[t] = true
		if t > lo && s.cuts(alone, t, h.first) {
			return
		}
	}
}

// longestRun is the longest run of words outside all negated clauses.
func (s *sentence) longestRun(lo, hi int, negated []bool) int {
	longest, run := 0, 0
	for t := lo; t <= hi; t++ {
		switch {
		case negated[t]:
			run = 0
		case s.toks[t].isWord:
			run++
		}
		longest = max(longest, run)
	}
	return longest
}
