package neo4jstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// ListDocuments gives for each owner its documents by id; without owners one list of all.
func (r *reader) ListDocuments(ctx context.Context, q graph.DocumentQuery) ([][]*graph.DocumentRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	if len(q.Owners) == 0 {
		all, err := r.allDocuments(ctx, q)
		return [][]*graph.DocumentRow{all}, err
	}
	limit := part{name: "limit"}
	if q.Limit > 0 {
		limit.text = "LIMIT $limit"
	}
	read, rows, err := r.documentsListed(ctx, &q, q.Limit, statement("list_documents_owners", ofDocuments(&q), limit, documentRowColumns()))
	if err != nil {
		return nil, err
	}
	lists := make([][]*graph.DocumentRow, len(q.Owners))
	for i, row := range rows {
		lists[read[i].owner] = append(lists[read[i].owner], row)
	}
	return lists, nil
}

// allDocuments reads pages until there are as many as the query allows.
func (r *reader) allDocuments(ctx context.Context, q graph.DocumentQuery) ([]*graph.DocumentRow, error) {
	text := statement("list_documents_all", ofDocuments(&q), documentRowColumns())
	var found []*graph.DocumentRow
	for {
		wanted := idsAtOnce
		if q.Limit > 0 {
			wanted = min(wanted, q.Limit-len(found))
		}
		_, rows, err := r.documentsListed(ctx, &q, wanted, text)
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
		if len(rows) < wanted || len(found) == q.Limit {
			return found, nil
		}
		q.After = rows[len(rows)-1].ID
	}
}

// documentsListed runs a listing and gives its rows by owner, then by id.
func (r *reader) documentsListed(
	ctx context.Context, q *graph.DocumentQuery, limit int, text string,
) ([]documentCells, []*graph.DocumentRow, error) {
	read, err := collected(ctx, r.store.conn, scanDocument, text, map[string]any{
		"rev": r.rev, "owners": q.Owners, "language": q.Language, "publisher": q.Publisher, "after": q.After, "limit": limit,
	})
	if err != nil {
		return nil, nil, err
	}
	slices.SortFunc(read, func(a, b documentCells) int { return cmp.Or(cmp.Compare(a.owner, b.owner), cmp.Compare(a.id, b.id)) })
	rows, err := r.store.documentRows(ctx, read)
	return read, rows, err
}

// ofDocuments restricts documents d.
func ofDocuments(q *graph.DocumentQuery) part {
	restricted := part{name: "restricted"}
	if q.Language != "" {
		restricted.text += " AND d.language = $language"
	}
	if q.Publisher != "" {
		restricted.text += " AND d.publisher = $publisher"
	}
	return restricted
}
