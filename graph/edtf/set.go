package edtf

import (
	"math"
	"strings"
)

// choice is one element of a set: a date, or a range of which one side may be open.
type choice struct {
	from, to unit // of a range; a lone date is in from
	ranged   bool
}

// set reads "[a,b,c..d]" and returns its elements.
func (sc *scanner) set() ([]choice, error) {
	if !sc.skip("[") {
		return nil, sc.fail("begin a set with [")
	}
	var choices []choice
	for {
		start := sc.pos
		c, err := sc.choice(len(choices) == 0)
		if err != nil {
			return nil, err
		}
		if first, last := c.days(); last < first {
			sc.pos = start
			return nil, sc.fail("write the earlier end of a range first")
		}
		choices = append(choices, c)
		if sc.skip("]") {
			return choices, nil
		}
		if !sc.skip(",") {
			return nil, sc.fail("go on with a comma, or close the set with ]; write without blanks")
		}
	}
}

func (sc *scanner) choice(leading bool) (choice, error) {
	if strings.HasPrefix(sc.rest(), "..") {
		if !leading {
			return choice{}, sc.fail("write an open beginning only at the start of a set")
		}
		sc.pos += len("..")
		u, err := sc.member()
		return choice{to: u, ranged: true}, err
	}
	u, err := sc.member()
	if err != nil {
		return choice{}, err
	}
	if !sc.skip("..") {
		return choice{from: u}, nil
	}
	if sc.peek() == ']' {
		return choice{from: u, ranged: true}, nil
	}
	to, err := sc.member()
	return choice{from: u, to: to, ranged: true}, err
}

// member reads a date that may stand in a set.
func (sc *scanner) member() (unit, error) {
	start := sc.pos
	u, err := sc.unit()
	if err != nil {
		return unit{}, err
	}
	if u.yearless || u.clock != (clock{}) {
		sc.pos = start
		return unit{}, sc.fail("write a date with its year and without time of day into a set")
	}
	return u, nil
}

// days returns the first and the last possible day, as day numbers without a limit.
func (c choice) days() (first, last int64) {
	first, last = c.from.days()
	if c.ranged {
		_, last = c.to.days()
	}
	return first, last
}

func (c choice) units() []unit {
	if !c.ranged {
		return []unit{c.from}
	}
	return []unit{c.from, c.to}
}

// daysOf returns the hull of the elements' days.
func daysOf(choices []choice) (first, last int64) {
	first, last = math.MaxInt64, math.MinInt64
	for _, c := range choices {
		from, to := c.days()
		first, last = min(first, from), max(last, to)
	}
	return first, last
}
