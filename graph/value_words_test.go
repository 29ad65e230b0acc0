package graph_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func TestQuantitiesInWords(t *testing.T) {
	for want, q := range map[string]graph.Quantity{
		"over 400 million users":     {Min: "400000000", Unit: "users"},
		"at most 49 employees":       {Max: "49", Unit: "employees"},
		"270,000 clients":            {Min: "270000", Max: "270000", Unit: "clients"},
		"270,000":                    {Min: "270000", Max: "270000.0"},
		"about 3,300 employees":      {Min: "3300", Max: "3300", Approximate: true, Unit: "employees"},
		"200,000 to 270,000 clients": {Min: "200000", Max: "270000", Unit: "clients"},
		"about 200 to 300":           {Min: "200", Max: "300", Approximate: true},
		"about 200 or more":          {Min: "200", Approximate: true},
		"about 50 or fewer":          {Max: "50", Approximate: true},
		"1 country":                  {Min: "1", Max: "1", Unit: "countries"},
		"1 office":                   {Min: "1.0", Max: "1.0", Unit: "offices"},
		"over 1 countries":           {Min: "1", Unit: "countries"},
		"0.48":                       {Min: "0.48", Max: "0.480"},
		"0 clients":                  {Min: "0", Max: "0", Unit: "clients"},
		"1,234,567":                  {Min: "1234567", Max: "1234567"},
		"1.234 million":              {Min: "1234000", Max: "1234000"},
		"999,999":                    {Min: "999999", Max: "999999"},
		"2 billion":                  {Min: "2000000000", Max: "2000000000"},
		"1.5 trillion":               {Min: "1500000000000", Max: "1500000000000"},
		"1,500 trillion":             {Min: "1500000000000000", Max: "1500000000000000"},
		"an unknown number of users": {Unit: "users"},
		"many":                       {Min: "many", Max: "many"}, // what no check let in is shown as it is
	} {
		assert.Equal(t, want, graph.ValueWords(q, ""))
	}
}

func TestMoneyInWords(t *testing.T) {
	for want, m := range map[string]graph.Money{
		"USD 721 million":            {Min: "721000000", Max: "721000000", Currency: "USD"},
		"USD 655.3 million":          {Min: "655300000", Max: "655300000", Currency: "USD"},
		"over EUR 5,000":             {Min: "5000", Currency: "EUR"},
		"at most EUR 5,000":          {Max: "5000", Currency: "EUR"},
		"about EUR 5,000 or less":    {Max: "5000", Currency: "EUR", Approximate: true},
		"EUR 1 million to 2 million": {Min: "1000000", Max: "2000000", Currency: "EUR"},
		"EUR -2.5 million":           {Min: "-2500000", Max: "-2500000", Currency: "EUR"},
	} {
		assert.Equal(t, want, graph.ValueWords(m, ""))
	}
}

func TestDatesInSentencesHaveTheirPreposition(t *testing.T) {
	for date, want := range map[string]string{
		"2024-06-21": "on 21 June 2024", "2024-06": "in June 2024", "2024": "in 2024", "2024-21": "in spring 2024",
		"2024-06~": "at a time given as about June 2024", "2024?": "at a time given as possibly 2024",
		"[2025-08-11..2025-12-24]": "at a time given as one of 11 August to 24 December 2025",
	} {
		value := graph.OnDate{Date: edtf.MustDate(date)}
		p := graph.SentenceParts{
			Claim: &graph.Claim{
				Predicate: "DATED", Modality: graph.Fact, Value: value, Qualifiers: []graph.Qualifier{{Name: "day", Value: "ENDED"}},
			},
			Subject: cast[graph.Measure], Standing: graph.Recorded,
		}
		assert.Equal(t, "Directive 17 ended "+want+".", sentence(p))
		assert.Equal(t, value.Date.Words(), graph.ValueWords(value, ""))
	}
}

func TestDurationsInWords(t *testing.T) {
	for iso, want := range map[string]string{
		"P90D": "90 days", "P1D": "1 day", "P6W": "6 weeks", "P1Y6M": "1 year and 6 months", "PT36H": "36 hours",
		"P1Y2M3DT4H5M6.5S": "1 year, 2 months, 3 days, 4 hours, 5 minutes and 6.5 seconds", "P1M": "1 month", "PT1M": "1 minute",
	} {
		assert.Equal(t, want, graph.ValueWords(graph.Duration{ISO: iso}, ""))
	}
}

func TestProvisionsInWords(t *testing.T) {
	for want, p := range map[string]graph.Provision{
		"permits continued use":                   {Effect: graph.Permits, Act: "continued use."},
		"recommends removal concerning software":  {Effect: graph.Recommends, Act: "removal", Concerns: "software"},
		"requires a licence and applies in Italy": {Effect: graph.Requires, Act: "a licence", Territory: "Italy"},
		"exempts training and is exhaustive":      {Effect: graph.Exempts, Act: "training", Exhaustive: true},
		"penalises resale, is addressed to sellers, applies in Italy and is exhaustive": {
			Effect: graph.Penalises, Act: "resale", Addressees: "sellers", Territory: "Italy", Exhaustive: true,
		},
	} {
		assert.Equal(t, want, graph.ValueWords(p, ""))
	}
}

func TestOtherValuesInWords(t *testing.T) {
	for _, test := range []struct {
		value           graph.Value
		reference, want string
	}{
		{graph.Text{Wording: "unfair competition"}, "", "unfair competition"},
		{graph.Name{Text: "Лаборатория"}, "", "Лаборатория"},
		{graph.Identifier{Scheme: "OFAC-SDN", Value: "45815"}, "", "OFAC-SDN 45815"},
		{graph.Coordinates{Latitude: "55.84", Longitude: "37.48"}, "", "55.84° N, 37.48° E"},
		{graph.Coordinates{Latitude: "-55.84", Longitude: "-0.5"}, "", "55.84° S, 0.5° W"},
		{graph.Undisclosed{By: "ent_a"}, "Customs", "not disclosed by Customs"},
		{graph.Undisclosed{}, "", "not disclosed"},
		{graph.ClaimRef{Claim: "clm_a"}, "A owns B.", "A owns B."},
		{nil, "", ""},
	} {
		assert.Equal(t, test.want, graph.ValueWords(test.value, test.reference))
	}
}

func TestEveryTypeOfValueHasWords(t *testing.T) {
	for _, v := range exampleValues() {
		assert.NotEmpty(t, graph.ValueWords(v, "somebody"), v.Type())
	}
}
