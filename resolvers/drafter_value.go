package resolvers

import (
	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
)

// value is the value of a claim; nil when none is given.
func (d *drafter) value(in *generated.ValueInput) graph.Value {
	if in == nil {
		return nil
	}
	if err := exactlyOne("value", in.Quantity != nil, in.Money != nil, in.Date != nil, in.Duration != nil, in.Text != nil,
		in.Identifier != nil, in.Name != nil, in.Provision != nil, in.Claim != nil, in.Coordinates != nil,
		in.Undisclosed != nil); err != nil {
		d.fail(err)
		return nil
	}
	if measured := measuredValue(in); measured != nil {
		return measured
	}
	switch {
	case in.Text != nil:
		return graph.Text{Wording: in.Text.Text, Language: value(in.Text.Language)}
	case in.Identifier != nil:
		return graph.Identifier{Scheme: in.Identifier.Scheme, Value: in.Identifier.Value}
	case in.Name != nil:
		n := in.Name
		return graph.Name{Text: n.Text, Script: value(n.Script), Language: value(n.Language), Strength: value(n.Strength)}
	case in.Provision != nil:
		return provision(in.Provision)
	case in.Claim != nil:
		return graph.ClaimRef{Claim: graph.ClaimID(*in.Claim)}
	default:
		return graph.Undisclosed{By: graph.EntityID(value(in.Undisclosed.By))}
	}
}

// measuredValue is a number, a date or a place; nil for what is told in words.
func measuredValue(in *generated.ValueInput) graph.Value {
	switch {
	case in.Quantity != nil:
		return quantity(in.Quantity)
	case in.Money != nil:
		m := in.Money
		return graph.Money{Min: value(m.Min), Max: value(m.Max), Approximate: value(m.Approximate), Currency: m.Currency}
	case in.Date != nil:
		return graph.OnDate{Date: *in.Date}
	case in.Duration != nil:
		return graph.Duration{ISO: *in.Duration}
	case in.Coordinates != nil:
		return graph.Coordinates{Latitude: in.Coordinates.Latitude, Longitude: in.Coordinates.Longitude}
	default:
		return nil
	}
}

func quantity(in *generated.QuantityInput) graph.Quantity {
	return graph.Quantity{
		Min: value(in.Min), Max: value(in.Max), Approximate: value(in.Approximate), Unit: value(in.Unit),
	}
}

func provision(in *generated.ProvisionInput) graph.Provision {
	return graph.Provision{
		Effect: in.Effect, Act: in.Act, Concerns: value(in.Concerns), Addressees: value(in.Addressees),
		Territory: value(in.Territory), Exhaustive: value(in.Exhaustive),
	}
}
