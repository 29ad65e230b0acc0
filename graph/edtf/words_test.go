package edtf_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

func TestWords_monthsAndSeasons(t *testing.T) {
	names := map[string]string{
		"2024-01": "January 2024", "2024-02": "February 2024", "2024-03": "March 2024", "2024-04": "April 2024",
		"2024-05": "May 2024", "2024-06": "June 2024", "2024-07": "July 2024", "2024-08": "August 2024",
		"2024-09": "September 2024", "2024-10": "October 2024", "2024-11": "November 2024", "2024-12": "December 2024",
		"2024-21": "spring 2024", "2024-22": "summer 2024", "2024-23": "autumn 2024", "2024-24": "winter 2024",
	}
	for text, want := range names {
		assert.Equal(t, want, edtf.MustDate(text).Words())
	}
}

func TestWords_qualifierIsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := calendarDays.Draw(t, "day")
		text := rapid.SampledFrom(c.texts).Draw(t, "precision")
		plain := edtf.MustDate(text).Words()
		require.Equal(t, "possibly "+plain, edtf.MustDate(text+"?").Words())
		require.Equal(t, "about "+plain, edtf.MustDate(text+"~").Words())
		require.Equal(t, "possibly about "+plain, edtf.MustDate(text+"%").Words())
	})
}

// Two dates that mean different things never read alike.
func TestWords_differWhereDatesDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		singles := rapid.OneOf(plainTexts, timeTexts, yearlessTexts)
		a, b := edtf.MustDate(singles.Draw(t, "a")), edtf.MustDate(singles.Draw(t, "b"))
		if a != b {
			require.NotEqual(t, a.Words(), b.Words(), "%s and %s", a, b)
		}
	})
}

// Every combination of ends reads differently, and only an open end is said to go on.
func TestWords_everyCombinationOfEnds(t *testing.T) {
	ends := map[string]edtf.Bound{
		"unknown": {}, "open": {Open: true}, "dated": {Date: edtf.MustDate("1985")},
	}
	seen := map[string]string{}
	for startName, start := range ends {
		for endName, end := range ends {
			name := startName + " to " + endName
			words := edtf.Interval{Start: start, End: end}.Words()
			assert.NotContains(t, seen, words, "%s reads like %s", name, seen[words])
			seen[words] = name
			goesOn := end.Open && !start.Open
			assert.Equal(t, goesOn, strings.Contains(words, "still going on"), "%s: %s", name, words)
			notKnown := startName == "unknown" || endName == "unknown"
			saysSo := strings.Contains(words, "not known") || words == "period not given"
			assert.Equal(t, notKnown, saysSo, "%s: %s", name, words)
		}
	}
	assert.Len(t, seen, 9)
}

func TestWords_rangesSayTheirYearOnce(t *testing.T) {
	tests := map[string]string{
		"2024-06-01/2024-06-30":  "from 1 to 30 June 2024",
		"2024-06-01/2024-07-01":  "from 1 June to 1 July 2024",
		"2024-06-01/2025-06-01":  "from 1 June 2024 to 1 June 2025",
		"2024-06/2024-07":        "from June to July 2024",
		"2024-06-01/2024-07":     "from 1 June 2024 to July 2024",
		"2024-06-01?/2024-06-30": "from possibly 1 June 2024 to 30 June 2024",
		"2024-06-01/2024-06-30~": "from 1 June 2024 to about 30 June 2024",
		"2024-21/2024-23":        "from spring 2024 to autumn 2024",
		"2024-06-XX/2024-07-XX":  "from June 2024, day not given to July 2024, day not given",
		"XXXX-06-01/XXXX-06-30":  "from 1 to 30 June, year not given",
	}
	for text, want := range tests {
		i, err := edtf.ParseInterval(text)
		require.NoError(t, err)
		assert.Equal(t, want, i.Words(), text)
	}
}
