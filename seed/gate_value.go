package seed

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// checkValue fails unless every number, day, name and mark of a value stands in a quote.
func (g *gate) checkValue(s *Statement, v *Value) {
	if v == nil {
		return
	}
	for _, n := range v.numbers() {
		g.inQuotes(s, n.field, string(n.number), "a number that a quote gives in digits or words", n.in)
	}
	if v.Date != "" {
		years := g.years(s)
		g.inQuotes(s, "value.date", v.Date, "a date that a quote gives", func(q string) bool { return dateIn(v.Date, q, years) })
	}
	for field, words := range v.marks() {
		if words != "" {
			g.inQuotes(s, field, words, "as a quote writes it", func(q string) bool {
				return len(occurrences(foldName(q), foldName(words))) > 0
			})
		}
	}
}

func (g *gate) inQuotes(s *Statement, field, value, want string, has func(quote string) bool) {
	for _, q := range s.Evidence {
		if has(q.Quote) {
			return
		}
	}
	g.invalid(s.line, field, value, fmt.Sprintf("%s; the quote is %q", want, firstQuote(s)))
}

// marks are what a value must show letter by letter.
func (v *Value) marks() map[string]string {
	out := map[string]string{}
	if v.Name != nil {
		out["value.name.text"] = v.Name.Text
	}
	if v.Identifier != nil {
		out["value.identifier.value"] = v.Identifier.Value
	}
	return out
}

// bound is a number of a value. Where it is a bound, "fewer than 50" stands for at most 49.
type bound struct {
	field  string
	number graph.Number
	beside int64 // what may be added to it
}

func (b *bound) in(quote string) bool {
	want, ok := new(big.Rat).SetString(string(b.number))
	if !ok {
		return true // the graph refuses it
	}
	beside := new(big.Rat).Add(want, new(big.Rat).SetInt64(b.beside))
	for _, n := range numbersIn(quote) {
		if n.Cmp(want) == 0 || want.IsInt() && n.Cmp(beside) == 0 {
			return true
		}
	}
	return false
}

// numbers are the numbers of a value that a quote must give.
func (v *Value) numbers() []bound {
	var all []bound
	add := func(field string, exact, least, most graph.Number) {
		all = append(all, bound{field + ".exact", exact, 0}, bound{field + ".min", least, -1}, bound{field + ".max", most, +1})
	}
	if v.Quantity != nil {
		add("value.quantity", v.Quantity.Exact, v.Quantity.Min, v.Quantity.Max)
	}
	if v.Money != nil {
		add("value.money", v.Money.Exact, v.Money.Min, v.Money.Max)
	}
	if v.Coordinates != nil {
		size := func(n graph.Number) graph.Number { return graph.Number(strings.TrimPrefix(string(n), "-")) }
		all = append(all, bound{"value.coordinates.latitude", size(v.Coordinates.Latitude), 0},
			bound{"value.coordinates.longitude", size(v.Coordinates.Longitude), 0})
	}
	for _, digits := range durationNumbers.FindAllString(v.Duration, -1) {
		all = append(all, bound{"value.duration", graph.Number(digits), 0})
	}
	given := all[:0]
	for _, b := range all {
		if b.number != "" {
			given = append(given, b)
		}
	}
	return given
}
