package edtf

import "time"

const (
	minLongYear  = 10_000
	maxLongYear  = 12 // digits
	firstSeason  = 21
	lastSeason   = 24
	monthMessage = "write the month with two digits, 01 to 12, or a season, 21 to 24"
)

// unit reads one date up to the first character that cannot belong to it.
func (sc *scanner) unit() (unit, error) {
	read := sc.calendarDate
	if sc.skip("Y") {
		read = sc.longYear
	}
	u, err := read()
	if err != nil {
		return unit{}, err
	}
	if q := sc.peek(); u.clock == (clock{}) && (q == '?' || q == '~' || q == '%') {
		u.qualifier = qualifier(q)
		sc.pos++
	}
	return u, nil
}

func (sc *scanner) longYear() (unit, error) {
	u := unit{shape: shapeLongYear, before: sc.skip("-")}
	start := sc.pos
	v, n := sc.digits(maxLongYear)
	if v < minLongYear || sc.text[start] == '0' {
		sc.pos = start
		return unit{}, sc.fail("write a year of 5 to %d digits without leading zeros after Y; shorter years have four digits and no Y", maxLongYear)
	}
	if n == maxLongYear && sc.peek() >= '0' && sc.peek() <= '9' {
		return unit{}, sc.fail("write a long year with at most %d digits", maxLongYear)
	}
	u.year = v
	return u, nil
}

func (sc *scanner) calendarDate() (unit, error) {
	u, err := sc.year()
	if err != nil {
		return unit{}, err
	}
	if err := sc.month(&u); err != nil {
		return unit{}, err
	}
	if err := sc.day(&u); err != nil {
		return unit{}, err
	}
	if sc.peek() != 'T' {
		return u, nil
	}
	if u.shape != shapeDay || u.yearless {
		return unit{}, sc.fail("write a time of day only after a whole date")
	}
	u.clock, err = sc.clock()
	return u, err
}

// year reads four digits, of which the last one, the last two or all may be X.
func (sc *scanner) year() (unit, error) {
	u := unit{shape: shapeYear, before: sc.skip("-")}
	start := sc.pos
	value, known := sc.digits(4)
	unspecified := 0
	for known+unspecified < 4 && sc.skip("X") {
		unspecified++
	}
	switch {
	case unspecified > 0 && known < 2 && (known == 1 || u.before):
		sc.pos = start
		return unit{}, sc.fail("leave one or two digits of a year unspecified (201X, 20XX), or write XXXX with a month")
	case known+unspecified < 4:
		return unit{}, sc.fail("write the year with four digits; X for a digit that is not known stands last")
	case unspecified == 4:
		u.yearless = true
	case unspecified == 2:
		u.shape, value = shapeCentury, value*100
	case unspecified == 1:
		u.shape, value = shapeDecade, value*10
	case u.before && value == 0:
		sc.pos = start
		return unit{}, sc.fail("write the year 1 BC as 0000, without a sign")
	}
	u.year = value
	return u, nil
}

// month reads what may follow a year: a month, a season, an unspecified month or nothing.
func (sc *scanner) month(u *unit) error {
	if sc.peek() != '-' {
		if u.yearless {
			return sc.fail("after XXXX write a month, as in XXXX-06 or XXXX-06-21")
		}
		return nil
	}
	if u.shape != shapeYear {
		return sc.fail("end the date here: a year with unspecified digits takes no month (level 2)")
	}
	sc.pos++
	if sc.peek() == 'X' && u.yearless {
		return sc.fail("write the month, 01 to 12: a date without year and month says nothing")
	}
	if sc.skip("XX") {
		u.shape = shapeSomeMonth
		return nil
	}
	start := sc.pos
	v, n := sc.digits(2)
	switch {
	case n == 2 && v >= 1 && v <= 12:
		u.shape = shapeMonth
	case n == 2 && v >= firstSeason && v <= lastSeason:
		u.shape = shapeSeason
	default:
		sc.pos = start
		return sc.fail(monthMessage)
	}
	u.month = uint8(v)
	return nil
}

// day reads what may follow a month: a day, an unspecified day or nothing.
func (sc *scanner) day(u *unit) error {
	if u.shape < shapeSomeMonth || sc.peek() != '-' {
		return nil
	}
	if u.shape == shapeSeason {
		return sc.fail("end the date here: a season has no days")
	}
	sc.pos++
	unspecified := sc.skip("XX")
	switch {
	case u.shape == shapeSomeMonth && unspecified:
		u.shape = shapeSomeDate
		return nil
	case u.shape == shapeSomeMonth:
		return sc.fail("write XX: the day of an unspecified month is unspecified too (level 2 otherwise)")
	case unspecified && u.yearless:
		sc.pos -= len("XX")
		return sc.fail("write the day, or end after the month")
	case unspecified:
		u.shape = shapeSomeDay
		return nil
	}
	return sc.exactDay(u)
}

func (sc *scanner) exactDay(u *unit) error {
	last := daysInMonth(u.astronomical(), int64(u.month))
	what := "day"
	if time.Month(u.month) == time.February && !u.yearless {
		what = "day of February " + u.yearText()
	}
	if u.yearless {
		last = daysInMonth(0, int64(u.month))
	}
	d, err := sc.pair(what, 1, last)
	if err != nil {
		return err
	}
	u.day, u.shape = d, shapeDay
	return nil
}

func daysInMonth(year, month int64) int64 {
	return dayNumber(year, month+1, 1) - dayNumber(year, month, 1)
}
