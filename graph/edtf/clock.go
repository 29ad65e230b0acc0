package edtf

import "fmt"

// clock is a time of day as written; the zero value is none.
type clock struct {
	zone                 zone
	hour, minute, second uint8
	shift                int16 // minutes east of UTC
}

// zone is the way in which a time's shift from UTC is written.
type zone uint8

const (
	zoneNoClock zone = iota
	zoneLocal        // nothing
	zoneUTC          // Z
	zoneHours        // +04
	zoneMinutes      // +04:30
)

// The shifts from UTC that are in use, in minutes.
const (
	maxShiftEast = 14 * 60
	maxShiftWest = 12 * 60
)

// clock reads the letter T and the time of day after it.
func (sc *scanner) clock() (clock, error) {
	sc.pos++
	c := clock{zone: zoneLocal}
	var err error
	if c.hour, err = sc.pair("hour", 0, 23); err != nil {
		return clock{}, err
	}
	if c.minute, err = sc.sixtieth("minute"); err != nil {
		return clock{}, err
	}
	if c.second, err = sc.sixtieth("second"); err != nil {
		return clock{}, err
	}
	switch sc.peek() {
	case 'Z':
		sc.pos++
		c.zone = zoneUTC
	case '+', '-':
		c.zone, c.shift, err = sc.shift()
	default:
	}
	return c, err
}

// sixtieth reads a colon and a number up to 59.
func (sc *scanner) sixtieth(what string) (uint8, error) {
	if !sc.skip(":") {
		return 0, sc.fail("write a colon and the %s: a time of day has the form 10:00:00", what)
	}
	return sc.pair(what, 0, 59)
}

// shift reads a signed shift from UTC, in hours or in hours and minutes.
func (sc *scanner) shift() (zone, int16, error) {
	start := sc.pos
	west := sc.peek() == '-'
	sc.pos++
	hours, err := sc.pair("hours of the shift from UTC", 0, maxShiftEast/60)
	if err != nil {
		return 0, 0, err
	}
	written, minutes := zoneHours, uint8(0)
	if sc.peek() == ':' {
		written = zoneMinutes
		if minutes, err = sc.sixtieth("minutes of the shift from UTC"); err != nil {
			return 0, 0, err
		}
	}
	shift := int16(hours)*60 + int16(minutes)
	switch {
	case west && shift == 0:
		sc.pos = start
		return 0, 0, sc.fail("write no shift from UTC as Z, +00 or +00:00")
	case shift > maxShiftEast || west && shift > maxShiftWest:
		sc.pos = start
		return 0, 0, sc.fail("write a shift from UTC between -12:00 and +14:00")
	case west:
		return written, -shift, nil
	default:
		return written, shift, nil
	}
}

func (c clock) text() string {
	if c.zone == zoneNoClock {
		return ""
	}
	return "T" + c.face() + c.shiftText()
}

func (c clock) face() string {
	return fmt.Sprintf("%02d:%02d:%02d", c.hour, c.minute, c.second)
}

func (c clock) shiftText() string {
	sign, shift := "+", c.shift
	if shift < 0 {
		sign, shift = "-", -shift
	}
	switch c.zone {
	case zoneUTC:
		return "Z"
	case zoneHours:
		return fmt.Sprintf("%s%02d", sign, shift/60)
	case zoneMinutes:
		return fmt.Sprintf("%s%02d:%02d", sign, shift/60, shift%60)
	default:
		return ""
	}
}
