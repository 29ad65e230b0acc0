package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

func TestReadValuesClashOnlyWhenBothCannotBeTrue(t *testing.T) {
	number := func(lo, hi string) Quantity { return Quantity{Min: Number(lo), Max: Number(hi)} }
	about := func(n, unit string) Quantity {
		return Quantity{Min: Number(n), Max: Number(n), Approximate: true, Unit: unit}
	}
	dollars := func(lo, hi string) Money { return Money{Min: Number(lo), Max: Number(hi), Currency: "USD"} }
	on := func(s string) OnDate { return OnDate{edtf.MustDate(s)} }
	english := func(s string) Text { return Text{s, "en"} }
	for name, c := range map[string]struct {
		a, b Value
		want bool
	}{
		"over 400 million and 430 million":      {number("400000000", ""), number("430000000", "430000000"), false},
		"exactly 270,000 and more than 200,000": {number("270000", "270000"), number("200001", ""), false},
		"31 and 35":                             {number("31", "31"), number("35", "35"), true},
		"at most 10 and over 10":                {number("", "10"), number("11", ""), true},
		"ranges that share one number":          {number("1", "5"), number("5", "9"), false},
		"equal numbers written otherwise":       {number("1.50", "1.50"), number("1.5", "1.5"), false},
		"unbounded on both sides":               {number("", ""), number("7", "7"), false},
		"about 430 and 420":                     {about("430", ""), number("420", "420"), false},
		"about 430 and 419":                     {about("430", ""), number("419", "419"), true},
		"about 0.48 and 0.49":                   {about("0.48", ""), number("0.49", "0.49"), false},
		"users and countries":                   {about("5", "users"), about("50", "countries"), false},
		"users and a plain number":              {about("5", "users"), about("50", ""), true},
		"dollars":                               {dollars("1", "2"), dollars("3", "4"), true},
		"dollars and euros":                     {dollars("1", "1"), Money{Min: "2", Max: "2", Currency: "EUR"}, false},
		"a quantity and an amount":              {number("1", "1"), dollars("2", "2"), false},
		"two days":                              {on("2024-06-20"), on("2024-06-21"), true},
		"a day and its month":                   {on("2024-06-20"), on("2024-06"), false},
		"a day and a set that holds it":         {on("2025-08-11"), on("[2025-08-11..2025-12-24]"), false},
		"a year of which the decade is known":   {on("202X"), on("2024-01-01"), false},
		"two house numbers":                     {english("39A house 2"), english("39A house 3"), true},
		"one wording in other letters":          {english("Olympia Park"), english("olympia  PARK"), false},
		"two languages":                         {english("unfair"), Text{"нечестно", "ru"}, false},
		"two marks of one scheme":               {Identifier{"LEI", "1"}, Identifier{"lei", "2"}, true},
		"one mark with and without a space":     {Identifier{"LEI", "1 2"}, Identifier{"lei", "12"}, false},
		"marks of two schemes":                  {Identifier{"LEI", "1"}, Identifier{"TAX", "2"}, false},
		"an undisclosed value and a number":     {Undisclosed{"ent_a"}, number("5", "5"), false},
		"two who keep it back":                  {Undisclosed{"ent_a"}, Undisclosed{"ent_b"}, false},
		"two lengths of time":                   {Duration{"P90D"}, Duration{"P60D"}, true},
		"a rounded place and a finer one":       {Coordinates{"55.8", "37.5"}, Coordinates{"55.84", "37.48"}, false},
		"two places":                            {Coordinates{"55.8", "37.5"}, Coordinates{"55.9", "37.5"}, true},
		"two names":                             {Name{Text: "Acme"}, Name{Text: "Beta"}, true},
		"two claims":                            {ClaimRef{"clm_a"}, ClaimRef{"clm_b"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, valuesClash(c.a, c.b))
			assert.Equal(t, c.want, valuesClash(c.b, c.a), "the other way round")
			assert.False(t, valuesClash(c.a, c.a), "with itself")
		})
	}
}

func TestReadRangesClashExactlyWhenTheyShareNoNumber(t *testing.T) {
	bounds := rapid.Custom(func(t *rapid.T) [2]int {
		lo := rapid.IntRange(0, 20).Draw(t, "lo")
		return [2]int{lo, lo + rapid.IntRange(0, 5).Draw(t, "more")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := bounds.Draw(t, "a"), bounds.Draw(t, "b")
		shared := false
		for n := a[0]; n <= a[1]; n++ {
			shared = shared || b[0] <= n && n <= b[1]
		}
		quantity := func(r [2]int) Quantity { return Quantity{Min: numberKey(r[0]), Max: numberKey(r[1])} }
		assert.Equal(t, !shared, valuesClash(quantity(a), quantity(b)))
	})
}

func numberKey(n int) Number { return Number(intWords(n)) }

func intWords(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return intWords(n/10) + intWords(n%10)
}

func TestReadDatesOfPeriodsClashOnlyWhenBothAreGiven(t *testing.T) {
	period := func(from, to string) Period {
		var p Period
		var err error
		p.From, err = edtf.ParseBound(from)
		require.NoError(t, err)
		p.To, err = edtf.ParseBound(to)
		assert.NoError(t, err)
		return p
	}
	for name, c := range map[string]struct {
		a, b Period
		want bool
	}{
		"two first days":                    {period("2012-05-01", ""), period("2014-03-01", ""), true},
		"a year and a day of it":            {period("2012", ""), period("2012-05-01", ""), false},
		"one of them gives none":            {period("2012", ""), period("", ""), false},
		"two last days":                     {period("", "2020-01-01"), period("", "2021-01-01"), true},
		"a last day and an open end":        {period("", "2020-01-01"), period("", ".."), true},
		"two open ends":                     {period("", ".."), period("2010", ".."), false},
		"a first day against a last day":    {period("2012", ""), period("", "2010"), false},
		"an approximate year and its edges": {period("2012~", ""), period("2013-01-01", ""), false},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, datesClash(&c.a, &c.b))
			assert.Equal(t, c.want, datesClash(&c.b, &c.a))
			assert.False(t, datesClash(&c.a, &c.a))
		})
	}
}

func TestReadQuestionsTellClaimsApartByAllButTheirValue(t *testing.T) {
	base := Claim{Subject: "ent_a", Predicate: "HAS_USERS", Modality: Fact, Value: Quantity{Min: "1"}}
	other := base
	other.Value = Quantity{Min: "2"}
	assert.Equal(t, base.question(), other.question())
	for name, change := range map[string]func(*Claim){
		"subject":   func(c *Claim) { c.Subject = "ent_b" },
		"predicate": func(c *Claim) { c.Predicate = "HAS_CLIENTS" },
		"modality":  func(c *Claim) { c.Modality = Plan },
		"qualifier": func(c *Claim) { c.Qualifiers = []Qualifier{{"place", "Utopia"}} },
	} {
		t.Run(name, func(t *testing.T) {
			changed := base
			change(&changed)
			assert.NotEqual(t, base.question(), changed.question())
		})
	}
}

func TestReadQuantitiesAddAndShrinkByTheirBounds(t *testing.T) {
	for name, c := range map[string]struct{ a, b, want Quantity }{
		"exact":      {Quantity{Min: "8", Max: "8"}, Quantity{Min: "1", Max: "1"}, Quantity{Min: "9", Max: "9"}},
		"open above": {Quantity{Min: "8"}, Quantity{Min: "1", Max: "1"}, Quantity{Min: "9"}},
		"open below": {Quantity{Max: "8"}, Quantity{Min: "1", Max: "2"}, Quantity{Max: "10"}},
		"fractions":  {Quantity{Min: "0.5", Max: "0.5"}, Quantity{Min: "0.25", Max: "1"}, Quantity{Min: "0.75", Max: "1.5"}},
		"about":      {Quantity{Min: "8", Max: "8", Approximate: true}, Quantity{Min: "1", Max: "1"}, Quantity{Min: "9", Max: "9", Approximate: true}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, &c.want, c.a.plus(c.b)) })
	}
	var none *Quantity
	assert.Equal(t, &Quantity{Min: "3"}, none.plus(Quantity{Min: "3"}))
	assert.Equal(t, &Quantity{Min: "29", Max: "29"}, (&Quantity{Min: "31", Max: "31"}).less(2))
	assert.Equal(t, &Quantity{Min: "0", Max: "1"}, (&Quantity{Min: "2", Max: "4"}).less(3))
	assert.Equal(t, &Quantity{Min: "28", Unit: "countries"}, (&Quantity{Min: "30", Unit: "countries"}).less(2))
}
