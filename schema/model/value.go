package model

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// ClaimValue is what a claim says of its subject when that is no entity.
type ClaimValue interface{ IsClaimValue() }

// The types of value. Text is each in words.
type (
	// Quantity is a number of something, as a range.
	Quantity struct {
		Min, Max    *graph.Number
		Approximate bool
		Unit        *string
		Text        string
	}
	// Money is an amount of money, as a range.
	Money struct {
		Min, Max    *graph.Number
		Approximate bool
		Currency    string
		Text        string
	}
	// Duration is a length of time.
	Duration struct{ Iso, Text string }
	// Text is a proposition in words.
	Text struct {
		Text     string
		Language *string
	}
	// Identifier is a mark that a register gives.
	Identifier struct{ Scheme, Value, Text string }
	// Name is a name that an entity bears.
	Name struct {
		Text             string
		Script, Language *string
		Strength         graph.NameStrength
	}
	// Provision is what a measure orders or allows.
	Provision struct {
		Effect                          graph.Effect
		Act                             string
		Concerns, Addressees, Territory *string
		Exhaustive                      bool
		Text                            string
	}
	// ClaimRef is another claim as a value.
	ClaimRef struct{ Place }
	// Coordinates is a place on Earth in WGS 84.
	Coordinates struct {
		Latitude, Longitude graph.Number
		Text                string
	}
	// Undisclosed says that a value exists and that somebody keeps it back.
	Undisclosed struct{ Place }
)

// IsClaimValue marks it as a value of claims.
func (*Quantity) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Money) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*DateValue) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Duration) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Text) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Identifier) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Name) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Provision) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*ClaimRef) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Coordinates) IsClaimValue() {}

// IsClaimValue marks it as a value of claims.
func (*Undisclosed) IsClaimValue() {}

// Claim is the claim that is referred to.
func (r *ClaimRef) Claim(ctx context.Context) *Claim { return one(ctx, r.Place, newClaim) }

// Text is that claim's sentence.
func (r *ClaimRef) Text(ctx context.Context) *string { return one(ctx, r.Place, loaded[string]) }

// By is who keeps the value back.
func (u *Undisclosed) By(ctx context.Context) Entity { return one(ctx, u.Place, newEntity) }

// Text is the fact in words.
func (u *Undisclosed) Text(ctx context.Context) string {
	by := one(ctx, u.Place, func(p Place) string { return as[*graph.EntityRow](p).State.Name })
	return graph.ValueWords(as[*graph.ClaimRow](u.Place).Value, by)
}

// newValue shows the value of a claim; nil when it has an object.
func newValue(p Place) ClaimValue {
	switch v := as[*graph.ClaimRow](p).Value.(type) {
	case nil:
		return nil
	case graph.Quantity:
		return newQuantity(&v)
	case graph.Money:
		return &Money{
			Min: given(v.Min), Max: given(v.Max), Approximate: v.Approximate, Currency: v.Currency, Text: graph.ValueWords(v, ""),
		}
	case graph.OnDate:
		return newDateValue(v.Date)
	case graph.Duration:
		return &Duration{Iso: v.ISO, Text: graph.ValueWords(v, "")}
	case graph.Text:
		return &Text{Text: v.Wording, Language: given(v.Language)}
	case graph.Identifier:
		return newIdentifier(v)
	case graph.Name:
		return newName(v)
	case graph.Provision:
		return newProvision(v)
	case graph.ClaimRef:
		return &ClaimRef{p}
	case graph.Coordinates:
		return &Coordinates{Latitude: v.Latitude, Longitude: v.Longitude, Text: graph.ValueWords(v, "")}
	case graph.Undisclosed:
		return &Undisclosed{p}
	default:
		panic(fmt.Sprintf("model: a value of type %T has no view", v))
	}
}

// newQuantity shows a number of something; nil when there is none.
func newQuantity(q *graph.Quantity) *Quantity {
	if q == nil {
		return nil
	}
	return &Quantity{
		Min: given(q.Min), Max: given(q.Max), Approximate: q.Approximate, Unit: given(q.Unit), Text: graph.ValueWords(*q, ""),
	}
}

func newIdentifier(v graph.Identifier) *Identifier {
	return &Identifier{Scheme: v.Scheme, Value: v.Value, Text: v.Scheme + " " + v.Value}
}

func newName(v graph.Name) *Name {
	return &Name{Text: v.Text, Script: given(v.Script), Language: given(v.Language), Strength: v.Strength}
}

func newProvision(v graph.Provision) *Provision {
	return &Provision{
		Effect: v.Effect, Act: v.Act, Concerns: given(v.Concerns), Addressees: given(v.Addressees),
		Territory: given(v.Territory), Exhaustive: v.Exhaustive, Text: graph.ValueWords(v, ""),
	}
}
