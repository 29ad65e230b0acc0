package model

import "github.com/redthread-graph/redthread/graph"

// Predicate is what a claim says of its subject: one row of the predicate table.
type Predicate struct {
	Name, Label                             string
	Inverse                                 *string
	Accusatory                              Accusatory
	Accused                                 ClaimEnd
	Functional, Symmetric, Walkable, Figure bool
	SubjectKinds, ObjectKinds               []graph.EntityKind
	ValueTypes                              []graph.ValueType
	Qualifiers                              []*QualifierRule
	FollowTheMoney, Bods                    *string
}

// QualifierRule is a detail that claims of a predicate carry.
type QualifierRule struct {
	Name     string
	Required bool
	Values   []string
}

// predicate shows the row of a name; of a name that the table no longer has, only that.
func predicate(v *graph.View, name string) *Predicate {
	row, err := v.Vocabulary.Predicate(name)
	if err != nil {
		row = &graph.Predicate{Name: name, Label: name}
	}
	return newPredicate(row)
}

func newPredicate(row *graph.Predicate) *Predicate {
	p := &Predicate{
		Name: row.Name, Label: row.Label, Inverse: given(row.Inverse), Accusatory: "NEVER", Accused: "SUBJECT",
		Functional: row.Functional, Symmetric: row.Symmetric, Walkable: row.Walkable, Figure: row.Figure,
		SubjectKinds: row.Subjects.List(), ObjectKinds: row.Objects.List(), ValueTypes: row.Values,
		Qualifiers: []*QualifierRule{}, FollowTheMoney: given(row.FtM), Bods: given(row.BODS),
	}
	if row.Accusatory != graph.NeverAccusatory {
		p.Accusatory = Accusatory(row.Accusatory)
	}
	if row.Accused != graph.SubjectEnd {
		p.Accused = ClaimEnd(row.Accused)
	}
	if row.Objects != 0 {
		p.ValueTypes = []graph.ValueType{}
	}
	for _, q := range row.Qualifiers {
		p.Qualifiers = append(p.Qualifiers, &QualifierRule{Name: q.Name, Required: q.Required, Values: q.Values})
	}
	return p
}
