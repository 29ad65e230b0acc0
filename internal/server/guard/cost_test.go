package guard_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

func TestCostCountsNodes(t *testing.T) {
	for _, c := range []struct {
		name, query string
		variables   map[string]any
		nodes       int
	}{
		{name: "a scalar is none", query: "{__typename}", nodes: 0},
		{name: "a scalar with an argument", query: "{weigh(share:0.5)}", nodes: 0},
		{name: "a list of an enum", query: "{kinds}", nodes: 1},
		{name: "a single object", query: `{entity(id:"1"){name}}`, nodes: 1},
		{name: "a list of scalars in an object", query: `{entity(id:"1"){...on Company{aliases}}}`, nodes: 1 + 1},
		{name: "a connection without first at a root", query: "{entities{nodes{name}}}", nodes: 20},
		{name: "a connection without first, nested", query: `{entity(id:"1"){ties{nodes{node{name}}}}}`, nodes: 1 + 10*(1+1)},
		{name: "first at a root", query: "{entities(first:50){nodes{name}}}", nodes: 50},
		{name: "first multiplies through", query: "{entities(first:50){nodes{ties(first:20){nodes{node{name}}}}}}", nodes: 50 * (1 + 20*(1+1))},
		{name: "edges count as nodes do", query: "{entities(first:50){edges{cursor node{name}}}}", nodes: 50},
		{
			name: "what hangs on an edge comes with each", nodes: 1 + 50*(1+1+1),
			query: `{entity(id:"1"){ties(first:50){edges{claim{id} node{claim{id}}}}}}`,
		},
		{name: "edges and nodes add up", query: "{entities(first:50){edges{node{ties{nodes{node{id}}}}} nodes{name}}}", nodes: 50 * (1 + 10*2)},
		{name: "pageInfo comes once", query: "{entities(first:50){pageInfo{endCursor} totalCount}}", nodes: 50 + 1},
		{name: "a list of an enum in a connection", query: `{entity(id:"1"){ties(first:50){kinds}}}`, nodes: 1 + 50 + 1},
		{
			name: "a default of the schema", nodes: 1 + 1*(1+1+7),
			query: `{entity(id:"1"){ties(first:1){nodes{claim{assertions{nodes{quote}}}}}}}`,
		},
		{name: "a plain list", query: `{entity(id:"1"){tieFacets{count}}}`, nodes: 1 + 5},
		{name: "a plain list in a set", query: `{entity(id:"1"){...on Company{parent{ties{claim{id}}}}}}`, nodes: 1 + 1 + 5*(1+1)},
		{name: "a plain list with a short list of ids", query: `{nodes(ids:["1","2"]){id}}`, nodes: 5},
		{name: "a plain list with a long list of ids", query: `{nodes(ids:["1","2","3","4","5","6"]){id}}`, nodes: 6},
		{
			name: "a plain list with a list of ids in a variable", query: `query($ids:[ID!]!){nodes(ids:$ids){id}}`,
			variables: map[string]any{"ids": []any{"1", "2", "3", "4", "5", "6", "7"}}, nodes: 7,
		},
		{name: "a plain list with first", query: "{recent(first:30){name}}", nodes: 30},
		{name: "a plain list whose first is left out", query: "{recent{name}}", nodes: 20},
		{name: "maxHops multiplies", query: `{paths(from:"1",first:1,maxHops:6){paths{length}}}`, nodes: 6 * (1 + 1)},
		{name: "maxHops by default", query: `{paths(from:"1",first:1){paths{length}}}`, nodes: 4 * (1 + 1)},
		{name: "first bounds the list below", query: `{paths(from:"1",maxHops:1){paths{length}}}`, nodes: 1 + 3},
		{name: "the list of hops has been multiplied", query: `{paths(from:"1",first:2,maxHops:3){paths{hops{from{id} to{id}}}}}`, nodes: 3 * (1 + 2*(1+1*(1+1+1)))},
		{name: "limit bounds the lists below", query: `{subgraph(ids:["1"],limit:40){entities{id} ties{claim{id}}}}`, nodes: 1 + 40 + 40*(1+1)},
		{name: "limit by default", query: `{subgraph(ids:["1"]){entities{id}}}`, nodes: 1 + 300},
		{name: "limit bounds no further list", query: `{subgraph(ids:["1"],limit:40){entities{tieFacets{count}}}}`, nodes: 1 + 40*(1+5)},
		{name: "hops multiplies", query: `{subgraph(ids:["1"],limit:40,hops:3){entities{id}}}`, nodes: 3 * (1 + 40)},
		{name: "no hops", query: `{subgraph(ids:["1"],limit:40,hops:0){entities{id}}}`, nodes: 1 + 40},
		{name: "aliases add up", query: "{a:entities(first:50){nodes{name}} b:entities(first:40){nodes{name}}}", nodes: 90},
		{name: "fragments", query: "{...Q} fragment Q on Query{entities{nodes{...E}}} fragment E on Entity{ties(first:2){nodes{node{id}}}}", nodes: 20 * (1 + 2*2)},
		{name: "fragments inside a connection", query: "{entities{...C}} fragment C on EntityConnection{edges{...on EntityEdge{node{id}}} pageInfo{endCursor}}", nodes: 20 + 1},
		{name: "kinds that exclude each other add up", query: `{entity(id:"1"){...on Company{ties{nodes{__typename}}} ...on Person{ties{nodes{__typename}}}}}`, nodes: 1 + 10 + 10},
		{name: "introspection is free", query: `{__schema{types{fields{name}}} __type(name:"Tie"){name}}`, nodes: 0},
		{name: "a mutation", query: `mutation{record(operationId:"1",quote:"q"){claim{id}}}`, nodes: 2},
		{name: "first of 0 counts as the default", query: "{entities(first:0){nodes{name}}}", nodes: 20},
		{name: "first of null counts as the default", query: "{entities(first:null){nodes{name}}}", nodes: 20},
	} {
		t.Run(c.name, func(t *testing.T) {
			counted, err := cost(t, newGuard(t), c.query, c.variables)
			require.Nil(t, err)
			assert.Equal(t, c.nodes, counted.Nodes)
		})
	}
}

func TestCostReadsVariables(t *testing.T) {
	const query = "query($n:Int=5,$skip:Boolean=false,$ties:Boolean=true){entities(first:$n){nodes{name ties(first:3)@include(if:$ties){nodes{__typename}}}} " +
		"recent(first:7)@skip(if:$skip){id}}"
	for _, c := range []struct {
		name      string
		variables map[string]any
		nodes     int
	}{
		{"their defaults", nil, 5*(1+3) + 7},
		{"a number as decoded from JSON", map[string]any{"n": json.Number("8")}, 8*(1+3) + 7},
		{"a float without fraction", map[string]any{"n": 8.0}, 8*(1+3) + 7},
		{"a number in Go", map[string]any{"n": 8}, 8*(1+3) + 7},
		{"null", map[string]any{"n": nil}, 20*(1+3) + 7},
		{"what is skipped does not count", map[string]any{"skip": true}, 5 * (1 + 3)},
		{"what is not included does not count", map[string]any{"ties": false}, 5 + 7},
	} {
		t.Run(c.name, func(t *testing.T) {
			counted, err := cost(t, newGuard(t), query, c.variables)
			require.Nil(t, err)
			assert.Equal(t, c.nodes, counted.Nodes)
		})
	}
}

func TestCostLeavesOutSkippedFragments(t *testing.T) {
	query := "{...on Query@skip(if:true){entities{nodes{id}}} ...F@include(if:false) ...F} fragment F on Query{recent(first:3){id}}"
	counted, err := cost(t, newGuard(t), query, nil)
	require.Nil(t, err)
	assert.Equal(t, 3, counted.Nodes)
}

func TestCostLimit(t *testing.T) {
	// 100 × (1 + n × (1 + 4)) nodes, and the rest to be just inside and just outside.
	heavy := "big:entities(first:100){nodes{ties(first:99){nodes{node{tieFacets{count}}}}}}"
	rest := func(n int) string { return fmt.Sprintf("{%s recent(first:%d){id}}", heavy, n) }
	g := newGuardWith(t, guard.Limits{Cost: 100*(1+99*(1+1+5)) + 50})

	counted, err := cost(t, g, rest(50), nil)
	require.Nil(t, err)
	assert.Equal(t, 69_450, counted.Nodes)

	counted, err = cost(t, g, rest(51), nil)
	requireCode(t, guard.TooComplex, err)
	assert.Equal(t, 69_451, counted.Nodes)
	assert.Contains(t, err.Message, `may hold 69451 nodes, at most 69450 are allowed; 69400 of them are below "big"`)
}

func TestCostDefaultLimit(t *testing.T) {
	const query = "{entities(first:%d){nodes{ties(first:%d){nodes{claim{assertions(first:4){nodes{quote}}}}}}}}"
	_, err := cost(t, newGuard(t), fmt.Sprintf(query, 82, 100), nil)
	require.Nil(t, err, "82 × (1 + 100 × 6) = 49,282")
	_, err = cost(t, newGuard(t), fmt.Sprintf(query, 84, 100), nil)
	requireCode(t, guard.TooComplex, err)
}

func TestCostRefusesInput(t *testing.T) {
	for _, c := range []struct {
		name, query string
		variables   map[string]any
		message     string
	}{
		{
			name: "first above the maximum", query: "{a:entities(first:101){nodes{id}}}",
			message: `first of "a" is 101: ask for at most 100`,
		},
		{
			name: "first in a variable", query: "query($n:Int){entities(first:$n){nodes{id}}}",
			variables: map[string]any{"n": json.Number("101")}, message: "is 101",
		},
		{name: "first in a default", query: "query($n:Int=101){entities(first:$n){nodes{id}}}", message: "is 101"},
		{name: "a nested first", query: `{entity(id:"1"){ties(first:1000){nodes{__typename}}}}`, message: "is 1000"},
		{name: "first of a field that is no connection", query: `{paths(from:"1",first:101){paths{length}}}`, message: "is 101"},
		{name: "first in a fragment", query: "{...F} fragment F on Query{entities(first:101){nodes{id}}}", message: "is 101"},
		{name: "a negative first", query: "{entities(first:-1){nodes{id}}}", message: "is -1"},
		{name: "negative hops", query: `{subgraph(ids:[],hops:-1){entities{id}}}`, message: "hops of \"subgraph\" is -1"},
		{name: "a negative limit", query: `{subgraph(ids:[],limit:-1){entities{id}}}`, message: "limit of \"subgraph\" is -1"},
		{name: "a number beyond every size", query: "{weigh(day:99999999999999999999)}", message: "day is a number that is too large"},
		{name: "a float beyond every size", query: "{weigh(day:1e999)}", message: "day is a number that is too large"},
		{
			name: "a number beyond every size inside a list", query: "{weigh(days:[1,99999999999999999999])}",
			message: "days is a number that is too large",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := cost(t, newGuard(t), c.query, c.variables)
			requireCode(t, guard.BadInput, err)
			assert.Contains(t, err.Message, c.message)
			assert.NotEmpty(t, err.Locations)
		})
	}
	t.Run("first just inside", func(t *testing.T) {
		_, err := cost(t, newGuard(t), "{entities(first:100){nodes{id}}}", nil)
		assert.Nil(t, err)
	})
	t.Run("first of what is skipped", func(t *testing.T) {
		_, err := cost(t, newGuard(t), "{entities(first:101)@skip(if:true){nodes{id}} kinds}", nil)
		assert.Nil(t, err)
	})
}

func TestCostOfHugeNumbersSaturates(t *testing.T) {
	query := `{subgraph(ids:["1"],limit:2147483647,hops:2147483647){entities{tieFacets{count}}}}`
	counted, err := cost(t, newGuard(t), query, nil)
	requireCode(t, guard.TooComplex, err)
	assert.Equal(t, 1<<30, counted.Nodes)
	assert.True(t, strings.HasPrefix(err.Message, "the answer may hold more than 1073741823 nodes"), err.Message)
}
