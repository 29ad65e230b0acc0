package kaspersky_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestPreferredNames(t *testing.T) {
	w := open(t)
	for id, want := range map[graph.EntityID]string{
		"ent_kaspersky":              "Kaspersky",
		"ent_ao-kaspersky-lab":       "AO Kaspersky Lab",
		"ent_ooo-kaspersky-group":    "OOO Kaspersky Group",
		"ent_kaspersky-labs-limited": "Kaspersky Labs Limited",
		"ent_kaspersky-lab-inc":      "Kaspersky Lab, Inc.",
		"ent_eugene-kaspersky":       "Eugene Kaspersky",
		"ent_alekseeva":              "Marina Mikhaylovna Alekseeva",
		"ent_gerber":                 "Mikhail Yuryevich Gerber",
		"ent_astrakhan":              "Kirill Aleksandrovich Astrakhan",
	} {
		assert.Equal(t, want, w.entities(id)[0].State.Name)
	}
}

// A query that names an entity must mean one.
func TestNamesAreUnambiguous(t *testing.T) {
	w := open(t)
	for name, id := range map[string]graph.EntityID{
		"Kaspersky": "ent_kaspersky", "Kaspersky Lab, Inc.": "ent_kaspersky-lab-inc", "Gina Raimondo": "ent_gina-raimondo",
		"Eugene Kaspersky": "ent_eugene-kaspersky", "Russia": "ent_russia", "AO Kaspersky Lab": "ent_ao-kaspersky-lab",
	} {
		row, err := w.FindEntity(t.Context(), graph.EntityRef{Name: name})
		require.NoError(t, err, name)
		assert.Equal(t, id, row.ID)
	}
}

func TestCaptionsAreUnique(t *testing.T) {
	w := open(t)
	seen := map[string]string{}
	for _, e := range w.pack().Entities {
		assert.Empty(t, seen[e.Caption], "%s and %s are both %q", seen[e.Caption], e.ID, e.Caption)
		seen[e.Caption] = e.ID
	}
}

func TestCyrillicSearchFinds(t *testing.T) {
	w := open(t)
	page, err := w.SearchEntities(t.Context(), "Касперский", 0, graph.PageArgs{First: 20, Total: true})
	require.NoError(t, err)
	found := map[graph.EntityID]bool{}
	for _, row := range page.Rows {
		switch n := row.Node.(type) {
		case *graph.SearchHit:
			found[n.Entity.ID] = true
		default:
			t.Fatalf("%T", n)
		}
	}
	assert.True(t, found["ent_eugene-kaspersky"])
	assert.True(t, found["ent_kaspersky"])
}

// Cyrillic names are names like others.
func TestCyrillicNames(t *testing.T) {
	w := open(t)
	names := map[string]graph.EntityID{}
	for _, c := range w.all("NAME") {
		if v := c.Value.(graph.Name); v.Script == "Cyrl" {
			names[v.Text] = c.Subject
		}
	}
	assert.Equal(t, map[string]graph.EntityID{
		"Лаборатория Касперского": "ent_kaspersky", "Евгений Валентинович Касперский": "ent_eugene-kaspersky",
		"Кирилл Астрахань": "ent_astrakhan",
	}, names)
}
