package graph

// Record is a finished row of the write path: raw ones are appended, derived ones replace the open rows of their owner.
// The pointer types of this file's methods are all there are.
type Record interface{ record() }

func (*Entity) record()         {}
func (*Document) record()       {}
func (*Layer) record()          {}
func (*Claim) record()          {}
func (*Assertion) record()      {}
func (*ReviewDecision) record() {}
func (*Judgement) record()      {}
func (*BodyCompetence) record() {}
func (*LayerTerms) record()     {} // raw in form: a function of the layer alone
func (*ClaimState) record()     {} // derived, owned by the claim
func (*EntityState) record()    {} // derived, owned by the entity
