package graph_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// checkValue checks a value in a claim of a row that takes any.
func checkValue(t *testing.T, value graph.Value) error {
	t.Helper()
	var types []graph.ValueType
	for _, v := range exampleValues() {
		types = append(types, v.Type())
	}
	p := graph.Predicate{Name: "HAS", Subjects: graph.AllKinds, Values: types}
	v, err := graph.NewVocabulary([]graph.Predicate{p})
	require.NoError(t, err)
	c := graph.NewClaim(&p, graph.Claim{Subject: "ent_a", Predicate: "HAS", Value: value})
	return v.Check(&c, entity("a", graph.Company), nil)
}

func TestWellFormedValues(t *testing.T) {
	for name, value := range map[string]graph.Value{
		"no upper bound":      graph.Quantity{Min: "400000000", Unit: "users"},
		"no lower bound":      graph.Quantity{Max: "49"},
		"bounds":              graph.Quantity{Min: "0.5", Max: "0.50"},
		"none at all":         graph.Quantity{Min: "0", Max: "0"},
		"a loss":              graph.Money{Min: "-5.5", Max: "-1", Currency: "EUR"},
		"a set of days":       graph.OnDate{Date: edtf.MustDate("[2025-08-11..2025-12-24]")},
		"weeks":               graph.Duration{ISO: "P6W"},
		"parts of a day":      graph.Duration{ISO: "P1Y2M10DT2H30M1.5S"},
		"hours":               graph.Duration{ISO: "PT36H"},
		"unknown language":    graph.Text{Wording: "unfair competition"},
		"language and script": graph.Text{Wording: "недобросовестная конкуренция", Language: "ru-Cyrl"},
		"weak name":           graph.Name{Text: "Ivanova", Strength: graph.WeakName},
		"short provision":     graph.Provision{Effect: graph.Exempts, Act: "training"},
		"poles":               graph.Coordinates{Latitude: "-90", Longitude: "180.0"},
		"kept back":           graph.Undisclosed{},
		"kept back by":        graph.Undisclosed{By: "ent_ministry"},
	} {
		t.Run(name, func(t *testing.T) { assert.NoError(t, checkValue(t, value)) })
	}
}

func TestIllFormedValues(t *testing.T) {
	text := graph.Quantity{Min: "1"}
	for name, test := range map[string]struct {
		value graph.Value
		field string
	}{
		"no bound":              {graph.Quantity{Unit: "users"}, "value.min"},
		"words for a number":    {graph.Quantity{Min: "many"}, "value.min"},
		"exponent":              {graph.Quantity{Max: "1e9"}, "value.max"},
		"fraction":              {graph.Quantity{Min: "1/2"}, "value.min"},
		"commas":                {graph.Quantity{Min: "270,000"}, "value.min"},
		"plus":                  {graph.Quantity{Min: "+1"}, "value.min"},
		"bare point":            {graph.Quantity{Min: "1."}, "value.min"},
		"min above max":         {graph.Quantity{Min: "10", Max: "9.99"}, "value.max"},
		"fewer than none":       {graph.Quantity{Min: "-1"}, "value.min"},
		"at most fewer":         {graph.Quantity{Max: "-1"}, "value.max"},
		"money without bound":   {graph.Money{Currency: "USD"}, "value.min"},
		"money without coin":    {graph.Money{Min: "1"}, "value.currency"},
		"small letters":         {graph.Money{Min: "1", Currency: "usd"}, "value.currency"},
		"a sign":                {graph.Money{Min: "1", Currency: "$"}, "value.currency"},
		"no date":               {graph.OnDate{}, "value.date"},
		"no duration":           {graph.Duration{}, "value.iso"},
		"empty duration":        {graph.Duration{ISO: "P"}, "value.iso"},
		"empty time":            {graph.Duration{ISO: "P1DT"}, "value.iso"},
		"duration in words":     {graph.Duration{ISO: "90 days"}, "value.iso"},
		"duration out of order": {graph.Duration{ISO: "P1D1Y"}, "value.iso"},
		"no words":              {graph.Text{Wording: " \n"}, "value.wording"},
		"language in words":     {graph.Text{Wording: "x", Language: "English language"}, "value.language"},
		"no scheme":             {graph.Identifier{Value: "45815"}, "value.scheme"},
		"no mark":               {graph.Identifier{Scheme: "LEI", Value: " "}, "value.value"},
		"no name":               {graph.Name{Strength: graph.StrongName}, "value.text"},
		"no strength":           {graph.Name{Text: "Acme"}, "value.strength"},
		"script in words":       {graph.Name{Text: "Acme", Strength: graph.AliasName, Script: "Cyrillic"}, "value.script"},
		"name's language":       {graph.Name{Text: "Acme", Strength: graph.AliasName, Language: "?"}, "value.language"},
		"unknown effect":        {graph.Provision{Effect: "FORBIDS", Act: "sale"}, "value.effect"},
		"no act":                {graph.Provision{Effect: graph.Prohibits}, "value.act"},
		"no claim":              {graph.ClaimRef{}, "value.claim"},
		"another id":            {graph.ClaimRef{Claim: "ent_a"}, "value.claim"},
		"too far north":         {graph.Coordinates{Latitude: "90.001", Longitude: "0"}, "value.latitude"},
		"too far west":          {graph.Coordinates{Latitude: "0", Longitude: "-180.5"}, "value.longitude"},
		"half a place":          {graph.Coordinates{Latitude: "55.84"}, "value.longitude"},
		"minutes of arc":        {graph.Coordinates{Latitude: "55°50'", Longitude: "0"}, "value.latitude"},
		"kept back by a claim":  {graph.Undisclosed{By: "clm_a"}, "value.by"},
		"a pointer":             {&text, "value"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, checkValue(t, test.value), test.field) })
	}
}
