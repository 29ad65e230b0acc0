package edtf

import "fmt"

// Interval is a period between two bounds. The zero value means that none is given. Two intervals are == exactly when
// their texts are equal: "2024" and "2024/2024" have the same bounds and differ.
type Interval struct {
	Start, End Bound
	lone       bool // written as one date, which both bounds then are
}

// During returns the interval that is written as a lone date: it begins and ends within it.
func During(d Date) Interval {
	return Interval{Start: Bound{Date: d}, End: Bound{Date: d}, lone: !d.IsZero()}
}

// NewInterval returns the interval between two bounds, not both unknown. Its error wraps [ErrSyntax].
func NewInterval(start, end Bound) (Interval, error) {
	text := start.String() + "/" + end.String()
	for _, b := range []Bound{start, end} {
		if want := b.fault(); want != "" {
			return Interval{}, syntaxError(text, 0, want)
		}
	}
	return ParseInterval(text)
}

// ParseInterval reads two dates separated by "/", each of which may be ".." (open) or missing (not known), or a lone
// date, which is then both bounds; at most 512 bytes. It refuses an end that certainly lies before the start.
// Its error wraps [ErrSyntax].
func ParseInterval(s string) (Interval, error) {
	sc, err := newScanner(s, maxTextLength)
	if err != nil {
		return Interval{}, err
	}
	start, err := sc.bound()
	if err != nil {
		return Interval{}, err
	}
	if sc.peek() != '/' && !start.Open && !start.IsUnknown() {
		if err := sc.end(); err != nil {
			return Interval{}, err
		}
		return During(start.Date), nil
	}
	return sc.intervalFrom(start)
}

// intervalFrom reads the rest of an interval from its "/" on.
func (sc *scanner) intervalFrom(start Bound) (Interval, error) {
	if start.Date.HasTime() {
		sc.pos = 0
		return Interval{}, sc.fail("write the start without time of day")
	}
	if !sc.skip("/") {
		return Interval{}, sc.fail(`write an interval as "1964/2008", "1985/.." or "1985/"`)
	}
	at := sc.pos
	end, err := sc.bound()
	if err != nil {
		return Interval{}, err
	}
	if err := sc.end(); err != nil {
		return Interval{}, err
	}
	sc.pos = at
	i := Interval{Start: start, End: end}
	if want := i.fault(); want != "" {
		return Interval{}, sc.fail("%s", want)
	}
	return i, nil
}

// fault says what would be right, "" if the interval is.
func (i Interval) fault() string {
	first, _ := i.Start.Date.days()
	_, last := i.End.Date.days()
	switch {
	case i.Start.IsUnknown() && i.End.IsUnknown():
		return "give at least one end"
	case i.End.Date.HasTime():
		return "write the end without time of day"
	case last < first:
		return fmt.Sprintf("write an end that does not lie before the start, %s", i.Start)
	default:
		return ""
	}
}

// IsZero tells whether no interval is given.
func (i Interval) IsZero() bool { return i == Interval{} }

// String returns the interval as it was written, "" for the zero Interval.
func (i Interval) String() string {
	switch {
	case i.isLone():
		return i.Start.String()
	case i.Start.IsUnknown() && i.End.IsUnknown():
		return ""
	default:
		return i.Start.String() + "/" + i.End.String()
	}
}

// isLone also notices bounds that were changed by hand.
func (i Interval) isLone() bool {
	return i.lone && i.Start == i.End && !i.Start.Open && !i.Start.IsUnknown()
}

// Earliest returns the first day that can belong to the interval: MinDay if its start is open or not known.
func (i Interval) Earliest() Day { return i.Start.Date.Earliest() }

// Latest returns the last day that can belong to the interval: MaxDay if its end is open or not known.
func (i Interval) Latest() Day { return i.End.Date.Latest() }

// MarshalText returns the interval as it was written, no bytes for the zero Interval.
// It fails with [ErrSyntax] for bounds put together by hand that [NewInterval] would refuse.
func (i Interval) MarshalText() ([]byte, error) {
	if i.IsZero() || i.isLone() {
		return []byte(i.String()), nil
	}
	if _, err := NewInterval(i.Start, i.End); err != nil {
		return nil, err
	}
	return []byte(i.String()), nil
}

// UnmarshalText reads what MarshalText wrote. Its error wraps [ErrSyntax].
func (i *Interval) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*i = Interval{}
		return nil
	}
	read, err := ParseInterval(string(text))
	if err != nil {
		return err
	}
	*i = read
	return nil
}
