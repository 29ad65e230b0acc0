package edtf

import (
	"fmt"
	"strings"
)

// unit is one date that is no set. Its fields hold all that was written, so that text() gives it back.
type unit struct {
	shape     shape
	year      int64 // without its sign; unspecified digits are 0
	before    bool  // a minus sign was written
	yearless  bool  // XXXX
	month     uint8 // 1–12, of a season 21–24
	day       uint8
	qualifier qualifier
	clock     clock
}

// shape is what a unit gives and what it leaves unspecified.
type shape uint8

const (
	shapeNone      shape = iota
	shapeCentury         // 20XX
	shapeDecade          // 201X
	shapeYear            // 2014
	shapeLongYear        // Y20140
	shapeSomeMonth       // 2014-XX
	shapeSomeDate        // 2014-XX-XX
	shapeSeason          // 2014-21
	shapeMonth           // 2014-06
	shapeSomeDay         // 2014-06-XX
	shapeDay             // 2014-06-21
)

// qualifier is the character that qualifies a whole date, 0 for none.
type qualifier byte

func (q qualifier) approximate() bool { return q == '~' || q == '%' }
func (q qualifier) uncertain() bool   { return q == '?' || q == '%' }

func (u unit) precision() Precision {
	switch u.shape {
	case shapeCentury:
		return PrecisionCentury
	case shapeDecade:
		return PrecisionDecade
	case shapeYear, shapeLongYear, shapeSomeMonth, shapeSomeDate:
		return PrecisionYear
	case shapeSeason:
		return PrecisionSeason
	case shapeMonth, shapeSomeDay:
		return PrecisionMonth
	case shapeDay:
		return PrecisionDay
	default:
		return NoPrecision
	}
}

// astronomical is the year with its sign; of unspecified digits the one nearest to year 0.
func (u unit) astronomical() int64 {
	if u.before {
		return -u.year
	}
	return u.year
}

func (u unit) text() string {
	if u.shape == shapeNone {
		return ""
	}
	var b strings.Builder
	b.WriteString(u.yearText())
	switch u.shape {
	case shapeSomeMonth:
		b.WriteString("-XX")
	case shapeSomeDate:
		b.WriteString("-XX-XX")
	case shapeSeason, shapeMonth:
		fmt.Fprintf(&b, "-%02d", u.month)
	case shapeSomeDay:
		fmt.Fprintf(&b, "-%02d-XX", u.month)
	case shapeDay:
		fmt.Fprintf(&b, "-%02d-%02d", u.month, u.day)
	default:
	}
	b.WriteString(u.clock.text())
	if u.qualifier != 0 {
		b.WriteByte(byte(u.qualifier))
	}
	return b.String()
}

func (u unit) yearText() string {
	sign := ""
	if u.before {
		sign = "-"
	}
	switch {
	case u.yearless:
		return "XXXX"
	case u.shape == shapeLongYear:
		return fmt.Sprintf("Y%s%d", sign, u.year)
	case u.shape == shapeCentury:
		return fmt.Sprintf("%s%02dXX", sign, u.year/100)
	case u.shape == shapeDecade:
		return fmt.Sprintf("%s%03dX", sign, u.year/10)
	default:
		return fmt.Sprintf("%s%04d", sign, u.year)
	}
}
