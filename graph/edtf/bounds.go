package edtf

import "math"

// civil is a day that may lie beyond what Day counts; months beyond 1–12 carry over.
type civil struct{ year, month, day int64 }

func (c civil) number() int64 { return dayNumber(c.year, c.month, c.day) }

func (c civil) addMonths(n int64) civil { return civil{c.year, c.month + n, c.day} }

// days returns the first and the last possible day, as day numbers without a limit.
func (u unit) days() (first, last int64) {
	if u.yearless || u.shape == shapeNone {
		return math.MinInt64, math.MaxInt64
	}
	from, after := u.literal()
	if !u.qualifier.approximate() {
		return from.number(), after.number() - 1
	}
	if u.shape == shapeDay {
		return from.number() - 1, after.number()
	}
	n := u.precision().months()
	return from.addMonths(-n).number(), after.addMonths(n).number() - 1
}

// months is by how many months an approximate date of this precision may be off.
func (p Precision) months() int64 {
	switch p {
	case PrecisionCentury:
		return 1200
	case PrecisionDecade:
		return 120
	case PrecisionYear:
		return 12
	case PrecisionSeason:
		return 3
	case PrecisionMonth:
		return 1
	default:
		return 0
	}
}

// literal returns the first day of the date as written, and the day after its last.
func (u unit) literal() (from, after civil) {
	y := u.astronomical()
	switch u.shape {
	case shapeCentury:
		return u.years(100)
	case shapeDecade:
		return u.years(10)
	case shapeSeason:
		return seasonDays(y, u.month)
	case shapeMonth, shapeSomeDay:
		from = civil{y, int64(u.month), 1}
		return from, from.addMonths(1)
	case shapeDay:
		from = civil{y, int64(u.month), int64(u.day)}
		return from, civil{from.year, from.month, from.day + 1}
	default:
		return civil{y, 1, 1}, civil{y + 1, 1, 1}
	}
}

// years returns the n years that share the digits given. Of negative ones the year 0 is none.
func (u unit) years(n int64) (from, after civil) {
	if !u.before {
		return civil{u.year, 1, 1}, civil{u.year + n, 1, 1}
	}
	return civil{-u.year - n + 1, 1, 1}, civil{min(-u.year+1, 0), 1, 1}
}

// seasonDays returns a northern season from its first meteorological to its last astronomical day.
func seasonDays(year int64, season uint8) (from, after civil) {
	switch season {
	case 21:
		return civil{year, 3, 1}, civil{year, 6, 22}
	case 22:
		return civil{year, 6, 1}, civil{year, 9, 24}
	case 23:
		return civil{year, 9, 1}, civil{year, 12, 23}
	default:
		return civil{year - 1, 12, 1}, civil{year + 1, 3, 22}
	}
}
