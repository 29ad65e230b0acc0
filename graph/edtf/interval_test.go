package edtf_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// The intervals from the specification's levels 0 and 1 come first; then what a graph of companies needs.
var intervalCases = []struct{ text, first, last, words string }{
	{"1964/2008", "1964-01-01", "2008-12-31", "from 1964 to 2008"},
	{"2004-06/2006-08", "2004-06-01", "2006-08-31", "from June 2004 to August 2006"},
	{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "from 1 February 2004 to 8 February 2005"},
	{"2004-02-01/2005-02", "2004-02-01", "2005-02-28", "from 1 February 2004 to February 2005"},
	{"2004-02-01/2005", "2004-02-01", "2005-12-31", "from 1 February 2004 to 2005"},
	{"2005/2006-02", "2005-01-01", "2006-02-28", "from 2005 to February 2006"},
	{"1985-04-12/..", "1985-04-12", "..", "since 12 April 1985, still going on"},
	{"1985-04/..", "1985-04-01", "..", "since April 1985, still going on"},
	{"1985/..", "1985-01-01", "..", "since 1985, still going on"},
	{"../1985-04-12", "..", "1985-04-12", "at all times until 12 April 1985"},
	{"../1985-04", "..", "1985-04-30", "at all times until April 1985"},
	{"../1985", "..", "1985-12-31", "at all times until 1985"},
	{"1985-04-12/", "1985-04-12", "..", "since 12 April 1985 (end not known)"},
	{"1985-04/", "1985-04-01", "..", "since April 1985 (end not known)"},
	{"1985/", "1985-01-01", "..", "since 1985 (end not known)"},
	{"/1985-04-12", "..", "1985-04-12", "until 12 April 1985 (start not known)"},
	{"/1985-04", "..", "1985-04-30", "until April 1985 (start not known)"},
	{"/1985", "..", "1985-12-31", "until 1985 (start not known)"},
	{"1984~/2004-06", "1983-01-01", "2004-06-30", "from about 1984 to June 2004"},
	{"1984/2004-06~", "1984-01-01", "2004-07-31", "from 1984 to about June 2004"},
	{"1984~/2004~", "1983-01-01", "2005-12-31", "from about 1984 to about 2004"},
	{"1984?/2004%", "1984-01-01", "2005-12-31", "from possibly 1984 to possibly about 2004"},
	{"1984-06?/2004-08?", "1984-06-01", "2004-08-31", "from possibly June 1984 to possibly August 2004"},
	{"1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-09", "from possibly 2 June 1984 to about 8 August 2004"},
	{"1984-06-02?/", "1984-06-02", "..", "since possibly 2 June 1984 (end not known)"},
	{"2024-07-20/2024-09-29", "2024-07-20", "2024-09-29", "from 20 July to 29 September 2024"},
	{"2024-07-20/2024-07-29", "2024-07-20", "2024-07-29", "from 20 to 29 July 2024"},
	{"2024-07/2024-09", "2024-07-01", "2024-09-30", "from July to September 2024"},
	{"2024-07-20/2024-07-20", "2024-07-20", "2024-07-20", "from 20 July 2024 to 20 July 2024"},
	{"2024/2024-03-01", "2024-01-01", "2024-03-01", "from 2024 to 1 March 2024"},
	{"2024-06/2024", "2024-06-01", "2024-12-31", "from June 2024 to 2024"},
	{"2024~/2023", "2023-01-01", "2023-12-31", "from about 2024 to 2023"},
	{"-0753/0476", "-0753-01-01", "0476-12-31", "from 754 BC to AD 476"},
	{"-0044-03/-0044-05", "-0044-03-01", "-0044-05-31", "from March to May 45 BC"},
	{"-0044-03/0044-05", "-0044-03-01", "0044-05-31", "from March 45 BC to May AD 44"},
	{"201X/2024-21", "2010-01-01", "2024-06-21", "from the 2010s to spring 2024"},
	{"XXXX-12/XXXX-06", "..", "..", "from December to June, year not given"},
	{"Y170000002/..", "..", "..", "since 170000002, still going on"},
	{"../..", "..", "..", "at all times"},
	{"../", "..", "..", "at all times until an end that is not known"},
	{"/..", "..", "..", "still going on (start not known)"},
	{"2010/[2025-08-11..2025-12-24]", "2010-01-01", "2025-12-24", "from 2010 to one of 11 August to 24 December 2025"},
	{"[2010,2012]/..", "2010-01-01", "..", "since one of 2010 or 2012, still going on"},
	{"2024", "2024-01-01", "2024-12-31", "2024"},
	{"2024-06-21", "2024-06-21", "2024-06-21", "21 June 2024"},
	{"2024~", "2023-01-01", "2025-12-31", "about 2024"},
	{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC"},
	{"[1667,1668]", "1667-01-01", "1668-12-31", "one of 1667 or 1668"},
}

func TestParseInterval_accepted(t *testing.T) {
	for _, tc := range intervalCases {
		t.Run(tc.text, func(t *testing.T) {
			i, err := edtf.ParseInterval(tc.text)
			require.NoError(t, err)
			assert.Equal(t, tc.text, i.String())
			assert.Equal(t, tc.first, i.Earliest().String(), "earliest")
			assert.Equal(t, tc.last, i.Latest().String(), "latest")
			assert.Equal(t, tc.words, i.Words())
			assert.False(t, i.IsZero())
		})
	}
}

var refusedIntervals = []refusal{
	{"", 1, `write an interval as "1964/2008"`},
	{"/", 2, "at least one end"},
	{"//", 2, "two ends of an interval"},
	{"..", 3, `write an interval as "1964/2008"`},
	{"../...", 6, "end the text here"},
	{"open/1985", 1, "year with four digits"},
	{"1985/open", 6, "year with four digits"},
	{"1985/unknown", 6, "year with four digits"},
	{"2008/1964", 6, "not lie before the start, 2008"},
	{"2024-06-21/2024-06-20", 12, "not lie before the start, 2024-06-21"},
	{"2024-07/2024-06", 9, "not lie before the start, 2024-07"},
	{"2024~/2022", 7, "not lie before the start, 2024~"},
	{"Y170000002/Y170000001", 12, "not lie before the start"},
	{"[2024..2026]/2023", 14, "not lie before the start"},
	{"1964/2008/2010", 10, "two ends of an interval"},
	{"1964 / 2008", 5, "without blanks"},
	{"1964/ 2008", 6, "year with four digits"},
	{"1964-2008", 6, "01 to 12"},
	{"1964..2008", 5, "end the text here"},
	{"2023-02-29/..", 9, "01 to 28"},
	{"../2023-02-29", 12, "01 to 28"},
	{"2024-06-21T10:00:00/2025", 1, "start without time of day"},
	{"2023/2024-06-21T10:00:00", 6, "end without time of day"},
	{"2024/P1Y", 6, "year with four digits"},
	{"[1984/2000", 6, "close the set with ]"},
}

func TestParseInterval_refused(t *testing.T) {
	for _, tc := range refusedIntervals {
		t.Run(tc.text, func(t *testing.T) {
			i, err := edtf.ParseInterval(tc.text)
			tc.check(t, err)
			assert.True(t, i.IsZero(), "a refused text gives no interval")
		})
	}
}

func TestInterval_unknownAndOpenDiffer(t *testing.T) {
	unknown, err := edtf.ParseInterval("1985/")
	require.NoError(t, err)
	open, err := edtf.ParseInterval("1985/..")
	require.NoError(t, err)

	assert.NotEqual(t, unknown, open)
	assert.True(t, unknown.End.IsUnknown())
	assert.False(t, open.End.IsUnknown())
	assert.True(t, open.End.Open)
	assert.Equal(t, unknown.Latest(), open.Latest())
	assert.Equal(t, unknown.Start, open.Start)
}

func TestInterval_zero(t *testing.T) {
	var i edtf.Interval
	assert.True(t, i.IsZero())
	assert.Empty(t, i.String())
	assert.Equal(t, "period not given", i.Words())
	assert.Equal(t, edtf.MinDay, i.Earliest())
	assert.Equal(t, edtf.MaxDay, i.Latest())
	assert.Equal(t, i, edtf.During(edtf.Date{}), "during no date is no interval")
}

func TestInterval_comparable(t *testing.T) {
	seen := map[edtf.Interval]string{}
	for _, tc := range intervalCases {
		i, err := edtf.ParseInterval(tc.text)
		require.NoError(t, err)
		other, dup := seen[i]
		assert.False(t, dup, "%s and %s are one value", tc.text, other)
		seen[i] = tc.text
	}
}

func TestDuring(t *testing.T) {
	lone, err := edtf.ParseInterval("2024")
	require.NoError(t, err)
	pair, err := edtf.ParseInterval("2024/2024")
	require.NoError(t, err)

	assert.Equal(t, edtf.During(edtf.MustDate("2024")), lone)
	assert.NotEqual(t, pair, lone)
	assert.Equal(t, pair.Start, lone.Start)
	assert.Equal(t, pair.End, lone.End)

	lone.End = edtf.Bound{Open: true}
	assert.Equal(t, "2024/..", lone.String(), "bounds changed by hand show")
}

func TestNewInterval(t *testing.T) {
	date := func(s string) edtf.Bound { return edtf.Bound{Date: edtf.MustDate(s)} }
	open := edtf.Bound{Open: true}

	i, err := edtf.NewInterval(date("1985"), open)
	require.NoError(t, err)
	assert.Equal(t, edtf.Interval{Start: date("1985"), End: open}, i)

	refused := map[string]edtf.Interval{
		"/":                        {},
		"2024/2020":                {Start: date("2024"), End: date("2020")},
		"2024/..":                  {Start: date("2024"), End: edtf.Bound{Date: edtf.MustDate("2025"), Open: true}},
		"1985-04-12T23:20:30/2024": {Start: date("1985-04-12T23:20:30"), End: date("2024")},
	}
	for text, bad := range refused {
		_, err := edtf.NewInterval(bad.Start, bad.End)
		require.ErrorIs(t, err, edtf.ErrSyntax, text)
		require.ErrorContains(t, err, text)
	}
}
