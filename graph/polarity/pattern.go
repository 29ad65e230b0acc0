package polarity

import "strings"

// pattern is a sequence of steps, written as words with blanks between: alternatives by "|", a "*" for the
// rest of a word at one end, ".." for up to maxGap tokens that the cue does not govern, "~" for up to maxInner
// that it does.
type pattern []step

type step struct {
	words []string
	gap   int // tokens that may be passed over, for ".." and "~"
	inner bool
}

const (
	maxGap   = 8
	maxInner = 25
)

// patterns reads one pattern a line.
func patterns(list string) []pattern {
	var out []pattern
	for line := range strings.Lines(list) {
		if fields := strings.Fields(line); len(fields) > 0 {
			out = append(out, steps(fields))
		}
	}
	return out
}

func steps(fields []string) pattern {
	p := make(pattern, len(fields))
	for i, f := range fields {
		switch f {
		case "..":
			p[i] = step{gap: maxGap}
		case "~":
			p[i] = step{gap: maxInner, inner: true}
		default:
			p[i] = step{words: strings.Split(f, "|")}
		}
	}
	return p
}

// match gives the tokens that the pattern's words take when it begins at i, none if it does not. Gaps end at a
// semicolon.
func (p pattern) match(toks []token, i int) []int {
	switch {
	case len(p) == 0 || i >= len(toks):
		return nil
	case p[0].gap > 0:
		return p.matchGap(toks, i)
	case !p[0].accepts(toks[i].word):
		return nil
	case len(p) == 1:
		return []int{i}
	}
	rest := p[1:].match(toks, i+1)
	if rest == nil {
		return nil
	}
	return append([]int{i}, rest...)
}

func (p pattern) matchGap(toks []token, i int) []int {
	for n := 0; n <= p[0].gap && i+n < len(toks); n++ {
		if rest := p[1:].match(toks, i+n); rest != nil {
			return rest
		}
		if toks[i+n].word == ";" {
			return nil
		}
	}
	return nil
}

func (s step) accepts(word string) bool {
	for _, w := range s.words {
		switch {
		case w == word, w == "*":
			return true
		case len(w) < 2:
		case w[0] == '*' && strings.HasSuffix(word, w[1:]), w[len(w)-1] == '*' && strings.HasPrefix(word, w[:len(w)-1]):
			return true
		}
	}
	return false
}

// inner says whether what stands between the pattern's words is governed.
func (p pattern) inner() bool {
	for _, s := range p {
		if s.inner {
			return true
		}
	}
	return false
}
