package neo4jstore

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

// edge stands in the picture for all types of relationships between entities.
const edge = "Entity EDGE Entity"

// picture has the properties of each label, and of each relationship as "From TYPE To".
type picture map[string]map[string]bool

func (p picture) add(what string, properties ...string) {
	if p[what] == nil {
		p[what] = map[string]bool{}
	}
	for _, name := range properties {
		p[what][name] = true
	}
}

// documented reads the two tables of docs/neo4j.md.
func documented(t *testing.T) picture {
	t.Helper()
	page, err := os.ReadFile("../../docs/neo4j.md")
	require.NoError(t, err)
	drawn, quoted := picture{}, regexp.MustCompile("`([^`]+)`")
	names := func(cell string) (all []string) {
		for _, found := range quoted.FindAllStringSubmatch(cell, -1) {
			all = append(all, found[1])
		}
		return all
	}
	rows := func(head string) (all [][]string) {
		_, table, found := strings.Cut(string(page), head)
		require.True(t, found, head)
		table, _, _ = strings.Cut(table, "\n\n")
		for line := range strings.Lines(table) {
			all = append(all, strings.Split(strings.Trim(line, "| \n"), "|"))
		}
		return all
	}
	for _, row := range rows("| node | what it is | properties |\n|---|---|---|\n") {
		require.Len(t, row, 3)
		drawn.add(names(row[0])[0], names(row[2])...)
	}
	for _, row := range rows("| relationship | from | to | properties |\n|---|---|---|---|\n") {
		require.Len(t, row, 4)
		from, to := names(row[1])[0], names(row[2])[0]
		if from == to {
			drawn.add(edge, names(row[3])...)
			continue
		}
		for _, name := range names(row[0]) {
			drawn.add(from+" "+name+" "+to, names(row[3])...)
		}
	}
	return drawn
}

// pictureOf reads the picture from a database. Of an entity's labels only Entity counts.
func pictureOf(t *testing.T, s *Store) picture {
	t.Helper()
	seen := picture{}
	for _, row := range told(t, s, `MATCH (n) WITH CASE WHEN n:Entity THEN 'Entity' ELSE labels(n)[0] END AS what, keys(n) AS names
		RETURN what, COLLECT { UNWIND names AS name RETURN name } UNION
		MATCH (a)-[r]->(b) WITH CASE WHEN a:Entity AND b:Entity THEN $edge ELSE
			CASE WHEN a:Entity THEN 'Entity' ELSE labels(a)[0] END + ' ' + type(r) + ' ' + CASE WHEN b:Entity THEN 'Entity' ELSE labels(b)[0] END
			END AS what, keys(r) AS names
		RETURN what, COLLECT { UNWIND names AS name RETURN name }`, map[string]any{"edge": edge}) {
		what, _ := row[0].(string)
		seen.add(what)
		for _, name := range wordsOf(row[1]) {
			seen.add(what, name)
		}
	}
	return seen
}

// TestPictureHasAllThatIsThere holds the tables of docs/neo4j.md to a database with the reference case, an open load and a restored
// history: every label, relationship and property stands there, and none that is not in the database.
func TestPictureHasAllThatIsThere(t *testing.T) {
	neo4jtest.Need(t)
	s := emptyStore(t)
	_, err := seed.Load(t.Context(), graph.NewService(s, graph.Options{}), kaspersky.Files, kaspersky.PackFile)
	require.NoError(t, err)
	loadInto(t, s, operationOf("page"), append(aPage(1, "a", "b"),
		&graph.Assertion{ID: "taken back", Claim: "tie-1", Speaker: "a", Stance: graph.Retracts, Target: "ast-1"},
		&graph.EntityState{Entity: "ent_kaspersky", Name: "Kaspersky, otherwise", FirstDay: graph.MaxDay})...)
	require.NoError(t, s.settleWrites(t.Context()))
	told(t, s, `MERGE (l:MigrationLock {id: 1}) SET l.owner = 'a process', l.lease = 0
		CREATE (:Restored {op: 'import', digest: $digest, rev: 1})`, map[string]any{"digest": []byte{1}}) // as by an import
	assert.Equal(t, documented(t), pictureOf(t, s))
}
