package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
)

// cappedLists are the fields that give a plain list of things, capped at 100 entries (a cut one is named in extensions.truncated), each
// with why it stays short or is bounded by itself. Every other list of things must be a connection.
var cappedLists = map[string]string{
	"Allegation.allegedBy":           "one for each speaker of one claim",
	"Allegation.denials":             "of one claim",
	"Allegation.determinations":      "of one claim",
	"Allegation.generalDenials":      "of one claim",
	"Allegation.retractions":         "of one claim",
	"Assertion.coverings":            "of one denial",
	"Assertion.evidence":             "anchors of one speech act",
	"Assertion.reportedBy":           "links of one chain",
	"Claim.conflicts":                "of one claim",
	"Claim.denials":                  "of one claim",
	"Claim.generalDenials":           "of one claim",
	"Claim.origins":                  "of one claim",
	"Claim.qualifiers":               "declared by the predicate",
	"Claim.standings":                "of one claim",
	"ClaimSet.claims":                "one is expected",
	"CompetenceRow.predicates":       "from a table",
	"Conflict.assertions":            "sides of one contradiction",
	"Conflict.claims":                "sides of one contradiction",
	"Document.layers":                "one for each extractor",
	"DocumentEdge.passages":          "of one hit",
	"Judgement.entities":             "two",
	"Measure.days":                   "one for each kind of day",
	"MeasureDay.claims":              "one is expected",
	"Path.hops":                      "at most six",
	"PathResult.excludedHubs":        "of one search",
	"PathResult.paths":               "bounded by first",
	"Predicate.qualifiers":           "from a table",
	"Query.competence":               "a table",
	"Query.nodes":                    "bounded by ids",
	"Query.predicates":               "a table",
	"RecordStatementPayload.created": "bounded by the input",
	"SetCompetencePayload.rows":      "bounded by the input",
	"StandingPeriod.certainOn":       "runs of one stretch",
	"StatedListed.claims":            "one is expected",
	"StatedListed.entities":          "countries",
	"Subgraph.entities":              "bounded by limit",
	"Subgraph.ties":                  "bounded by limit",
	"Tie.certainOn":                  "runs of one stretch",
	"TieSet.ties":                    "one is expected",
	"CorporateGroup.tieFacets":       "direction, predicate and standing",
	"Company.tieFacets":              "direction, predicate and standing",
	"RegionalUnit.tieFacets":         "direction, predicate and standing",
	"Organization.tieFacets":         "direction, predicate and standing",
	"Government.tieFacets":           "direction, predicate and standing",
	"Agency.tieFacets":               "direction, predicate and standing",
	"IntelligenceService.tieFacets":  "direction, predicate and standing",
	"Person.tieFacets":               "direction, predicate and standing",
	"Office.tieFacets":               "direction, predicate and standing",
	"Product.tieFacets":              "direction, predicate and standing",
	"Sector.tieFacets":               "direction, predicate and standing",
	"Country.tieFacets":              "direction, predicate and standing",
	"Region.tieFacets":               "direction, predicate and standing",
	"City.tieFacets":                 "direction, predicate and standing",
	"Measure.tieFacets":              "direction, predicate and standing",
}

func isConnection(def *ast.Definition) bool { return strings.HasSuffix(def.Name, "Connection") }

func TestGrowingListsAreConnections(t *testing.T) {
	s := load(t)
	used := map[string]bool{}
	for _, def := range own(s, ast.Object) {
		if isConnection(def) {
			continue
		}
		for _, f := range fields(def) {
			if f.Type.Elem == nil || s.Types[f.Type.Name()].IsLeafType() {
				continue
			}
			where := def.Name + "." + f.Name
			assert.NotEmpty(t, cappedLists[where], "%s is a plain list: make it a connection, or say here why it stays short", where)
			used[where] = true
		}
	}
	for where := range cappedLists {
		assert.True(t, used[where], "%s is in the list of capped lists and is no plain list", where)
	}
}

func TestPlainListsHoldNoNulls(t *testing.T) {
	for _, def := range own(load(t), ast.Object, ast.Interface) {
		for _, f := range fields(def) {
			if f.Type.Elem == nil || (def.Name == "Query" && f.Name == "nodes") {
				continue
			}
			assert.True(t, f.Type.NonNull && f.Type.Elem.NonNull, "%s.%s: an empty list says it, not null", def.Name, f.Name)
		}
	}
}

func TestConnectionsAreRelayConnections(t *testing.T) {
	s := load(t)
	count := 0
	for _, def := range own(s, ast.Object) {
		if !isConnection(def) {
			continue
		}
		count++
		t.Run(def.Name, func(t *testing.T) {
			assert.Subset(t, names(def), []string{"edges", "nodes", "pageInfo", "totalCount"})
			assert.Equal(t, "PageInfo!", def.Fields.ForName("pageInfo").Type.String())
			edge := s.Types[def.Fields.ForName("edges").Type.Name()]
			require.NotNil(t, edge)
			require.NotNil(t, edge.Fields.ForName("node"), "%s.node", edge.Name)
			require.NotNil(t, edge.Fields.ForName("cursor"), "%s.cursor", edge.Name)
			assert.Equal(t, "String!", edge.Fields.ForName("cursor").Type.String())
			assert.Equal(t, "["+edge.Fields.ForName("node").Type.String()+"]!", def.Fields.ForName("nodes").Type.String(),
				"nodes are the nodes of the edges")
		})
	}
	assert.Greater(t, count, 10)
}

func TestTotalCountIsNullOnlyWhereItCanBeCut(t *testing.T) {
	cut := []string{"ChangeConnection", "DocumentConnection", "SearchConnection"}
	for _, def := range own(load(t), ast.Object) {
		if !isConnection(def) {
			continue
		}
		want := "Int!"
		if slices.Contains(cut, def.Name) {
			want = "Int"
		}
		assert.Equal(t, want, def.Fields.ForName("totalCount").Type.String(), def.Name)
	}
}

func TestConnectionFieldsTakeFirstAndAfter(t *testing.T) {
	s := load(t)
	for _, def := range own(s, ast.Object, ast.Interface) {
		for _, f := range fields(def) {
			if !isConnection(s.Types[f.Type.Name()]) {
				continue
			}
			where := def.Name + "." + f.Name
			first, after := f.Arguments.ForName("first"), f.Arguments.ForName("after")
			require.NotNil(t, first, where)
			require.NotNil(t, after, where)
			assert.Equal(t, "Int", first.Type.String(), where)
			assert.Nil(t, first.DefaultValue, "%s: the default is the server's, so that cost and reading agree", where)
			assert.Equal(t, "String", after.Type.String(), where)
			assert.True(t, f.Type.NonNull, "%s: an empty page says it, not null", where)
			size := "; 10 when left out."
			if def.Name == "Query" {
				size = "; 20 when left out."
			}
			assert.Contains(t, first.Description, size, where)
		}
	}
}

func TestTiesCarryTheirClaim(t *testing.T) {
	s := load(t)
	for _, name := range []string{"Tie", "OfficeEdge", "MeasureEdge", "SubgraphTie", "Hop"} {
		for _, field := range []string{"claim", "standing", "period"} {
			f := s.Types[name].Fields.ForName(field)
			require.NotNil(t, f, "%s.%s", name, field)
			assert.True(t, f.Type.NonNull, "%s.%s", name, field)
		}
	}
}
