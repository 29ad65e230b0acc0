package edtf

import (
	"fmt"
	"math"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01.
type Day int32

// MinDay and MaxDay stand for "no bound". Days before or after what an int32 can count become them.
const (
	MinDay Day = math.MinInt32
	MaxDay Day = math.MaxInt32
)

const (
	daysPerEra   = 146097 // 400 years
	epochFromEra = 719468 // days from 0000-03-01 to 1970-01-01
	argumentCap  = 1 << 40
)

// DayOf returns the day of a civil date. Year 0 is 1 BC; months and days beyond their range carry over,
// as in [time.Date].
func DayOf(y, m, d int) Day {
	return clampDay(dayNumber(clampArgument(y), clampArgument(m), clampArgument(d)))
}

// Civil returns the day's year (0 is 1 BC), month 1–12 and day 1–31. Of MinDay and MaxDay it means nothing.
func (d Day) Civil() (year, month, day int) {
	z := int64(d) + epochFromEra
	era := floorDiv(z, daysPerEra)
	ofEra := z - era*daysPerEra
	yearOfEra := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	fromMarch := (5*ofYear + 2) / 153
	day = int(ofYear - (153*fromMarch+2)/5 + 1)
	month = int(fromMarch + 3)
	year = int(yearOfEra + era*400)
	if month > 12 {
		return year + 1, month - 12, day
	}
	return year, month, day
}

// String writes the day as yyyy-mm-dd, MinDay and MaxDay as "..". Years of more than four digits carry a sign.
func (d Day) String() string {
	if d == MinDay || d == MaxDay {
		return ".."
	}
	y, m, day := d.Civil()
	switch {
	case y > 9999:
		return fmt.Sprintf("+%d-%02d-%02d", y, m, day)
	case y < 0:
		return fmt.Sprintf("-%04d-%02d-%02d", -y, m, day)
	default:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
	}
}

// ParseDay reads one exact day, yyyy-mm-dd with an optional minus sign, and nothing else.
// Its error wraps [ErrSyntax].
func ParseDay(s string) (Day, error) {
	d, err := ParseDate(s)
	if err != nil {
		return 0, fmt.Errorf("exact day: %w", err)
	}
	if d != DateOf(d.Earliest()) {
		return 0, fmt.Errorf("exact day: %w", syntaxError(s, 0, `write one day in full, as "2024-06-21"`))
	}
	return d.Earliest(), nil
}

// dayNumber counts days from 1970-01-01 without a limit that any date of this package could reach.
// After Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
func dayNumber(y, m, d int64) int64 {
	y += floorDiv(m-1, 12)
	m = m - 1 - 12*floorDiv(m-1, 12) + 1
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	ofYear := (153*(m-3)+2)/5 + d - 1
	return era*daysPerEra + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + ofYear - epochFromEra
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func clampDay(n int64) Day {
	return Day(min(max(n, int64(MinDay)), int64(MaxDay)))
}

func clampArgument(n int) int64 {
	return min(max(int64(n), -argumentCap), argumentCap)
}
