package graph

import (
	"math/big"
	"strings"
)

// words says the quantity with its unit, or with another one when it has none.
func (v Quantity) words(unit string) string {
	if v.Unit != "" {
		unit = v.Unit
	}
	if v.Min == v.Max && v.Min.canonical() == "1" {
		unit = singular(unit)
	}
	return strings.TrimSpace(rangeWords(v.Min, v.Max, v.Approximate, "", "fewer") + " " + unit)
}

// words says the amount with its currency: "over USD 721 million".
func (v Money) words() string { return rangeWords(v.Min, v.Max, v.Approximate, v.Currency+" ", "less") }

// rangeWords says two bounds, of which one may be missing; mark stands before the number.
func rangeWords(lo, hi Number, approximate bool, mark, less string) string {
	about := ""
	if approximate {
		about = "about "
	}
	switch {
	case lo == "" && hi == "":
		return "an unknown number of"
	case hi == "" && approximate:
		return about + mark + numberWords(lo) + " or more"
	case hi == "":
		return "over " + mark + numberWords(lo)
	case lo == "" && approximate:
		return about + mark + numberWords(hi) + " or " + less
	case lo == "":
		return "at most " + mark + numberWords(hi)
	case lo.canonical() == hi.canonical():
		return about + mark + numberWords(lo)
	default:
		return about + mark + numberWords(lo) + " to " + numberWords(hi)
	}
}

// singular is the unit of exactly one.
func singular(unit string) string {
	if stem, ok := strings.CutSuffix(unit, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(unit, "s")
}

// numberWords says a number: in millions, billions or trillions where three decimals of these are exact, else in digits with
// commas.
func numberWords(n Number) string {
	r := n.Rat()
	if r == nil {
		return string(n)
	}
	for _, scale := range []struct {
		size int64
		name string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		part := new(big.Rat).Quo(r, new(big.Rat).SetInt64(scale.size))
		thousandths := new(big.Rat).Mul(part, big.NewRat(1000, 1))
		if new(big.Rat).Abs(part).Cmp(big.NewRat(1, 1)) >= 0 && thousandths.IsInt() {
			return decimal(part, 3) + scale.name
		}
	}
	return decimal(r, 18)
}

// decimal writes a number with commas and without idle zeros.
func decimal(r *big.Rat, places int) string {
	digits, fraction, _ := strings.Cut(new(big.Rat).Abs(r).FloatString(places), ".")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		digits += "." + fraction
	}
	if r.Sign() < 0 {
		return "-" + digits
	}
	return digits
}
