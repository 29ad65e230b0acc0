package neo4jstore

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// entityCells are the columns of an entity's row.
type entityCells struct {
	id                                      string
	rev                                     int64
	kind, specificity, caption, more, named string
	degree, firstDay                        int64
}

// entityRowColumns is the expression, over an entity e and the parameter rev, that scanEntityRow scans: the entity with its state
// at that revision.
func entityRowColumns() part { return part{"row", statement("entities_row")} }

func scanEntityRow(c *cells) entityCells {
	return entityCells{
		id: c.text(), rev: c.integer(), kind: c.text(), specificity: c.text(), caption: c.text(), more: c.text(),
		named: c.text(), degree: c.integer(), firstDay: c.integer(),
	}
}

// Entities gives the rows of the ids that are on file.
func (r *reader) Entities(ctx context.Context, ids []graph.EntityID) (map[graph.EntityID]*graph.EntityRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return inChunks(ids, func(ids []graph.EntityID) (map[graph.EntityID]*graph.EntityRow, error) {
		rows, err := collected(ctx, r.store.conn, scanEntityRow, statement("entities", entityRowColumns()),
			map[string]any{"ids": ids, "rev": r.rev})
		if err != nil {
			return nil, err
		}
		return r.store.entityRows(ctx, rows)
	})
}

// entityRows makes rows of their cells, by id.
func (s *Store) entityRows(ctx context.Context, rows []entityCells) (map[graph.EntityID]*graph.EntityRow, error) {
	revs := make([]int64, len(rows))
	for i := range rows {
		revs[i] = rows[i].rev
	}
	stamps, err := s.stampsOf(ctx, revs)
	if err != nil {
		return nil, err
	}
	found := make(map[graph.EntityID]*graph.EntityRow, len(rows))
	for i := range rows {
		row, err := rows[i].row(stamps)
		if err != nil {
			return nil, err
		}
		found[row.ID] = row
	}
	return found, nil
}

func (e *entityCells) row(stamps map[int64]graph.Stamp) (*graph.EntityRow, error) {
	row := &graph.EntityRow{Stamp: stamps[e.rev]}
	if e.more != "" {
		if err := readJSON(e.more, &row.Entity); err != nil {
			return nil, fmt.Errorf("entity %s: %w", e.id, err)
		}
	}
	row.ID, row.Kind, row.Specificity, row.Caption = graph.EntityID(e.id), graph.EntityKind(e.kind), graph.Specificity(e.specificity), e.caption
	row.State = graph.EntityState{Entity: row.ID, Name: e.named, Degree: int(e.degree), FirstDay: graph.Day(e.firstDay)}
	return row, nil
}

// readJSON reads a record, or a part of one, that was written as JSON.
func readJSON(text string, into any) error {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("a record cannot be read: %w (%w)", graph.ErrUnavailable, err)
	}
	return nil
}
