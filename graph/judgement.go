package graph

// JudgementKind is what a judgement decides.
type JudgementKind string

// The kinds of judgement.
const (
	Identity JudgementKind = "IDENTITY" // whether two entities are the same
	Coverage JudgementKind = "COVERAGE" // whether a denial covers a claim
)

// Verdict is what was judged.
type Verdict string

// The verdicts: SAME, DIFFERENT and UNSURE of identity, EXPLICIT, GENERAL and UNSURE of coverage.
const (
	Same          Verdict = "SAME"
	Different     Verdict = "DIFFERENT"
	UnsureVerdict Verdict = "UNSURE"
	Explicit      Verdict = "EXPLICIT"
	General       Verdict = "GENERAL"
)

// Judgement is a person's decision about sources, which it never rewrites. The newest one about the same things counts.
type Judgement struct {
	ID       JudgementID   `json:"id,omitzero"`
	Kind     JudgementKind `json:"kind,omitzero"`
	Verdict  Verdict       `json:"verdict,omitzero"`
	Entities []EntityID    `json:"entities,omitzero"` // of IDENTITY: two, sorted
	Denial   AssertionID   `json:"denial,omitzero"`   // of COVERAGE
	Claim    ClaimID       `json:"claim,omitzero"`    // of COVERAGE
	// Party, set on writing, says that the denial\'s speaker was then a party to the claim, or on file as speaking for one.
	Party  bool   `json:"party,omitzero"`
	By     string `json:"by,omitzero"`
	Reason string `json:"reason,omitzero"`
}

// owners are the judgement's own id and those of the things that it is about.
func (j *Judgement) owners() []string {
	ids := []string{string(j.ID)}
	for _, id := range j.Entities {
		ids = append(ids, string(id))
	}
	if j.Kind == Coverage {
		ids = append(ids, string(j.Denial), string(j.Claim))
	}
	return ids
}
