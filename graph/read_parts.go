package graph

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

// AllegationClaim gives the claim that is alleged.
func AllegationClaim() Relation {
	return held(func(n *AllegationNode) []*ClaimRow { return present(n.Claim) })
}

// scalars is a page of one value for each parent.
func scalars[P Node, T any](parents []P, value func(P) (T, bool)) []Page {
	pages := make([]Page, len(parents))
	for i, p := range parents {
		if v, ok := value(p); ok {
			pages[i] = listPage([]*Scalar[T]{{v}})
		}
	}
	return pages
}

// present is a list of v, or none when it is nil.
func present[T any](v *T) []*T {
	if v == nil {
		return nil
	}
	return []*T{v}
}
