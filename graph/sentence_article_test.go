package graph_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func TestNamesTakeTheirArticle(t *testing.T) {
	tests := []struct {
		kind graph.EntityKind
		name string
		want string
	}{
		{graph.Agency, "Department of Commerce", "the Department of Commerce"},
		{graph.Agency, "US Commerce Department", "the US Commerce Department"},
		{graph.Agency, "Kremlin", "the Kremlin"},
		{graph.Agency, "Roskomnadzor", "Roskomnadzor"},
		{graph.Government, "Russian government", "the Russian government"},
		{graph.IntelligenceService, "Russian military and intelligence authorities", "Russian military and intelligence authorities"},
		{graph.Country, "United States", "the United States"},
		{graph.Country, "Russia", "Russia"},
		{graph.Measure, "Entity List", "the Entity List"},
		{graph.Company, "Federal Express", "Federal Express"},
		{graph.Person, "General Smith", "General Smith"},
	}
	for _, test := range tests {
		row := &graph.EntityRow{Entity: graph.Entity{Kind: test.kind, Specificity: graph.Named}}
		row.State.Name = test.name
		assert.Equal(t, test.want, graph.NounOf(row).Text)
	}
}
