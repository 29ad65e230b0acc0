package edtf_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

var namedPosition = regexp.MustCompile(`", character (\d+): `)

// beforeFault returns what stands before the character that the error names.
func beforeFault(t require.TestingT, text string, err error) string {
	found := namedPosition.FindStringSubmatch(err.Error())
	require.Len(t, found, 2, "%q: %v", text, err)
	at, convErr := strconv.Atoi(found[1])
	require.NoError(t, convErr)
	require.GreaterOrEqual(t, at, 1)
	require.LessOrEqual(t, at, len(text)+1)
	return text[:at-1]
}

// completions hold, for the beginning of every date, an ending that makes it whole.
func completions() []string {
	var all []string
	for _, rest := range []string{
		"", "X", "XX", "XXX-06", "XX-06", "X-06", "-06", "0", "1", "01", "06", "21", "84", "984", "1984", "10000",
		"00:00:00", "00:00", ":00:00", ":00", "00", "Z",
	} {
		for _, closing := range []string{"", "]", "..]", "/..", "]/.."} {
			all = append(all, rest+closing)
		}
	}
	return all
}

// requireFirstFault checks that the error names the first character that is wrong: what stands before it can still
// become something that is accepted.
func requireFirstFault(t require.TestingT, text string, parse func(string) error) {
	err := parse(text)
	if err == nil {
		return
	}
	begun := beforeFault(t, text, err)
	for _, rest := range completions() {
		if parse(begun+rest) == nil {
			return
		}
	}
	require.Fail(t, "the fault lies further left", "%q: nothing begins with %q; %v", text, begun, err)
}

func parseDate(s string) error {
	_, err := edtf.ParseDate(s)
	return err
}

func parseInterval(s string) error {
	_, err := edtf.ParseInterval(s)
	return err
}

func TestError_namesFirstFaultOfTables(t *testing.T) {
	for _, table := range [][]refusal{refusedDates, refusedSets} {
		for _, tc := range table {
			requireFirstFault(t, tc.text, parseDate)
		}
	}
	for _, tc := range refusedIntervals {
		requireFirstFault(t, tc.text, parseInterval)
	}
}

// Sets and overlong texts are left out: a member without a year, and a range out of order, are named where they begin.
func TestError_namesFirstFaultOfEditedTexts(t *testing.T) {
	singles := editedTexts.Filter(func(text string) bool { return !strings.Contains(text, "[") && len(text) < 40 })
	rapid.Check(t, func(t *rapid.T) {
		requireFirstFault(t, singles.Draw(t, "text"), parseDate)
	})
}
