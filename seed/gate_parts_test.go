package seed

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func TestNumbersIn(t *testing.T) {
	for text, want := range map[string][]string{
		"400 million users":                  {"400", "400000000"},
		"270,000 corporate clients":          {"270000"},
		"655.3 million US dollars":           {"6553/10", "655300000"},
		"eight regional units":               {"8"},
		"thirty-one countries":               {"30", "31"},
		"two hundred and seventy thousand":   {"2", "200", "270", "270000"},
		"a million":                          {"1000000"},
		"twelve executives, four of them":    {"12", "4"},
		"400.000 Nutzer":                     {"400", "400000"},
		"1'250 and 1’250":                    {"1250", "1250"},
		"disclosed none":                     {"0"},
		"50 per cent of 1.5 billion":         {"50", "3/2", "1500000000"},
		"nothing of the kind":                nil,
		"one two":                            {"1", "2"},
		"In 2024, 240,000":                   {"2024", "240000"},
		"three million two hundred thousand": {"3", "3000000", "3000002", "3000200", "3200000"},
		"Act 115-91 of 12 December":          {"115", "91", "12"},
		"1.2.3":                              nil,
	} {
		t.Run(text, func(t *testing.T) {
			var got []string
			for _, n := range numbersIn(text) {
				got = append(got, n.RatString())
			}
			for _, w := range want {
				assert.Contains(t, got, w)
			}
			if want == nil {
				assert.Empty(t, got)
			}
		})
	}
}

// Every number is found in what it reads like in digits.
func TestNumbersAreFoundInDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1_000_000_000_000).Draw(t, "n")
		grouped := group(n, rapid.SampledFrom([]string{"", ",", "\u00a0", "’"}).Draw(t, "mark"))
		quote := rapid.SampledFrom([]string{"over %s users", "%s", "(%s)", "of %s."}).Draw(t, "around")
		want := new(big.Rat).SetInt64(n)
		if !slices.ContainsFunc(numbersIn(fmt.Sprintf(quote, grouped)), func(r *big.Rat) bool { return r.Cmp(want) == 0 }) {
			t.Fatalf("%d is not found in %q", n, grouped)
		}
	})
}

func group(n int64, mark string) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && mark != ""; i -= 3 {
		s = s[:i] + mark + s[i:]
	}
	return s
}

func TestDateIn(t *testing.T) {
	for _, c := range []struct {
		date, quote string
		years       []int
		want        bool
	}{
		{"2024-09-29", "from 29 September 2024 on", nil, true},
		{"2024-09-29", "from September 29, 2024 on", nil, true},
		{"2024-09-29", "on 2024-09-29", nil, true},
		{"2024-09-29", "am 29. September 2024", nil, true},
		{"2024-09-29", "on Sept. 29, 2024", nil, true},
		{"2024-09-29", "on the 29th of September 2024", nil, true},
		{"2024-09-29", "on 29.9.2024", nil, true},
		{"2024-09-29", "on 29 September", []int{2024}, true},
		{"2024-09-29", "on 29 September", []int{2023}, false},
		{"2024-09-29", "on 28 September 2024", nil, false},
		{"2024-09-29", "29 users in September 2024 and 28", nil, false},
		{"2024-09", "in September 2024", nil, true},
		{"2024-09", "in October 2024", nil, false},
		{"2024", "in 2024", nil, true},
		{"2024", "in 2025", nil, false},
		{"2024~", "about 2024", nil, true},
		{"2018-05-30", "on 30 May 2018", nil, true},
		{"[2025-08-11..2025-12-24]", "between 11 August 2025 and 24 December 2025", nil, true},
		{"[2025-08-11..2025-12-24]", "after 11 August 2025", nil, false},
		{"2024-21", "in spring 2024", nil, true},
		{"XXXX-06-21", "on 21 June", nil, false},
	} {
		t.Run(c.date+" in "+c.quote, func(t *testing.T) {
			assert.Equal(t, c.want, dateIn(c.date, c.quote, c.years))
		})
	}
}

func sampleNames() nameIndex {
	return newNameIndex(&Pack{
		Entities: []Entity{
			{ID: "group", Kind: string(graph.CorporateGroup), Caption: "Acme", Mentions: []string{"the “Acme” group"}},
			{ID: "firm", Kind: string(graph.Company), Caption: "AO Acme Works", Mentions: []string{"American subsidiary of Acme"}},
			{ID: "office", Kind: string(graph.Office), Caption: "office of Acme in Port Acme"},
			{ID: "russia", Kind: string(graph.Country), Caption: "Russia"},
			{ID: "units", Kind: string(graph.RegionalUnit), Caption: "two units of Acme", Specificity: string(graph.Group)},
		},
		Statements: []Statement{{Subject: "group", Value: &Value{Name: &Name{Text: "Группа «Акме»"}}}},
	})
}

func TestNamesInQuotes(t *testing.T) {
	names := sampleNames()
	for _, c := range []struct {
		entity, quote string
		want          bool
	}{
		{"group", "Acme has offices", true},
		{"group", "Acme's offices", true},
		{"group", "ACME has offices", true},
		{"group", "the \"Acme\" group", true},
		{"group", "Группа \"Акме\" выросла", true},
		{"group", "Acmeville", false},
		{"group", "AO Acme Works has offices", false},
		{"group", "AO Acme Works is a part of Acme", true},
		{"group", "the American subsidiary of Acme", true},
		{"group", "two units of Acme", true},
		{"firm", "AO Acme Works has offices", true},
		{"firm", "the American subsidiary of Acme", true},
		{"firm", "Acme Works", false},
		{"russia", "Russian firms", false},
		{"russia", "from Russia.", true},
		{"nobody", "Acme", false},
	} {
		t.Run(c.entity+" in "+c.quote, func(t *testing.T) {
			assert.Equal(t, c.want, names.in(c.entity, c.quote))
		})
	}
}

func TestNamesForErrors(t *testing.T) {
	names := sampleNames()
	assert.Equal(t, `"acme" or "the \"acme\" group" or "группа \"акме\""`, names.list("group"))
	assert.Empty(t, names.list("nobody"))
}
