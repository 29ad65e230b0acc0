package polarity

// governs says whether a cue's scope reaches forward to token q. It ends at a sign that begins a clause of its own, or with the
// part of the sentence that encloses the cue.
func (s *sentence) governs(h hit, q int) bool {
	for p := h.last + 1; p <= q; p++ {
		if s.cuts(h, p, q) {
			return false
		}
	}
	return !s.enclosed(h, q)
}

// cuts says whether token p begins a clause that the cue does not govern and that q belongs to.
func (s *sentence) cuts(h hit, p, q int) bool {
	w, before := s.word(p), s.word(p-1)
	if before == "even" {
		before = s.word(p - 2)
	}
	switch {
	case s.word(p-1) == ";":
		return true
	case h.lex.contrast[w]:
		return s.word(p+1) != "for"
	case h.lex.commaStarts[w] && before == ",":
		return true
	case h.lex.relatives[w] && before == "," && p > 1 && s.toks[p-2].capital:
		return s.find(",", p, q) < 0
	case h.lex.coordinates[w]:
		return s.restarts(h, p)
	default:
		return false
	}
}

// maxAside is the longest aside between commas, and the longest subject, in tokens, that is passed over to find a verb.
const maxAside = 6

// restarts says whether the "and" or "or" at p joins a clause with a verb of its own that is not under the cue.
func (s *sentence) restarts(h hit, p int) bool {
	if h.class == Attribution || h.class == Condition || h.lex.finite[s.word(p-1)] {
		return false
	}
	next, comma := p+1, s.word(p-1) == ","
	if s.word(next) == "," {
		if end := s.find(",", next+1, next+1+maxAside); end >= 0 {
			next, comma = end+1, true
		}
	}
	switch {
	case h.lex.reporting[s.word(next)]:
		return true
	case h.lex.finite[s.word(next)]:
		return !s.embeds(h, p) || comma && h.lex.auxiliaries[s.word(next)]
	default:
		return comma && s.verbFollows(h.lex, next)
	}
}

// embeds says whether a clause with a verb of its own hangs on the cue before p.
func (s *sentence) embeds(h hit, p int) bool {
	for i := h.last + 1; i < p; i++ {
		if h.lex.that[s.word(i)] {
			return true
		}
	}
	after := s.word(h.last + 1)
	return h.class == Denial && h.lex.finite[after] && !h.lex.auxiliaries[after]
}

// verbFollows says whether a short subject and an auxiliary follow.
func (s *sentence) verbFollows(lx *lexicon, from int) bool {
	for i := from; i < from+maxAside && i < len(s.toks) && s.toks[i].isWord; i++ {
		w := s.word(i)
		if lx.that[w] || lx.relatives[w] {
			return false
		}
		if i > from && lx.auxiliaries[w] && lx.finite[w] {
			return true
		}
	}
	return false
}

// enclosed says whether the cue stands in a part of the sentence that ended before token q: brackets, speech,
// dashes, or a subordinate part between commas.
func (s *sentence) enclosed(h hit, q int) bool {
	return s.inBrackets(h, q) || s.inSpeech(h, q) || s.inDashes(h, q) || s.inCommas(h, q)
}

func (s *sentence) inBrackets(h hit, q int) bool {
	return s.count("(", h.first) > s.count(")", h.first) && s.find(")", h.last, q) >= 0
}

// inSpeech asks for a stop or comma at the closing mark: a part of a sentence in quotation marks, as in
// it "does not engage" in spying, goes on after them.
func (s *sentence) inSpeech(h hit, q int) bool {
	end := s.find(`"`, h.last, q)
	if s.count(`"`, h.first)%2 == 0 || end < 0 {
		return false
	}
	return isStop(s.word(end-1)) || isStop(s.word(end+1))
}

func isStop(w string) bool {
	switch w {
	case ",", ".", "!", "?", ";", dash:
		return true
	default:
		return false
	}
}

func (s *sentence) inDashes(h hit, q int) bool {
	if s.count(dash, h.first)%2 == 0 || s.find(dash, h.last, q) < 0 {
		return false
	}
	open := h.first
	for s.word(open) != dash {
		open--
	}
	w := s.word(open + 1)
	return !h.lex.coordinates[w] && !h.lex.contrast[w] && w != "nor"
}

func (s *sentence) inCommas(h hit, q int) bool {
	start := s.partStart(h)
	w := s.word(start)
	opens := h.lex.enclosing[w] || h.lex.insertions[w] && s.word(start-1) == ","
	if !opens || start == h.first && !h.class.negates() {
		return false
	}
	end := s.find(",", h.last, q)
	for comma := end; comma >= 0; comma = s.find(",", comma+1, q) {
		if next := s.word(comma + 1); h.lex.coordinates[next] || next == "nor" {
			return false // a list goes on
		}
	}
	return end >= 0
}

// partStart is the first word of the part of the sentence, between commas, that holds the cue.
func (s *sentence) partStart(h hit) int {
	start := h.first
	for start > 0 && !isStop(s.word(start-1)) && s.word(start-1) != "(" {
		start--
	}
	for start < h.first && (!s.toks[start].isWord || h.lex.coordinates[s.word(start)]) {
		start++
	}
	return start
}
