package guard_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// doubling has n fragments that each spread the next one twice.
func doubling(n int) string {
	var b strings.Builder
	b.WriteString(`{entity(id:"1"){...F0}}`)
	for i := range n {
		fmt.Fprintf(&b, "fragment F%d on Entity{...F%d ...F%d}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment F%d on Entity{id}", n)
	return b.String()
}

// The work of the guard is bounded by the length of a query, whatever it expands to.
func TestAttacksAreRefusedWithLittleWork(t *testing.T) {
	for _, c := range []struct {
		name, query, code string
		work              int // the most selections and values that may be looked at
	}{
		{"doubling fragments", doubling(22), guard.TooComplex, 2 + 2*22 + 2},
		{"doubling fragments beyond every number", doubling(29), guard.TooComplex, 2 + 2*29 + 2},
		{
			"doubling fragments that nest",
			`{entity(id:"1"){...F0}}` + many(25, func(i int) string {
				return fmt.Sprintf("fragment F%d on Entity{a:ties{nodes{...F%d}} b:ties{nodes{...F%d}}}", i, i+1, i+1)
			}) + "fragment F25 on Entity{id}",
			guard.TooComplex, 25*6 + 4,
		},
		{"equal fields", "{" + many(1998, always("__typename")) + "}", guard.TooComplex, 1998},
		{"equal nested fields", "{e{" + many(490, always("ties{id}")) + "}}", guard.TooComplex, 1 + 2*490},
		{"deep fields", nested(660), guard.TooComplex, 660},
		{"deep lists", "{a(x:" + strings.Repeat("[", 900) + strings.Repeat("]", 900) + ")}", guard.TooComplex, 901},
		{"deep objects", "{a(x:" + strings.Repeat("{a:", 490) + "1" + strings.Repeat("}", 490) + ")}", guard.TooComplex, 492},
		{"equal directives", "{a " + many(900, always("@a")) + "}", guard.TooComplex, 1},
		{"aliased introspection", "{" + many(20, numbered("s%d:__schema{...F}")) + "}fragment F on __Schema{" +
			many(31, always("types{name}")) + "}", guard.TooComplex, 40 + 62},
		{"more fragments than allowed", fragments(200), guard.TooComplex, 0},
		{"a cycle of fragments", strings.Replace(doubling(20), "Entity{id}", "Entity{...F0}", 1), guard.Invalid, 30},
	} {
		t.Run(c.name, func(t *testing.T) {
			counted, err := structure(t, newGuard(t), c.query)
			requireCode(t, c.code, err)
			assert.LessOrEqual(t, counted.Visited, c.work)
		})
	}
}

func TestDoublingFragmentsOfTheKnownAttack(t *testing.T) {
	query := doubling(20)
	assert.Less(t, len(query), 1000)
	counted, err := structure(t, newGuard(t), query)
	requireCode(t, guard.TooComplex, err)
	assert.Equal(t, 1<<20+1, counted.Fields, "counted")
	assert.Equal(t, 44, counted.Visited, "not expanded")
}

func TestCountingStopsAtTheCeiling(t *testing.T) {
	g := newGuardWith(t, guard.Limits{Fragments: 100, Tokens: 10_000})
	counted, err := structure(t, g, doubling(90))
	requireCode(t, guard.TooComplex, err)
	assert.Equal(t, 1<<30, counted.Fields)
	assert.Contains(t, err.Message, "more than 1073741823 fields")
}

// With limits that let everything through, the second pass is linear too.
func TestCostVisitsAFragmentOncePerScope(t *testing.T) {
	g := newGuardWith(t, guard.Limits{Fields: 1 << 30, Aliases: 1 << 30, Cost: 1 << 30})
	counted, err := cost(t, g, doubling(20), nil)
	require.Nil(t, err)
	assert.Equal(t, 43, counted.Visited)

	nesting := `{entity(id:"1"){...F0}}` + many(8, func(i int) string {
		return fmt.Sprintf("fragment F%d on Entity{a:ties{nodes{node{...F%d}}} b:ties{nodes{node{...F%d}}}}", i, i+1, i+1)
	}) + "fragment F8 on Entity{ties{nodes{node{id}}}}"
	counted, err = cost(t, newGuardWith(t, guard.Limits{Depth: 50, Fields: 1 << 30, Cost: 1 << 30}), nesting, nil)
	require.Nil(t, err)
	assert.Equal(t, 1<<30, counted.Nodes, "saturated")
	assert.LessOrEqual(t, counted.Visited, 2+8*8+4)
}
