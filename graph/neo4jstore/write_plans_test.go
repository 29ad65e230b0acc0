package neo4jstore

import (
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// writingStatements are all statements of the writing part, by name, with every section and all types of edges.
func writingStatements() map[string]string {
	full := newRows()
	for _, section := range sections() {
		full.add(section)
	}
	for _, r := range relationships() {
		full.types[r.name] = true
	}
	all := map[string]string{}
	for _, name := range []string{
		"head", "settle", "publish", "lookup", "load_open", "publish_stamp", "publish_load", "publish_marks", "abandon_take", "abandon_end",
	} {
		all[name] = statement(name)
	}
	for _, name := range []string{"write_update", "write_load"} {
		all[name] = statement(name, part{"sections", full.text()})
	}
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

// operators are those of a plan, each with its details.
func operators(p neo4j.Plan) []string {
	details, _ := p.Arguments()["Details"].(string)
	all := []string{strings.TrimSuffix(p.Operator(), "@neo4j") + " " + details}
	for _, child := range p.Children() {
		all = append(all, operators(child)...)
	}
	return all
}

// TestWritingStatements_StandOnIndexes explains every statement on an empty database, where the planner knows least: none of them
// may read all nodes, or all of a label but those by which a load is abandoned, of which there are few.
func TestWritingStatements_StandOnIndexes(t *testing.T) {
	s := emptyStore(t)
	require.NoError(t, s.ensure(t.Context()))
	for name, text := range writingStatements() {
		for _, operator := range operators(planOf(t, s, text)) {
			assert.False(t, strings.HasPrefix(operator, "AllNodesScan"), "%s: %s", name, operator)
			if !strings.Contains(operator, ":Restated") {
				assert.NotContains(t, operator, "LabelScan", name)
				assert.NotContains(t, operator, "RelationshipTypeScan", name)
			}
			assert.NotContains(t, operator, "CartesianProduct", name)
			t.Log(name, operator)
		}
	}
}
