package graphtest

import (
	"slices"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func rowChecks() []check {
	return []check{
		{"rows/of several kinds at once, as each kind gives them", checkRowsOfKinds},
		{"rows/what is read next is whole", checkRowsNext},
		{"rows/a long list is left out", checkLongLists},
		{"rows/entities with a page of edges", checkRowsWithEdges},
	}
}

// everyKey names what is filed, and what is not, twice now and then.
func everyKey(ids filed) graph.Keys {
	return graph.Keys{
		Entities: append(ids.entities, "ent_none", "", ids.entities[0]), Claims: append(ids.claims, "clm_none", ids.claims[0]),
		Assertions: append(ids.assertions, "ast_none"), Documents: append(ids.documents, "doc_none"), Layers: append(ids.layers, "lay_none"),
		Bodies: append(ids.entities, "ent_none"), About: append(ids.claims, "clm_none"), Targets: append(ids.assertions, "ast_none"),
		Judged: append(texts(ids.claims), "ent_none", ""),
	}
}

// checkRows needs rows to be what each kind gives for the keys of which they say that they are, which hold all that were asked for.
func checkRows(k *kit, r graph.Reader, asked graph.Keys, rows *graph.Rows) {
	k.Helper()
	assert.Subset(k, append(rows.Of.Entities, ""), asked.Entities)
	assert.Subset(k, append(rows.Of.Claims, ""), asked.Claims)
	assert.Subset(k, append(rows.Of.Assertions, ""), asked.Assertions)
	assert.Subset(k, append(rows.Of.Documents, ""), asked.Documents)
	assert.Subset(k, append(rows.Of.Layers, ""), asked.Layers)
	assert.Subset(k, append(rows.Of.Bodies, ""), asked.Bodies)
	assert.Subset(k, append(rows.Of.About, ""), asked.About)
	assert.Subset(k, append(rows.Of.Targets, ""), asked.Targets)
	assert.Subset(k, append(rows.Of.Judged, ""), asked.Judged)
	want := ok(graph.ReadKinds(k.Context(), r, rows.Of))(k)
	equalMaps(k, want.Entities, rows.Entities)
	equalMaps(k, want.Claims, rows.Claims)
	equalMaps(k, want.Assertions, rows.Assertions)
	equalMaps(k, want.Documents, rows.Documents)
	equalMaps(k, want.Layers, rows.Layers)
	equalMaps(k, want.Competence, rows.Competence)
	equalMaps(k, want.About, rows.About)
	equalMaps(k, want.Targets, rows.Targets)
	equalMaps(k, want.Judged, rows.Judged)
}

// equalMaps tells no empty map from a missing one.
func equalMaps[K comparable, V any](k *kit, want, got map[K]V) {
	k.Helper()
	if len(want)+len(got) > 0 {
		k.equal(want, got)
	}
}

func checkRowsOfKinds(k *kit) {
	k.write(World()...)
	k.write(&graph.BodyCompetence{Body: "ent_body", Rows: []graph.Competence{{Voice: graph.RegisterVoice}}})
	k.write(&graph.Judgement{
		ID: "jdg_a", Kind: graph.Coverage, Verdict: graph.Explicit, Denial: "ast_third", Claim: "clm_owns", By: "x",
	})
	keys := everyKey(k.filedIDs())
	for rev := range graph.Revision(4) {
		k.read(rev, func(r graph.Reader) {
			checkRows(k, r, keys, ok(graph.ReadRows(k.Context(), r, keys))(k))
			checkRows(k, r, graph.Keys{}, ok(graph.ReadRows(k.Context(), r, graph.Keys{}))(k))
		})
	}
	k.read(0, func(r graph.Reader) {
		rows := ok(graph.ReadRows(k.Context(), r, keys))(k)
		assert.Equal(k, []graph.AssertionID{"ast_first", "ast_second"}, assertionIDsOf(rows.About["clm_owns"]))
		assert.Equal(k, []graph.AssertionID{"ast_third"}, assertionIDsOf(rows.Targets["ast_first"]))
		assert.Len(k, rows.Judged["clm_owns"], 1)
		assert.Len(k, rows.Competence["ent_body"], 1)
		assert.NotContains(k, rows.Entities, graph.EntityID("ent_none"))
	})
}

func checkRowsNext(k *kit) {
	k.write(World()...)
	k.read(0, func(r graph.Reader) {
		for _, keys := range []graph.Keys{
			{About: []graph.ClaimID{"clm_owns"}},
			{About: []graph.ClaimID{"clm_says", "clm_none"}, Entities: []graph.EntityID{"ent_a"}},
			{Targets: []graph.AssertionID{"ast_first"}, Claims: []graph.ClaimID{"clm_owns"}},
			{Judged: []string{"clm_owns"}},
		} {
			checkRows(k, r, keys, ok(graph.ReadRows(k.Context(), r, keys))(k))
		}
	})
}

func checkRowsWithEdges(k *kit) {
	k.write(World()...)
	for _, q := range []graph.ExpandQuery{
		{Frontier: []graph.EntityID{"ent_b", "ent_none", "ent_a", "ent_m"}, Limit: 2},
		{Frontier: []graph.EntityID{"ent_a"}, Filter: graph.EdgeFilter{Predicates: []string{"CONTROLS"}}, Limit: 5},
		{Frontier: []graph.EntityID{"ent_a"}, Filter: graph.EdgeFilter{Modalities: []graph.Modality{"NONE"}}, Limit: 5},
	} {
		for _, keys := range []graph.Keys{
			{Entities: []graph.EntityID{"ent_m", "ent_a", "ent_none"}, Edges: &q}, {Claims: []graph.ClaimID{"clm_owns"}, Edges: &q}, {Edges: &q},
		} {
			for rev := range graph.Revision(2) {
				k.read(rev, func(r graph.Reader) {
					rows := ok(graph.ReadRows(k.Context(), r, keys))(k)
					checkRows(k, r, keys, rows)
					k.equal(ok(graph.ReadEdges(k.Context(), r, &q))(k), rows.Edges)
				})
			}
		}
	}
}

func checkLongLists(k *kit) {
	claim := tie("owns", "a", "OWNS", "b")
	layer := layerOf("one", "1", "one")
	records := append(companies("a", "b", "speaker"), documentOf("1"), layer)
	records = append(records, standing(claim, graph.Stated)...)
	for i := range graph.LongList {
		records = append(records, said(numbered("s", i), claim, "speaker", quoteOf(layer, 1)))
	}
	k.write(records...)
	keys := graph.Keys{About: []graph.ClaimID{claim.ID}, Targets: []graph.AssertionID{"ast_s-0000"}}
	k.read(0, func(r graph.Reader) {
		rows := ok(graph.ReadRows(k.Context(), r, keys))(k)
		assert.Len(k, rows.About[claim.ID], graph.LongList)
		assert.Empty(k, rows.Targets["ast_s-0000"])
	})
	k.write(said("more", claim, "speaker", quoteOf(layer, 1)))
	k.read(0, func(r graph.Reader) {
		rows := ok(graph.ReadRows(k.Context(), r, keys))(k)
		require.Contains(k, rows.Of.About, claim.ID)
		assert.NotContains(k, rows.About, claim.ID)
		checkRows(k, r, keys, rows)
	})
}

func assertionIDsOf(rows []*graph.AssertionRow) []graph.AssertionID {
	var ids []graph.AssertionID
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return slices.Clip(ids)
}
