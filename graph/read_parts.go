package graph

// Nodes that hold rows give them to what is read below by these relations.

// tied is what carries a tie.
type tied interface {
	Node
	tie() *TieNode
}

func (n *TieNode) tie() *TieNode    { return n }
func (n *MeasureTie) tie() *TieNode { return n.Tie }
func (n *OfficeTie) tie() *TieNode  { return n.Tie }

// TieEntity gives the entity at the far end of a tie.
func TieEntity() Relation { return held(func(t tied) []*EntityRow { return present(t.tie().FarRow) }) }

// TieClaim gives the claim that makes a tie.
func TieClaim() Relation {
	return toOne(func(t tied) ClaimID { return t.tie().Claim }, claimsByID)
}

// claiming is what holds claims.
type claiming interface {
	Node
	claims() []*ClaimRow
}

func (n *AllegationNode) claims() []*ClaimRow { return present(n.Claim) }
func (n *FigureNode) claims() []*ClaimRow     { return present(n.Claim) }
func (n *ClaimSetNode) claims() []*ClaimRow   { return n.Claims }
func (n *MeasureDayNode) claims() []*ClaimRow { return n.Claims }
func (n *StatedNode) claims() []*ClaimRow     { return n.Claims }
func (n *ConflictNode) claims() []*ClaimRow   { return n.Claims }

// NodeClaims gives the claims that an allegation, a figure, a set, a measure's day, a stated number or a conflict holds.
func NodeClaims() Relation { return held(func(n claiming) []*ClaimRow { return n.claims() }) }

// AllegationClaim gives the claim that is alleged.
func AllegationClaim() Relation {
	return held(func(n *AllegationNode) []*ClaimRow { return n.claims() })
}

// NodeAssertions gives the assertions that contradict each other in a conflict.
func NodeAssertions() Relation {
	return held(func(n *ConflictNode) []*AssertionRow { return n.Assertions })
}

// NodeEntities gives the entities that a stated number is held against.
func NodeEntities() Relation {
	return held(func(n *StatedNode) []*EntityRow { return n.Entities })
}

// NodeTies gives the ties of a set.
func NodeTies() Relation { return held(func(n *TieSetNode) []*TieNode { return n.Ties }) }

// disputed is what may hold a conflict.
type disputed interface {
	Node
	conflict() *ConflictNode
}

func (n *TieSetNode) conflict() *ConflictNode     { return n.Conflict }
func (n *ClaimSetNode) conflict() *ConflictNode   { return n.Conflict }
func (n *MeasureDayNode) conflict() *ConflictNode { return n.Conflict }
func (n *StatedNode) conflict() *ConflictNode     { return n.Conflict }

// NodeConflict gives what cannot both be true in a set, a measure's day or a stated number; no row when nothing is.
func NodeConflict() Relation {
	return held(func(n disputed) []*ConflictNode { return present(n.conflict()) })
}

// MeasureOfTie gives the measure of an entity's tie to one.
func MeasureOfTie() Relation {
	return held(func(n *MeasureTie) []*EntityRow { return present(n.Measure) })
}

// present is a list of v, or none when it is nil.
func present[T any](v *T) []*T {
	if v == nil {
		return nil
	}
	return []*T{v}
}
