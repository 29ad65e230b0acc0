package edtf

// Bound is one end of an interval: a date, or open ("..": there is none), or, as the zero value, not known.
// Open and a date exclude each other.
type Bound struct {
	Date Date
	Open bool
}

// ParseBound reads one end of an interval: a date without time of day, ".." or nothing.
// Its error wraps [ErrSyntax].
func ParseBound(s string) (Bound, error) {
	if s == "" || s == ".." {
		return Bound{Open: s == ".."}, nil
	}
	d, err := ParseDate(s)
	if err != nil {
		return Bound{}, err
	}
	if d.HasTime() {
		return Bound{}, syntaxError(s, 0, "write an end of an interval without time of day")
	}
	return Bound{Date: d}, nil
}

// IsUnknown tells whether there is an end that nobody gave, as in "1985/".
func (b Bound) IsUnknown() bool { return b == Bound{} }

// String returns the bound as it stands in an interval: a date, ".." or nothing.
func (b Bound) String() string {
	if b.Open {
		return ".."
	}
	return b.Date.String()
}

// MarshalText returns the bound as it stands in an interval.
// It fails with [ErrSyntax] for a bound that is open and has a date.
func (b Bound) MarshalText() ([]byte, error) {
	if want := b.fault(); want != "" {
		return nil, syntaxError(b.Date.String(), 0, want)
	}
	return []byte(b.String()), nil
}

// UnmarshalText reads what MarshalText wrote. Its error wraps [ErrSyntax].
func (b *Bound) UnmarshalText(text []byte) error {
	read, err := ParseBound(string(text))
	if err != nil {
		return err
	}
	*b = read
	return nil
}

// fault says what would be right, "" if the bound is.
func (b Bound) fault() string {
	if b.Open && !b.Date.IsZero() {
		return "give a bound a date, or let it be open"
	}
	return ""
}

// bound reads one end of an interval up to its "/" or the end of the text.
func (sc *scanner) bound() (Bound, error) {
	if sc.skip("..") {
		return Bound{Open: true}, nil
	}
	if next := sc.peek(); next == '/' || next == 0 && sc.pos == len(sc.text) {
		return Bound{}, nil
	}
	d, err := sc.date()
	return Bound{Date: d}, err
}
