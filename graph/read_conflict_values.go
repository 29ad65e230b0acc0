package graph

import (
	"math/big"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// mayClash says whether two claims say what cannot both be true, as far as values tell; of entities only that they differ.
func mayClash(a, b *Claim) bool {
	if a.Value == nil || b.Value == nil {
		return a.Value == nil && b.Value == nil && a.Object != b.Object
	}
	return valuesClash(a.Value, b.Value)
}

// valuesClash says whether two values of one thing cannot both be true. Ranges that overlap can, an undisclosed value can be any, and
// what is not of one sort or unit cannot be compared.
func valuesClash(a, b Value) bool {
	if a.Type() != b.Type() {
		return false
	}
	switch x := a.(type) {
	case Undisclosed:
		return false
	case Quantity:
		y, _ := b.(Quantity)
		return sameUnit(x.Unit, y.Unit) && apart(numbersOf(x.Min, x.Max, x.Approximate), numbersOf(y.Min, y.Max, y.Approximate))
	case Money:
		y, _ := b.(Money)
		return strings.EqualFold(x.Currency, y.Currency) &&
			apart(numbersOf(x.Min, x.Max, x.Approximate), numbersOf(y.Min, y.Max, y.Approximate))
	case OnDate:
		y, _ := b.(OnDate)
		return datesApart(x.Date, y.Date)
	case Coordinates:
		y, _ := b.(Coordinates)
		return roundedApart(x.Latitude, y.Latitude) || roundedApart(x.Longitude, y.Longitude)
	case Text:
		y, _ := b.(Text)
		return strings.EqualFold(x.Language, y.Language) && differ(x, y)
	case Identifier:
		y, _ := b.(Identifier)
		return strings.EqualFold(x.Scheme, y.Scheme) && differ(x, y)
	default:
		return differ(a, b)
	}
}

func differ(a, b Value) bool { return !slices.Equal(a.canonical(), b.canonical()) }

// sameUnit says whether two units may be one; a plain number may be of any.
func sameUnit(a, b string) bool { return a == "" || b == "" || strings.EqualFold(a, b) }

func datesApart(a, b edtf.Date) bool {
	return !a.IsZero() && !b.IsZero() && (a.Latest() < b.Earliest() || b.Latest() < a.Earliest())
}

// numbers is a range, both ends included; a nil end is unbounded.
type numbers struct{ lo, hi *big.Rat }

func apart(a, b numbers) bool { return before(a.hi, b.lo) || before(b.hi, a.lo) }

func before(a, b *big.Rat) bool { return a != nil && b != nil && a.Cmp(b) < 0 }

// numbersOf reads a range. "About" widens it by one unit of the last digit that is not 0, as "~" widens a date by one unit of its
// precision: "about 430" is 420 to 440.
func numbersOf(lo, hi Number, approximate bool) numbers {
	r := numbers{lo.Rat(), hi.Rat()}
	if !approximate {
		return r
	}
	if r.lo != nil {
		r.lo = new(big.Rat).Sub(r.lo, lo.lastUnit())
	}
	if r.hi != nil {
		r.hi = new(big.Rat).Add(r.hi, hi.lastUnit())
	}
	return r
}

// lastUnit is one unit of the number's last digit that is not 0: of 430 ten, of 0.48 a hundredth.
func (n Number) lastUnit() *big.Rat {
	whole, fraction, _ := strings.Cut(string(n), ".")
	fraction = strings.TrimRight(fraction, "0")
	if fraction != "" {
		return new(big.Rat).SetFrac(big.NewInt(1), tenTo(len(fraction)))
	}
	zeros := len(whole) - len(strings.TrimRight(whole, "0"))
	return new(big.Rat).SetInt(tenTo(zeros))
}

func tenTo(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// roundedApart says whether two numbers cannot have been rounded from one: "55.8" stands for what lies from 55.75 to below 55.85.
func roundedApart(a, b Number) bool {
	x, y := a.Rat(), b.Rat()
	if x == nil || y == nil {
		return false
	}
	far := new(big.Rat).Sub(x, y)
	return far.Abs(far).Cmp(new(big.Rat).Add(a.halfUnit(), b.halfUnit())) >= 0
}

// halfUnit is half a unit of the last digit as the number is written.
func (n Number) halfUnit() *big.Rat {
	_, fraction, _ := strings.Cut(string(n), ".")
	return new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), tenTo(len(fraction))))
}
