package graphtest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func TestTidyMakesEqualWhatTheContractLeavesOpen(t *testing.T) {
	instant := time.Date(2026, 1, 2, 3, 4, 5, 6000, time.UTC)
	one := []any{graph.Claim{ID: "clm_1", Qualifiers: []graph.Qualifier{}}, instant, map[string][]string{"a": {}}}
	two := []any{graph.Claim{ID: "clm_1"}, instant.In(time.FixedZone("", 3600)), map[string][]string{"a": nil}}
	assert.NotEqual(t, one, two)
	assert.Equal(t, tidy(one), tidy(two))
}

func TestTidyKeepsWhatDiffers(t *testing.T) {
	date := graph.OnDate{Date: edtf.MustDate("2024-06")}
	for name, pair := range map[string][2]any{
		"value": {graph.Claim{Value: date}, graph.Claim{Value: graph.OnDate{Date: edtf.MustDate("2024-06-01")}}},
		"none":  {graph.Claim{Value: date}, graph.Claim{}},
		"list":  {[]string{"a", "b"}, []string{"b", "a"}},
		"key":   {map[string]int{"a": 0}, map[string]int{}},
		"deep":  {&graph.EntityRow{}, &graph.EntityRow{State: graph.EntityState{Degree: 1}}},
		"nil":   {(*graph.Quantity)(nil), &graph.Quantity{}},
		"time":  {graph.Stamp{Time: time.Unix(0, 1000).UTC()}, graph.Stamp{Time: time.Unix(0, 2000).UTC()}},
	} {
		assert.NotEqual(t, tidy(pair[0]), tidy(pair[1]), name)
		assert.Equal(t, pair[0], tidy(pair[0]), name)
	}
}

func TestTidyCopies(t *testing.T) {
	a := &graph.Assertion{Evidence: []graph.Evidence{{Start: 1}}}
	copied := tidy(a)
	a.Evidence[0].Start, a.Channel = 2, "press call"
	assert.Equal(t, &graph.Assertion{Evidence: []graph.Evidence{{Start: 1}}}, copied)
}

func TestDifferenceNamesTheField(t *testing.T) {
	a, b := entityOf("a", graph.Person), entityOf("a", graph.Company)
	assert.Empty(t, difference(a, a))
	assert.Equal(t, "Kind", difference(a, b))
}
