package edtf

// Words says the interval in plain English. An end that nobody gave and an open one read differently:
// "since 1985 (end not known)", "since 1985, still going on".
func (i Interval) Words() string {
	switch {
	case i.isLone():
		return i.Start.Date.Words()
	case i.Start.IsUnknown() && i.End.IsUnknown():
		return "period not given"
	case i.Start.Date.IsZero():
		return i.wordsFromEnd()
	case i.End.Open:
		return "since " + i.Start.Date.Words() + ", still going on"
	case i.End.IsUnknown():
		return "since " + i.Start.Date.Words() + " (end not known)"
	case i.Start.Date.OneOf() || i.End.Date.OneOf():
		return "from " + i.Start.Date.Words() + " to " + i.End.Date.Words()
	default:
		return "from " + rangeWords(i.Start.Date.unit, i.End.Date.unit)
	}
}

// wordsFromEnd is for an interval whose start has no date.
func (i Interval) wordsFromEnd() string {
	switch {
	case i.Start.Open && i.End.Open:
		return "at all times"
	case i.Start.Open && i.End.IsUnknown():
		return "at all times until an end that is not known"
	case i.Start.Open:
		return "at all times until " + i.End.Date.Words()
	case i.End.Open:
		return "still going on (start not known)"
	default:
		return "until " + i.End.Date.Words() + " (start not known)"
	}
}
