package neo4jstore

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// competenceRead is a body's competence table with the revision that gave it.
type competenceRead struct {
	rev   int64
	table *graph.BodyCompetence
}

// Competence gives the rows of each body that was ever given any; with no bodies, of all.
func (r *reader) Competence(ctx context.Context, bodies []graph.EntityID) (map[graph.EntityID][]graph.Competence, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	if len(bodies) == 0 {
		if bodies, err = r.bodiesWithCompetence(ctx); err != nil {
			return nil, err
		}
	}
	return inChunks(bodies, func(bodies []graph.EntityID) (map[graph.EntityID][]graph.Competence, error) {
		tables, err := collected(ctx, r.store.conn, scanCompetence, statement("competence", competenceRow()),
			map[string]any{"bodies": bodies, "rev": r.rev})
		return competenceOf(tables), err
	})
}

// competenceRow is the expression, over the id of a body and the parameter rev, that scanCompetence scans.
func competenceRow() part { return part{"competence", statement("competence_row")} }

func competenceOf(tables []competenceRead) map[graph.EntityID][]graph.Competence {
	found := make(map[graph.EntityID][]graph.Competence, len(tables))
	for _, c := range tables {
		found[c.table.Body] = c.table.Rows
	}
	return found
}

func (r *reader) bodiesWithCompetence(ctx context.Context) ([]graph.EntityID, error) {
	return collected(ctx, r.store.conn, func(c *cells) graph.EntityID { return graph.EntityID(c.text()) },
		statement("competence_bodies"), map[string]any{"rev": r.rev})
}

func scanCompetence(c *cells) competenceRead {
	read := competenceRead{table: &graph.BodyCompetence{Body: graph.EntityID(c.text())}, rev: c.integer()}
	if err := readJSON(c.text(), &read.table.Rows); err != nil {
		c.fail(err)
	}
	return read
}
