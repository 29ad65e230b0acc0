package graph

import (
	"fmt"
	"strconv"
	"strings"
)

// speech is one assertion of a small case. Links name earlier ones by their number, from 1; 0 is none.
type speech struct {
	stance               Stance
	voice                Voice
	party, accused       bool
	withdraws, setsAside int
	elsewhere, covering  bool
	period               *smallPeriod
	lo, hi               int // share in per cent; hi 0: no terms
}

// smallClaim is what a small case is about; first is a measure's first day, 0 for none.
type smallClaim struct {
	name                        string
	accusatory, notFact, figure bool
	first                       int
	shares                      bool
}

// smallClaims are all kinds of claim that standing tells apart.
func smallClaims() []smallClaim {
	var out []smallClaim
	for _, c := range []smallClaim{
		{name: "fact"},
		{name: "no fact", notFact: true},
		{name: "figure", figure: true},
		{name: "about a measure", first: 3},
		{name: "figure about a measure", figure: true, first: 3},
		{name: "with shares", shares: true},
	} {
		out = append(out, c)
		c.name, c.accusatory = c.name+", accusatory", true
		out = append(out, c)
	}
	return out
}

func speechID(number int) AssertionID {
	return [...]AssertionID{"", "ast_1", "ast_2", "ast_3", "ast_4", "ast_5", "ast_6"}[number]
}

// caseOf is the case as the code under test takes it.
func (c *smallClaim) caseOf(said []speech) Case {
	out := Case{Accusatory: c.accusatory, NotFact: c.notFact, Figure: c.figure, FirstDay: MinDay}
	if c.first > 0 {
		out.FirstDay = realDays(c.first, c.first).From
	}
	out.Spoken = make([]Spoken, len(said))
	for i := range said {
		out.Spoken[i] = said[i].spoken(i+1, c.shares)
	}
	return out
}

func (s *speech) spoken(number int, shares bool) Spoken {
	out := Spoken{
		ID: speechID(number), Stance: s.stance, Withdraws: speechID(s.withdraws), SetsAside: speechID(s.setsAside),
		Voice: s.voice, Party: s.party, Accused: s.accused, Elsewhere: s.elsewhere, Covering: s.covering, Period: s.period.real,
	}
	if lo, hi := s.share(number); shares && hi > 0 {
		out.Terms = Terms{ShareMin: smallPercent(lo), ShareMax: smallPercent(hi)}
	}
	return out
}

// smallPercent writes a share; the whole is left open.
func smallPercent(n int) Number {
	if n == 100 {
		return ""
	}
	return Number(strconv.Itoa(n))
}

// share is what the speech says, else a share by its number: the third gives none.
func (s *speech) share(number int) (lo, hi int) {
	if s.hi > 0 {
		return s.lo, s.hi
	}
	return [...]int{0, 20, 10, 0, 30, 10, 0}[number], [...]int{0, 30, 100, 0, 40, 20, 0}[number]
}

// String writes the speech for failures.
func (s *speech) String() string {
	out := fmt.Sprintf("%s %s", s.stance, s.voice)
	for _, mark := range []struct {
		set  bool
		word string
	}{
		{s.party, "party"},
		{s.accused, "accused"},
		{s.elsewhere, "elsewhere"},
		{s.covering, "covering"},
		{s.withdraws > 0, fmt.Sprintf("withdraws #%d", s.withdraws)},
		{s.setsAside > 0, fmt.Sprintf("sets aside #%d", s.setsAside)},
	} {
		if mark.set {
			out += ", " + mark.word
		}
	}
	return out + " " + s.period.String()
}

func describeSpeeches(c *smallClaim, said []speech) string {
	lines := []string{c.name}
	for i := range said {
		lines = append(lines, fmt.Sprintf("#%d %s", i+1, &said[i]))
	}
	return strings.Join(lines, "\n")
}
