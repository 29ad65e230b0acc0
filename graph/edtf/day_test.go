package edtf_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

func TestDayOf(t *testing.T) {
	tests := []struct {
		name    string
		y, m, d int
		want    edtf.Day
	}{
		{"epoch", 1970, 1, 1, 0},
		{"day before the epoch", 1969, 12, 31, -1},
		{"day of the listing", 2024, 6, 21, 19895},
		{"leap day of a century", 2000, 2, 29, 11016},
		{"year zero", 0, 1, 1, -719528},
		{"month carries over", 2023, 13, 1, 19723},
		{"month before January", 2024, 0, 31, 19722},
		{"day carries over", 2023, 12, 32, 19723},
		{"far future", 10_000_000, 1, 1, edtf.MaxDay},
		{"far past", -10_000_000, 1, 1, edtf.MinDay},
		{"largest arguments", math.MaxInt, math.MaxInt, math.MaxInt, edtf.MaxDay},
		{"smallest arguments", math.MinInt, math.MinInt, math.MinInt, edtf.MinDay},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, edtf.DayOf(tc.y, tc.m, tc.d))
		})
	}
}

func TestDay_String(t *testing.T) {
	tests := map[string]edtf.Day{
		"2024-06-21":   edtf.DayOf(2024, 6, 21),
		"0001-01-01":   edtf.DayOf(1, 1, 1),
		"-0044-03-15":  edtf.DayOf(-44, 3, 15),
		"+12345-06-07": edtf.DayOf(12345, 6, 7),
		"-17000-12-31": edtf.DayOf(-17000, 12, 31),
	}
	for want, d := range tests {
		assert.Equal(t, want, d.String())
	}
	assert.Equal(t, "..", edtf.MinDay.String())
	assert.Equal(t, "..", edtf.MaxDay.String())
}

func TestParseDay(t *testing.T) {
	for _, text := range []string{"2024-06-21", "1969-12-31", "0000-01-01", "-0044-03-15", "9999-12-31"} {
		d, err := edtf.ParseDay(text)
		require.NoError(t, err, text)
		assert.Equal(t, text, d.String())
	}
}

func TestParseDay_refused(t *testing.T) {
	tests := []refusal{
		{"", 1, "year with four digits"},
		{"..", 1, "year with four digits"},
		{"2024", 1, "one day in full"},
		{"2024-06", 1, "one day in full"},
		{"2024-06-XX", 1, "one day in full"},
		{"2024-06-21?", 1, "one day in full"},
		{"2024-06-21~", 1, "one day in full"},
		{"2024-06-21T10:00:00Z", 1, "one day in full"},
		{"[2024-06-21]", 1, "one day in full"},
		{"XXXX-06-21", 1, "one day in full"},
		{"Y12345", 1, "one day in full"},
		{"Y170000002", 1, "one day in full"},
		{"2023-02-29", 9, "01 to 28"},
		{"2024-06-21/2024-06-21", 11, "interval"},
	}
	for _, tc := range tests {
		t.Run(tc.text, func(t *testing.T) {
			_, err := edtf.ParseDay(tc.text)
			tc.check(t, err)
		})
	}
}

func TestDateOf(t *testing.T) {
	assert.Equal(t, edtf.MustDate("2024-06-21"), edtf.DateOf(edtf.DayOf(2024, 6, 21)))
	assert.Equal(t, edtf.MustDate("-0044-03-15"), edtf.DateOf(edtf.DayOf(-44, 3, 15)))
	for _, d := range []edtf.Day{edtf.MinDay, edtf.MaxDay, edtf.DayOf(10_000, 1, 1), edtf.DayOf(-10_000, 12, 31)} {
		assert.True(t, edtf.DateOf(d).IsZero(), d.String())
	}
}

func TestDay_CivilIsInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := edtf.Day(rapid.Int32().Draw(t, "day"))
		require.Equal(t, d, edtf.DayOf(d.Civil()))
	})
}

func TestDay_agreesWithTimePackage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-4_000_000, 4_000_000).Draw(t, "day")
		at := time.Unix(n*86400, 0).UTC()
		y, m, d := edtf.Day(n).Civil()
		require.Equal(t, []int{at.Year(), int(at.Month()), at.Day()}, []int{y, m, d})
		require.EqualValues(t, n, edtf.DayOf(y, m, d))
	})
}

func TestDayOf_carriesOverAsTimeDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(-3000, 3000).Draw(t, "year")
		m := rapid.IntRange(-50, 50).Draw(t, "month")
		d := rapid.IntRange(-1000, 1000).Draw(t, "day")
		midnight := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		require.EqualValues(t, midnight.Unix()/86400, edtf.DayOf(y, m, d))
	})
}
