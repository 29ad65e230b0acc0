package edtf_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// dateCase is one accepted date; first and last are days as Day.String writes them.
type dateCase struct {
	text, first, last string
	precision         edtf.Precision
	words             string
}

// The first example of each group is one that the specification prints.
var dateCases = []dateCase{
	// Level 0, date.
	{"1985-04-12", "1985-04-12", "1985-04-12", edtf.PrecisionDay, "12 April 1985"},
	{"1985-04", "1985-04-01", "1985-04-30", edtf.PrecisionMonth, "April 1985"},
	{"1985", "1985-01-01", "1985-12-31", edtf.PrecisionYear, "1985"},
	{"2024-02", "2024-02-01", "2024-02-29", edtf.PrecisionMonth, "February 2024"},
	{"2024-02-29", "2024-02-29", "2024-02-29", edtf.PrecisionDay, "29 February 2024"},
	{"2000-02-29", "2000-02-29", "2000-02-29", edtf.PrecisionDay, "29 February 2000"},
	{"0000-02-29", "0000-02-29", "0000-02-29", edtf.PrecisionDay, "29 February 1 BC"},
	{"0000", "0000-01-01", "0000-12-31", edtf.PrecisionYear, "1 BC"},
	{"0044-03-15", "0044-03-15", "0044-03-15", edtf.PrecisionDay, "15 March AD 44"},
	{"9999-12-31", "9999-12-31", "9999-12-31", edtf.PrecisionDay, "31 December 9999"},
	// Level 0, date and time.
	{"1985-04-12T23:20:30", "1985-04-12", "1985-04-12", edtf.PrecisionDay, "12 April 1985, 23:20:30"},
	{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", edtf.PrecisionDay, "12 April 1985, 23:20:30 UTC"},
	{"1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", edtf.PrecisionDay, "12 April 1985, 23:20:30 UTC-04"},
	{"1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", edtf.PrecisionDay, "12 April 1985, 23:20:30 UTC+04:30"},
	{"2016-05-02T16:54:59-00:15", "2016-05-02", "2016-05-02", edtf.PrecisionDay, "2 May 2016, 16:54:59 UTC-00:15"},
	{"2016-05-02T00:00:00+00", "2016-05-02", "2016-05-02", edtf.PrecisionDay, "2 May 2016, 00:00:00 UTC+00"},
	{"2016-05-02T00:00:00+14:00", "2016-05-02", "2016-05-02", edtf.PrecisionDay, "2 May 2016, 00:00:00 UTC+14:00"},
	{"2016-05-02T00:00:00-12:00", "2016-05-02", "2016-05-02", edtf.PrecisionDay, "2 May 2016, 00:00:00 UTC-12:00"},
	// Level 1, letter-prefixed year.
	{"Y170000002", "..", "..", edtf.PrecisionYear, "170000002"},
	{"Y-170000002", "..", "..", edtf.PrecisionYear, "170000003 BC"},
	{"Y-17000", "-17000-01-01", "-17000-12-31", edtf.PrecisionYear, "17001 BC"},
	{"Y10000", "+10000-01-01", "+10000-12-31", edtf.PrecisionYear, "10000"},
	{"Y999999999999", "..", "..", edtf.PrecisionYear, "999999999999"},
	// Level 1, seasons.
	{"2001-21", "2001-03-01", "2001-06-21", edtf.PrecisionSeason, "spring 2001"},
	{"2003-22", "2003-06-01", "2003-09-23", edtf.PrecisionSeason, "summer 2003"},
	{"2000-23", "2000-09-01", "2000-12-22", edtf.PrecisionSeason, "autumn 2000"},
	{"2010-24", "2009-12-01", "2011-03-21", edtf.PrecisionSeason, "winter 2010"},
	{"2024-21~", "2023-12-01", "2024-09-21", edtf.PrecisionSeason, "about spring 2024"},
	// Level 1, qualification of a whole date.
	{"1984?", "1984-01-01", "1984-12-31", edtf.PrecisionYear, "possibly 1984"},
	{"2004-06~", "2004-05-01", "2004-07-31", edtf.PrecisionMonth, "about June 2004"},
	{"2004-06-11%", "2004-06-10", "2004-06-12", edtf.PrecisionDay, "possibly about 11 June 2004"},
	{"2024~", "2023-01-01", "2025-12-31", edtf.PrecisionYear, "about 2024"},
	{"2024-01-01~", "2023-12-31", "2024-01-02", edtf.PrecisionDay, "about 1 January 2024"},
	{"2024-01~", "2023-12-01", "2024-02-29", edtf.PrecisionMonth, "about January 2024"},
	{"Y-17000~", "-17001-01-01", "-16999-12-31", edtf.PrecisionYear, "about 17001 BC"},
	{"199X~", "1980-01-01", "2009-12-31", edtf.PrecisionDecade, "about the 1990s"},
	{"19XX%", "1800-01-01", "2099-12-31", edtf.PrecisionCentury, "possibly about the years 1900 to 1999"},
	{"1985-XX-XX~", "1984-01-01", "1986-12-31", edtf.PrecisionYear, "about 1985, month and day not given"},
	{"1985-04-XX?", "1985-04-01", "1985-04-30", edtf.PrecisionMonth, "possibly April 1985, day not given"},
	// Level 1, unspecified digits from the right.
	{"201X", "2010-01-01", "2019-12-31", edtf.PrecisionDecade, "the 2010s"},
	{"20XX", "2000-01-01", "2099-12-31", edtf.PrecisionCentury, "the years 2000 to 2099"},
	{"2004-XX", "2004-01-01", "2004-12-31", edtf.PrecisionYear, "2004, month not given"},
	{"1985-04-XX", "1985-04-01", "1985-04-30", edtf.PrecisionMonth, "April 1985, day not given"},
	{"1985-XX-XX", "1985-01-01", "1985-12-31", edtf.PrecisionYear, "1985, month and day not given"},
	{"199X", "1990-01-01", "1999-12-31", edtf.PrecisionDecade, "the 1990s"},
	{"200X", "2000-01-01", "2009-12-31", edtf.PrecisionDecade, "the years 2000 to 2009"},
	{"000X", "0000-01-01", "0009-12-31", edtf.PrecisionDecade, "the years 1 BC to AD 9"},
	{"00XX", "0000-01-01", "0099-12-31", edtf.PrecisionCentury, "the years 1 BC to AD 99"},
	// Level 1, negative calendar year.
	{"-1985", "-1985-01-01", "-1985-12-31", edtf.PrecisionYear, "1986 BC"},
	{"-0044-03-15", "-0044-03-15", "-0044-03-15", edtf.PrecisionDay, "15 March 45 BC"},
	{"-0004-02-29", "-0004-02-29", "-0004-02-29", edtf.PrecisionDay, "29 February 5 BC"},
	{"-198X", "-1989-01-01", "-1980-12-31", edtf.PrecisionDecade, "the years 1990 BC to 1981 BC"},
	{"-19XX", "-1999-01-01", "-1900-12-31", edtf.PrecisionCentury, "the years 2000 BC to 1901 BC"},
	{"-000X", "-0009-01-01", "-0001-12-31", edtf.PrecisionDecade, "the years 10 BC to 2 BC"},
	{"-0001-24", "-0002-12-01", "0000-03-21", edtf.PrecisionSeason, "winter 2 BC"},
	// Level 2, unspecified year.
	{"XXXX-06-21", "..", "..", edtf.PrecisionDay, "21 June, year not given"},
	{"XXXX-06", "..", "..", edtf.PrecisionMonth, "June, year not given"},
	{"XXXX-22", "..", "..", edtf.PrecisionSeason, "summer, year not given"},
	{"XXXX-02-29", "..", "..", edtf.PrecisionDay, "29 February, year not given"},
	{"XXXX-06-21~", "..", "..", edtf.PrecisionDay, "about 21 June, year not given"},
	// Level 2, one of a set.
	{"[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", edtf.PrecisionYear, "one of 1667, 1668, or 1670 to 1672"},
	{"[..1760-12-03]", "..", "1760-12-03", edtf.PrecisionDay, "3 December 1760 or earlier"},
	{"[1760-12..]", "1760-12-01", "..", edtf.PrecisionMonth, "December 1760 or later"},
	{"[1760-01,1760-02,1760-12..]", "1760-01-01", "..", edtf.PrecisionMonth, "one of January 1760, February 1760, or December 1760 or later"},
	{"[1667,1760-12]", "1667-01-01", "1760-12-31", edtf.PrecisionYear, "one of 1667 or December 1760"},
	{"[..1984]", "..", "1984-12-31", edtf.PrecisionYear, "1984 or earlier"},
	{"[1984..]", "1984-01-01", "..", edtf.PrecisionYear, "1984 or later"},
	{"[2025-08-11..2025-12-24]", "2025-08-11", "2025-12-24", edtf.PrecisionDay, "one of 11 August to 24 December 2025"},
	{"[2025-12-11..2025-12-24]", "2025-12-11", "2025-12-24", edtf.PrecisionDay, "one of 11 to 24 December 2025"},
	{"[2024-12-11..2025-12-24]", "2024-12-11", "2025-12-24", edtf.PrecisionDay, "one of 11 December 2024 to 24 December 2025"},
	{"[1668,1667]", "1667-01-01", "1668-12-31", edtf.PrecisionYear, "one of 1668 or 1667"},
	{"[1984]", "1984-01-01", "1984-12-31", edtf.PrecisionYear, "1984"},
	{"[1984~..1986?]", "1983-01-01", "1986-12-31", edtf.PrecisionYear, "one of about 1984 to possibly 1986"},
	{"[199X,2001-21,2004-XX,Y10000]", "1990-01-01", "+10000-12-31", edtf.PrecisionDecade, "one of the 1990s, spring 2001, 2004, month not given, or 10000"},
	{"[..1984,1990..]", "..", "..", edtf.PrecisionYear, "one of 1984 or earlier or 1990 or later"},
}

func TestParseDate_accepted(t *testing.T) {
	for _, tc := range dateCases {
		t.Run(tc.text, func(t *testing.T) {
			d, err := edtf.ParseDate(tc.text)
			require.NoError(t, err)
			assert.Equal(t, tc.text, d.String())
			assert.Equal(t, tc.first, d.Earliest().String(), "earliest")
			assert.Equal(t, tc.last, d.Latest().String(), "latest")
			assert.Equal(t, tc.precision, d.Precision(), "precision is %s", d.Precision())
			assert.Equal(t, tc.words, d.Words())
			assert.False(t, d.IsZero())
		})
	}
}

func TestDate_unboundedSides(t *testing.T) {
	tests := map[string]struct{ first, last edtf.Day }{
		"Y170000002":  {edtf.MaxDay, edtf.MaxDay},
		"Y-170000002": {edtf.MinDay, edtf.MinDay},
		"XXXX-06-21":  {edtf.MinDay, edtf.MaxDay},
		"[..1970]":    {edtf.MinDay, edtf.DayOf(1970, 12, 31)},
		"[1970..]":    {0, edtf.MaxDay},
	}
	for text, want := range tests {
		d := edtf.MustDate(text)
		assert.Equal(t, want.first, d.Earliest(), text)
		assert.Equal(t, want.last, d.Latest(), text)
	}
}

func TestDate_qualifiers(t *testing.T) {
	tests := []struct {
		text                   string
		approximate, uncertain bool
	}{
		{"2024", false, false},
		{"2024?", false, true},
		{"2024~", true, false},
		{"2024%", true, true},
		{"[2024,2026]", false, false},
		{"[2024,2026~]", true, false},
		{"[2024..2026?]", false, true},
		{"[..2026%]", true, true},
	}
	for _, tc := range tests {
		t.Run(tc.text, func(t *testing.T) {
			d := edtf.MustDate(tc.text)
			assert.Equal(t, tc.approximate, d.Approximate(), "approximate")
			assert.Equal(t, tc.uncertain, d.Uncertain(), "uncertain")
		})
	}
}

func TestDate_kindOf(t *testing.T) {
	assert.True(t, edtf.MustDate("[1984..]").OneOf())
	assert.False(t, edtf.MustDate("1984").OneOf())
	assert.True(t, edtf.MustDate("1985-04-12T23:20:30").HasTime())
	assert.False(t, edtf.MustDate("1985-04-12").HasTime())
}

func TestDate_zero(t *testing.T) {
	var d edtf.Date
	assert.True(t, d.IsZero())
	assert.Empty(t, d.String())
	assert.Equal(t, "date not given", d.Words())
	assert.Equal(t, edtf.NoPrecision, d.Precision())
	assert.Equal(t, edtf.MinDay, d.Earliest())
	assert.Equal(t, edtf.MaxDay, d.Latest())
	assert.False(t, d.Approximate() || d.Uncertain() || d.OneOf() || d.HasTime())
}

func TestDate_comparable(t *testing.T) {
	seen := map[edtf.Date]string{}
	for _, tc := range dateCases {
		d := edtf.MustDate(tc.text)
		assert.Equal(t, edtf.MustDate(tc.text), d)
		other, dup := seen[d]
		assert.False(t, dup, "%s and %s are one value", tc.text, other)
		seen[d] = tc.text
	}
}

func TestMustDate_panics(t *testing.T) {
	assert.PanicsWithValue(t,
		`edtf: MustDate: "2023-02-29", character 9: write the day of February 2023 with two digits, 01 to 28: not valid EDTF`,
		func() { edtf.MustDate("2023-02-29") })
}

func TestPrecision_String(t *testing.T) {
	want := []string{"none", "century", "decade", "year", "season", "month", "day", "Precision(7)"}
	for i, name := range want {
		assert.Equal(t, name, edtf.Precision(i).String())
	}
	assert.Less(t, edtf.PrecisionCentury, edtf.PrecisionDay, "coarse precisions are smaller")
}
