package graph_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// everyPredicate lists the names that the domain speaks of.
const everyPredicate = `
PARENT_OF OWNS CONTROLS INCLUDES HAS_UNIT HAS_OFFICE HEADQUARTERED_IN INCORPORATED_IN LOCATED_IN PART_OF OPERATES_IN ACTIVE_IN
SUCCEEDS MAKES COMES_FROM
FOUNDED DIRECTS EMPLOYS HOLDS_OFFICE MEMBER_OF REPRESENTS CITIZEN_OF FAMILY ASSOCIATED_WITH
SUPPLIES FUNDED_BY COOPERATES_WITH ACTION
DIRECTED_BY INFLUENCED_BY SUBJECT_TO SHARES_DATA_WITH EXPLOITED_BY SPIED_FOR POSES_RISK_TO CONDUCT LINKED_TO
DATED ISSUED_BY TARGETS ADDRESSED_TO LISTED_ON LEGAL_BASIS CITATION PROVISION GROUNDED_ON IMPLEMENTS AMENDS UPHOLDS STAYS ANNULS
REPLACES CHALLENGES CHARACTERISED_AS MOTIVATED_BY
ADDRESS COORDINATES NAME IDENTIFIER HAS_USERS HAS_CLIENTS SERVES_COUNTRY_COUNT UNIT_COUNT OFFICE_COUNTRY_COUNT EMPLOYEE_COUNT REVENUE`

func table() []*graph.Predicate { return graph.StandardVocabulary().Predicates() }

func TestTableHasThePredicatesOfTheDomain(t *testing.T) {
	var names []string
	for _, p := range graph.StandardVocabulary().Predicates() {
		names = append(names, p.Name)
	}
	assert.ElementsMatch(t, strings.Fields(everyPredicate), names)
}

func TestRowTakesAnObjectOrValues(t *testing.T) {
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			assert.NotZero(t, p.Subjects)
			assert.NotEqual(t, p.Objects == 0, len(p.Values) == 0, "an object or a value")
			assert.Equal(t, p.Objects == 0, p.Inverse == "", "an inverse only for an object")
			assert.Equal(t, slices.Contains(p.Values, graph.UndisclosedValue), p.Hidden != "", "words for what is kept back")
			assert.Equal(t, slices.Contains(p.Values, graph.QuantityValue), p.Unit != "", "a unit for a bare number")
		})
	}
}

func TestRowFlagsFitTogether(t *testing.T) {
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			if p.Symmetric {
				assert.Equal(t, p.Subjects, p.Objects, "ends of a symmetric claim change places")
				assert.Equal(t, p.Label, p.Inverse)
				assert.Empty(t, p.Deed, "nobody acts on the other")
			}
			if p.Objects == 0 {
				assert.False(t, p.Walkable || p.Symmetric || p.Shares, "a value leads nowhere")
				assert.Equal(t, graph.NobodySpeaks, p.SpeaksFor)
				assert.Equal(t, graph.SubjectEnd, p.Accused)
				assert.NotEqual(t, graph.WithOfficial, p.Accusatory)
			}
			if p.Figure {
				assert.True(t, p.Functional, "two numbers of one thing on one day are a conflict")
			}
			if p.Act {
				assert.Equal(t, graph.NeverAccusatory, p.Accusatory, "nobody is an authority on accusations by default")
			}
		})
	}
}

var placeholder = regexp.MustCompile(`\{([a-z]+)\}`)

func TestRowTemplatesNameOnlyWhatTheClaimHas(t *testing.T) {
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			require.True(t, strings.HasPrefix(p.Clause, "{s} "), p.Clause)
			known := []string{"s", "o"}
			for _, rule := range p.Qualifiers {
				known = append(known, rule.Name)
				bracketed := regexp.MustCompile(`\[[^\]]*\{` + rule.Name + `\}[^\]]*\]`).MatchString(p.Clause)
				assert.Contains(t, p.Clause, "{"+rule.Name+"}", "every identifying detail is said")
				assert.NotEqual(t, rule.Required, bracketed, "only what may be missing may be left out")
			}
			for _, template := range []string{p.Clause, p.Infinitive, p.Perfect, p.Deed} {
				for _, m := range placeholder.FindAllStringSubmatch(template, -1) {
					assert.Contains(t, known, m[1], template)
				}
			}
			assert.Contains(t, p.Clause, "{o}")
			assert.Contains(t, p.Infinitive, "{o}")
			assert.NotContains(t, p.Infinitive, "{s}")
		})
	}
}

func TestRowQualifierWordsMatchTheirValues(t *testing.T) {
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			seen := map[string]bool{}
			for _, rule := range p.Qualifiers {
				assert.False(t, seen[rule.Name])
				seen[rule.Name] = true
				assert.Len(t, rule.Words, len(rule.Values))
			}
		})
	}
}

func TestRowNamesOfOtherStandardsExist(t *testing.T) {
	ftm := []string{
		"", "Ownership", "Directorship", "Employment", "Occupancy", "Membership", "Representation", "Family", "Associate",
		"UnknownLink", "Succession", "Identification", "Person:citizenship", "LegalEntity:jurisdiction", "LegalEntity:sector",
		"Thing:name", "Thing:address", "Thing:addressEntity", "Thing:country", "Sanction:entity", "Sanction:authority",
		"Sanction:program", "Sanction:provisions", "Sanction:reason",
	}
	bods := []string{"", "shareholding", "otherInfluenceOrControl", "seniorManagingOfficial"}
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			assert.Contains(t, ftm, p.FtM)
			assert.Contains(t, bods, p.BODS)
		})
	}
}

func TestOnlyTiesBetweenBodiesAndPeopleAreWalkable(t *testing.T) {
	nowhere := graph.KindsOf(graph.Office, graph.Sector, graph.Country, graph.Region, graph.City, graph.Measure)
	for _, p := range table() {
		t.Run(p.Name, func(t *testing.T) {
			if p.Walkable {
				assert.NotZero(t, p.Subjects&^nowhere)
				assert.NotZero(t, p.Objects&^nowhere)
			}
		})
	}
}

func TestTheTableCannotBeChangedThroughAVocabulary(t *testing.T) {
	rows := []graph.Predicate{{Name: "A"}, {Name: "B"}}
	v, err := graph.NewVocabulary(rows)
	require.NoError(t, err)
	rows[0].Name = "C"
	p, err := v.Predicate("A")
	require.NoError(t, err)
	assert.Equal(t, "A", p.Name)
}

func TestTwoRowsOfOneNameAreAConflict(t *testing.T) {
	_, err := graph.NewVocabulary([]graph.Predicate{{Name: "A"}, {Name: "A"}})
	require.ErrorIs(t, err, graph.ErrConflict)
}

func TestAnUnknownPredicateNamesWhatIsNear(t *testing.T) {
	v := graph.StandardVocabulary()
	for name, near := range map[string]string{"COOPERATE_WITH": "COOPERATES_WITH", "owns": "OWNS", "RISK": "POSES_RISK_TO"} {
		_, err := v.Predicate(name)
		require.ErrorIs(t, err, graph.ErrInvalid)
		require.ErrorContains(t, err, near)
	}
	_, err := v.Predicate("")
	require.ErrorIs(t, err, graph.ErrInvalid)
}
