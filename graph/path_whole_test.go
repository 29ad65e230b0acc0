package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const wholeText = "Acme owns Beta, which supplies Gamma. Beta was founded by Delta. Acme owns Beta since May."

// whole says whether the one path of a chain of three is stated as a whole, after what is said.
func whole(t *testing.T, say func(g *pathGraph)) bool {
	t.Helper()
	g := chain(Company, Company, Company)
	say(g)
	got := g.paths(t, PathQuery{From: "ent_a", To: "ent_c"}).Paths
	require.Len(t, got, 1)
	return got[0].AsWhole
}

func TestPathsSayWhetherOneSentenceStatesTheWhole(t *testing.T) {
	quote := func(g *pathGraph, layer LayerID, text string) []Evidence { return g.evidence(layer, wholeText, text) }
	first := func(g *pathGraph) { g.say("ast_1", Asserts, "clm_0", quote(g, "lay_1", "Acme owns Beta,")) }
	second := func(g *pathGraph) { g.say("ast_2", Asserts, "clm_1", quote(g, "lay_1", "which supplies Gamma")) }
	both := func(g *pathGraph) {
		first(g)
		second(g)
	}
	for name, c := range map[string]struct {
		say  func(g *pathGraph)
		want bool
	}{
		"nothing is said":    {func(*pathGraph) {}, false},
		"one hop is sourced": {first, false},
		"one sentence":       {both, true},
		"two sentences": {func(g *pathGraph) {
			second(g)
			g.say("ast_1", Asserts, "clm_0", quote(g, "lay_1", "Acme owns Beta since May"))
		}, false},
		"the same sentence in two documents": {func(g *pathGraph) {
			second(g)
			g.say("ast_1", Asserts, "clm_0", quote(g, "lay_2", "Acme owns Beta,"))
		}, false},
		"a second statement stands there": {func(g *pathGraph) {
			both(g)
			g.assertions[0].Evidence = quote(g, "lay_1", "Acme owns Beta since May")
			g.say("ast_3", Alleges, "clm_0", quote(g, "lay_1", "Acme owns Beta,"))
		}, true},
		"a parallel claim stands there": {func(g *pathGraph) {
			second(g)
			g.tie("clm_parallel", "ent_b", "ent_a")
			g.say("ast_1", Asserts, "clm_parallel", quote(g, "lay_1", "Acme owns Beta,"))
		}, true},
		"only a denial stands there": {func(g *pathGraph) {
			second(g)
			g.say("ast_1", Denies, "clm_0", quote(g, "lay_1", "Acme owns Beta,"))
		}, false},
		"nobody has accepted it": {func(g *pathGraph) {
			both(g)
			g.assertions[0].Review = Machine
		}, false},
		"it was rejected since": {func(g *pathGraph) {
			both(g)
			g.assertions[0].Decision = &DecisionRow{ReviewDecision: ReviewDecision{State: Rejected}}
		}, false},
		"it was withdrawn": {func(g *pathGraph) {
			both(g)
			g.say("ast_3", Retracts, "clm_0", nil).Target = "ast_1"
		}, false},
		"the withdrawal was withdrawn": {func(g *pathGraph) {
			both(g)
			g.say("ast_3", Retracts, "clm_0", nil).Target = "ast_1"
			g.say("ast_4", Retracts, "clm_0", nil).Target = "ast_3"
		}, true},
		"it was corrected by what is about another claim": {func(g *pathGraph) {
			both(g)
			g.say("ast_3", Corrects, "clm_other", nil).Target = "ast_1"
		}, false},
		"the correction stands there": {func(g *pathGraph) {
			second(g)
			g.say("ast_0", Asserts, "clm_other", nil)
			g.say("ast_1", Corrects, "clm_0", quote(g, "lay_1", "Acme owns Beta,")).Target = "ast_0"
		}, true},
		"what corrects a denial stands there": {func(g *pathGraph) {
			second(g)
			g.say("ast_0", Denies, "clm_0", nil)
			g.say("ast_1", Corrects, "clm_0", quote(g, "lay_1", "Acme owns Beta,")).Target = "ast_0"
		}, false},
		"the layer is gone": {func(g *pathGraph) {
			both(g)
			delete(g.layers, "lay_1")
		}, false},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, whole(t, c.say)) })
	}
}
