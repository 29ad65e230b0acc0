package model

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
)

// PageInfo says where a page ends.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Truncation says which bound cut an answer.
type Truncation struct {
	Reason TruncationReason
	Limit  int
}

// connection is one page of a relation.
type connection struct {
	owner  Place
	result *graph.Result
	page   *graph.Page
	later  bool // the page is none of the first: `after` was given
}

// page is the page that the field read.
func page(ctx context.Context, p Place) connection {
	result, rows := p.step(ctx)
	given := graphql.GetFieldContext(ctx).Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	return connection{owner: p, result: result, page: rows, later: given["after"] != nil}
}

// row is where a row is shown, at the connection itself.
func (c connection) row(i int) Place { return c.owner.at(c.result, c.page.Rows[i]) }

// PageInfo says where the page ends.
func (c connection) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.page.More, HasPreviousPage: c.later}
	if n := len(c.page.Rows); n > 0 {
		first, last := c.row(0).Cursor(), c.row(n-1).Cursor()
		info.StartCursor, info.EndCursor = &first, &last
	}
	return info
}

// TotalCount is how many rows there are on all pages; nil when that was not asked for, or was cut.
func (c connection) TotalCount() *int { return c.page.Total }

// Truncated says which bound cut the rows, if any did.
func (c connection) Truncated() *Truncation { return truncation(c.page.Cut) }

func truncation(cut *graph.Cut) *Truncation {
	if cut == nil {
		return nil
	}
	return &Truncation{Reason: TruncationReason(cut.Reason), Limit: cut.Limit}
}

// rows shows every row of a page one response key further down.
func rows[V any](ctx context.Context, c connection, show func(Place) V) []V {
	shown := make([]V, len(c.page.Rows))
	for i := range c.page.Rows {
		shown[i] = show(c.row(i).under(ctx))
	}
	return shown
}

// through shows for every row of a page what the field reads below it.
func through[V any](ctx context.Context, c connection, show func(Place) V) []V {
	shown := make([]V, len(c.page.Rows))
	for i := range c.page.Rows {
		shown[i] = one(ctx, c.row(i), show)
	}
	return shown
}

// Cursor is the opaque place of a row in its list.
func (p Place) Cursor() string {
	return EncodeCursor(p.cursor, Pin{Revision: p.view.Stamp().Revision, At: p.view.At, PublicAt: p.view.PublicAt})
}
