package edtf

import (
	"fmt"
	"slices"
)

// Date is one EDTF date. The zero value means that none is given. Two dates are == exactly when their texts are equal.
type Date struct {
	unit unit
	set  string // a set as written; then unit is zero
}

// ParseDate reads a date or a set, of at most 64 and 512 bytes. Its error wraps [ErrSyntax].
func ParseDate(s string) (Date, error) {
	limit := maxDateLength
	if len(s) > 0 && s[0] == '[' {
		limit = maxTextLength
	}
	sc, err := newScanner(s, limit)
	if err != nil {
		return Date{}, err
	}
	d, err := sc.date()
	if err != nil {
		return Date{}, err
	}
	if err := sc.end(); err != nil {
		return Date{}, err
	}
	return d, nil
}

// MustDate is ParseDate for dates written in code: it panics where that fails.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(fmt.Sprintf("edtf: MustDate: %v", err))
	}
	return d
}

// DateOf returns the date that is exactly this day, and the zero Date for a day outside the years -9999 to 9999.
func DateOf(d Day) Date {
	y, m, day := d.Civil()
	if y < -9999 || y > 9999 {
		return Date{}
	}
	return Date{unit: unit{
		shape: shapeDay, year: max(int64(y), -int64(y)), before: y < 0, month: uint8(m), day: uint8(day),
	}}
}

// date reads a date or a set up to the first character that cannot belong to it.
func (sc *scanner) date() (Date, error) {
	switch sc.peek() {
	case '[':
		start := sc.pos
		_, err := sc.set()
		return Date{set: sc.text[start:sc.pos]}, err
	case '{':
		return Date{}, sc.fail("write one of a set in [ ]; all members of a set { } are several dates")
	default:
		u, err := sc.unit()
		return Date{unit: u}, err
	}
}

// IsZero tells whether no date is given.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the date as it was written, "" for the zero Date.
func (d Date) String() string {
	if d.set != "" {
		return d.set
	}
	return d.unit.text()
}

// Earliest returns the first day that the date can mean, MinDay if there is none or if it lies before what Day counts.
func (d Date) Earliest() Day {
	first, _ := d.days()
	return clampDay(first)
}

// Latest returns the last day that the date can mean, MaxDay if there is none or if it lies after what Day counts.
func (d Date) Latest() Day {
	_, last := d.days()
	return clampDay(last)
}

// days are Earliest and Latest without a limit.
func (d Date) days() (first, last int64) {
	if d.set != "" {
		return daysOf(d.choices())
	}
	return d.unit.days()
}

// Precision returns the finest unit that the date gives; of a set the coarsest among its members.
// A date with time of day has the precision of a day.
func (d Date) Precision() Precision {
	p := NoPrecision
	for _, u := range d.units() {
		if p == NoPrecision || u.precision() < p && u.precision() != NoPrecision {
			p = u.precision()
		}
	}
	return p
}

// Approximate tells whether the date, or a member of the set, is qualified by "~" or "%": its ends are to be drawn open.
func (d Date) Approximate() bool {
	return slices.ContainsFunc(d.units(), func(u unit) bool { return u.qualifier.approximate() })
}

// Uncertain tells whether the date, or a member of the set, is qualified by "?" or "%".
func (d Date) Uncertain() bool {
	return slices.ContainsFunc(d.units(), func(u unit) bool { return u.qualifier.uncertain() })
}

// OneOf tells whether the date is one of a set.
func (d Date) OneOf() bool { return d.set != "" }

// HasTime tells whether a time of day was written, which the bounds of an interval must not have.
func (d Date) HasTime() bool { return d.unit.clock != clock{} }

// MarshalText returns the date as it was written, no bytes for the zero Date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote. Its error wraps [ErrSyntax].
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	read, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = read
	return nil
}

func (d Date) units() []unit {
	if d.set == "" {
		return []unit{d.unit}
	}
	var units []unit
	for _, c := range d.choices() {
		units = append(units, c.units()...)
	}
	return units
}

// choices reads the set again: as text it keeps Date comparable, and sets are rare.
func (d Date) choices() []choice {
	choices, err := (&scanner{text: d.set}).set()
	if err != nil {
		panic(fmt.Sprintf("edtf: a set that was read once cannot be read again: %v", err))
	}
	return choices
}
