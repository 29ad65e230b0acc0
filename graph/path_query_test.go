package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPathsRefuseBadQueriesAndNameTheField(t *testing.T) {
	g := newPathGraph()
	g.add("ent_a", Company)
	g.add("ent_b", Company)
	for name, c := range map[string]struct {
		query PathQuery
		field string
	}{
		"no end":                        {PathQuery{}, "to"},
		"two kinds of end":              {PathQuery{To: "ent_b", ToKinds: KindsOf(Person)}, "to"},
		"back to where it begins":       {PathQuery{To: "ent_a"}, "to"},
		"too many hops":                 {PathQuery{To: "ent_b", MaxHops: 7}, "maxHops"},
		"fewer hops than one":           {PathQuery{To: "ent_b", MaxHops: -1}, "maxHops"},
		"too many paths":                {PathQuery{To: "ent_b", First: 101}, "first"},
		"fewer paths than one":          {PathQuery{To: "ent_b", First: -1}, "first"},
		"no hub cap below one":          {PathQuery{To: "ent_b", HubCap: -5}, "excludeHubsOver"},
		"a hub cap beyond all":          {PathQuery{To: "ent_b", HubCap: 100_001}, "excludeHubsOver"},
		"to a place":                    {PathQuery{ToKinds: KindsOf(Person, Country)}, "toKinds"},
		"through a measure":             {PathQuery{To: "ent_b", Through: KindsOf(Measure)}, "through"},
		"through an office":             {PathQuery{To: "ent_b", Through: KindsOf(Agency, Office)}, "through"},
		"by a predicate not walkable":   {PathQuery{To: "ent_b", Predicates: []string{"OWNS", "LOCATED_IN"}}, "predicates"},
		"by a predicate nobody defined": {PathQuery{To: "ent_b", Predicates: []string{"OWN"}}, "predicate"},
	} {
		t.Run(name, func(t *testing.T) {
			c.query.From = "ent_a"
			_, err := g.view().Paths(t.Context(), c.query)
			require.ErrorIs(t, err, ErrInvalid)
			var bad *FieldError
			require.ErrorAs(t, err, &bad)
			assert.Equal(t, c.field, bad.Field)
			_, other := g.view().PathsExcluded(t.Context(), c.query)
			assert.Equal(t, err.Error(), other.Error())
			assert.Empty(t, g.expanded, "nothing is read")
		})
	}
}

func TestPathsFromOrToNobodyAreNotFound(t *testing.T) {
	g := newPathGraph()
	g.add("ent_a", Company)
	for name, q := range map[string]PathQuery{
		"from":          {From: "ent_x", To: "ent_a"},
		"to":            {From: "ent_a", To: "ent_x"},
		"from to kinds": {From: "ent_x", ToKinds: KindsOf(Person)},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := g.view().Paths(t.Context(), q)
			require.ErrorIs(t, err, ErrNotFound)
			require.ErrorContains(t, err, "ent_x")
			_, err = g.view().PathsExcluded(t.Context(), q)
			require.ErrorIs(t, err, ErrNotFound)
		})
	}
}

func TestPathsDefaults(t *testing.T) {
	q := PathQuery{From: "ent_a", To: "ent_b"}
	require.NoError(t, q.check(pathVocabulary()))
	assert.Equal(t, PathQuery{
		From: "ent_a", To: "ent_b", MaxHops: 4, First: 3, HubCap: 1000, Predicates: []string{"DIRECTS", "OWNS", "SUPPLIES"},
	}, q)
}
