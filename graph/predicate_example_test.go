package graph_test

import (
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// entity makes a named entity of a kind; a measure is a directive.
func entity(id string, k graph.EntityKind) *graph.Entity {
	e := &graph.Entity{ID: graph.EntityID("ent_" + id), Kind: k, Specificity: graph.Named, Caption: id}
	if k == graph.Measure {
		e.MeasureKind = graph.Directive
	}
	return e
}

// example makes a valid claim of a row with its ends; the object is nil for a value.
func example(p *graph.Predicate) (subject, object *graph.Entity, c graph.Claim) {
	subject = entity("a", preferred(p.Subjects, graph.CorporateGroup, graph.Company, graph.Person))
	if len(p.SubjectMeasure) > 0 && subject.Kind == graph.Measure {
		subject.MeasureKind = p.SubjectMeasure[0]
	}
	c = graph.Claim{Subject: subject.ID, Predicate: p.Name}
	if p.Objects == 0 {
		c.Value = exampleValue(p)
	} else {
		likely := []graph.EntityKind{graph.Company, graph.Person}
		if p.Accusatory != graph.NeverAccusatory {
			likely = []graph.EntityKind{graph.IntelligenceService, graph.Government}
		}
		object = entity("b", preferred(p.Objects, likely...))
		if len(p.ObjectMeasure) > 0 && object.Kind == graph.Measure {
			object.MeasureKind = p.ObjectMeasure[0]
		}
		c.Object = object.ID
	}
	for _, rule := range p.Qualifiers {
		c.Qualifiers = append(c.Qualifiers, graph.Qualifier{Name: rule.Name, Value: exampleQualifier(rule)})
	}
	return subject, object, graph.NewClaim(p, c)
}

func preferred(kinds graph.Kinds, likely ...graph.EntityKind) graph.EntityKind {
	for _, k := range likely {
		if kinds.Has(k) {
			return k
		}
	}
	return kinds.List()[0]
}

func exampleQualifier(rule graph.QualifierRule) string {
	if len(rule.Values) > 0 {
		return rule.Values[0]
	}
	words := map[string]string{
		"role": "chief adviser", "product": "anti-virus software", "words": "jurisdiction, control or direction",
		"aspect": "national security", "place": "the United States", "segment": "corporate",
	}
	return words[rule.Name]
}

// exampleValue is a value of the row's first type that makes sense for it.
func exampleValue(p *graph.Predicate) graph.Value {
	words := map[string]string{
		"ACTION": "winding down the business in Freedonia", "CONDUCT": "passing on the personal data of users",
		"CITATION": "89 FR 52434", "CHARACTERISED_AS": "unfair competition", "MOTIVATED_BY": "the geopolitical climate",
		"ADDRESS": "1 Main Square, Strelsau",
	}
	numbers := map[string]graph.Quantity{
		"HAS_CLIENTS": {Min: "270000", Max: "270000"}, "SERVES_COUNTRY_COUNT": {Min: "200"}, "UNIT_COUNT": {Min: "8", Max: "8"},
		"OFFICE_COUNTRY_COUNT": {Min: "31", Max: "35"}, "EMPLOYEE_COUNT": {Min: "3300", Max: "3300", Approximate: true},
	}
	if number, ok := numbers[p.Name]; ok {
		return number
	}
	if wording, ok := words[p.Name]; ok {
		return graph.Text{Wording: wording, Language: "en"}
	}
	i := slices.IndexFunc(exampleValues(), func(v graph.Value) bool { return v.Type() == p.Values[0] })
	return exampleValues()[i]
}

// exampleValues has a well-formed value of every type.
func exampleValues() []graph.Value {
	return []graph.Value{
		graph.Quantity{Min: "400000000"},
		graph.Money{Min: "721000000", Max: "721000000", Currency: "USD"},
		graph.OnDate{Date: edtf.MustDate("2024-06-21")},
		graph.Duration{ISO: "P90D"},
		graph.Text{Wording: "wind down the business", Language: "en"},
		graph.Identifier{Scheme: "OFAC-SDN", Value: "45815"},
		graph.Name{Text: "Лаборатория", Script: "Cyrl", Language: "ru", Strength: graph.StrongName},
		graph.Provision{
			Effect: graph.Prohibits, Act: "resale", Concerns: "anti-virus software", Addressees: "sellers and resellers",
			Territory: "the United States",
		},
		graph.ClaimRef{Claim: "clm_1"},
		graph.Coordinates{Latitude: "55.84", Longitude: "-37.48"},
		graph.Undisclosed{By: "ent_ministry"},
	}
}
