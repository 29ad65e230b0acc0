package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Words says the date in plain English: "21 June 2024", "about 2024", "1985, month and day not given".
func (d Date) Words() string {
	switch {
	case d.IsZero():
		return "date not given"
	case d.set != "":
		return choicesWords(d.choices())
	default:
		return d.unit.words()
	}
}

func (u unit) words() string {
	return u.qualifier.words() + u.body() + u.clock.words()
}

func (q qualifier) words() string {
	switch q {
	case '?':
		return "possibly "
	case '~':
		return "about "
	case '%':
		return "possibly about "
	default:
		return ""
	}
}

// body is the date without its qualifier and its time of day.
func (u unit) body() string {
	if u.yearless {
		return u.withinYear() + ", year not given"
	}
	year := yearWords(u.astronomical())
	switch u.shape {
	case shapeCentury, shapeDecade:
		return u.yearsWords()
	case shapeSomeMonth:
		return year + ", month not given"
	case shapeSomeDate:
		return year + ", month and day not given"
	case shapeSomeDay:
		return u.withinYear() + " " + year + ", day not given"
	case shapeSeason, shapeMonth, shapeDay:
		return u.withinYear() + " " + year
	default:
		return year
	}
}

// withinYear is the season, the month or the day without its year.
func (u unit) withinYear() string {
	switch u.shape {
	case shapeSeason:
		return [...]string{"spring", "summer", "autumn", "winter"}[u.month-firstSeason]
	case shapeDay:
		return fmt.Sprintf("%d %s", u.day, time.Month(u.month))
	default:
		return time.Month(u.month).String()
	}
}

// yearsWords avoids "the 2000s", which may be ten, a hundred or a thousand years.
func (u unit) yearsWords() string {
	if u.shape == shapeDecade && u.year%100 != 0 && u.year >= 1000 && !u.before {
		return fmt.Sprintf("the %ds", u.year)
	}
	from, after := u.literal()
	return fmt.Sprintf("the years %s to %s", yearWords(from.year), yearWords(after.year-1))
}

// yearWords names the era where a number alone would mislead.
func yearWords(year int64) string {
	switch {
	case year <= 0:
		return fmt.Sprintf("%d BC", 1-year)
	case year < 1000:
		return fmt.Sprintf("AD %d", year)
	default:
		return strconv.FormatInt(year, 10)
	}
}

func (c clock) words() string {
	switch c.zone {
	case zoneNoClock:
		return ""
	case zoneLocal:
		return ", " + c.face()
	case zoneUTC:
		return ", " + c.face() + " UTC"
	default:
		return ", " + c.face() + " UTC" + c.shiftText()
	}
}

func choicesWords(choices []choice) string {
	if c := choices[0]; len(choices) == 1 && (!c.ranged || c.from == unit{} || c.to == unit{}) {
		return c.words()
	}
	parts := make([]string, len(choices))
	for i, c := range choices {
		parts[i] = c.words()
	}
	last := len(parts) - 1
	switch last {
	case 0:
		return "one of " + parts[0]
	case 1:
		return "one of " + parts[0] + " or " + parts[1]
	default:
		return "one of " + strings.Join(parts[:last], ", ") + ", or " + parts[last]
	}
}

func (c choice) words() string {
	switch {
	case !c.ranged:
		return c.from.words()
	case c.from == unit{}:
		return c.to.words() + " or earlier"
	case c.to == unit{}:
		return c.from.words() + " or later"
	default:
		return rangeWords(c.from, c.to)
	}
}

// rangeWords says a month or year that both ends share only once: "11 August to 24 December 2025".
func rangeWords(from, to unit) string {
	short := from.words()
	if from.sharesYear(to) {
		short = from.withinYear()
		if from.shape == shapeDay && from.month == to.month {
			short = strconv.Itoa(int(from.day))
		}
	}
	return short + " to " + to.words()
}

func (u unit) sharesYear(other unit) bool {
	return u.shape == other.shape && (u.shape == shapeMonth || u.shape == shapeDay) &&
		u.year == other.year && u.before == other.before && u.yearless == other.yearless &&
		u.qualifier == 0 && other.qualifier == 0 && u != other
}
