package embedded

import (
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// tags are what filters of stretches and edges ask most, in one number: so an index alone answers them.
type tags int64

// The places of the parts in tags, from the lowest bit.
const (
	tierShift     = 4
	modalityShift = 6
	contestedFlag = 1 << 9
	// allegationFlag repeats the claim state's flag on each of its stretches.
	allegationFlag = 1 << 10
	edgeFlag       = 1 << 11 // the claim has an object
	loopFlag       = 1 << 12 // which is the subject
	standingMask   = 1<<tierShift - 1
	tierMask       = 1<<(modalityShift-tierShift) - 1
	modalityMask   = 7
)

// The lists give each value its number. They are part of the stored form: they may only grow at the end.
func storedStandings() []graph.Standing {
	return []graph.Standing{
		graph.Refuted, graph.Retracted, graph.Unasserted, graph.Determined, graph.Recorded,
		graph.Admitted, graph.Disputed, graph.Alleged, graph.Reported, graph.Stated,
	}
}

func storedTiers() []graph.Tier { return []graph.Tier{graph.Void, graph.AllegedTier, graph.Safe} }

func storedModalities() []graph.Modality {
	return []graph.Modality{graph.Fact, graph.Capability, graph.Intent, graph.Plan, graph.Risk}
}

// tagsOf makes the tags of a stretch of a claim.
func tagsOf(s *graph.Stretch, c *claimKey, allegation bool) (tags, error) {
	standing := slices.Index(storedStandings(), s.Standing)
	tier := slices.Index(storedTiers(), s.Tier)
	modality := slices.Index(storedModalities(), c.modality)
	switch {
	case standing < 0:
		return 0, graph.Invalid("standing", string(s.Standing), "one of the standings")
	case tier < 0:
		return 0, graph.Invalid("tier", string(s.Tier), "VOID, ALLEGED or SAFE")
	case modality < 0:
		return 0, graph.Invalid("modality", string(c.modality), "one of the modalities")
	}
	t := tags(standing | tier<<tierShift | modality<<modalityShift)
	for _, part := range []struct {
		set  bool
		flag tags
	}{
		{s.Contested, contestedFlag},
		{allegation, allegationFlag},
		{c.object != 0, edgeFlag},
		{c.object == c.subject, loopFlag},
	} {
		if part.set {
			t |= part.flag
		}
	}
	return t, nil
}

func (t tags) standing() graph.Standing { return storedStandings()[t&standingMask] }
func (t tags) tier() graph.Tier         { return storedTiers()[t>>tierShift&tierMask] }
func (t tags) modality() graph.Modality { return storedModalities()[t>>modalityShift&modalityMask] }
func (t tags) has(flag tags) bool       { return t&flag != 0 }

// bitsOf is the set of the numbers of values that a filter allows.
func bitsOf[V comparable](stored, allowed []V) int64 {
	var set int64
	for _, v := range allowed {
		if i := slices.Index(stored, v); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}
