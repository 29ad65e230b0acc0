package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func TestConditions(t *testing.T) {
	t.Parallel()
	c := conditions{params: map[string]any{}}
	assert.Empty(t, c.and(), "nothing is restricted")
	among(&c, "r.standing", "standings", []graph.Standing{})
	assert.Empty(t, c.and(), "no values restrict nothing")
	assert.Empty(t, c.params)

	among(&c, "r.standing", "standings", []graph.Standing{graph.Stated, graph.Alleged})
	c.add("far <> near")
	c.one("r.contested = $contested", "contested", false)
	assert.Equal(t, " AND r.standing IN $standings AND far <> near AND r.contested = $contested", c.and())
	assert.Equal(t, map[string]any{"standings": []string{"STATED", "ALLEGED"}, "contested": false}, c.params)
}
