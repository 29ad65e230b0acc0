package graphtest

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func filterChecks() []check {
	return []check{
		{"filter/truth table of expand and facets", checkEdgeTable},
		{"filter/truth table of claims", checkClaimTable},
	}
}

// truth is one claim of the truth table: its state at revision 1, and that at revision 2.
type truth struct {
	claim  *graph.Claim
	states [2]*graph.ClaimState
}

// truths cross every standing with every modality; direction, far kind, predicate, contested flag and days go round with them.
// At revision 2 every second claim has moved to another standing on other days.
func truths() []truth {
	var table []truth
	for i, s := range graph.Standings() {
		for j, m := range graph.Modalities() {
			n := i*len(graph.Modalities()) + j
			c := tie(numbered("t", n), "hub", []string{"OWNS", "CONTROLS", "FUNDED_BY"}[n%3], fmt.Sprintf("far-%d", n%4))
			if n%2 == 1 {
				c.Subject, c.Object = c.Object, c.Subject
			}
			c.Modality = m
			first, second := stretch(graph.Day(n), 100, s), stretch(150, graph.MaxDay, graph.Standings()[(i+3)%10])
			first.Contested, second.Contested = n%3 == 0, n%5 == 0
			before, after := stateOf(c, first, second), stateOf(c, first, second)
			before.Allegation, after.Allegation = n%7 < 3, n%7 < 3
			if n%2 == 0 {
				moved := stretch(90, 160, graph.Standings()[(i+5)%10])
				moved.Contested = n%4 == 0
				after.Stretches, after.Allegation = []graph.Stretch{moved}, n%7 > 3
			}
			table = append(table, truth{c, [2]*graph.ClaimState{before, after}})
		}
	}
	return table
}

// far gives the kinds of the far entities.
func farKinds() map[graph.EntityID]graph.EntityKind {
	return map[graph.EntityID]graph.EntityKind{
		"ent_far-0": graph.Company, "ent_far-1": graph.Person, "ent_far-2": graph.Agency, "ent_far-3": graph.Company,
	}
}

// fileTruths writes the table in two revisions.
func fileTruths(k *kit, table []truth) {
	k.Helper()
	first := companies("hub")
	for id, kind := range farKinds() {
		first = append(first, &graph.Entity{ID: id, Kind: kind, Specificity: graph.Named, Caption: string(id)})
	}
	var second []graph.Record
	for _, row := range table {
		first, second = append(first, row.claim, row.states[0]), append(second, row.states[1])
	}
	k.write(first...)
	k.write(second...)
}

// options are the values that each part of a filter takes; the first restricts nothing.
func options() (standings [][]graph.Standing, modalities [][]graph.Modality, contested []*bool, days []*graph.Day) {
	return [][]graph.Standing{nil, {graph.Alleged, graph.Stated}},
		[][]graph.Modality{nil, {graph.Fact, graph.Risk}},
		[]*bool{nil, new(true), new(false)},
		[]*graph.Day{nil, new(graph.Day(95)), new(graph.Day(155))}
}

// edgeFilters cross all that a filter of edges may hold.
func edgeFilters() []graph.EdgeFilter {
	standings, modalities, contested, days := options()
	var filters []graph.EdgeFilter
	for _, f := range []graph.EdgeFilter{
		{},
		{Predicates: []string{"OWNS", "FUNDED_BY", "NONE"}},
		{Tiers: []graph.Tier{graph.Safe}, Direction: graph.Out},
		{Tiers: []graph.Tier{graph.AllegedTier, graph.Void}, FarKinds: graph.KindsOf(graph.Company)},
		{Direction: graph.In, Between: []graph.EntityID{"ent_far-0", "ent_far-1", "ent_none"}},
		{FarKinds: graph.KindsOf(graph.Person, graph.Agency), Between: []graph.EntityID{"ent_far-1"}},
	} {
		for _, f.Standings = range standings {
			for _, f.Modalities = range modalities {
				for _, f.Contested = range contested {
					for _, f.At = range days {
						filters = append(filters, f)
					}
				}
			}
		}
	}
	return filters
}

// truthEdge is an edge of the hub as the truth table has it.
func truthEdge(row truth, s graph.Stretch) graph.Edge {
	e := graph.Edge{
		Near: theHub, Far: row.claim.Object, Direction: graph.Out, Claim: row.claim.ID, Predicate: row.claim.Predicate,
		Modality: row.claim.Modality, Stretch: s,
	}
	if e.Far == e.Near {
		e.Far, e.Direction = row.claim.Subject, graph.In
	}
	return e
}

// admits is the filter in words: every part that is given must hold.
func admits(f graph.EdgeFilter, e graph.Edge) bool {
	parts := []bool{
		f.Predicates == nil || slices.Contains(f.Predicates, e.Predicate),
		f.Standings == nil || slices.Contains(f.Standings, e.Stretch.Standing),
		f.Tiers == nil || slices.Contains(f.Tiers, e.Stretch.Tier),
		f.Modalities == nil || slices.Contains(f.Modalities, e.Modality),
		f.Contested == nil || *f.Contested == e.Stretch.Contested,
		f.Direction == "" || f.Direction == e.Direction,
		f.FarKinds == 0 || slices.Contains(f.FarKinds.List(), farKinds()[e.Far]),
		f.Between == nil || slices.Contains(f.Between, e.Far),
		f.At == nil || e.Stretch.From <= *f.At && *f.At <= e.Stretch.To,
	}
	return !slices.Contains(parts, false)
}

func checkEdgeTable(k *kit) {
	table := truths()
	fileTruths(k, table)
	for rev := range 2 {
		var all []graph.Edge
		for _, row := range table {
			for _, s := range row.states[rev].Stretches {
				all = append(all, truthEdge(row, s))
			}
		}
		slices.SortFunc(all, func(a, b graph.Edge) int {
			return cmp.Or(cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Far, b.Far),
				cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Stretch.From, b.Stretch.From))
		})
		k.read(graph.Revision(rev+1), func(r graph.Reader) {
			for _, f := range edgeFilters() {
				checkFilter(k, r, f, all)
			}
		})
	}
}

func checkFilter(k *kit, r graph.Reader, f graph.EdgeFilter, all []graph.Edge) {
	k.Helper()
	var want []graph.Edge
	counts := map[graph.Facet]int{}
	for _, e := range all {
		if admits(f, e) {
			want = append(want, e)
			counts[graph.Facet{Direction: e.Direction, Predicate: e.Predicate, Standing: e.Stretch.Standing}]++
		}
	}
	var got []graph.Edge
	for _, e := range k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{theHub}, Filter: f}) {
		require.NotNil(k, e.FarRow)
		e.FarRow = nil
		got = append(got, e)
	}
	k.equal(want, got, "%+v", f)
	counted := map[graph.Facet]int{}
	for _, facet := range ok(r.Facets(k.Context(), []graph.EntityID{theHub}, f))(k)[theHub] {
		n := facet.Count
		facet.Count = 0
		counted[facet] = n
	}
	assert.Equal(k, counts, counted, "facets of %+v", f)
}

// claimQueries cross all that a query of claims may hold.
func claimQueries() []graph.ClaimQuery {
	standings, modalities, contested, days := options()
	var queries []graph.ClaimQuery
	for _, q := range []graph.ClaimQuery{
		{},
		{Predicates: []string{"CONTROLS", "NONE"}},
		{Allegation: true},
		{Allegation: true, Predicates: []string{"OWNS", "FUNDED_BY"}},
	} {
		for _, q.Standings = range standings {
			for _, q.Modalities = range modalities {
				for _, q.Contested = range contested {
					for _, q.At = range days {
						queries = append(queries, q)
					}
				}
			}
		}
	}
	return queries
}

// lists is the query in words: of the stretch on the day, else of the latest, every part that is given must hold.
func listed(q graph.ClaimQuery, s *graph.ClaimState) bool {
	i := len(s.Stretches) - 1
	if q.At != nil {
		i = slices.IndexFunc(s.Stretches, func(s graph.Stretch) bool { return s.From <= *q.At && *q.At <= s.To })
	}
	if i < 0 {
		return false
	}
	shown := s.Stretches[i]
	parts := []bool{
		q.Predicates == nil || slices.Contains(q.Predicates, s.Predicate),
		q.Standings == nil || slices.Contains(q.Standings, shown.Standing),
		q.Modalities == nil || slices.Contains(q.Modalities, s.Modality),
		q.Contested == nil || *q.Contested == shown.Contested,
		!q.Allegation || s.Allegation,
	}
	return !slices.Contains(parts, false)
}

func checkClaimTable(k *kit) {
	table := truths()
	fileTruths(k, table)
	slices.SortFunc(table, func(a, b truth) int {
		return cmp.Or(cmp.Compare(a.claim.Predicate, b.claim.Predicate), cmp.Compare(a.claim.ID, b.claim.ID))
	})
	for rev := range 2 {
		k.read(graph.Revision(rev+1), func(r graph.Reader) {
			for _, q := range claimQueries() {
				var all, subject, object []graph.ClaimID
				for _, row := range table {
					if !listed(q, row.states[rev]) {
						continue
					}
					all = append(all, row.claim.ID)
					if row.claim.Subject == theHub {
						subject = append(subject, row.claim.ID)
					} else {
						object = append(object, row.claim.ID)
					}
				}
				checkQuery(k, r, q, map[graph.ClaimRole][]graph.ClaimID{
					graph.WholeStore: all, graph.AnyEnd: all, graph.AsSubject: subject, graph.AsObject: object,
				})
			}
		})
	}
}

func checkQuery(k *kit, r graph.Reader, q graph.ClaimQuery, want map[graph.ClaimRole][]graph.ClaimID) {
	k.Helper()
	for role, ids := range want {
		q.Role, q.Owners = role, []string{theHub}
		if role == graph.WholeStore {
			q.Owners = []string{""}
		}
		k.equal([][]graph.ClaimID{ids}, k.claimIDs(r, q), "%+v", q)
	}
}
