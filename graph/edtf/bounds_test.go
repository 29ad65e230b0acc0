package edtf_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// An approximate date reaches from the first day of the unit before it to the last day of the unit after it.
func TestApproximate_reachesOneUnitFurther(t *testing.T) {
	tests := []struct{ about, before, after string }{
		{"2024-03-01~", "2024-02-29", "2024-03-02"},
		{"2023-03-01~", "2023-02-28", "2023-03-02"},
		{"2023-12-31%", "2023-12-30", "2024-01-01"},
		{"0000-01-01~", "-0001-12-31", "0000-01-02"},
		{"2024-03~", "2024-02", "2024-04"},
		{"2023-12~", "2023-11", "2024-01"},
		{"2024-02-XX~", "2024-01", "2024-03"},
		{"2024~", "2023", "2025"},
		{"2024-XX~", "2023", "2025"},
		{"2024-XX-XX%", "2023", "2025"},
		{"0000~", "-0001", "0001"},
		{"9999~", "9998", "Y10000"},
		{"Y-10000~", "Y-10001", "-9999"},
		{"201X~", "200X", "202X"},
		{"20XX~", "19XX", "21XX"},
		{"-198X~", "-199X", "-197X"},
	}
	for _, tc := range tests {
		t.Run(tc.about, func(t *testing.T) {
			about := edtf.MustDate(tc.about)
			assert.Equal(t, edtf.MustDate(tc.before).Earliest(), about.Earliest())
			assert.Equal(t, edtf.MustDate(tc.after).Latest(), about.Latest())
			assert.True(t, about.Approximate())
		})
	}
}

func TestApproximate_yearsAndMonthsByNeighbours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(-9998, 9998).Draw(t, "year")
		m := rapid.IntRange(2, 11).Draw(t, "month")
		year := func(y int) edtf.Date { return edtf.MustDate(yearText(y)) }
		month := func(m int) edtf.Date { return edtf.MustDate(fmt.Sprintf("%s-%02d", yearText(y), m)) }

		about := edtf.MustDate(yearText(y) + "~")
		require.Equal(t, year(y-1).Earliest(), about.Earliest())
		require.Equal(t, year(y+1).Latest(), about.Latest())

		about = edtf.MustDate(month(m).String() + "~")
		require.Equal(t, month(m-1).Earliest(), about.Earliest())
		require.Equal(t, month(m+1).Latest(), about.Latest())
	})
}

// Every month that people count to a northern season lies in it, and nothing but a few weeks besides.
func TestSeason_holdsItsMonths(t *testing.T) {
	tests := []struct {
		season int
		months []string
	}{
		{21, []string{"%s-03", "%s-04", "%s-05"}},
		{22, []string{"%s-06", "%s-07", "%s-08"}},
		{23, []string{"%s-09", "%s-10", "%s-11"}},
		{24, []string{"%s-01", "%s-02", "%s-12"}},
	}
	for _, tc := range tests {
		for _, year := range []string{"2023", "2024", "0000", "-0044"} {
			season := edtf.MustDate(fmt.Sprintf("%s-%d", year, tc.season))
			for _, month := range tc.months {
				m := edtf.MustDate(fmt.Sprintf(month, year))
				assert.LessOrEqual(t, season.Earliest(), m.Earliest(), "%s in %s", m, season)
				assert.GreaterOrEqual(t, season.Latest(), m.Latest(), "%s in %s", m, season)
			}
			days := season.Latest() - season.Earliest() + 1
			assert.Equal(t, tc.season == 24, days > 120, "%s has %d days", season, days)
		}
	}
}

func TestSeason_leavesNoDayOut(t *testing.T) {
	for d := edtf.DayOf(2023, 1, 1); d <= edtf.DayOf(2024, 12, 31); d++ {
		year, _, _ := d.Civil()
		held := 0
		for season := 21; season <= 24; season++ {
			s := edtf.MustDate(fmt.Sprintf("%d-%d", year, season))
			if s.Earliest() <= d && d <= s.Latest() {
				held++
			}
		}
		assert.Positive(t, held, "%s lies in a season of its year", d)
	}
}

// A bounded date that Day cannot count lies beyond all days, never among them.
func TestLongYear_clampsAtTheEdge(t *testing.T) {
	lastYear, _, _ := (edtf.MaxDay - 1).Civil()
	firstYear, _, _ := (edtf.MinDay + 1).Civil()
	long := func(y int) edtf.Date { return edtf.MustDate(fmt.Sprintf("Y%d", y)) }

	assert.Equal(t, edtf.MaxDay, long(lastYear).Latest(), "the year is cut off within")
	assert.Less(t, long(lastYear).Earliest(), edtf.MaxDay)
	assert.Less(t, long(lastYear-1).Latest(), edtf.MaxDay)
	assert.Equal(t, edtf.MaxDay, long(lastYear+1).Earliest())

	assert.Equal(t, edtf.MinDay, long(firstYear).Earliest(), "the year is cut off within")
	assert.Greater(t, long(firstYear).Latest(), edtf.MinDay)
	assert.Greater(t, long(firstYear+1).Earliest(), edtf.MinDay)
	assert.Equal(t, edtf.MinDay, long(firstYear-1).Latest())
}

func TestYears_followEachOtherWithoutGap(t *testing.T) {
	for y := -9999; y < 9999; y++ {
		this, next := edtf.MustDate(yearText(y)), edtf.MustDate(yearText(y+1))
		if this.Latest()+1 != next.Earliest() {
			t.Fatalf("%s ends on %s, %s begins on %s", this, this.Latest(), next, next.Earliest())
		}
	}
}

// Dates are asked for their days while standings are derived, so a single one must not allocate.
func TestDate_daysDoNotAllocate(t *testing.T) {
	for _, text := range []string{"2024-06-21", "2024~", "2010-24", "201X", "XXXX-06-21", "Y-17000"} {
		d := edtf.MustDate(text)
		var sum int64
		allocated := testing.AllocsPerRun(100, func() { sum += int64(d.Earliest()) + int64(d.Latest()) })
		assert.Zero(t, allocated, text)
		assert.NotZero(t, sum, text)
	}
}
