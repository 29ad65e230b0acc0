package graph

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// tieOf is one stretch of a claim between two entities, in small days.
type tieOf struct {
	claim           ClaimID
	subject, object EntityID
	predicate       string
	modality        Modality
	standing        Standing
	contested       bool
	tier            Tier
	first, last     int
	certain         smallSet
}

func (t *tieOf) days() smallSet { return smallRange(t.first, t.last) }

func (t *tieOf) stretch() Stretch {
	s := Stretch{
		DayRange: realDays(t.first, t.last), Standing: t.standing, Contested: t.contested, Tier: t.tier, ShareMax: WholeShare,
	}
	for day := t.first; day <= t.last; day++ {
		switch {
		case !t.certain.has(day):
		case day > t.first && t.certain.has(day-1):
			s.Certain[len(s.Certain)-1].To = realDays(day, day).To
		default:
			s.Certain = append(s.Certain, realDays(day, day))
		}
	}
	return s
}

// pathGraph is a small graph and a Reader of it, which notes what it is asked. It answers what paths need and nothing else.
type pathGraph struct {
	Reader
	rows       map[EntityID]*EntityRow
	ties       []tieOf
	assertions []*AssertionRow
	layers     map[LayerID]*Layer

	expanded [][]EntityID // the frontiers asked for
	fail     error        // what Expand ends with, after failAfter edges
	after    int
}

func newPathGraph() *pathGraph {
	return &pathGraph{rows: map[EntityID]*EntityRow{}, layers: map[LayerID]*Layer{}}
}

func pathVocabulary() *Vocabulary {
	v, err := NewVocabulary([]Predicate{
		{Name: "DIRECTS", Walkable: true}, {Name: "LOCATED_IN"}, {Name: "OWNS", Walkable: true}, {Name: "SUPPLIES", Walkable: true},
	})
	if err != nil {
		panic(err) // a constant of the tests
	}
	return v
}

func (g *pathGraph) view() *View { return &View{Reader: g, Vocabulary: pathVocabulary()} }

// viewOn is a reading for one small day.
func (g *pathGraph) viewOn(day int) *View {
	v := g.view()
	v.At = &[]Day{realDays(day, day).From}[0]
	return v
}

func (g *pathGraph) add(id EntityID, kind EntityKind) {
	g.rows[id] = &EntityRow{Entity: Entity{ID: id, Kind: kind}}
}

// tie adds a safe tie for all days.
func (g *pathGraph) tie(claim ClaimID, subject, object EntityID) {
	g.ties = append(g.ties, tieOf{
		claim: claim, subject: subject, object: object, predicate: "OWNS", modality: Fact, standing: Recorded, tier: Safe,
		first: smallBefore, last: smallAfter,
	})
	g.count()
}

// count sets the degrees: safe and alleged ties.
func (g *pathGraph) count() {
	for _, row := range g.rows {
		row.State.Degree = 0
	}
	for _, t := range g.ties {
		if t.tier == Void {
			continue
		}
		g.rows[t.subject].State.Degree++
		if t.object != t.subject {
			g.rows[t.object].State.Degree++
		}
	}
}

func (g *pathGraph) Entities(_ context.Context, ids []EntityID) (map[EntityID]*EntityRow, error) {
	out := map[EntityID]*EntityRow{}
	for _, id := range ids {
		if row := g.rows[id]; row != nil {
			out[id] = row
		}
	}
	return out, nil
}

func (g *pathGraph) Expand(ctx context.Context, q ExpandQuery) iter.Seq2[Edge, error] {
	g.expanded = append(g.expanded, slices.Clone(q.Frontier))
	return func(yield func(Edge, error) bool) {
		n := 0
		for position, near := range q.Frontier {
			for _, e := range g.edgesFrom(near, &q.Filter) {
				if err := cmp.Or(ctx.Err(), g.fail); err != nil && n >= g.after {
					yield(Edge{}, err)
					return
				}
				n++
				e.Position = position
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// edgesFrom are the edges of an entity in the order of the contract; a tie to itself is one edge, OUT.
func (g *pathGraph) edgesFrom(near EntityID, f *EdgeFilter) []Edge {
	var out []Edge
	for i := range g.ties {
		t := &g.ties[i]
		e := Edge{
			Near: near, Far: t.object, Direction: Out, Claim: t.claim, Predicate: t.predicate, Modality: t.modality,
			Stretch: t.stretch(),
		}
		if t.subject != near {
			e.Far, e.Direction = t.subject, In
		}
		e.FarRow = g.rows[e.Far]
		if (t.subject == near || t.object == near) && f.passes(&e) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Edge) int {
		return cmp.Or(strings.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Far, b.Far), cmp.Compare(a.Claim, b.Claim),
			cmp.Compare(a.Stretch.From, b.Stretch.From))
	})
	return out
}

func (g *pathGraph) ListAssertions(_ context.Context, q AssertionQuery) ([][]*AssertionRow, error) {
	out := make([][]*AssertionRow, len(q.Owners))
	for i, owner := range q.Owners {
		for _, a := range g.assertions {
			is := map[AssertionRole]string{AboutClaim: string(a.Claim), AtTarget: string(a.Target)}[q.Role]
			if is == owner && (len(q.Stances) == 0 || slices.Contains(q.Stances, a.Stance)) {
				out[i] = append(out[i], a)
			}
		}
	}
	return out, nil
}

func (g *pathGraph) Assertions(_ context.Context, ids []AssertionID) (map[AssertionID]*AssertionRow, error) {
	out := map[AssertionID]*AssertionRow{}
	for _, a := range g.assertions {
		if slices.Contains(ids, a.ID) {
			out[a.ID] = a
		}
	}
	return out, nil
}

func (g *pathGraph) Layers(_ context.Context, ids []LayerID) (map[LayerID]*Layer, error) {
	out := map[LayerID]*Layer{}
	for _, id := range ids {
		if layer := g.layers[id]; layer != nil {
			out[id] = layer
		}
	}
	return out, nil
}

// randomPathGraph has parallel claims, loops, ties in both directions, several stretches a claim, and every kind that matters.
func randomPathGraph(r *rand.Rand) *pathGraph {
	g := newPathGraph()
	kinds := []EntityKind{
		Company, Company, Company, Person, Person, CorporateGroup, Organization, RegionalUnit, Government, Agency,
		IntelligenceService, Office,
	}
	n := 4 + r.IntN(5)
	for i := range n {
		g.add(EntityID(fmt.Sprintf("ent_%c", 'a'+i)), kinds[r.IntN(len(kinds))])
	}
	for i := range n + r.IntN(3*n) {
		subject, object := EntityID(fmt.Sprintf("ent_%c", 'a'+r.IntN(n))), EntityID(fmt.Sprintf("ent_%c", 'a'+r.IntN(n)))
		t := tieOf{
			claim: ClaimID(fmt.Sprintf("clm_%02d", i*37%100)), subject: subject, object: object,
			predicate: []string{"DIRECTS", "OWNS", "OWNS", "SUPPLIES", "LOCATED_IN"}[r.IntN(5)],
			modality:  []Modality{Fact, Fact, Fact, Capability}[r.IntN(4)],
		}
		g.randomStretches(r, t)
	}
	g.count()
	return g
}

// randomStretches adds up to three stretches of one claim, in order of days.
func (g *pathGraph) randomStretches(r *rand.Rand, t tieOf) {
	day := r.IntN(4) - 2
	for range 1 + r.IntN(3) {
		t.first = max(day, smallBefore)
		t.last = min(t.first+r.IntN(smallDays), smallAfter)
		t.standing = Standings()[r.IntN(len(Standings()))]
		if tierOf(t.standing) == Void && r.IntN(3) > 0 {
			t.standing = Reported
		}
		t.contested = r.IntN(4) == 0 && (t.standing == Determined || t.standing == Recorded || t.standing == Admitted)
		t.tier = tierOf(t.standing)
		if t.modality != Fact && t.tier == Safe {
			t.tier = AllegedTier
		}
		t.certain = 0
		if t.tier != Void {
			t.certain = smallSet(r.IntN(256)) & t.days()
		}
		g.ties = append(g.ties, t)
		if day = t.last + 1 + r.IntN(2); day > smallAfter {
			return
		}
	}
}

// evidence adds a layer of one text, and gives the evidence of a quote in it.
func (g *pathGraph) evidence(layer LayerID, text, quote string) []Evidence {
	g.layers[layer] = &Layer{ID: layer, Text: text}
	start := strings.Index(text, quote) // the tests' texts are ASCII
	return []Evidence{{Layer: layer, Start: start, End: start + len(quote)}}
}

// say adds an accepted assertion.
func (g *pathGraph) say(id AssertionID, stance Stance, claim ClaimID, evidence []Evidence) *AssertionRow {
	a := &AssertionRow{Assertion: Assertion{
		ID: id, Claim: claim, Stance: stance, Review: Accepted, Evidence: evidence, SaidAt: edtf.MustDate("2024-06-20"),
	}}
	g.assertions = append(g.assertions, a)
	return a
}
