package graph

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// accusations is the table of testdata/accusatory.txt.
type accusations struct {
	predicates map[string]string     // class by predicate
	kinds      map[EntityKind]string // class by kind
	accuses    map[[3]string]bool    // by class of predicate and of both ends
}

func readAccusations(t *testing.T) accusations {
	t.Helper()
	data, err := os.ReadFile("testdata/accusatory.txt")
	require.NoError(t, err)
	table := accusations{map[string]string{}, map[EntityKind]string{"": "value"}, map[[3]string]bool{}}
	for line := range strings.Lines(string(data)) {
		words := strings.Fields(line)
		switch words[0] {
		case "predicates":
			for _, name := range words[2:] {
				table.predicates[name] = words[1]
			}
		case "kinds":
			for _, kind := range words[2:] {
				table.kinds[EntityKind(kind)] = words[1]
			}
		case "accuses":
			table.accuses[[3]string{words[1], words[2], words[3]}] = words[4] == "yes"
			table.accuses[[3]string{words[1], words[3], words[2]}] = words[4] == "yes"
		}
	}
	return table
}

// pairs are the ends that a row allows; a value is no kind.
func (p *Predicate) pairs() []ends {
	var out []ends
	for _, subject := range p.Subjects.List() {
		if p.Objects == 0 {
			out = append(out, ends{subject, ""})
		}
		for _, object := range (p.Objects | p.GroupObjects).List() {
			out = append(out, ends{subject, object})
		}
	}
	return out
}

func TestClaimsAccuseAsTheDomainSays(t *testing.T) {
	table, used := readAccusations(t), map[[3]string]bool{}
	for _, p := range StandardVocabulary().Predicates() {
		class := table.predicates[p.Name]
		if class == "" {
			class = "other"
		}
		for _, e := range p.pairs() {
			row := [3]string{class, table.kinds[e.subject], table.kinds[e.object]}
			want, known := table.accuses[row]
			require.True(t, known, "%s %v", p.Name, row)
			assert.Equal(t, want, p.accusatory(e), "%s from %s to %s", p.Name, e.subject, e.object)
			used[row], used[[3]string{row[0], row[2], row[1]}] = true, true
		}
	}
	for row := range table.accuses {
		assert.True(t, used[row], "no claim can be %v", row)
	}
}

func TestEveryKindHasAClass(t *testing.T) {
	table := readAccusations(t)
	for _, k := range EntityKinds() {
		assert.NotEmpty(t, table.kinds[k], k)
	}
	for name := range table.predicates {
		_, err := StandardVocabulary().Predicate(name)
		require.NoError(t, err)
	}
}

func TestWhoIsAccused(t *testing.T) {
	for _, test := range []struct {
		predicate       string
		subject, object EntityKind
		want            string // the ends that are accused
	}{
		{"SPIED_FOR", Person, IntelligenceService, "subject"},
		{"DIRECTED_BY", Company, Government, "subject"},
		{"SUBJECT_TO", CorporateGroup, Government, "subject"},
		{"SHARES_DATA_WITH", CorporateGroup, Agency, "subject"},
		{"POSES_RISK_TO", CorporateGroup, Country, "subject"},
		{"CONDUCT", CorporateGroup, "", "subject"},
		{"EXPLOITED_BY", CorporateGroup, Government, "object"}, // it is the exploiter that does wrong
		{"CONTROLS", Government, Company, "object"},
		{"EMPLOYS", IntelligenceService, Person, "object"},
		{"OWNS", IntelligenceService, Company, "object"},
		{"PART_OF", RegionalUnit, IntelligenceService, "subject"},
		{"MEMBER_OF", Person, IntelligenceService, "subject"},
		{"COOPERATES_WITH", Company, IntelligenceService, "subject"},
		{"COOPERATES_WITH", IntelligenceService, Company, "object"},
		{"LINKED_TO", Agency, Person, "object"},
		{"LINKED_TO", Person, Company, "subject object"},
		{"LINKED_TO", Agency, Government, "subject object"},
	} {
		p, err := StandardVocabulary().Predicate(test.predicate)
		require.NoError(t, err)
		e := ends{test.subject, test.object}
		require.Contains(t, p.pairs(), e, test.predicate)
		c := &Claim{Subject: "ent_s", Predicate: p.Name}
		if test.object != "" {
			c.Object = "ent_o"
		}
		var accused []string
		for end, id := range []EntityID{"ent_s", "ent_o"} {
			if p.accused(c, e, id) {
				accused = append(accused, []string{"subject", "object"}[end])
			}
		}
		assert.Equal(t, test.want, strings.Join(accused, " "), "%s %v", test.predicate, e)
		assert.False(t, p.accused(c, e, "ent_stranger"))
	}
}
