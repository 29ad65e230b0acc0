package graph

// Standing is what became of a claim, derived from all that is said of it.
type Standing string

// The standings, in the order in which the rules are tried. A day without any has no stretch.
const (
	Refuted    Standing = "REFUTED"
	Retracted  Standing = "RETRACTED"
	Unasserted Standing = "UNASSERTED"
	Determined Standing = "DETERMINED"
	Recorded   Standing = "RECORDED"
	Admitted   Standing = "ADMITTED"
	Disputed   Standing = "DISPUTED"
	Alleged    Standing = "ALLEGED"
	Reported   Standing = "REPORTED"
	Stated     Standing = "STATED"
)

// Standings lists all standings in the order of the rules.
func Standings() []Standing {
	return []Standing{Refuted, Retracted, Unasserted, Determined, Recorded, Admitted, Disputed, Alleged, Reported, Stated}
}

// Tier is how far a standing may be relied on: part of an edge's type, so that a walk cannot leak an accusation.
type Tier string

// The tiers: void edges are listed and walked by nothing, alleged ones are walked on request.
const (
	Void        Tier = "VOID"
	AllegedTier Tier = "ALLEGED"
	Safe        Tier = "SAFE"
)

// Share is a share in millionths of a per cent: 0 to WholeShare.
type Share int64

// WholeShare is 100 %.
const WholeShare Share = 100_000_000

// Stretch is a maximal run of days on which a claim's standing, contested flag and share bounds do not change.
type Stretch struct {
	DayRange
	Standing  Standing
	Contested bool
	Tier      Tier
	// ShareMin and ShareMax are the hull of the terms asserted for these days: 0 and WholeShare when none are.
	ShareMin, ShareMax Share
	// Certain are the sorted runs of days on which it certainly holds; the others are possible only.
	Certain []DayRange
}

// CertainOn says whether the stretch certainly holds on day d.
func (s *Stretch) CertainOn(d Day) bool {
	for _, run := range s.Certain {
		if run.Has(d) {
			return true
		}
	}
	return false
}

// ClaimState is what is derived of a claim: its stretches in order of days, and for a claim between entities the ends of the
// edges that are projected from them, one a stretch.
type ClaimState struct {
	Claim ClaimID
	// Subject, Predicate, Object and Modality repeat the claim's, so that a store need not look them up. Object is empty for a
	// claim with a value: it has stretches and no edge.
	Subject   EntityID
	Predicate string
	Object    EntityID
	Modality  Modality
	// Allegation says that the claim is accusatory, or that somebody alleged it, in a standing that an allegation can have.
	Allegation bool
	Stretches  []Stretch
}
