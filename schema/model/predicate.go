package model

import "github.com/redthread-graph/redthread/graph"

// Predicate is what a claim says of its subject: one row of the predicate table.
type Predicate struct{ row *graph.Predicate }

// predicate shows the row of a name; of a name that the table no longer has, only that.
func predicate(v *graph.View, name string) *Predicate {
	row, err := v.Vocabulary.Predicate(name)
	if err != nil {
		row = &graph.Predicate{Name: name, Label: name}
	}
	return &Predicate{row}
}

// Name is how filters and inputs call it.
func (p *Predicate) Name() string { return p.row.Name }

// Label is the words from subject to object.
func (p *Predicate) Label() string { return p.row.Label }

// Inverse is the words from object to subject; nil for one that takes a value.
func (p *Predicate) Inverse() *string { return given(p.row.Inverse) }

// Accusatory says when a claim of it accuses.
func (p *Predicate) Accusatory() Accusatory {
	if p.row.Accusatory == graph.NeverAccusatory {
		return "NEVER"
	}
	return Accusatory(p.row.Accusatory)
}

// Accused is the end that is accused.
func (p *Predicate) Accused() ClaimEnd {
	if p.row.Accused == graph.SubjectEnd {
		return "SUBJECT"
	}
	return ClaimEnd(p.row.Accused)
}

// Functional says whether a subject has one value at a time.
func (p *Predicate) Functional() bool { return p.row.Functional }

// Symmetric says whether subject and object may be exchanged.
func (p *Predicate) Symmetric() bool { return p.row.Symmetric }

// Walkable says whether paths pass along it.
func (p *Predicate) Walkable() bool { return p.row.Walkable }

// Figure says whether it holds on its own day only.
func (p *Predicate) Figure() bool { return p.row.Figure }

// SubjectKinds are the kinds that the subject may have.
func (p *Predicate) SubjectKinds() []graph.EntityKind { return p.row.Subjects.List() }

// ObjectKinds are the kinds that the object may have; empty when it takes a value.
func (p *Predicate) ObjectKinds() []graph.EntityKind { return p.row.Objects.List() }

// ValueTypes are the types that the value may have; empty when it takes an object.
func (p *Predicate) ValueTypes() []graph.ValueType {
	if p.row.Objects != 0 {
		return []graph.ValueType{}
	}
	return p.row.Values
}

// Qualifiers are the details that tell its claims apart.
func (p *Predicate) Qualifiers() []*QualifierRule {
	rules := make([]*QualifierRule, len(p.row.Qualifiers))
	for i, q := range p.row.Qualifiers {
		rules[i] = &QualifierRule{Name: q.Name, Required: q.Required, Values: q.Values}
	}
	return rules
}

// FollowTheMoney is its name there; nil when there is none.
func (p *Predicate) FollowTheMoney() *string { return given(p.row.FtM) }

// Bods is its name in the Beneficial Ownership Data Standard; nil when there is none.
func (p *Predicate) Bods() *string { return given(p.row.BODS) }

// QualifierRule is a detail that claims of a predicate carry.
type QualifierRule struct {
	Name     string
	Required bool
	Values   []string
}
