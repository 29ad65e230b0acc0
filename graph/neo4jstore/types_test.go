package neo4jstore

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func TestRelationships_AreTheTiesOfTheTableAndOneMore(t *testing.T) {
	t.Parallel()
	ties := 0
	for _, p := range graph.StandardVocabulary().Predicates() {
		if p.Objects|p.GroupObjects != 0 {
			ties++
		}
	}
	all := relationships()
	assert.Len(t, all, (ties+1)*6)
	assert.Len(t, relationshipsByName(), len(all), "no name twice")
	for _, r := range all {
		assert.Regexp(t, `^[A-Z]+(_[A-Z]+)*$`, r.name, "it stands in statements as it is")
		assert.Equal(t, r, *relationshipsByName()[r.name])
	}
}

func TestTypeOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		predicate string
		modality  graph.Modality
		tier      graph.Tier
		want      string
	}{
		{"OWNS", graph.Fact, graph.Safe, "OWNS"},
		{"OWNS", graph.Fact, graph.AllegedTier, "ALLEGED_OWNS"},
		{"OWNS", graph.Fact, graph.Void, "VOID_OWNS"},
		{"SPIED_FOR", graph.Intent, graph.Void, "VOID_POTENTIAL_SPIED_FOR"},
		{"owns", graph.Fact, graph.Safe, "TIED_TO"},
		{"NAME", graph.Fact, graph.AllegedTier, "ALLEGED_TIED_TO"},
		{"ALLEGED_OWNS", graph.Risk, graph.Safe, "POTENTIAL_TIED_TO"},
		{"TIED_TO", graph.Fact, graph.Safe, "TIED_TO"},
		{"", graph.Fact, graph.Safe, "TIED_TO"},
	} {
		got := typeOf(test.predicate, test.modality, test.tier)
		assert.Equal(t, test.want, got, test.predicate)
		assert.Contains(t, relationshipsByName(), got)
	}
}

func TestTypesOf(t *testing.T) {
	t.Parallel()
	every := strings.Split(typesOf(&graph.EdgeFilter{}, ""), "|")
	assert.Len(t, every, len(relationships()))
	for _, test := range []struct {
		name   string
		filter graph.EdgeFilter
		from   string
		want   string
	}{
		{
			"one predicate",
			graph.EdgeFilter{Predicates: []string{"OWNS"}},
			"",
			"OWNS|ALLEGED_OWNS|VOID_OWNS|POTENTIAL_OWNS|ALLEGED_POTENTIAL_OWNS|VOID_POTENTIAL_OWNS",
		},
		{
			"of one tier, by name",
			graph.EdgeFilter{Predicates: []string{"OWNS", "CONTROLS", "OWNS"}, Tiers: []graph.Tier{graph.Safe}},
			"",
			"CONTROLS|POTENTIAL_CONTROLS|OWNS|POTENTIAL_OWNS",
		},
		{"facts", graph.EdgeFilter{Predicates: []string{"OWNS"}, Modalities: []graph.Modality{graph.Fact}}, "", "OWNS|ALLEGED_OWNS|VOID_OWNS"},
		{
			"no facts",
			graph.EdgeFilter{Predicates: []string{"OWNS"}, Modalities: []graph.Modality{graph.Risk, graph.Plan}},
			"",
			"POTENTIAL_OWNS|ALLEGED_POTENTIAL_OWNS|VOID_POTENTIAL_OWNS",
		},
		{
			"none of the table",
			graph.EdgeFilter{Predicates: []string{"owns"}, Tiers: []graph.Tier{graph.Void}},
			"",
			"VOID_TIED_TO|VOID_POTENTIAL_TIED_TO",
		},
		{
			"from a predicate on",
			graph.EdgeFilter{Predicates: []string{"OWNS", "CONTROLS", "nope"}, Tiers: []graph.Tier{graph.Safe}},
			"D",
			"OWNS|POTENTIAL_OWNS|TIED_TO|POTENTIAL_TIED_TO",
		},
		{"no such tier", graph.EdgeFilter{Tiers: []graph.Tier{"NONE"}}, "", ""},
		{"no such tier, chosen", graph.EdgeFilter{Predicates: []string{"OWNS"}, Tiers: []graph.Tier{"NONE"}}, "", ""},
	} {
		assert.Equal(t, test.want, typesOf(&test.filter, test.from), test.name)
	}
}

// Of the edges that a filter's predicates, modalities and tiers let pass, the types miss none.
func TestTypesOf_MissNoEdge(t *testing.T) {
	t.Parallel()
	predicates := []string{"OWNS", "CONTROLS", "SPIED_FOR", "NAME", "owns", "ALLEGED_OWNS"}
	tiers := []graph.Tier{graph.Safe, graph.AllegedTier, graph.Void}
	rapid.Check(t, func(t *rapid.T) {
		f := graph.EdgeFilter{
			Predicates: rapid.SliceOfN(rapid.SampledFrom(predicates), 0, 3).Draw(t, "predicates"),
			Modalities: rapid.SliceOfN(rapid.SampledFrom(graph.Modalities()), 0, 3).Draw(t, "modalities"),
			Tiers:      rapid.SliceOfN(rapid.SampledFrom(tiers), 0, 2).Draw(t, "tiers"),
		}
		from := rapid.SampledFrom([]string{"", "OWNS", "P"}).Draw(t, "from")
		predicate := rapid.SampledFrom(predicates).Draw(t, "predicate")
		modality := rapid.SampledFrom(graph.Modalities()).Draw(t, "modality")
		tier := rapid.SampledFrom(tiers).Draw(t, "tier")
		types := strings.FieldsFunc(typesOf(&f, from), func(c rune) bool { return c == '|' })
		passes := has(f.Predicates, predicate) && has(f.Modalities, modality) && has(f.Tiers, tier) && predicate >= from
		if passes {
			assert.Contains(t, types, typeOf(predicate, modality, tier))
		}
		for _, name := range types {
			r := relationshipsByName()[name]
			require.NotNil(t, r, name)
			assert.True(t, has(f.Tiers, r.tier), name)
			assert.True(t, r.predicate == otherTie || has(f.Predicates, r.predicate) && r.predicate >= from, name)
		}
	})
}

func has[T comparable](allowed []T, value T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, value)
}
