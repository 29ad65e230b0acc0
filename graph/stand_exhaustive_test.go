package graph

import (
	"flag"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// standingAll asks for every case of up to three assertions; without it, those of two and three are thinned.
var standingAll = flag.Bool("standing.all", false, "compare standing with its rule table on every case, not only a sample")

// thinned says how many cases stand for one that is looked at.
func thinned(by uint64) uint64 {
	if *standingAll {
		return 1
	}
	return by
}

// caseHash spreads numbered cases evenly, so that one in so many can be taken: the same ones every time.
func caseHash(places ...int) uint64 {
	h := uint64(0x9e3779b97f4a7c15)
	for _, p := range places {
		h ^= uint64(p) + 0x9e3779b97f4a7c15 + h<<6 + h>>2
		h *= 0xff51afd7ed558ccd
		h ^= h >> 33
	}
	return h
}

func TestStandingEqualsRuleTableOnEveryCaseOfOne(t *testing.T) {
	t.Parallel()
	f := everyForm()
	eachClaim(t, func(o *standingComparer) {
		o.compare()
		for _, s := range f.free {
			o.compare(s)
			s.elsewhere = true
			o.compare(s)
		}
	})
}

func TestStandingEqualsRuleTableOnCasesOfTwo(t *testing.T) {
	t.Parallel()
	f := everyForm()
	thin := thinned(1200)
	linked := f.linked(1)
	eachClaim(t, func(o *standingComparer) {
		for i, first := range f.free {
			for j, second := range f.free[i:] {
				if caseHash(o.place, i, j)%thin == 0 {
					o.compare(first, second)
				}
			}
			for j, second := range linked {
				if caseHash(o.place, i, -j)%thin == 0 {
					o.compare(first, second)
				}
			}
		}
	})
}

func TestStandingEqualsRuleTableOnCasesOfThree(t *testing.T) {
	t.Parallel()
	f := fewForms()
	thin := thinned(4000)
	first, second := f.linked(1), slices.Concat(f.linked(1), f.linked(2))
	eachClaim(t, func(o *standingComparer) {
		for i, a := range f.free {
			for j, b := range f.free[i:] {
				o.compareAll(thin, []int{i, j, 1}, a, b, f.free[i+j:])
				o.compareAll(thin, []int{i, j, 2}, a, b, second)
			}
			for j, b := range first {
				o.compareAll(thin, []int{i, j, 3}, a, b, second)
			}
		}
	})
}

// eachClaim runs a comparison for every kind of claim, side by side.
func eachClaim(t *testing.T, run func(o *standingComparer)) {
	t.Helper()
	rules := mustReadStandingRules(t)
	for place, claim := range smallClaims() {
		t.Run(claim.name, func(t *testing.T) {
			t.Parallel()
			o := &standingComparer{t: t, oracle: standingOracle{rules}, claim: claim, place: place}
			run(o)
			assert.Positive(t, o.compared)
			t.Logf("%d cases", o.compared)
		})
	}
}

// standingComparer holds the code under test to the oracle for one kind of claim.
type standingComparer struct {
	t        *testing.T
	oracle   standingOracle
	claim    smallClaim
	place    int
	compared int
}

func (o *standingComparer) compareAll(thin uint64, places []int, a, b speech, rest []speech) {
	h := int(caseHash(append(places, o.place)...))
	for k, c := range rest {
		if caseHash(h, k)%thin == 0 {
			o.compare(a, b, c)
		}
	}
}

func (o *standingComparer) compare(said ...speech) {
	o.compared++
	want, got := o.oracle.stand(&o.claim, said), Stand(o.claim.caseOf(said))
	if !slices.EqualFunc(want, got, equalStretches) {
		require.Equal(o.t, want, got, describeSpeeches(&o.claim, said))
	}
}

func equalStretches(a, b Stretch) bool {
	return a.DayRange == b.DayRange && a.Standing == b.Standing && a.Contested == b.Contested && a.Tier == b.Tier &&
		a.ShareMin == b.ShareMin && a.ShareMax == b.ShareMax && slices.Equal(a.Certain, b.Certain)
}
