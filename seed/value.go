package seed

import (
	"cmp"

	"github.com/redthread-graph/redthread/graph"
)

func (q *Quantity) quantity() *graph.Quantity {
	if q == nil {
		return nil
	}
	return &graph.Quantity{
		Min: cmp.Or(q.Exact, q.Min), Max: cmp.Or(q.Exact, q.Max), Approximate: q.Approximate, Unit: q.Unit,
	}
}

func (q *Quantity) value() graph.Value {
	if q == nil {
		return nil
	}
	return *q.quantity()
}

func (m *Money) value() graph.Value {
	if m == nil {
		return nil
	}
	return graph.Money{
		Min: cmp.Or(m.Exact, m.Min), Max: cmp.Or(m.Exact, m.Max), Approximate: m.Approximate, Currency: m.Currency,
	}
}

func (t *Text) value() graph.Value {
	if t == nil {
		return nil
	}
	return graph.Text{Wording: t.Wording, Language: t.Language}
}

func (i *Identifier) value() graph.Value {
	if i == nil {
		return nil
	}
	return graph.Identifier{Scheme: i.Scheme, Value: i.Value}
}

func (n *Name) value() graph.Value {
	if n == nil {
		return nil
	}
	return graph.Name{
		Text: n.Text, Script: n.Script, Language: n.Language,
		Strength: graph.NameStrength(cmp.Or(n.Strength, string(graph.StrongName))),
	}
}

func (p *Provision) value() graph.Value {
	if p == nil {
		return nil
	}
	return graph.Provision{
		Effect: graph.Effect(p.Effect), Act: p.Act, Concerns: p.Concerns, Addressees: p.Addressees, Territory: p.Territory,
		Exhaustive: p.Exhaustive,
	}
}

func (c *Coordinates) value() graph.Value {
	if c == nil {
		return nil
	}
	return graph.Coordinates{Latitude: c.Latitude, Longitude: c.Longitude}
}
