package edtf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// refusal is one refused text: the character that the error names, and a part of what it says would be right.
type refusal struct {
	text string
	at   int
	want string
}

func (r refusal) check(t *testing.T, err error) {
	t.Helper()
	require.ErrorIs(t, err, edtf.ErrSyntax)
	require.ErrorContains(t, err, fmt.Sprintf("%q, character %d: ", r.text, r.at))
	require.ErrorContains(t, err, r.want)
}

var refusedDates = []refusal{
	// Garbage and other formats.
	{"", 1, "year with four digits"},
	{" ", 1, "year with four digits"},
	{"yesterday", 1, "year with four digits"},
	{"198", 4, "year with four digits"},
	{"198u", 4, "X for a digit that is not known"},
	{"19xx", 3, "X for a digit that is not known"},
	{"20240621", 5, "form 2024-06-21"},
	{"12345", 5, "form 2024-06-21"},
	{"2024/06/21", 5, "interval"},
	{"2024 ", 5, "without blanks"},
	{"2024\x00", 5, "end the text here"},
	{"２０２４", 1, "year with four digits"},
	{"21.06.2024", 3, "year with four digits"},
	{"June 2024", 1, "year with four digits"},
	{"2024-06-21Ä", 11, "end the text here"},
	{"{1960,1961}", 1, "several dates"},
	{"..", 1, "year with four digits"},
	// Years.
	{"-0000", 2, "as 0000"},
	{"+2024", 1, "year with four digits"},
	{"-", 2, "year with four digits"},
	{"1XXX", 1, "201X, 20XX"},
	{"-XXXX-06", 2, "201X, 20XX"},
	{"1X8X", 1, "201X, 20XX"},
	{"19X4", 4, "stands last"},
	{"X984", 2, "stands last"},
	{"XXXX", 5, "XXXX-06"},
	{"XXXX~", 5, "XXXX-06"},
	{"201X-06", 5, "takes no month"},
	{"20XX-XX", 5, "takes no month"},
	{"Y", 2, "5 to 12 digits"},
	{"Y2024", 2, "5 to 12 digits"},
	{"Y-9999", 3, "5 to 12 digits"},
	{"Y00001", 2, "5 to 12 digits"},
	{"Y012345", 2, "leading zeros"},
	{"Y1234567890123", 14, "at most 12 digits"},
	{"Y-17E7", 3, "5 to 12 digits"},
	{"Y17000E7", 7, "level 2"},
	{"1950S2", 5, "level 2"},
	{"Y17000-06", 7, "end the text here"},
	// Months and seasons.
	{"2024-", 6, "01 to 12"},
	{"2024-6", 6, "01 to 12"},
	{"2024-6-21", 6, "01 to 12"},
	{"2024-00", 6, "01 to 12"},
	{"2024-13", 6, "season, 21 to 24"},
	{"2024-20", 6, "season, 21 to 24"},
	{"2024-25", 6, "season, 21 to 24"},
	{"2024-041", 8, "end the text here"},
	{"2024-X1", 6, "01 to 12"},
	{"2024-21-01", 8, "season has no days"},
	{"XXXX-XX", 6, "says nothing"},
	{"XXXX-XX-XX", 6, "says nothing"},
	// Days.
	{"2023-02-29", 9, "day of February 2023 with two digits, 01 to 28"},
	{"1900-02-29", 9, "01 to 28"},
	{"2024-02-30", 9, "01 to 29"},
	{"2024-04-31", 9, "01 to 30"},
	{"2024-05-32", 9, "01 to 31"},
	{"2024-05-00", 9, "01 to 31"},
	{"2024-05-1", 9, "01 to 31"},
	{"2024-05-", 9, "01 to 31"},
	{"2024-05-123", 11, "end the text here"},
	{"2024-XX-11", 9, "unspecified too"},
	{"2024-05-1X", 9, "01 to 31"},
	{"XXXX-02-30", 9, "01 to 29"},
	{"XXXX-06-XX", 9, "end after the month"},
	// Qualifiers.
	{"?2004-06", 1, "year with four digits"},
	{"2004?-06", 6, "end the text here"},
	{"2004-06?-11", 9, "end the text here"},
	{"2004?~", 6, "one qualifier"},
	{"2004??", 6, "one qualifier"},
	{"1985-04-12T23:20:30?", 20, "without time of day"},
	// Times.
	{"2024T10:00:00", 5, "after a whole date"},
	{"2024-06T10:00:00", 8, "after a whole date"},
	{"1985-04-XXT10:00:00", 11, "after a whole date"},
	{"XXXX-06-21T10:00:00", 11, "after a whole date"},
	{"2024-06-21T", 12, "00 to 23"},
	{"2024-06-21T24:00:00", 12, "00 to 23"},
	{"2024-06-21T10", 14, "10:00:00"},
	{"2024-06-21T10:00", 17, "10:00:00"},
	{"2024-06-21T10:60:00", 15, "00 to 59"},
	{"2024-06-21T10:00:60", 18, "00 to 59"},
	{"2024-06-21T100000", 14, "10:00:00"},
	{"2024-06-21T10:00:00.5", 20, "end the text here"},
	{"2024-06-21T10:00:00z", 20, "end the text here"},
	{"2024-06-21T10:00:00+", 21, "00 to 14"},
	{"2024-06-21T10:00:00+15", 21, "00 to 14"},
	{"2024-06-21T10:00:00+14:01", 20, "-12:00 and +14:00"},
	{"2024-06-21T10:00:00-12:01", 20, "-12:00 and +14:00"},
	{"2024-06-21T10:00:00+0430", 23, "end the text here"},
	{"2024-06-21T10:00:00+04:60", 24, "00 to 59"},
	{"2024-06-21T10:00:00-00", 20, "Z, +00"},
	{"2024-06-21T10:00:00-00:00", 20, "Z, +00"},
	{"2024-06-21 10:00:00", 11, "without blanks"},
}

func TestParseDate_refused(t *testing.T) {
	for _, tc := range refusedDates {
		t.Run(tc.text, func(t *testing.T) {
			d, err := edtf.ParseDate(tc.text)
			tc.check(t, err)
			assert.True(t, d.IsZero(), "a refused text gives no date")
		})
	}
}

var refusedSets = []refusal{
	{"[", 2, "year with four digits"},
	{"[]", 2, "year with four digits"},
	{"[..]", 4, "year with four digits"},
	{"[1984", 6, "close the set with ]"},
	{"[1984,", 7, "year with four digits"},
	{"[1984]]", 7, "end the text here"},
	{"[1984]?", 7, "one qualifier"},
	{"[1667, 1668]", 7, "year with four digits"},
	{"[1667 ,1668]", 6, "without blanks"},
	{"[1667,..1670]", 7, "only at the start"},
	{"[1667..,1670]", 8, "year with four digits"},
	{"[..1667..1670]", 8, "go on with a comma"},
	{"[1667..1668..1669]", 12, "go on with a comma"},
	{"[1667.1668]", 6, "go on with a comma"},
	{"[1672..1670]", 2, "earlier end of a range first"},
	{"[1667,2024-06-21..2024-06-20]", 7, "earlier end of a range first"},
	{"[Y170000002..Y170000001]", 2, "earlier end of a range first"},
	{"[XXXX-06-21]", 2, "with its year"},
	{"[1984,1985-04-12T23:20:30]", 7, "without time of day"},
	{"[2023-02-29]", 10, "01 to 28"},
	{"[1984,[1985]]", 7, "year with four digits"},
	{"[1984/1985]", 6, "go on with a comma"},
}

func TestParseDate_refusedSets(t *testing.T) {
	for _, tc := range refusedSets {
		t.Run(tc.text, func(t *testing.T) {
			d, err := edtf.ParseDate(tc.text)
			tc.check(t, err)
			assert.True(t, d.IsZero(), "a refused text gives no date")
		})
	}
}

func TestParse_overlong(t *testing.T) {
	_, err := edtf.ParseDate(strings.Repeat("2", 65))
	require.ErrorIs(t, err, edtf.ErrSyntax)
	require.ErrorContains(t, err, "character 65: write at most 64 bytes")

	set := "[1984" + strings.Repeat(",1984", 101) + "]"
	require.Len(t, set, 511)
	d, err := edtf.ParseDate(set)
	require.NoError(t, err)
	assert.Equal(t, set, d.String())
	assert.Equal(t, edtf.DayOf(1984, 12, 31), d.Latest())

	_, err = edtf.ParseDate("[1984," + set[1:])
	require.ErrorIs(t, err, edtf.ErrSyntax)
	require.ErrorContains(t, err, "character 513: write at most 512 bytes")
	assert.Less(t, len(err.Error()), 200, "an overlong text is not repeated whole")

	_, err = edtf.ParseInterval(strings.Repeat("ä", 300))
	require.ErrorIs(t, err, edtf.ErrSyntax)
	require.ErrorContains(t, err, "write at most 512 bytes")
}
