package guard_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// nested is a query whose innermost field is at the given depth.
func nested(depth int) string {
	return strings.Repeat("{a", depth) + strings.Repeat("}", depth)
}

// many writes n selections made by one.
func many(n int, one func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(one(i))
		b.WriteByte(' ')
	}
	return b.String()
}

func always(text string) func(int) string {
	return func(int) string { return text }
}

func numbered(format string) func(int) string {
	return func(i int) string { return fmt.Sprintf(format, i) }
}

func fragments(n int) string {
	return "{" + many(n, numbered("...F%d")) + "}" + many(n, numbered("fragment F%d on Query{kinds}"))
}

func meta(fields int) string {
	return "{__schema{" + many(fields-1, always("description")) + "}}"
}

// aroundLimit is a query that a limit lets through and one that it just refuses.
type aroundLimit struct {
	name            string
	inside, outside string
	message         string
}

func (c aroundLimit) check(t *testing.T) {
	t.Helper()
	t.Run(c.name, func(t *testing.T) {
		g := newGuard(t)
		_, err := structure(t, g, c.inside)
		require.Nil(t, err, "just inside")
		_, err = structure(t, g, c.outside)
		requireCode(t, guard.TooComplex, err)
		assert.Contains(t, err.Message, c.message)
	})
}

func TestStructureLimitsOfDepthAndFields(t *testing.T) {
	value := func(depth int) string {
		return "{a(x:" + strings.Repeat("[", depth-1) + "1" + strings.Repeat("]", depth-1) + ")}"
	}
	for _, c := range []aroundLimit{
		{"depth", nested(18), nested(19), "nests 19 levels deep, at most 18"},
		{
			"depth through a fragment",
			"{a{...F}} fragment F on X" + nested(17), "{a{...F}} fragment F on X" + nested(18), "19 levels",
		},
		{
			"depth through an inline fragment",
			"{...on Query" + nested(18) + "}", "{...on Query" + nested(19) + "}", "19 levels",
		},
		{"depth of a value", value(18), value(19), "value nests 19 levels deep, at most 18"},
		{
			"depth of a default value",
			"query($v:X=" + strings.Repeat("[", 18) + strings.Repeat("]", 18) + "){a}",
			"query($v:X=" + strings.Repeat("[", 19) + strings.Repeat("]", 19) + "){a}", "value nests 19 levels",
		},
		{
			"depth of a value in a directive",
			"{a@x(y:" + strings.Repeat("[", 18) + strings.Repeat("]", 18) + ")}",
			"{a@x(y:" + strings.Repeat("[", 19) + strings.Repeat("]", 19) + ")}", "value nests 19 levels",
		},
		{
			"fields",
			"{a{" + many(499, always("b")) + "}}", "{a{" + many(500, always("b")) + "}}", "selects 501 fields",
		},
		{
			"fields of all operations together",
			"query A{a{" + many(250, always("b")) + "}} query B{a{" + many(248, always("b")) + "}}",
			"query A{a{" + many(250, always("b")) + "}} query B{a{" + many(249, always("b")) + "}}", "selects 501 fields",
		},
		{
			"fields of a fragment counted wherever it is spread",
			"{a{...F ...F b}} fragment F on X{" + many(249, always("b")) + "}",
			"{a{...F ...F b}} fragment F on X{" + many(250, always("b")) + "}", "selects 502 fields",
		},
		{
			"fields of a fragment that is spread nowhere",
			"{a} fragment F on X{" + many(500, always("b")) + "}",
			"{a} fragment F on X{" + many(501, always("b")) + "}", "selects 501 fields",
		},
	} {
		c.check(t)
	}
}

func TestStructureLimitsOfOtherParts(t *testing.T) {
	for _, c := range []aroundLimit{
		{"aliases", "{a{" + many(30, numbered("b%d:b")) + "}}", "{a{" + many(31, numbered("b%d:b")) + "}}", "renames 31 fields"},
		{
			"aliases of __schema",
			"{" + many(19, numbered("s%d:__schema{description}")) + "...F} fragment F on X{x{" + many(11, numbered("b%d:b")) + "}}",
			"{" + many(19, numbered("s%d:__schema{description}")) + "...F} fragment F on X{x{" + many(12, numbered("b%d:b")) + "}}",
			"renames 31 fields",
		},
		{"directives", "{a " + many(20, always("@d")) + "}", "{a " + many(21, always("@d")) + "}", "uses 21 directives"},
		{
			"directives at every place",
			"query Q($v:X@d)@d{a@d ...@d{a} ...F@d} fragment F on X@d{a " + many(14, always("@d")) + "}",
			"query Q($v:X@d)@d{a@d ...@d{a} ...F@d} fragment F on X@d{a " + many(15, always("@d")) + "}", "uses 21 directives",
		},
		{"root fields", "{" + many(20, always("a")) + "}", "{" + many(21, always("a")) + "}", "selects 21 root fields"},
		{
			"root fields in fragments",
			"{...F ...on Query{...F}} fragment F on Query{" + many(10, always("a")) + "}",
			"{...F ...on Query{...F}} fragment F on Query{" + many(11, always("a")) + "}", "selects 22 root fields",
		},
		{"fragments", fragments(20) + many(10, numbered("fragment G%d on X{a}")), fragments(20) + many(11, numbered("fragment G%d on X{a}")), "has 31 fragments"},
		{
			"depth of introspection",
			"{__schema" + nested(17) + "}", "{__schema" + nested(18) + "}", "introspection nests 19 levels",
		},
		{"fields of introspection", meta(600), meta(601), "introspection selects 601 fields"},
		{
			"fields of __type",
			`{__type(name:"X"){` + many(599, always("name")) + "}}",
			`{__type(name:"X"){` + many(600, always("name")) + "}}", "introspection selects 601 fields",
		},
	} {
		c.check(t)
	}
}

func TestStructureBudgetsAreApart(t *testing.T) {
	query := "{__schema{" + many(598, always("description")) + "} a{" + many(499, always("b")) + "}}"
	counted, err := structure(t, newGuard(t), query)
	require.Nil(t, err)
	assert.Equal(t, 599, counted.MetaFields)
	assert.Equal(t, 500, counted.Fields)
	assert.Equal(t, 2, counted.RootFields)
}

func TestStructureMetaInsideMeta(t *testing.T) {
	counted, err := structure(t, newGuard(t), "{__schema{...F}} fragment F on X{a __type{b}}")
	require.Nil(t, err)
	assert.Equal(t, 4, counted.MetaFields)
	assert.Equal(t, 3, counted.MetaDepth)
}

func TestStructureRefusals(t *testing.T) {
	for _, c := range []struct{ name, query, message string }{
		{"a fragment in itself", "{...F} fragment F on X{...F}", `"F" spreads itself: F → F`},
		{
			"a longer cycle", "{...A} fragment A on X{b{...B}} fragment B on X{...on X{...A}}",
			`"A" spreads itself: A → B → A`,
		},
		{"a cycle that no operation reaches", "{a} fragment F on X{...F}", "spreads itself"},
		{"@defer on a spread", "{...F@defer} fragment F on X{a}", "@defer is not supported"},
		{"@defer on an inline fragment", "{...@defer{a}}", "@defer is not supported"},
		{"@defer(if: false)", "{...@defer(if:false){a}}", "@defer is not supported"},
		{"@defer on a variable", "query($v:X@defer){a}", "@defer is not supported"},
		{"@defer on an operation", "query@defer{a}", "@defer is not supported"},
		{"@defer in a fragment that no operation spreads", "{a} fragment F on X{...@defer{a}}", "@defer is not supported"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := structure(t, newGuard(t), c.query)
			requireCode(t, guard.Invalid, err)
			assert.Contains(t, err.Message, c.message)
			assert.NotEmpty(t, err.Locations)
		})
	}
}

func TestStructureLeavesToValidation(t *testing.T) {
	for name, query := range map[string]string{
		"an unknown fragment":      "{...F}",
		"two fragments of a name":  "{...F} fragment F on X{a} fragment F on X{b}",
		"an unknown field":         "{nothing}",
		"a document without query": "fragment F on X{a}",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := structure(t, newGuard(t), query)
			assert.Nil(t, err)
		})
	}
}
