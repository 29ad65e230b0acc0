package graph

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// strengths are supports of a plain claim by how high they alone let it stand: alleged, stated, recorded, determined.
func strengths() []speech {
	return []speech{
		{stance: Alleges, voice: OtherVoice},
		{stance: Asserts, voice: OtherVoice},
		{stance: Asserts, voice: RegisterVoice},
		{stance: Determines, voice: AuthorityVoice},
	}
}

// eachTwoStrengths runs a test on every two supports, with whether the second alone stands no lower than the first.
func eachTwoStrengths(t *testing.T, test func(t *testing.T, first, second speech, noLower bool)) {
	t.Helper()
	for i, first := range strengths() {
		for j, second := range strengths() {
			t.Run(fmt.Sprintf("%s %s, %s %s", first.stance, first.voice, second.stance, second.voice), func(t *testing.T) {
				test(t, first, second, j >= i)
			})
		}
	}
}

func speechOn(s speech, from, to, asOf smallBound) speech {
	s.period = newSmallPeriod(from, to, asOf)
	return s
}

// tiersOf gives one letter a small day: S safe, a alleged, v void, - none.
func tiersOf(said ...speech) string {
	letters := map[Tier]string{Safe: "S", AllegedTier: "a", Void: "v"}
	stretches := Stand((&smallClaim{}).caseOf(said))
	out := ""
	for day := range smallDays {
		letter := "-"
		if s := stretchOn(stretches, day); s.Standing != "" {
			letter = letters[s.Tier]
		}
		out += letter
	}
	return out
}

func smallRange(from, to int) smallSet { return sinceSmall(from) & untilSmall(to) }

func assertStandsOn(t *testing.T, want smallSet, said ...speech) {
	t.Helper()
	tiers := tiersOf(said...)
	for day, letter := range tiers {
		assert.Equal(t, want.has(day), letter != '-', "small day %d of %s", day, tiers)
	}
}

func TestStandingEndThatStandsNoLowerClosesTheClaim(t *testing.T) {
	var none smallBound
	eachTwoStrengths(t, func(t *testing.T, first, second speech, noLower bool) {
		since, until := speechOn(first, onDay(2), none, none), speechOn(second, none, onDay(4), none)
		equal := first.stance == second.stance && first.voice == second.voice
		switch {
		case equal:
			assertStandsOn(t, smallRange(2, 4), since, until)
		case noLower: // the end closes the start's support, whose start bounds nothing that stands higher
			assertStandsOn(t, smallRange(smallBefore, 4), since, until)
		default: // the start bounds the end's support, whose end bounds nothing that stands higher
			assertStandsOn(t, smallRange(2, smallAfter), since, until)
		}
	})
}

// The end's own support reaches back to the start where that is certainly before it, else to all days before.
func TestStandingEndIsLentOnlyAfterTheStartAndTheAsOfDay(t *testing.T) {
	var none smallBound
	for name, c := range map[string]struct {
		since, asOf, until smallBound
		want               string
	}{
		"after the start":                  {onDay(2), none, onDay(3), "--SS----"},
		"on the day of the start":          {onDay(2), none, onDay(2), "SSSSSSSS"},
		"before the start: another term":   {onDay(4), none, onDay(2), "SSS-SSSS"},
		"perhaps before a vague start":     {betweenDays(1, 3), none, onDay(2), "SSSSSSSS"},
		"after the day on which it held":   {onDay(2), onDay(3), onDay(4), "--SSS---"},
		"before the day on which it held":  {onDay(2), onDay(5), onDay(4), "--SSSSSS"},
		"a vague end, perhaps on that day": {onDay(2), onDay(4), betweenDays(3, 5), "--SSSS--"},
	} {
		t.Run(name, func(t *testing.T) {
			register := strengths()[2]
			assert.Equal(t, c.want, tiersOf(speechOn(register, c.since, none, c.asOf), speechOn(register, none, c.until, none)))
		})
	}
}

func TestStandingLaterStartIsNewStretch(t *testing.T) {
	eachTwoStrengths(t, func(t *testing.T, first, second speech, _ bool) {
		term := speechOn(first, onDay(1), onDay(2), smallBound{})
		assertStandsOn(t, smallRange(1, 2)|smallRange(4, smallAfter), term, speechOn(second, onDay(4), smallBound{}, smallBound{}))
		assertStandsOn(t, smallRange(1, 2)|smallRange(4, 5), term, speechOn(second, onDay(4), onDay(5), smallBound{}))
	})
}

func TestStandingTermsThatMeetAreOneStretch(t *testing.T) {
	for _, say := range strengths() {
		for name, start := range map[string]int{"on the next day": 3, "on the same day": 2} {
			t.Run(fmt.Sprintf("%s %s %s", say.stance, say.voice, name), func(t *testing.T) {
				said := []speech{speechOn(say, onDay(1), onDay(2), smallBound{}), speechOn(say, onDay(start), onDay(5), smallBound{})}
				got := Stand((&smallClaim{}).caseOf(said))
				assert.Len(t, got, 1)
				assert.Equal(t, realDays(1, 5), got[0].DayRange)
				assert.Equal(t, []DayRange{realDays(1, 5)}, got[0].Certain)
			})
		}
	}
}

func TestStandingLoneDayReachesToTheNearestBounds(t *testing.T) {
	var none smallBound
	seen := func(s speech) speech { return speechOn(s, none, none, onDay(4)) }
	eachTwoStrengths(t, func(t *testing.T, day, term speech, noLower bool) {
		want := map[bool]smallSet{true: smallRange(3, 5), false: everySmallDay}[noLower]
		assertStandsOn(t, want|smallRange(3, 5), seen(day), speechOn(term, onDay(3), onDay(5), none))
		want = map[bool]smallSet{true: smallRange(1, smallAfter), false: everySmallDay}[noLower]
		assertStandsOn(t, want, seen(day), speechOn(term, onDay(1), onDay(2), none))
	})
}

func TestStandingUndatedSupportFollowsTheDatedOnes(t *testing.T) {
	var none smallBound
	eachTwoStrengths(t, func(t *testing.T, undated, dated speech, noLower bool) {
		want := map[bool]smallSet{true: smallRange(2, 3) | smallRange(5, 6), false: everySmallDay}[noLower]
		assertStandsOn(t, want,
			speechOn(undated, none, none, none), speechOn(dated, onDay(2), onDay(3), none), speechOn(dated, onDay(5), onDay(6), none))
	})
}

func TestStandingWithdrawnSupportBoundsNothingThatLives(t *testing.T) {
	var none smallBound
	for _, say := range strengths() {
		t.Run(fmt.Sprintf("%s %s", say.stance, say.voice), func(t *testing.T) {
			gone := speech{stance: Retracts, voice: OtherVoice, withdraws: 2, period: noPeriod()}
			since, until := speechOn(say, onDay(2), none, none), speechOn(say, none, onDay(4), none)
			letter := tiersOf(since)[7:]
			assert.Equal(t, "--"+letter+letter+letter+letter+letter+letter, tiersOf(since, until, gone))
		})
	}
}

// An undated support follows dated ones, not another undated one that holds on all days because it stands higher than they.
func TestStandingUndatedSupportFollowsNoUndatedOne(t *testing.T) {
	var none smallBound
	entry, remark := strengths()[2], strengths()[1]
	entry.lo, entry.hi, remark.lo, remark.hi = 40, 100, 10, 20
	said := []speech{
		speechOn(entry, none, none, none), speechOn(remark, none, none, none), speechOn(remark, onDay(2), onDay(3), none),
	}
	got := Stand((&smallClaim{shares: true}).caseOf(said))
	assert.Len(t, got, 3)
	for i, lo := range []Share{40, 10, 40} {
		assert.Equal(t, lo, got[i].ShareMin/1_000_000)
	}
}

func TestStandingShareBoundsAreTheHullOfItsTier(t *testing.T) {
	share := func(s speech, lo, hi int) speech {
		s.lo, s.hi = lo, hi
		return s
	}
	alleged, stated, recorded := strengths()[0], strengths()[1], strengths()[2]
	whole := speechOn(alleged, onDay(1), onDay(6), smallBound{})
	early := speechOn(stated, onDay(1), onDay(3), smallBound{})
	late := speechOn(recorded, onDay(3), onDay(5), smallBound{})
	said := []speech{share(whole, 40, 100), share(early, 20, 30), share(late, 10, 20)}
	var got []string
	for _, s := range Stand((&smallClaim{shares: true}).caseOf(said)) {
		got = append(got, fmt.Sprintf("%s %s %d–%d", s.From, s.Standing, s.ShareMin/1_000_000, s.ShareMax/1_000_000))
	}
	assert.Equal(t, []string{
		"2020-02-27 STATED 20–30", // an allegation widens no statement
		"2020-02-29 RECORDED 10–30",
		"2020-03-01 RECORDED 10–20",
		"2020-03-03 ALLEGED 40–100",
	}, got)
}
