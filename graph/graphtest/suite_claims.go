package graphtest

import (
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func claimChecks() []check {
	return []check{
		{"claims/missing ids", checkMissingClaims},
		{"claims/roles, aligned with their owners", checkClaimRoles},
		{"claims/order and limit under each owner", checkClaimOrder},
		{"claims/those without a stretch are not listed", checkUnlisted},
		{"claims/the stretch on the day, else the latest, decides", checkShownStretch},
	}
}

// claimIDs reads the ids of each list.
func (k *kit) claimIDs(r graph.Reader, q graph.ClaimQuery) [][]graph.ClaimID {
	k.Helper()
	lists := ok(r.ListClaims(k.Context(), q))(k)
	require.Len(k, lists, len(q.Owners), "aligned with the owners")
	out := make([][]graph.ClaimID, len(lists))
	for i, list := range lists {
		for _, row := range list {
			out[i] = append(out[i], row.ID)
		}
	}
	return out
}

func checkMissingClaims(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), standing(c, graph.Stated)...)...)
	k.read(0, func(r graph.Reader) {
		rows := ok(r.Claims(k.Context(), []graph.ClaimID{"clm_none", c.ID, "", c.ID, "CLM_1"}))(k)
		assert.Len(k, rows, 1)
		assert.Equal(k, c.ID, rows[c.ID].ID)
		assert.Empty(k, ok(r.Claims(k.Context(), nil))(k))
		assert.Empty(k, ok(r.StateHistory(k.Context(), []graph.ClaimID{"clm_none"}))(k)["clm_none"])
	})
}

// spokenWorld is claims with and without assertions, in documents, by speakers and bodies, about one another.
func spokenWorld() []graph.Record {
	loop, owns, says := tie("loop", "a", "OWNS", "a"), tie("owns", "a", "OWNS", "b"), claimOf("says", "b", "CONDUCT", graph.Text{Wording: "x"})
	grounds := claimOf("grounds", "m", "GROUNDED_ON", graph.ClaimRef{Claim: owns.ID})
	one, two := layerOf("one", "1", "one"), layerOf("two", "2", "two")
	records := append(companies("a", "b", "m", "speaker", "body"), documentOf("1"), documentOf("2"), one, two)
	for _, c := range []*graph.Claim{loop, owns, says, grounds} {
		records = append(records, standing(c, graph.Stated)...)
	}
	first := said("first", owns, "speaker", quoteOf(one, 1), quoteOf(one, 2), quoteOf(two, 1))
	second := said("second", owns, "speaker", quoteOf(one, 3))
	third := said("third", says, "speaker", quoteOf(two, 3))
	first.Capacity, third.Capacity = graph.Capacity{Role: "Secretary", For: "ent_body"}, graph.Capacity{For: "ent_speaker"}
	third.Stance, third.Target, third.Review = graph.Denies, first.ID, graph.Machine
	return append(records, first, second, third)
}

func checkClaimRoles(k *kit) {
	k.write(spokenWorld()...)
	k.read(0, func(r graph.Reader) {
		for _, role := range []struct {
			role   graph.ClaimRole
			owners []string
			want   [][]graph.ClaimID
		}{
			{graph.AsSubject, []string{"ent_a", "ent_b", "ent_none"}, [][]graph.ClaimID{{"clm_loop", "clm_owns"}, {"clm_says"}, nil}},
			{graph.AsObject, []string{"ent_b", "ent_a", "ent_m", ""}, [][]graph.ClaimID{{"clm_owns"}, {"clm_loop"}, nil, nil}},
			{graph.AnyEnd, []string{"ent_a", "ent_b", "ent_a"}, [][]graph.ClaimID{
				{"clm_loop", "clm_owns"}, {"clm_says", "clm_owns"}, {"clm_loop", "clm_owns"},
			}},
			{graph.InDocument, []string{"doc_2", "doc_1", "doc_none"}, [][]graph.ClaimID{{"clm_says", "clm_owns"}, {"clm_owns"}, nil}},
			{graph.SaidBy, []string{"ent_speaker", "ent_body", "ent_a"}, [][]graph.ClaimID{{"clm_says", "clm_owns"}, {"clm_owns"}, nil}},
			{graph.ReferredClaim, []string{"clm_owns", "clm_says"}, [][]graph.ClaimID{{"clm_grounds"}, nil}},
			{graph.WholeStore, []string{""}, [][]graph.ClaimID{{"clm_says", "clm_grounds", "clm_loop", "clm_owns"}}},
			{graph.AnyEnd, nil, nil},
		} {
			k.equal(role.want, k.claimIDs(r, graph.ClaimQuery{Role: role.role, Owners: role.owners}), "role %q", role.role)
		}
	})
}

func checkClaimOrder(k *kit) {
	records := companies("a", "b")
	for i := range 6 {
		predicate := []string{"OWNS", "CONTROLS", "owns"}[i%3]
		records = append(records, standing(tie(numbered("c", 9-i), "a", predicate, "b"), graph.Stated)...)
	}
	k.write(records...)
	want := []graph.ClaimID{"clm_c-0005", "clm_c-0008", "clm_c-0006", "clm_c-0009", "clm_c-0004", "clm_c-0007"}
	k.read(0, func(r graph.Reader) {
		q := graph.ClaimQuery{Role: graph.AnyEnd, Owners: []string{"ent_b", "ent_a"}}
		k.equal([][]graph.ClaimID{want, want}, k.claimIDs(r, q))
		q.Limit = 4
		k.equal([][]graph.ClaimID{want[:4], want[:4]}, k.claimIDs(r, q))
		q.After = &graph.ClaimKey{Predicate: "OWNS", ID: "clm_c-0006"}
		k.equal([][]graph.ClaimID{want[3:], want[3:]}, k.claimIDs(r, q))
		q.Limit, q.Predicates = 0, []string{"owns", "NONE"}
		k.equal([][]graph.ClaimID{want[4:], want[4:]}, k.claimIDs(r, q))
	})
}

func checkUnlisted(k *kit) {
	bare, void, stated := tie("bare", "a", "OWNS", "b"), tie("void", "a", "OWNS", "b"), tie("stated", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), bare, void, stated, stateOf(void), stateOf(stated, always(graph.Stated)))...)
	k.read(0, func(r graph.Reader) {
		k.equal([][]graph.ClaimID{{stated.ID}}, k.claimIDs(r, graph.ClaimQuery{Role: graph.AsSubject, Owners: []string{"ent_a"}}))
		assert.Len(k, ok(r.Claims(k.Context(), []graph.ClaimID{bare.ID, void.ID, stated.ID}))(k), 3)
	})
}

func checkShownStretch(k *kit) {
	c := claimOf("1", "a", "CONDUCT", graph.Text{Wording: "x"})
	first, last := stretch(10, 19, graph.Alleged), stretch(30, 39, graph.Determined)
	last.Contested = true
	k.write(append(companies("a"), c, stateOf(c, first, last))...)
	k.read(0, func(r graph.Reader) {
		for _, ask := range []struct {
			at        *graph.Day
			standing  graph.Standing
			contested bool
			want      bool
		}{
			{nil, graph.Determined, true, true},
			{nil, graph.Alleged, false, false},
			{new(graph.Day(10)), graph.Alleged, false, true},
			{new(graph.Day(19)), graph.Alleged, false, true},
			{new(graph.Day(19)), graph.Determined, true, false},
			{new(graph.Day(30)), graph.Determined, true, true},
			{new(graph.Day(25)), graph.Determined, true, false},
			{new(graph.Day(40)), graph.Determined, true, false},
		} {
			for _, q := range []graph.ClaimQuery{{Standings: []graph.Standing{ask.standing}}, {Contested: &ask.contested}} {
				q.Owners, q.At = []string{""}, ask.at
				assert.Equal(k, ask.want, len(k.claimIDs(r, q)[0]) == 1, "%+v", ask)
			}
		}
	})
}
