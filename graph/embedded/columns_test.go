package embedded

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func TestDateColumn(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]any{
		"2024-06-20":               int64(19894),
		"1969-12-31":               int64(-1),
		"-0044-03-15":              int64(edtf.DayOf(-44, 3, 15)),
		"2024-06":                  "2024-06",
		"2024":                     "2024",
		"2024-06-20?":              "2024-06-20?",
		"2024-06-20T10:00:00Z":     "2024-06-20T10:00:00Z",
		"[2025-08-11..2025-12-24]": "[2025-08-11..2025-12-24]",
		"XXXX-06-21":               "XXXX-06-21",
	} {
		date := edtf.MustDate(text)
		column := dateColumn(date)
		assert.Equal(t, want, column, text)
		back, err := readDate(column)
		require.NoError(t, err)
		assert.Equal(t, date, back, text)
	}
	assert.Nil(t, dateColumn(edtf.Date{}))
	back, err := readDate(nil)
	require.NoError(t, err)
	assert.True(t, back.IsZero())
}

func TestBoundColumn(t *testing.T) {
	t.Parallel()
	for name, bound := range map[string]edtf.Bound{
		"unknown": {}, "open": {Open: true}, "a day": {Date: edtf.MustDate("1997-06-26")}, "a year": {Date: edtf.MustDate("1997~")},
	} {
		back, err := readBound(boundColumn(bound))
		require.NoError(t, err, name)
		assert.Equal(t, bound, back, name)
	}
	assert.Nil(t, boundColumn(edtf.Bound{}))
	assert.Equal(t, "..", boundColumn(edtf.Bound{Open: true}))
}

func TestReadDate_DamagedColumns(t *testing.T) {
	t.Parallel()
	_, err := readDate("not a date")
	require.ErrorIs(t, err, edtf.ErrSyntax)
	_, err = readDate(1.5)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	_, err = readBound("soon")
	require.ErrorIs(t, err, edtf.ErrSyntax)
}

func TestInstant_KeepsMicroseconds(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 1, 12, 0, 0, 123456000, time.FixedZone("UTC+3", 3*60*60))
	assert.Equal(t, at.UTC(), instant(micros(at)))
	assert.Equal(t, time.UTC, instant(0).Location())
}

func TestTags_AreReadBack(t *testing.T) {
	t.Parallel()
	flags := []bool{false, true}
	for _, standing := range storedStandings() {
		for _, tier := range storedTiers() {
			for _, modality := range storedModalities() {
				for _, contested := range flags {
					for _, allegation := range flags {
						s := graph.Stretch{Standing: standing, Tier: tier, Contested: contested}
						tags, err := tagsOf(&s, &claimKey{subject: 1, object: 2, modality: modality}, allegation)
						require.NoError(t, err)
						assert.Equal(t, standing, tags.standing())
						assert.Equal(t, tier, tags.tier())
						assert.Equal(t, modality, tags.modality())
						assert.Equal(t, contested, tags.has(contestedFlag))
						assert.Equal(t, allegation, tags.has(allegationFlag))
						assert.True(t, tags.has(edgeFlag))
						assert.False(t, tags.has(loopFlag))
					}
				}
			}
		}
	}
}

func TestTags_CoverWhatTheDomainHas(t *testing.T) {
	t.Parallel()
	assert.ElementsMatch(t, graph.Standings(), storedStandings())
	assert.ElementsMatch(t, graph.Modalities(), storedModalities())
	assert.ElementsMatch(t, []graph.Tier{graph.Void, graph.AllegedTier, graph.Safe}, storedTiers())
	assert.LessOrEqual(t, len(storedStandings()), standingMask+1)
	assert.LessOrEqual(t, len(storedModalities()), modalityMask+1)
	assert.LessOrEqual(t, len(storedTiers()), tierMask+1)
}

func TestTags_EndsOfTheClaim(t *testing.T) {
	t.Parallel()
	s := graph.Stretch{Standing: graph.Stated, Tier: graph.Safe}
	for name, c := range map[string]struct {
		claim      claimKey
		edge, loop bool
	}{
		"between two": {claimKey{subject: 1, object: 2, modality: graph.Fact}, true, false},
		"to itself":   {claimKey{subject: 3, object: 3, modality: graph.Fact}, true, true},
		"a value":     {claimKey{subject: 1, modality: graph.Fact}, false, false},
	} {
		tags, err := tagsOf(&s, &c.claim, false)
		require.NoError(t, err, name)
		assert.Equal(t, c.edge, tags.has(edgeFlag), name)
		assert.Equal(t, c.loop, tags.has(loopFlag), name)
	}
}

func TestTags_RefuseWhatTheyCannotHold(t *testing.T) {
	t.Parallel()
	good := graph.Stretch{Standing: graph.Stated, Tier: graph.Safe}
	for field, bad := range map[string]struct {
		stretch  graph.Stretch
		modality graph.Modality
	}{
		"standing": {graph.Stretch{Standing: "RUMOURED", Tier: graph.Safe}, graph.Fact},
		"tier":     {graph.Stretch{Standing: graph.Stated, Tier: "GOLD"}, graph.Fact},
		"modality": {good, "HOPE"},
	} {
		_, err := tagsOf(&bad.stretch, &claimKey{modality: bad.modality}, false)
		require.ErrorIs(t, err, graph.ErrInvalid, field)
		assert.ErrorContains(t, err, field)
	}
}

func TestBitsOf_IsTheSetOfNumbers(t *testing.T) {
	t.Parallel()
	assert.Zero(t, bitsOf(storedTiers(), nil))
	assert.EqualValues(t, 0b101, bitsOf(storedTiers(), []graph.Tier{graph.Safe, graph.Void, graph.Safe, "GOLD"}))
}
