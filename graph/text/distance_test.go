package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

func TestDistance(t *testing.T) {
	for _, tc := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 0, 0},
		{"abc", "abc", 0, 0},
		{"abc", "abd", 0, 1},
		{"kaspersky", "kasperski", 2, 1},
		{"alekseeva", "aleskeeva", 2, 1}, // two neighbours swapped
		{"ca", "abc", 5, 3},              // two in the unrestricted distance
		{"abc", "", 5, 3},
		{"", "abc", 2, 3},
		{"abcdefgh", "zzzzzzzz", 3, 4},
		{"漢字", "漢", 2, 1},
		{"a", "b", -1, 0},
	} {
		assert.Equal(t, tc.want, text.Distance(tc.a, tc.b, tc.limit), "%q %q %d", tc.a, tc.b, tc.limit)
	}
}

func TestDistanceAgreesWithTheDefinition(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("abж")), 0, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		limit := rapid.IntRange(0, 8).Draw(t, "limit")
		want := min(naiveDistance([]rune(a), []rune(b)), limit+1)
		assert.Equal(t, want, text.Distance(a, b, limit))
		assert.Equal(t, want, text.Distance(b, a, limit))
	})
}

// naiveDistance is the recursive definition.
func naiveDistance(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	x, y := a[1:], b[1:]
	same := 1
	if a[0] == b[0] {
		same = 0
	}
	d := min(naiveDistance(x, b)+1, naiveDistance(a, y)+1, naiveDistance(x, y)+same)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		d = min(d, naiveDistance(a[2:], b[2:])+1)
	}
	return d
}

func TestDistanceIsAMeasureOfEdits(t *testing.T) {
	letters := []rune("abcж漢")
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SliceOfN(rapid.SampledFrom(letters), 1, 12).Draw(t, "word")
		b := append([]rune{}, a...)
		edits := rapid.IntRange(0, 3).Draw(t, "edits")
		for range edits {
			at := rapid.IntRange(0, len(b)-1).Draw(t, "at")
			b[at] = rapid.SampledFrom(letters).Draw(t, "letter")
		}
		assert.LessOrEqual(t, text.Distance(string(a), string(b), 9), edits)
		assert.Zero(t, text.Distance(string(a), string(a), 0))
	})
}
