package neo4jstore

import (
	"regexp"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// writingStatements are all statements of the writing part, by name; that of a revision once for each section.
func writingStatements() map[string]string {
	all := map[string]string{}
	for _, name := range []string{
		"head", "settle", "publish", "load_open", "publish_stamp", "publish_load", "publish_marks", "load_take", "load_token", "abandon_end",
	} {
		all[name] = statement(name)
	}
	for _, c := range newFiled().columns() {
		all["lookup "+c.name] = columnsText([]column{c})
	}
	for _, section := range sections() {
		all["write_update "+section] = statement("write_update", part{"sections", sectionText(section)})
	}
	all["write_load"], all["write_load_terms"] = statement("write_load"), statement("write_load_terms")
	for _, name := range []string{"abandon_changes", "abandon_marks", "abandon_revisions"} {
		all[name] = statement("abandon_step", part{"removal", statement(name, part{"types", allTypes()})})
	}
	return all
}

// planOf explains a statement.
func planOf(t *testing.T, s *Store, text string) neo4j.Plan {
	t.Helper()
	session := s.conn.driver.NewSession(t.Context(), neo4j.SessionConfig{})
	defer func() { require.NoError(t, session.Close(t.Context())) }()
	result, err := session.Run(t.Context(), "EXPLAIN "+text, nil)
	require.NoError(t, err, text)
	summary, err := result.Consume(t.Context())
	require.NoError(t, err, text)
	return summary.Plan()
}

// operators are those of a plan, each with the first of its details. They are read from the server's table: the driver's own form of
// a plan has only the last branch of an operator, as often as there are branches.
func operators(p neo4j.Plan) []string {
	table, _ := p.Arguments()["string-representation"].(string)
	row := regexp.MustCompile(`(?m)^\|[| ]*\+([^|]+?) *\| *\d+ \| *([^|]*?) *\|`)
	var all []string
	for _, found := range row.FindAllStringSubmatch(table, -1) {
		all = append(all, found[1]+" "+found[2])
	}
	return all
}

// TestWritingStatements_StandOnIndexes explains every statement on an empty database, where the planner knows least: none of them
// may read all nodes, or all of a label but those by which a load is abandoned, of which there are few.
func TestWritingStatements_StandOnIndexes(t *testing.T) {
	s := emptyStore(t)
	require.NoError(t, s.ensure(t.Context()))
	for name, text := range writingStatements() {
		all := operators(planOf(t, s, text))
		require.NotEmpty(t, all, name)
		for _, operator := range all {
			assert.False(t, strings.HasPrefix(operator, "AllNodesScan"), "%s: %s", name, operator)
			if !strings.Contains(operator, ":Restated") {
				assert.NotContains(t, operator, "LabelScan", name)
				assert.NotContains(t, operator, "RelationshipTypeScan", name)
			}
			if strings.Contains(operator, "OWNS") {
				assert.Contains(t, operator, "Expand(Into)", "%s: edges are found from the end that has fewer", name)
			}
			if name != "head" {
				for _, property := range []string{"rev", "published", "load", "loadToken", "fence"} {
					assert.NotContains(t, operator, "cache[c."+property+"]", "%s: the clock is read before its lock is held", name)
				}
			}
		}
	}
}
