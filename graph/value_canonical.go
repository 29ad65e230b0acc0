package graph

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/redthread-graph/redthread/graph/text"
)

// Type names the value's type.
func (Quantity) Type() ValueType { return QuantityValue }

// Type names the value's type.
func (Money) Type() ValueType { return MoneyValue }

// Type names the value's type.
func (OnDate) Type() ValueType { return DateValue }

// Type names the value's type.
func (Duration) Type() ValueType { return DurationValue }

// Type names the value's type.
func (Text) Type() ValueType { return TextValue }

// Type names the value's type.
func (Identifier) Type() ValueType { return IdentifierValue }

// Type names the value's type.
func (Name) Type() ValueType { return NameValue }

// Type names the value's type.
func (Provision) Type() ValueType { return ProvisionValue }

// Type names the value's type.
func (ClaimRef) Type() ValueType { return ClaimRefValue }

// Type names the value's type.
func (Coordinates) Type() ValueType { return CoordinatesValue }

// Type names the value's type.
func (Undisclosed) Type() ValueType { return UndisclosedValue }

func (v Quantity) canonical() []string {
	return []string{v.Min.canonical(), v.Max.canonical(), strconv.FormatBool(v.Approximate), strings.ToLower(v.Unit)}
}

func (v Money) canonical() []string {
	return []string{v.Min.canonical(), v.Max.canonical(), strconv.FormatBool(v.Approximate), strings.ToUpper(v.Currency)}
}

func (v OnDate) canonical() []string   { return []string{v.Date.String()} }
func (v Duration) canonical() []string { return []string{v.ISO} }

func (v Text) canonical() []string {
	return []string{foldWording(v.Wording), strings.ToLower(v.Language)}
}

// foldWording writes wordings alike that differ only in case, quotation marks, dashes or white space.
func foldWording(s string) string {
	return strings.ToLower(strings.TrimSpace(text.Fold(s).String()))
}

func (v Identifier) canonical() []string {
	return []string{strings.ToUpper(v.Scheme), strings.ToUpper(strings.Join(strings.Fields(v.Value), ""))}
}

func (v Name) canonical() []string { return []string{strings.TrimSpace(text.Fold(v.Text).String())} }

func (v Provision) canonical() []string {
	return []string{
		string(v.Effect), foldWording(v.Act), foldWording(v.Concerns), foldWording(v.Addressees), foldWording(v.Territory),
		strconv.FormatBool(v.Exhaustive),
	}
}

func (v ClaimRef) canonical() []string    { return []string{string(v.Claim)} }
func (v Undisclosed) canonical() []string { return []string{string(v.By)} }

func (v Coordinates) canonical() []string {
	return []string{v.Latitude.canonical(), v.Longitude.canonical()}
}

// Rat is the number's exact value, or nil when it is empty or no decimal number.
func (n Number) Rat() *big.Rat {
	if n == "" || strings.ContainsAny(string(n), "/eEpPxXoObB_") {
		return nil
	}
	r, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return nil
	}
	return r
}

// canonical writes equal numbers alike: "1.50" and "1.5".
func (n Number) canonical() string {
	if r := n.Rat(); r != nil {
		return r.RatString()
	}
	return string(n)
}
