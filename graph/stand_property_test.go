package graph

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// situation is a small case with how it stands, to which a property adds something.
type situation struct {
	t     *testing.T
	claim smallClaim
	said  []speech
	now   []Stretch
	hash  uint64 // tells situations apart, for picking what to add
}

// eachSituation runs a property on a sample of cases of none to three assertions, about every kind of claim.
func eachSituation(t *testing.T, property func(q *situation)) {
	t.Helper()
	f := fewForms()
	linked := [][]speech{nil, f.linked(1), f.linked(2)}
	for place, claim := range smallClaims() {
		try := func(hash uint64, said ...speech) {
			property(&situation{t: t, claim: claim, said: said, now: Stand(claim.caseOf(said)), hash: hash})
		}
		try(0)
		for i, a := range f.free {
			try(caseHash(place, i), a)
			for k := range situationsPerForm() {
				h := caseHash(place, i, k)
				b := pickBy(f.free, h)
				try(h, a, b)
				try(h, a, pickBy(linked[1], h>>8))
				try(h, a, b, pickBy(linked[1+h>>60%2], h>>8))
			}
		}
	}
}

// situationsPerForm is how many times each form begins a case of two or three.
func situationsPerForm() int {
	if *standingAll {
		return 100
	}
	return 1
}

func pickBy[T any](from []T, hash uint64) T { return from[hash%uint64(len(from))] }

// with is the case with more said, at the end.
func (q *situation) with(more ...speech) []speech { return append(slices.Clone(q.said), more...) }

func (q *situation) stand(said []speech) []Stretch { return Stand(q.claim.caseOf(said)) }

// formsThat are the forms that fit a property.
func formsThat(fit func(s *speech) bool) []speech {
	return slices.DeleteFunc(fewForms().free, func(s speech) bool { return !fit(&s) })
}

// some picks a few of the forms, different ones in different situations.
func (q *situation) some(from []speech) []speech {
	var out []speech
	for k := range 4 {
		out = append(out, pickBy(from, caseHash(int(q.hash), k)))
	}
	return out
}

// same requires that a case stands as before after more was said.
func (q *situation) same(said []speech, why string) {
	q.t.Helper()
	q.equal(q.now, said, why)
}

func (q *situation) equal(want []Stretch, said []speech, why string) {
	q.t.Helper()
	if got := q.stand(said); !slices.EqualFunc(want, got, equalStretches) {
		require.Equal(q.t, want, got, "%s: %s", why, describeSpeeches(&q.claim, said))
	}
}

// stretchOn is the stretch of a small day; the zero one is none.
func stretchOn(stretches []Stretch, day int) Stretch {
	d := realDays(day, day)
	for _, s := range stretches {
		if s.From <= d.From && d.To <= s.To {
			return s
		}
	}
	return Stretch{Tier: Void}
}

func tierRank(tier Tier) int { return slices.Index([]Tier{Void, AllegedTier, Safe}, tier) }

func isSupport(s *speech) bool { return supports(s.stance) && !s.elsewhere }

func (q *situation) fail(said []speech, day int, why string) {
	q.t.Helper()
	require.FailNow(q.t, why, "on small day %d\n%s\nstands %+v", day, describeSpeeches(&q.claim, said), q.stand(said))
}

func TestStandingDoesNotDependOnOrder(t *testing.T) {
	eachSituation(t, func(q *situation) {
		c := q.claim.caseOf(q.said)
		for k := range c.Spoken {
			turned := c
			turned.Spoken = slices.Concat(c.Spoken[k:], c.Spoken[:k])
			forth := Stand(turned)
			slices.Reverse(turned.Spoken)
			back := Stand(turned)
			if !slices.EqualFunc(q.now, forth, equalStretches) || !slices.EqualFunc(q.now, back, equalStretches) {
				q.fail(q.said, 0, "another order, another standing")
			}
		}
	})
}

func TestStandingCorroborationLowersNoTierOnItsOwnDays(t *testing.T) {
	more := formsThat(isSupport)
	o := standingOracle{mustReadStandingRules(t)}
	eachSituation(t, func(q *situation) {
		for _, s := range q.some(more) {
			said := q.with(s)
			all, then := o.hear(&q.claim, said), q.stand(said)
			own := all[len(all)-1].days
			for day := range smallDays {
				if own.has(day) && tierRank(stretchOn(then, day).Tier) < tierRank(stretchOn(q.now, day).Tier) {
					q.fail(said, day, "corroborated and lowered")
				}
			}
		}
	})
}

func TestStandingCorroborationBoundsOnlyWhatStandsNoHigher(t *testing.T) {
	more := formsThat(isSupport)
	o := standingOracle{mustReadStandingRules(t)}
	eachSituation(t, func(q *situation) {
		was := o.hear(&q.claim, q.said)
		for _, s := range q.some(more) {
			said := q.with(s)
			is, then := o.hear(&q.claim, said), q.stand(said)
			added := &is[len(is)-1]
			for day := range smallDays {
				if tierRank(stretchOn(then, day).Tier) >= tierRank(stretchOn(q.now, day).Tier) {
					continue
				}
				lost := 0
				for i := range was {
					if was[i].days.has(day) && !is[i].days.has(day) {
						lost = max(lost, is[i].strength)
					}
				}
				if lost == 0 || lost > added.strength {
					q.fail(said, day, "lowered, and not by bounding what stands no higher")
				}
			}
		}
	})
}

func TestStandingStrangersDenialChangesNothing(t *testing.T) {
	denials := formsThat(func(s *speech) bool { return s.stance == Denies && !s.party })
	eachSituation(t, func(q *situation) {
		for _, s := range q.some(denials) {
			if len(q.now) > 0 || s.covering {
				q.same(q.with(s), "a stranger denies")
			}
		}
	})
}

func TestStandingPartysDenialHidesNoRecord(t *testing.T) {
	denials := formsThat(func(s *speech) bool { return s.stance == Denies && s.party })
	eachSituation(t, func(q *situation) {
		for _, s := range q.some(denials) {
			said := q.with(s)
			then := q.stand(said)
			denied := givenDays(s.period)
			for day := range smallDays {
				before, after := stretchOn(q.now, day), stretchOn(then, day)
				switch before.Standing {
				case Determined, Recorded, Admitted:
					if after.Standing != before.Standing || after.Tier != before.Tier || after.Contested != (before.Contested || denied.has(day)) {
						q.fail(said, day, "a denial hides or does not mark "+string(before.Standing))
					}
				case Reported, Stated, Alleged:
					if want := map[bool]Standing{true: Disputed, false: before.Standing}[denied.has(day)]; after.Standing != want {
						q.fail(said, day, "a denial on its days, and only there, disputes")
					}
				default:
					if len(q.now) > 0 && after.Standing != before.Standing {
						q.fail(said, day, "a denial changes what had no support")
					}
				}
			}
		}
	})
}

func TestStandingWhatIsSaidElsewhereChangesNothing(t *testing.T) {
	more := formsThat(func(s *speech) bool { return !s.covering })
	eachSituation(t, func(q *situation) {
		for _, s := range q.some(more) {
			s.elsewhere = true
			q.same(q.with(s), "said of another claim")
		}
	})
}

func TestStandingCommentsAreOnlyShown(t *testing.T) {
	var comments []speech
	for _, s := range everyForm().free {
		if s.stance == Qualifies || s.stance == NoComment {
			comments = append(comments, s)
		}
	}
	eachSituation(t, func(q *situation) {
		if len(q.now) == 0 {
			return
		}
		for _, s := range q.some(comments) {
			q.same(q.with(s), "a comment")
		}
	})
}

// unlinked lists the assertions of a situation that no other names and that name none.
func (q *situation) unlinked() []int {
	var out []int
	for i := range q.said {
		free := q.said[i].withdraws == 0 && q.said[i].setsAside == 0
		for j := range q.said {
			free = free && q.said[j].withdraws != i+1 && q.said[j].setsAside != i+1
		}
		if free {
			out = append(out, i)
		}
	}
	return out
}

// without is the case without one assertion: it is about another claim, and says nothing of this one.
func (q *situation) without(i int) []speech {
	said := slices.Clone(q.said)
	said[i].elsewhere, said[i].covering = true, false
	return said
}

// retraction withdraws an assertion; of a denial of another claim it is about that claim.
func (q *situation) retraction(i int) speech {
	return speech{
		stance: Retracts, voice: OtherVoice, withdraws: i + 1, elsewhere: q.said[i].covering, period: noPeriod(),
	}
}

func TestStandingRetractionLeavesTheRest(t *testing.T) {
	eachSituation(t, func(q *situation) {
		for _, i := range q.unlinked() {
			said := q.with(q.retraction(i))
			then, rest := q.stand(said), q.stand(q.without(i))
			for day := range smallDays {
				is, want := stretchOn(then, day), stretchOn(rest, day)
				bare := is.Tier == Void && want.Tier == Void
				alike := is.Standing == want.Standing && is.Contested == want.Contested && is.Tier == want.Tier &&
					is.ShareMin == want.ShareMin && is.ShareMax == want.ShareMax &&
					is.CertainOn(realDays(day, day).From) == want.CertainOn(realDays(day, day).From)
				if !bare && !alike {
					q.fail(said, day, "not as if it had never been said")
				}
			}
		}
	})
}

func TestStandingRetractedRetractionRestores(t *testing.T) {
	eachSituation(t, func(q *situation) {
		for _, i := range q.unlinked() {
			first := q.retraction(i)
			second := first
			second.withdraws = len(q.said) + 1
			q.same(q.with(first, second), "the retraction is retracted")
		}
	})
}

func TestStandingCorrectionIsRetractionAndNewAssertion(t *testing.T) {
	periods := smallPeriods()
	eachSituation(t, func(q *situation) {
		for _, i := range q.unlinked() {
			again := q.said[i]
			again.period = pickBy(periods, q.hash)
			again.lo, again.hi = 10, 40 // else it would take a share by its number
			two := q.with(q.retraction(i), again)
			again.withdraws = i + 1
			q.equal(q.stand(two), q.with(again), "a correction")
		}
	})
}

func TestStandingAnnulmentReadsFindingAsAllegation(t *testing.T) {
	annul := func(number int) speech {
		return speech{stance: Dismisses, voice: AuthorityVoice, setsAside: number, period: noPeriod()}
	}
	eachSituation(t, func(q *situation) {
		n := len(q.said)
		for _, i := range q.unlinked() {
			if q.said[i].stance != Determines || q.said[i].voice != AuthorityVoice {
				continue
			}
			alleged := slices.Clone(q.said)
			alleged[i].stance = Alleges
			q.equal(q.stand(alleged), q.with(annul(i+1)), "annulled")
			q.same(q.with(annul(i+1), annul(n+1)), "the annulment is annulled")
		}
	})
}

// An accusation is safe only where a register records it, an authority finds it or the accused admits it.
func TestStandingAccusationIsSafeOnlyByRecordFindingOrAdmission(t *testing.T) {
	eachSituation(t, func(q *situation) {
		reason := slices.ContainsFunc(q.said, func(s speech) bool {
			return !s.elsewhere && (s.voice == RegisterVoice && (s.stance == Asserts || s.stance == Confirms) ||
				s.voice == AuthorityVoice && s.stance == Determines || supports(s.stance) && s.accused)
		})
		for _, s := range q.now {
			if s.Tier == Safe && q.claim.accusatory && !reason || s.Tier == Safe && q.claim.notFact {
				q.fail(q.said, 0, "an accusation, or what is no fact, in the safe tier")
			}
			if q.claim.accusatory && (s.Standing == Reported || s.Standing == Stated) {
				q.fail(q.said, 0, "an accusation reads as a plain statement")
			}
		}
	})
}

func TestStandingStretchesPartitionAndAreMaximal(t *testing.T) {
	eachSituation(t, func(q *situation) {
		for i := range q.now {
			s := &q.now[i]
			require.LessOrEqual(t, s.From, s.To)
			require.NotEmpty(t, s.Standing)
			if i > 0 {
				before := q.now[i-1]
				require.Less(t, before.To, s.From, "sorted, without a common day")
				alike := before.Standing == s.Standing && before.Contested == s.Contested && before.Tier == s.Tier &&
					before.ShareMin == s.ShareMin && before.ShareMax == s.ShareMax
				require.False(t, before.To+1 == s.From && alike, "two that meet and stand alike are one")
			}
			for k, run := range s.Certain {
				require.LessOrEqual(t, run.From, run.To)
				require.True(t, s.From <= run.From && run.To <= s.To, "certain within the stretch")
				require.NotEqual(t, Void, s.Tier, "nothing void is certain")
				if k > 0 {
					require.Less(t, s.Certain[k-1].To+1, run.From, "certain runs sorted and apart")
				}
			}
		}
	})
}

func TestStandingSharesAreWithinTheTermsGiven(t *testing.T) {
	eachSituation(t, func(q *situation) {
		lo, hi, given := WholeShare, Share(0), false
		for i := range q.said {
			if l, h := q.said[i].share(i + 1); q.claim.shares && h > 0 && isSupport(&q.said[i]) {
				lo, hi, given = min(lo, Share(l)*1_000_000), max(hi, Share(h)*1_000_000), true
			}
		}
		for _, s := range q.now {
			none := s.ShareMin == 0 && s.ShareMax == WholeShare
			if s.Tier == Void || !given {
				require.True(t, none, "no terms")
				continue
			}
			require.True(t, none || lo <= s.ShareMin && s.ShareMin <= s.ShareMax && s.ShareMax <= hi, "hull of terms: %+v", s)
		}
	})
}

// A support that nobody refutes or withdraws is seen on every day that it names.
func TestStandingHoldsOnTheDaysThatASupportNames(t *testing.T) {
	eachSituation(t, func(q *situation) {
		for _, i := range q.unlinked() {
			s := &q.said[i]
			if !isSupport(s) {
				continue
			}
			for _, b := range []smallBound{s.period.from, s.period.to, s.period.asOf} {
				if !b.given || b.open || b.lo != b.hi {
					continue
				}
				if is := stretchOn(q.now, b.lo); is.Tier == Void && is.Standing != Refuted {
					q.fail(q.said, b.lo, "named by a support, and not on file")
				}
			}
		}
	})
}
