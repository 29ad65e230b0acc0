package graph

// ConflictKind is what two sources contradict each other about.
type ConflictKind string

// The kinds of conflict.
const (
	ConflictingValues ConflictKind = "VALUES" // two values of what can have only one at a time
	ConflictingDays   ConflictKind = "DAYS"   // two first days, or two last days, of one claim
)

// ConflictNode is a contradiction in the sources, with both sides.
type ConflictNode struct {
	Kind       ConflictKind
	Claims     []*ClaimRow // of DAYS the one claim
	Assertions []*AssertionRow
}

// Key is made of what contradicts each other.
func (n *ConflictNode) Key() string {
	key := string(n.Kind)
	for _, c := range n.Claims {
		key += " " + c.Key()
	}
	for _, a := range n.Assertions {
		key += " " + a.Key()
	}
	return key
}
