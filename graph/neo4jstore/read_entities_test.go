package neo4jstore

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestEntities_HaveTheStateOfTheRevision(t *testing.T) {
	s := emptyStore(t)
	group := &graph.Entity{
		ID: "ent_group", Kind: graph.Agency, Specificity: graph.Group, Caption: "Units", Anchor: "doc_1", AgencyKind: graph.Force,
		Count: &graph.Quantity{Min: "2", Max: "5"},
	}
	putOnFile(t, s, company(1), group)
	for rev := 2; rev <= 4; rev++ {
		putOnFile(t, s, &graph.EntityState{Entity: company(1).ID, Name: fmt.Sprint("Name ", rev), Degree: rev, FirstDay: graph.Day(rev)})
	}
	for rev := graph.Revision(1); rev <= 4; rev++ {
		rows, err := readerOf(t, s, rev).Entities(t.Context(), []graph.EntityID{company(1).ID, "ent_none", group.ID, company(1).ID})
		require.NoError(t, err)
		require.Len(t, rows, 2)
		row := rows[company(1).ID]
		assert.Equal(t, *company(1), row.Entity)
		assert.EqualValues(t, 1, row.Stamp.Revision)
		want := graph.EntityState{Entity: company(1).ID, Name: company(1).Caption, FirstDay: graph.MaxDay}
		if rev > 1 {
			want.Name, want.Degree, want.FirstDay = fmt.Sprint("Name ", rev), int(rev), graph.Day(rev)
		}
		assert.Equal(t, want, row.State, "at revision %d", rev)
		assert.Equal(t, *group, rows[group.ID].Entity)
		assert.Equal(t, group.Caption, rows[group.ID].State.Name)
	}
}

func TestEntityRow_ThatCannotBeRead(t *testing.T) {
	t.Parallel()
	broken := entityCells{id: "ent_1", more: `{"count":`}
	_, err := broken.row(nil)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "ent_1")
	s := &Store{stamps: newStamps()}
	_, err = s.entityRows(t.Context(), []entityCells{broken})
	require.ErrorIs(t, err, graph.ErrUnavailable)
}

func TestScans_KeepTheirError(t *testing.T) {
	t.Parallel()
	for name, scan := range map[string]func(c *cells){
		"an entity of a page": func(c *cells) { scanPlacedEntity(c) },
		"a document":          func(c *cells) { scanDocument(c) },
		"a judgement":         func(c *cells) { scanJudgement(c) },
		"a competence":        func(c *cells) { scanCompetence(c) },
		"a layer":             func(c *cells) { scanLayer(c) },
		"a line of the log":   func(c *cells) { scanLogLine(c) },
		"a stamp":             func(c *cells) { scanStamp(c) },
	} {
		for _, values := range [][]any{{}, {int64(1), int64(2), "{"}, {"sort", []any{int64(7)}}, {int64(1), []any{"doc", "no number"}}} {
			c := &cells{values: values}
			scan(c)
			require.ErrorIs(t, c.err, graph.ErrUnavailable, "%s of %v", name, values)
		}
	}
}
