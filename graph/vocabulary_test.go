package graph_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// refused checks that an error is about a field and says what would be right.
func refused(t *testing.T, err error, field string) {
	t.Helper()
	var wrong *graph.FieldError
	require.ErrorAs(t, err, &wrong)
	require.ErrorIs(t, err, graph.ErrInvalid)
	assert.Equal(t, field, wrong.Field)
	assert.NotEmpty(t, wrong.Want)
}

func TestEveryRowAcceptsItsExample(t *testing.T) {
	v := graph.StandardVocabulary()
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			subject, object, c := example(p)
			for _, m := range graph.Modalities() {
				c.Modality = m
				require.NoError(t, v.Check(&c, subject, object))
			}
		})
	}
}

func TestEveryRowHoldsToItsSubjectKinds(t *testing.T) {
	v := graph.StandardVocabulary()
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			subject, object, c := example(p)
			for _, k := range graph.EntityKinds() {
				changed := entity("a", k)
				if k == subject.Kind {
					changed = subject
				}
				err := v.Check(&c, changed, object)
				if p.Subjects.Has(k) {
					require.NoError(t, err, k)
				} else {
					refused(t, err, "subject")
				}
			}
		})
	}
}

func TestEveryRowHoldsToItsObjectKinds(t *testing.T) {
	v := graph.StandardVocabulary()
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			subject, object, c := example(p)
			for _, k := range graph.EntityKinds() {
				changed := entity("b", k)
				if object != nil && k == object.Kind {
					changed = object
				}
				given := c
				given.Object, given.Value = changed.ID, nil
				one := v.Check(&given, subject, changed)
				group := *changed
				group.Specificity = graph.Group
				many := v.Check(&given, subject, &group)
				switch {
				case p.Objects.Has(k):
					require.NoError(t, one, k)
					require.NoError(t, many, k)
				case p.GroupObjects.Has(k):
					refused(t, one, "object")
					require.NoError(t, many, k)
				default:
					refused(t, one, "object")
					refused(t, many, "object")
				}
			}
		})
	}
}

func TestEveryRowHoldsToItsValueTypes(t *testing.T) {
	v := graph.StandardVocabulary()
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			subject, _, c := example(p)
			for _, value := range exampleValues() {
				given := c
				given.Object, given.Value = "", value
				err := v.Check(&given, subject, nil)
				if slices.Contains(p.Values, value.Type()) {
					require.NoError(t, err, value.Type())
				} else {
					refused(t, err, "value")
				}
			}
		})
	}
}

func TestEveryRowHoldsToItsMeasureKinds(t *testing.T) {
	v := graph.StandardVocabulary()
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			for _, k := range graph.MeasureKinds() {
				subject, object, c := example(p)
				if object != nil && object.Kind == graph.Measure {
					object.MeasureKind = k
					right := len(p.ObjectMeasure) == 0 || slices.Contains(p.ObjectMeasure, k)
					assert.Equal(t, right, v.Check(&c, subject, object) == nil, k)
				}
				subject, object, c = example(p)
				if subject.Kind == graph.Measure {
					subject.MeasureKind = k
					right := len(p.SubjectMeasure) == 0 || slices.Contains(p.SubjectMeasure, k)
					assert.Equal(t, right, v.Check(&c, subject, object) == nil, k)
				}
			}
		})
	}
}

func TestListsAndLawsAreMeasuresOfTheirKind(t *testing.T) {
	for predicate, kind := range map[string]graph.MeasureKind{"LISTED_ON": graph.List, "LEGAL_BASIS": graph.Law} {
		p, err := graph.StandardVocabulary().Predicate(predicate)
		require.NoError(t, err)
		subject, object, c := example(p)
		assert.Equal(t, kind, object.MeasureKind)
		object.MeasureKind = graph.Ban
		err = graph.StandardVocabulary().Check(&c, subject, object)
		refused(t, err, "object")
		assert.ErrorContains(t, err, string(kind))
	}
}

func TestARowMayHoldItsSubjectsToAKindOfMeasure(t *testing.T) {
	p := graph.Predicate{
		Name: "SENTENCES", Subjects: graph.KindsOf(graph.Measure), SubjectMeasure: []graph.MeasureKind{graph.Judgment},
		Objects: graph.KindsOf(graph.Person),
	}
	v, err := graph.NewVocabulary([]graph.Predicate{p})
	require.NoError(t, err)
	c := graph.NewClaim(&p, graph.Claim{Subject: "ent_a", Predicate: p.Name, Object: "ent_b"})
	judgment := entity("a", graph.Measure)
	judgment.MeasureKind = graph.Judgment
	require.NoError(t, v.Check(&c, judgment, entity("b", graph.Person)))
	refused(t, v.Check(&c, entity("a", graph.Measure), entity("b", graph.Person)), "subject")
}

func TestARiskIsPosedToAGroupOfAnyActors(t *testing.T) {
	p, err := graph.StandardVocabulary().Predicate("POSES_RISK_TO")
	require.NoError(t, err)
	subject, _, c := example(p)
	people := entity("b", graph.Person)
	refused(t, graph.StandardVocabulary().Check(&c, subject, people), "object")
	people.Specificity = graph.Group
	assert.NoError(t, graph.StandardVocabulary().Check(&c, subject, people))
}

func TestAGroupOfUnitsMayIncludeACompany(t *testing.T) {
	v := graph.StandardVocabulary()
	p, err := v.Predicate("INCLUDES")
	require.NoError(t, err)
	units := entity("units", graph.RegionalUnit)
	units.Specificity = graph.Group
	c := graph.NewClaim(p, graph.Claim{Subject: units.ID, Predicate: p.Name, Object: "ent_b"})
	assert.NoError(t, v.Check(&c, units, entity("b", graph.Company)))
}

func TestCheckRefusesWhatNoClaimCanBe(t *testing.T) {
	v := graph.StandardVocabulary()
	role := graph.Qualifier{Name: "role", Value: "chief"}
	for name, test := range map[string]struct {
		predicate, field string
		change           func(c *graph.Claim)
	}{
		"unknown predicate":      {"OWNS", "predicate", func(c *graph.Claim) { c.Predicate = "OWN" }},
		"unknown modality":       {"OWNS", "modality", func(c *graph.Claim) { c.Modality = "WISH" }},
		"no modality":            {"OWNS", "modality", func(c *graph.Claim) { c.Modality = "" }},
		"object and value":       {"OWNS", "value", func(c *graph.Claim) { c.Value = graph.Text{Wording: "all"} }},
		"value and object":       {"ACTION", "value", func(c *graph.Claim) { c.Object = "ent_b" }},
		"no object":              {"OWNS", "object", func(c *graph.Claim) { c.Object = "" }},
		"no value":               {"ACTION", "value", func(c *graph.Claim) { c.Value = nil }},
		"itself":                 {"OWNS", "object", func(c *graph.Claim) { c.Object = c.Subject }},
		"undeclared qualifier":   {"PARENT_OF", "qualifiers", func(c *graph.Claim) { c.Qualifiers = []graph.Qualifier{role} }},
		"other qualifier":        {"OWNS", "qualifiers", func(c *graph.Claim) { c.Qualifiers = []graph.Qualifier{role} }},
		"qualifier twice":        {"DIRECTS", "qualifiers", func(c *graph.Claim) { c.Qualifiers = []graph.Qualifier{role, role} }},
		"empty qualifier":        {"DIRECTS", "qualifiers.role", func(c *graph.Claim) { c.Qualifiers[0].Value = " " }},
		"value of a closed list": {"DATED", "qualifiers.day", func(c *graph.Claim) { c.Qualifiers[0].Value = "SIGNED" }},
		"required one missing":   {"DATED", "qualifiers.day", func(c *graph.Claim) { c.Qualifiers = nil }},
		"no words of subjection": {"SUBJECT_TO", "qualifiers.words", func(c *graph.Claim) { c.Qualifiers = nil }},
		"office without role":    {"HOLDS_OFFICE", "qualifiers.role", func(c *graph.Claim) { c.Qualifiers = nil }},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := v.Predicate(test.predicate)
			require.NoError(t, err)
			subject, object, c := example(p)
			test.change(&c)
			refused(t, v.Check(&c, subject, object), test.field)
		})
	}
}

func TestOptionalQualifiersMayBeLeftOut(t *testing.T) {
	v := graph.StandardVocabulary()
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			subject, object, c := example(p)
			c.Qualifiers = slices.DeleteFunc(c.Qualifiers, func(q graph.Qualifier) bool {
				return slices.ContainsFunc(p.Qualifiers, func(r graph.QualifierRule) bool { return r.Name == q.Name && !r.Required })
			})
			assert.NoError(t, v.Check(&c, subject, object))
		})
	}
}

func TestIdentifyingQualifiersAreThoseOfTheDomain(t *testing.T) {
	figure := []string{"place", "segment"}
	want := map[string][]string{
		"OWNS": {"interest"}, "DIRECTS": {"role"}, "EMPLOYS": {"role"}, "HOLDS_OFFICE": {"role"}, "MEMBER_OF": {"role"},
		"REPRESENTS": {"role"}, "FAMILY": {"kind"}, "SUPPLIES": {"product"}, "SUBJECT_TO": {"words"}, "POSES_RISK_TO": {"aspect"},
		"DATED": {"day"}, "HAS_USERS": figure, "HAS_CLIENTS": figure, "SERVES_COUNTRY_COUNT": figure, "UNIT_COUNT": figure,
		"OFFICE_COUNTRY_COUNT": figure, "EMPLOYEE_COUNT": figure, "REVENUE": figure,
	}
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			var names []string
			for _, rule := range p.Qualifiers {
				names = append(names, rule.Name)
			}
			assert.Equal(t, want[p.Name], names)
		})
	}
}
