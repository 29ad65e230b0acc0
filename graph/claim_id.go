package graph

import (
	"slices"
	"strconv"
	"strings"
)

// NewClaim puts a proposition in its standard form and gives it its id: qualifiers are sorted, the smaller id of a symmetric
// predicate's ends is the subject. It does not check the proposition; [Vocabulary.Check] does.
func NewClaim(p *Predicate, c Claim) Claim {
	if p.Symmetric && c.Object != "" && c.Object < c.Subject {
		c.Subject, c.Object = c.Object, c.Subject
	}
	if c.Modality == "" {
		c.Modality = Fact
	}
	c.Qualifiers = slices.Clone(c.Qualifiers)
	slices.SortFunc(c.Qualifiers, func(a, b Qualifier) int { return strings.Compare(a.Name, b.Name) })
	c.ID = claimID(&c)
	return c
}

// claimID hashes exactly what tells one proposition from another.
func claimID(c *Claim) ClaimID {
	parts := []string{string(c.Subject), c.Predicate, string(c.Object), string(c.Modality), strconv.Itoa(len(c.Qualifiers))}
	for _, q := range c.Qualifiers {
		parts = append(parts, q.Name, foldWording(q.Value))
	}
	if c.Value != nil {
		parts = append(parts, string(c.Value.Type()))
		parts = append(parts, c.Value.canonical()...)
	}
	return ClaimID(hashID("clm_", parts...))
}
