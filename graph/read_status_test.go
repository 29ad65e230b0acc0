package graph

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestReadStatusFollowsTheActsUpToTheDay(t *testing.T) {
	from := func(s MeasureStatus, d Day) act { return act{s, DayRange{d, MaxDay}} }
	decided, announced, published := from(StatusDecided, 10), from(StatusAnnounced, 20), from(StatusPublished, 30)
	inForce, ended := from(StatusInForce, 25), from(StatusEnded, 90)
	annulled, replaced := from(StatusAnnulled, 80), from(StatusReplaced, 95)
	stayed := act{StatusStayed, DayRange{40, 50}}
	open := act{StatusStayed, DayRange{40, MaxDay}}
	on := func(d Day) *Day { return &d }
	for name, c := range map[string]struct {
		day   *Day
		first Day
		acts  []act
		want  MeasureStatus
	}{
		"before the first day":               {on(9), 10, []act{decided, announced}, ""},
		"decided":                            {on(10), 10, []act{decided, announced}, StatusDecided},
		"announced after it was decided":     {on(20), 10, []act{decided, announced}, StatusAnnounced},
		"published while in force":           {on(35), 10, []act{inForce, published}, StatusInForce},
		"in force from its day":              {on(25), 10, []act{announced, inForce}, StatusInForce},
		"stayed on the days of the stay":     {on(45), 10, []act{inForce, stayed}, StatusStayed},
		"in force again after the stay":      {on(51), 10, []act{inForce, stayed}, StatusInForce},
		"the last known act: a stay that is": {nil, 10, []act{inForce, open}, StatusStayed},
		"the last known act after a stay":    {nil, 10, []act{inForce, stayed}, StatusInForce},
		"annulled":                           {on(85), 10, []act{inForce, annulled, ended}, StatusAnnulled},
		"ended after it was annulled":        {on(92), 10, []act{inForce, annulled, ended}, StatusEnded},
		"replaced last":                      {nil, 10, []act{inForce, ended, replaced}, StatusReplaced},
		"annulled counts before a stay":      {on(85), 10, []act{open, annulled}, StatusAnnulled},
		"known by a publication alone":       {on(15), 12, nil, StatusAnnounced},
		"before that publication":            {on(11), 12, nil, ""},
		"no day known":                       {nil, MaxDay, nil, ""},
		"no day known, on a day":             {on(11), MaxDay, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, statusOn(c.day, c.first, c.acts))
			backwards := slices.Clone(c.acts)
			slices.Reverse(backwards)
			assert.Equal(t, c.want, statusOn(c.day, c.first, backwards), "in another order")
		})
	}
}

func TestReadStatusNeverGoesBackFromItsEnd(t *testing.T) {
	acts := rapid.SliceOf(rapid.Custom(func(t *rapid.T) act {
		status := rapid.SampledFrom([]MeasureStatus{
			StatusDecided, StatusAnnounced, StatusPublished, StatusInForce, StatusEnded, StatusAnnulled, StatusReplaced,
		}).Draw(t, "status")
		return act{status, DayRange{Day(rapid.IntRange(0, 30).Draw(t, "day")), MaxDay}}
	}))
	rapid.Check(t, func(t *rapid.T) {
		known := acts.Draw(t, "acts")
		phase := -1
		for d := Day(0); d <= 31; d++ {
			if status := statusOn(&d, MaxDay, known); status != "" {
				assert.GreaterOrEqual(t, status.phase(), phase)
				phase = status.phase()
			}
		}
		last := Day(31)
		assert.Equal(t, statusOn(&last, MaxDay, known), statusOn(nil, MaxDay, known))
	})
}
