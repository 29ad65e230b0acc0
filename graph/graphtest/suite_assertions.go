package graphtest

import (
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func assertionChecks() []check {
	return []check{
		{"assertions/missing ids", checkMissingAssertions},
		{"assertions/roles, aligned with their owners", checkAssertionRoles},
		{"assertions/filters", checkAssertionFilters},
		{"assertions/order of writing, then ids", checkAssertionOrder},
	}
}

// assertionIDs reads the ids of each list.
func (k *kit) assertionIDs(r graph.Reader, q graph.AssertionQuery) [][]graph.AssertionID {
	k.Helper()
	lists := ok(r.ListAssertions(k.Context(), q))(k)
	require.Len(k, lists, len(q.Owners), "aligned with the owners")
	out := make([][]graph.AssertionID, len(lists))
	for i, list := range lists {
		for _, row := range list {
			out[i] = append(out[i], row.ID)
		}
	}
	return out
}

func checkMissingAssertions(k *kit) {
	k.write(spokenWorld()...)
	k.read(0, func(r graph.Reader) {
		assert.Len(k, ok(r.Assertions(k.Context(), []graph.AssertionID{"ast_none", "ast_first", "ast_first", ""}))(k), 1)
		assert.Empty(k, ok(r.Assertions(k.Context(), nil))(k))
	})
}

func checkAssertionRoles(k *kit) {
	k.write(spokenWorld()...)
	k.read(0, func(r graph.Reader) {
		for _, role := range []struct {
			role   graph.AssertionRole
			owners []string
			want   [][]graph.AssertionID
		}{
			{graph.AboutClaim, []string{"clm_says", "clm_none", "clm_owns"}, [][]graph.AssertionID{
				{"ast_third"}, nil, {"ast_first", "ast_second"},
			}},
			{graph.BySpeaker, []string{"ent_body", "ent_speaker"}, [][]graph.AssertionID{
				{"ast_first"}, {"ast_first", "ast_second", "ast_third"},
			}},
			{graph.OfDocument, []string{"doc_1", "doc_2", "doc_1"}, [][]graph.AssertionID{
				{"ast_first", "ast_second"}, {"ast_first", "ast_third"}, {"ast_first", "ast_second"},
			}},
			{graph.AtTarget, []string{"ast_first", "ast_second"}, [][]graph.AssertionID{{"ast_third"}, nil}},
			{graph.AboutClaim, nil, nil},
		} {
			k.equal(role.want, k.assertionIDs(r, graph.AssertionQuery{Role: role.role, Owners: role.owners}), "role %q", role.role)
		}
	})
}

func checkAssertionFilters(k *kit) {
	k.write(spokenWorld()...)
	k.read(0, func(r graph.Reader) {
		for _, filter := range []struct {
			q    graph.AssertionQuery
			want []graph.AssertionID
		}{
			{graph.AssertionQuery{Stances: []graph.Stance{graph.Denies, graph.Alleges}}, []graph.AssertionID{"ast_third"}},
			{graph.AssertionQuery{Stances: []graph.Stance{}}, []graph.AssertionID{"ast_first", "ast_second", "ast_third"}},
			{graph.AssertionQuery{About: []graph.EntityID{"ent_a"}}, []graph.AssertionID{"ast_first", "ast_second"}},
			{graph.AssertionQuery{About: []graph.EntityID{"ent_b"}}, []graph.AssertionID{"ast_first", "ast_second", "ast_third"}},
			{graph.AssertionQuery{About: []graph.EntityID{"ent_m"}}, nil},
			{graph.AssertionQuery{Claims: []graph.ClaimID{"clm_owns"}}, []graph.AssertionID{"ast_first", "ast_second"}},
			{graph.AssertionQuery{Claims: []graph.ClaimID{"clm_owns"}, Stances: []graph.Stance{graph.Denies}}, nil},
			{graph.AssertionQuery{Limit: 2}, []graph.AssertionID{"ast_first", "ast_second"}},
			{graph.AssertionQuery{After: &graph.AssertionKey{Revision: 1, ID: "ast_first"}}, []graph.AssertionID{"ast_second", "ast_third"}},
		} {
			filter.q.Role, filter.q.Owners = graph.BySpeaker, []string{"ent_speaker"}
			k.equal([][]graph.AssertionID{filter.want}, k.assertionIDs(r, filter.q), "%+v", filter.q)
		}
	})
}

func checkAssertionOrder(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), c)...)
	k.write(said("z", c, "a"), said("m", c, "a"))
	k.write(said("y", c, "a"), said("A", c, "a"), said("a", c, "a"))
	k.read(0, func(r graph.Reader) {
		q := graph.AssertionQuery{Role: graph.AboutClaim, Owners: []string{string(c.ID)}}
		want := []graph.AssertionID{"ast_m", "ast_z", "ast_A", "ast_a", "ast_y"}
		k.equal([][]graph.AssertionID{want}, k.assertionIDs(r, q))
		q.After = &graph.AssertionKey{Revision: 2, ID: "ast_z"}
		k.equal([][]graph.AssertionID{want[2:]}, k.assertionIDs(r, q))
	})
	k.read(2, func(r graph.Reader) {
		q := graph.AssertionQuery{Role: graph.AboutClaim, Owners: []string{string(c.ID)}}
		assert.Len(k, k.assertionIDs(r, q)[0], 2)
	})
}
