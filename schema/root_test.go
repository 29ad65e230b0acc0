package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
)

// timeless root fields give no graph data that could differ by day or revision, or always give the newest.
var timeless = []string{"changes", "node", "nodes", "predicates", "revisionAt", "stats"}

// publicFields are the root fields that can be asked from what was public by a day.
var publicFields = []string{"allegations", "claims", "entity", "measures"}

func argumentType(f *ast.FieldDefinition, name string) string {
	if arg := f.Arguments.ForName(name); arg != nil {
		return arg.Type.String()
	}
	return ""
}

func TestRootFieldsAreThoseOfTheDesign(t *testing.T) {
	assert.ElementsMatch(t, []string{
		"node", "nodes", "entity", "entities", "search", "documents", "claims", "allegations", "measures", "predicates", "competence",
		"paths", "subgraph", "changes", "revisionAt", "stats",
	}, names(load(t).Query))
}

func TestTimeIsAskedForAtTheRoot(t *testing.T) {
	for _, f := range fields(load(t).Query) {
		at, knownAt, publicAt := "Date", "DateTime", ""
		if slices.Contains(timeless, f.Name) {
			at, knownAt = "", ""
		}
		if slices.Contains(publicFields, f.Name) {
			publicAt = "Date"
		}
		assert.Equal(t, at, argumentType(f, "at"), "%s(at:)", f.Name)
		assert.Equal(t, knownAt, argumentType(f, "knownAt"), "%s(knownAt:)", f.Name)
		assert.Equal(t, publicAt, argumentType(f, "publicAt"), "%s(publicAt:)", f.Name)
	}
}

func TestNestedFieldsTakeNoTime(t *testing.T) {
	for _, def := range own(load(t), ast.Object, ast.Interface) {
		if def.Name == "Query" {
			continue
		}
		for _, f := range fields(def) {
			for _, name := range []string{"at", "knownAt", "publicAt"} {
				assert.Empty(t, argumentType(f, name), "%s.%s(%s:)", def.Name, f.Name, name)
			}
		}
	}
}

func TestPublicAtFiltersCanNameWhatItNeeds(t *testing.T) {
	s := load(t)
	for _, name := range []string{"ClaimFilter", "AllegationFilter", "MeasureFilter"} {
		assert.Subset(t, names(s.Types[name]), []string{"about", "speaker", "document"}, name)
	}
}

func TestPathDefaults(t *testing.T) {
	paths := load(t).Query.Fields.ForName("paths")
	for name, want := range map[string]string{"maxHops": "4", "first": "3", "includeAlleged": "false", "coexist": "true"} {
		arg := paths.Arguments.ForName(name)
		require.NotNil(t, arg, name)
		require.NotNil(t, arg.DefaultValue, name)
		assert.Equal(t, want, arg.DefaultValue.String(), name)
	}
	assert.Nil(t, paths.Arguments.ForName("excludeHubsOver").DefaultValue)
}

func TestMutationsAreThoseOfTheDesign(t *testing.T) {
	assert.ElementsMatch(t, []string{
		"recordStatement", "addDocument", "addEntity", "recordAssertion", "retractAssertion", "correctAssertion", "rejectAssertion",
		"setCompetence", "judgeIdentity", "judgeDenial",
	}, names(load(t).Mutation))
}

func TestMutationsTakeOneInputAndGiveAPayload(t *testing.T) {
	s := load(t)
	for _, f := range fields(s.Mutation) {
		title := strings.ToUpper(f.Name[:1]) + f.Name[1:]
		require.Len(t, f.Arguments, 1, f.Name)
		assert.Equal(t, title+"Input!", argumentType(f, "input"), f.Name)
		assert.Equal(t, title+"Payload!", f.Type.String(), f.Name)

		input, payload := s.Types[title+"Input"], s.Types[title+"Payload"]
		require.NotNil(t, input.Fields.ForName("operationId"), f.Name)
		assert.Equal(t, "ID!", input.Fields.ForName("operationId").Type.String(), f.Name)
		by := input.Fields.ForName("by")
		require.NotNil(t, by, f.Name)
		adds := strings.HasPrefix(f.Name, "add") || strings.HasPrefix(f.Name, "set")
		assert.Equal(t, !adds, by.Type.NonNull, "%s: who records, judges, confirms or rejects must be named", f.Name)
		require.NotNil(t, payload.Fields.ForName("revision"), f.Name)
		for _, p := range fields(payload) {
			assert.NotEqual(t, "Boolean", p.Type.Name(), "%s.%s", payload.Name, p.Name)
		}
	}
}

func TestErrorCodesAreTheClosedList(t *testing.T) {
	assert.Equal(t, []string{
		"BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "QUERY_TOO_COMPLEX", "RATE_LIMITED", "UNAUTHENTICATED",
		"FORBIDDEN", "NOT_FOUND", "CONFLICT", "EVIDENCE_MISMATCH", "BEFORE_FIRST_REVISION", "TIMEOUT", "OVERLOADED", "STORE_UNAVAILABLE",
		"READ_ONLY", "INTERNAL",
	}, values(load(t).Types["ErrorCode"]))
}

func TestChoicesAreMarked(t *testing.T) {
	s := load(t)
	for _, name := range []string{"ClaimInput", "DocumentInput", "EntityInput", "EntityRef", "ValueInput"} {
		def := s.Types[name]
		require.NotNil(t, def, name)
		assert.NotNil(t, def.Directives.ForName("oneOf"), name)
		for _, f := range fields(def) {
			assert.False(t, f.Type.NonNull, "%s.%s", name, f.Name)
		}
	}
}

func TestWhatComesLaterIsNotPromised(t *testing.T) {
	s := load(t)
	for _, name := range []string{"ownership", "ownedBy50Percent", "exposure", "screen", "coverage"} {
		assert.Nil(t, s.Query.Fields.ForName(name), name)
	}
}
