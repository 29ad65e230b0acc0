package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func rowOf(t require.TestingT, name string) *graph.Predicate {
	p, err := graph.StandardVocabulary().Predicate(name)
	require.NoError(t, err)
	return p
}

// proposition draws a claim of any row, as a caller gives it.
func proposition(t *rapid.T) (*graph.Predicate, graph.Claim) {
	p := rapid.SampledFrom(graph.StandardVocabulary().Predicates()).Draw(t, "predicate")
	c := graph.Claim{
		Subject: "ent_subject", Predicate: p.Name, Modality: rapid.SampledFrom(graph.Modalities()).Draw(t, "modality"),
	}
	if p.Objects != 0 {
		c.Object = graph.EntityID("ent_" + rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "object"))
	} else {
		c.Value = exampleValue(p)
	}
	for _, rule := range p.Qualifiers {
		c.Qualifiers = append(c.Qualifiers, graph.Qualifier{Name: rule.Name, Value: exampleQualifier(rule)})
	}
	return p, c
}

func TestTheOrderOfQualifiersIsNotInTheID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := proposition(t)
		want := graph.NewClaim(p, c)
		c.Qualifiers = rapid.Permutation(c.Qualifiers).Draw(t, "order")
		given := slices.Clone(c.Qualifiers)
		assert.Equal(t, want, graph.NewClaim(p, c))
		assert.Equal(t, given, c.Qualifiers, "the caller's list is left alone")
	})
}

func TestTheOrderOfSymmetricEndsIsNotInTheID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := proposition(t)
		if p.Objects == 0 {
			return
		}
		one := graph.NewClaim(p, c)
		c.Subject, c.Object = c.Object, c.Subject
		other := graph.NewClaim(p, c)
		assert.Equal(t, p.Symmetric, one.ID == other.ID)
		if p.Symmetric {
			assert.Less(t, one.Subject, one.Object, "the smaller id is the subject")
		}
	})
}

func TestEveryIdentifyingFieldIsInTheID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := proposition(t)
		ids := map[graph.ClaimID]string{graph.NewClaim(p, c).ID: "itself"}
		add := func(what string, changed graph.Claim) {
			id := graph.NewClaim(p, changed).ID
			assert.Empty(t, ids[id], what)
			ids[id] = what
		}
		for _, m := range graph.Modalities() {
			if m != c.Modality {
				changed := c
				changed.Modality = m
				add("modality "+string(m), changed)
			}
		}
		for i := range c.Qualifiers {
			changed := c
			changed.Qualifiers = slices.Clone(c.Qualifiers)
			changed.Qualifiers[i].Value += " and more"
			add("qualifier", changed)
			changed.Qualifiers = slices.Delete(slices.Clone(c.Qualifiers), i, i+1)
			add("no qualifier", changed)
		}
		changed := c
		changed.Subject += "2"
		add("subject", changed)
		changed = c
		changed.Predicate = "ANOTHER"
		add("predicate", changed)
		if c.Object != "" {
			changed = c
			changed.Object += "2"
			add("object", changed)
		}
	})
}

func TestEveryPartOfAValueThatTellsItFromOthersIsInTheID(t *testing.T) {
	p := graph.Predicate{Name: "HAS"}
	ids := map[graph.ClaimID]graph.Value{}
	for _, value := range append(exampleValues(),
		graph.Quantity{Min: "400000001"}, graph.Quantity{Max: "400000000"}, graph.Quantity{Min: "400000000", Approximate: true},
		graph.Quantity{Min: "400000000", Unit: "users"}, graph.Quantity{Min: "400000000", Unit: "clients"},
		graph.Money{Min: "721000000", Max: "721000000", Currency: "EUR"}, graph.Money{Min: "721000000", Currency: "USD"},
		graph.OnDate{Date: edtf.MustDate("2024-06-20")}, graph.OnDate{Date: edtf.MustDate("2024-06")}, graph.Duration{ISO: "P91D"},
		graph.Text{Wording: "wind down the business", Language: "fr"}, graph.Text{Wording: "wind up the business", Language: "en"},
		graph.Identifier{Scheme: "OFAC-SDN", Value: "45816"}, graph.Identifier{Scheme: "LEI", Value: "45815"},
		graph.Name{Text: "Laboratory"}, graph.Provision{Effect: graph.Permits, Act: "resale"},
		graph.Provision{Effect: graph.Prohibits, Act: "resale"}, graph.Provision{Effect: graph.Prohibits, Act: "use"},
		graph.Provision{Effect: graph.Prohibits, Act: "use", Concerns: "software"},
		graph.Provision{Effect: graph.Prohibits, Act: "use", Addressees: "software"},
		graph.Provision{Effect: graph.Prohibits, Act: "use", Territory: "software"},
		graph.Provision{Effect: graph.Prohibits, Act: "use", Exhaustive: true}, graph.ClaimRef{Claim: "clm_2"},
		graph.Coordinates{Latitude: "-37.48", Longitude: "55.84"}, graph.Undisclosed{},
	) {
		id := graph.NewClaim(&p, graph.Claim{Subject: "ent_a", Predicate: "HAS", Value: value}).ID
		assert.Nil(t, ids[id], "%v", value)
		ids[id] = value
	}
}

func TestSpellingIsNotInTheID(t *testing.T) {
	for name, pair := range map[string][2]graph.Value{
		"digits":         {graph.Quantity{Min: "1.50"}, graph.Quantity{Min: "1.5"}},
		"unit's case":    {graph.Quantity{Min: "1", Unit: "Users"}, graph.Quantity{Min: "1", Unit: "users"}},
		"case":           {graph.Text{Wording: "Unfair Competition"}, graph.Text{Wording: "unfair competition"}},
		"spaces":         {graph.Text{Wording: "unfair \n competition"}, graph.Text{Wording: "unfair competition"}},
		"quote marks":    {graph.Text{Wording: "“malicious” — ‘so’"}, graph.Text{Wording: "\"malicious\" - 'so'"}},
		"language tag":   {graph.Text{Wording: "x", Language: "EN"}, graph.Text{Wording: "x", Language: "en"}},
		"identifier":     {graph.Identifier{Scheme: "lei", Value: "ab 12"}, graph.Identifier{Scheme: "LEI", Value: "AB12"}},
		"name's script":  {graph.Name{Text: "A", Script: "Latn", Strength: graph.WeakName}, graph.Name{Text: "A", Language: "en"}},
		"provision":      {graph.Provision{Act: "Resale"}, graph.Provision{Act: "resale"}},
		"longer decimal": {graph.Coordinates{Latitude: "55.840", Longitude: "1"}, graph.Coordinates{Latitude: "55.84", Longitude: "1.0"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := graph.Predicate{Name: "HAS"}
			one := graph.NewClaim(&p, graph.Claim{Subject: "ent_a", Predicate: "HAS", Value: pair[0]})
			other := graph.NewClaim(&p, graph.Claim{Subject: "ent_a", Predicate: "HAS", Value: pair[1]})
			assert.Equal(t, one.ID, other.ID)
		})
	}
}

func TestWordingOfAQualifierIsNotInTheID(t *testing.T) {
	p := rowOf(t, "DIRECTS")
	claim := func(role string) graph.ClaimID {
		return graph.NewClaim(p, graph.Claim{
			Subject: "ent_a", Predicate: p.Name, Object: "ent_b", Qualifiers: []graph.Qualifier{{Name: "role", Value: role}},
		}).ID
	}
	assert.Equal(t, claim("Chief Operating Officer"), claim("chief operating  officer"))
	assert.NotEqual(t, claim("Chief Operating Officer"), claim("Chief Legal Officer"))
}

// The dates and shares of a holding belong to what is said of it: a claim has no place for them.
func TestAClaimHasOnlyIdentifyingFields(t *testing.T) {
	c := graph.NewClaim(rowOf(t, "OWNS"), graph.Claim{Subject: "ent_a", Predicate: "OWNS", Object: "ent_b"})
	assert.Equal(t, graph.Fact, c.Modality, "a claim is a fact unless it says otherwise")
	assert.Equal(t, graph.NewClaim(rowOf(t, "OWNS"), c), c, "the id is not in the id")
	assert.True(t, strings.HasPrefix(string(c.ID), "clm_"))
	assert.Len(t, c.ID, 30)
}
