package edtf_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// daysIn asks the time package, so that the package under test does not check itself.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func yearText(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

// calendarDay is a random day of the four-digit years, in the texts of all its precisions from coarse to fine.
type calendarDay struct {
	y, m, d int
	texts   []string
}

var calendarDays = rapid.Custom(func(t *rapid.T) calendarDay {
	c := calendarDay{y: rapid.IntRange(-9999, 9999).Draw(t, "year"), m: rapid.IntRange(1, 12).Draw(t, "month")}
	c.d = rapid.IntRange(1, daysIn(c.y, c.m)).Draw(t, "day")
	year := yearText(c.y)
	month := fmt.Sprintf("%s-%02d", year, c.m)
	c.texts = []string{
		year[:len(year)-2] + "XX", year[:len(year)-1] + "X", year, year + "-XX", year + "-XX-XX",
		month, month + "-XX", fmt.Sprintf("%s-%02d", month, c.d),
	}
	return c
})

// plainTexts are dates of every kind that may stand in a set.
var plainTexts = rapid.Custom(func(t *rapid.T) string {
	qualifier := rapid.SampledFrom([]string{"", "", "?", "~", "%"}).Draw(t, "qualifier")
	c := calendarDays.Draw(t, "day")
	kind := rapid.IntRange(0, len(c.texts)+1).Draw(t, "kind")
	switch kind {
	case len(c.texts):
		return fmt.Sprintf("%s-%d%s", c.texts[2], rapid.IntRange(21, 24).Draw(t, "season"), qualifier)
	case len(c.texts) + 1:
		return longYear(t, 5_000_000) + qualifier
	default:
		return c.texts[kind] + qualifier
	}
})

// hugeTexts are years of which many lie beyond what Day counts.
var hugeTexts = rapid.Custom(func(t *rapid.T) string { return longYear(t, 999_999_999_999) })

func longYear(t *rapid.T, hi int64) string {
	sign := rapid.SampledFrom([]string{"", "-"}).Draw(t, "sign")
	return fmt.Sprintf("Y%s%d", sign, rapid.Int64Range(10_000, hi).Draw(t, "long year"))
}

var timeTexts = rapid.Custom(func(t *rapid.T) string {
	c := calendarDays.Draw(t, "day")
	number := func(hi int, name string) int { return rapid.IntRange(0, hi).Draw(t, name) }
	zone := rapid.SampledFrom([]string{"", "Z", "+00", "+00:00", "-12:00", "+14", "-00:15", "+05:45"}).Draw(t, "zone")
	return fmt.Sprintf("%sT%02d:%02d:%02d%s", c.texts[len(c.texts)-1],
		number(23, "hour"), number(59, "minute"), number(59, "second"), zone)
})

var yearlessTexts = rapid.Custom(func(t *rapid.T) string {
	m := rapid.IntRange(1, 12).Draw(t, "month")
	d := rapid.IntRange(0, daysIn(2000, m)).Draw(t, "day")
	if d == 0 {
		return fmt.Sprintf("XXXX-%02d", m)
	}
	return fmt.Sprintf("XXXX-%02d-%02d", m, d)
})

var setTexts = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(plainTexts, 1, 6).Draw(t, "members")
	last := len(parts) - 1
	if last > 0 && rapid.Bool().Draw(t, "from the beginning") {
		parts[0] = ".." + parts[0]
	}
	switch rapid.IntRange(0, 2).Draw(t, "end") {
	case 0:
		parts[last] += ".."
		if last == 0 {
			break
		}
	case 1:
		parts = append(parts, "1970-01-01..2024")
	default:
	}
	return "[" + strings.Join(parts, ",") + "]"
})

var dateTexts = rapid.OneOf(plainTexts, plainTexts, timeTexts, yearlessTexts, setTexts, hugeTexts)

func TestDate_roundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := dateTexts.Draw(t, "text")
		d, err := edtf.ParseDate(text)
		require.NoError(t, err)
		require.Equal(t, text, d.String())
		require.LessOrEqual(t, d.Earliest(), d.Latest())
		require.NotEmpty(t, d.Words())
		again, err := edtf.ParseDate(d.String())
		require.NoError(t, err)
		require.Equal(t, d, again, "equal texts are equal values")
	})
}

func TestDate_differentTextsDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := dateTexts.Draw(t, "a"), dateTexts.Draw(t, "b")
		require.Equal(t, a == b, edtf.MustDate(a) == edtf.MustDate(b))
	})
}

// A date of a finer precision lies within the same date of every coarser one.
func TestDate_finerLiesWithinCoarser(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := calendarDays.Draw(t, "day")
		if strings.HasPrefix(c.texts[0], "-00") {
			c.texts = c.texts[2:]
		}
		for i := 1; i < len(c.texts); i++ {
			wide, narrow := edtf.MustDate(c.texts[i-1]), edtf.MustDate(c.texts[i])
			require.LessOrEqual(t, wide.Earliest(), narrow.Earliest(), "%s in %s", narrow, wide)
			require.GreaterOrEqual(t, wide.Latest(), narrow.Latest(), "%s in %s", narrow, wide)
			require.LessOrEqual(t, wide.Precision(), narrow.Precision(), "%s in %s", narrow, wide)
		}
	})
}

func TestDate_boundsAgreeWithTimePackage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := calendarDays.Draw(t, "day")
		day, month, year := edtf.MustDate(c.texts[7]), edtf.MustDate(c.texts[5]), edtf.MustDate(c.texts[2])
		require.Equal(t, edtf.DayOf(c.y, c.m, c.d), day.Earliest())
		require.Equal(t, day.Earliest(), day.Latest())
		require.Equal(t, edtf.DayOf(c.y, c.m, 1), month.Earliest())
		require.Equal(t, edtf.DayOf(c.y, c.m, daysIn(c.y, c.m)), month.Latest())
		require.Equal(t, edtf.DayOf(c.y, 1, 1), year.Earliest())
		require.Equal(t, edtf.DayOf(c.y, 12, 31), year.Latest())
	})
}

func TestDate_qualifiersOnlyWiden(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := calendarDays.Draw(t, "day")
		text := rapid.SampledFrom(c.texts).Draw(t, "precision")
		plain := edtf.MustDate(text)
		doubtful, about := edtf.MustDate(text+"?"), edtf.MustDate(text+"~")
		require.Equal(t, plain.Earliest(), doubtful.Earliest())
		require.Equal(t, plain.Latest(), doubtful.Latest())
		require.Less(t, about.Earliest(), plain.Earliest())
		require.Greater(t, about.Latest(), plain.Latest())
		require.Equal(t, about.Earliest(), edtf.MustDate(text+"%").Earliest())
		require.Equal(t, plain.Precision(), about.Precision())
	})
}

func TestDate_everyMemberLiesWithinItsSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members := rapid.SliceOfN(plainTexts, 1, 6).Draw(t, "members")
		set := edtf.MustDate("[" + strings.Join(members, ",") + "]")
		for _, text := range members {
			member := edtf.MustDate(text)
			require.LessOrEqual(t, set.Earliest(), member.Earliest(), text)
			require.GreaterOrEqual(t, set.Latest(), member.Latest(), text)
			require.LessOrEqual(t, set.Precision(), member.Precision(), text)
		}
	})
}

func TestInterval_roundTrip(t *testing.T) {
	bounds := rapid.OneOf(plainTexts, yearlessTexts, setTexts, rapid.Just(".."), rapid.Just(""))
	rapid.Check(t, func(t *rapid.T) {
		start, end := bounds.Draw(t, "start"), bounds.Draw(t, "end")
		text := start + "/" + end
		i, err := edtf.ParseInterval(text)
		if err != nil {
			require.ErrorIs(t, err, edtf.ErrSyntax)
			require.True(t, text == "/" || certainlyBefore(end, start), err)
			return
		}
		require.False(t, certainlyBefore(end, start))
		require.Equal(t, text, i.String())
		require.LessOrEqual(t, i.Earliest(), i.Latest())
		again, err := edtf.NewInterval(i.Start, i.End)
		require.NoError(t, err)
		require.Equal(t, i, again, "equal bounds are equal values")
	})
}

// certainlyBefore is for dates whose bounded days all lie within what Day counts.
func certainlyBefore(a, b string) bool {
	before, errBefore := edtf.ParseDate(a)
	after, errAfter := edtf.ParseDate(b)
	return errBefore == nil && errAfter == nil && before.Latest() < after.Earliest()
}

// Long years are ordered as years, also where their days are cut off.
func TestInterval_ordersHugeYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(10_000, 999_999_999_998).Draw(t, "a")
		b := rapid.Int64Range(a+1, 999_999_999_999).Draw(t, "b")
		for _, forward := range []string{fmt.Sprintf("Y%d/Y%d", a, b), fmt.Sprintf("Y-%d/Y-%d", b, a)} {
			i, err := edtf.ParseInterval(forward)
			require.NoError(t, err)
			require.Equal(t, forward, i.String())
			_, err = edtf.NewInterval(i.End, i.Start)
			require.ErrorIs(t, err, edtf.ErrSyntax)
		}
	})
}
