package neo4jstore

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// frontierAtOnce is how many entities of a frontier are expanded by one statement.
const frontierAtOnce = 1000

// Expand yields the edges of every entity of the frontier that pass the filter.
func (r *reader) Expand(ctx context.Context, q graph.ExpandQuery) iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		for first := 0; first < len(q.Frontier); first += frontierAtOnce {
			part := q.Frontier[first:min(first+frontierAtOnce, len(q.Frontier))]
			edges, _, err := r.expand(ctx, &q, part, nil)
			if err != nil {
				yield(graph.Edge{}, err)
				return
			}
			for _, i := range orderOf(edges) {
				edges[i].Position += first
				if !yield(edges[i], nil) {
					return
				}
			}
		}
	}
}

// expand reads all edges of a part of the frontier, and the rows of their far ends and of the entities near.
func (r *reader) expand(
	ctx context.Context, q *graph.ExpandQuery, frontier, near []graph.EntityID,
) ([]graph.Edge, map[graph.EntityID]*graph.EntityRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, nil, err
	}
	defer done()
	text, params := expansion(q)
	if text == "" {
		return nil, nil, nil
	}
	params["frontier"], params["near"], params["rev"] = textsOf(frontier), textsOf(near), r.rev
	records, err := r.store.conn.read(ctx, text, params)
	if err != nil {
		return nil, nil, err
	}
	if len(records) != 1 || len(records[0]) != 2 {
		return nil, nil, fmt.Errorf("%d records where one of edges and entities is read: %w", len(records), graph.ErrUnavailable)
	}
	edges, err := scanList(records[0][0], func(c *cells) graph.Edge { return scanEdge(c, frontier) })
	if err != nil {
		return nil, nil, err
	}
	rows, err := r.addFarRows(ctx, edges, records[0][1])
	return edges, rows, err
}

// expansion is the statement that expands a frontier, with its parameters but frontier, near and rev; no statement when no edge can pass.
func expansion(q *graph.ExpandQuery) (string, map[string]any) {
	params := map[string]any{}
	match, may := matchEdges(&q.Filter, q.After, params)
	if !may {
		return "", nil
	}
	if q.Limit > 0 {
		params["limit"] = q.Limit
		return match.in(expandPage()), params
	}
	return match.in(expandAll()), params
}

var (
	expandAll  = sync.OnceValue(func() edgeText { return expandText("expand_all") })
	expandPage = sync.OnceValue(func() edgeText { return expandText("expand_page") })
)

func expandText(edges string) edgeText {
	return cutEdgeText(statement("expand", part{"edges", statement(edges)}, entityRowColumns()))
}

func scanEdge(c *cells, frontier []graph.EntityID) graph.Edge {
	e := graph.Edge{Position: int(c.integer()), Direction: directionOf(c.flag())}
	if e.Position < 0 || e.Position >= len(frontier) {
		c.fail(fmt.Errorf("an edge of entity %d of %d: %w", e.Position, len(frontier), graph.ErrUnavailable))
		return e
	}
	e.Near, e.Far, e.Claim = frontier[e.Position], graph.EntityID(c.text()), graph.ClaimID(c.text())
	c.relationship(&e)
	e.Stretch.From, e.Stretch.To, e.Stretch.Standing, e.Stretch.Contested = c.day(), c.day(), graph.Standing(c.text()), c.flag()
	e.Stretch.ShareMin, e.Stretch.ShareMax, e.Stretch.Certain = graph.Share(c.integer()), graph.Share(c.integer()), c.runs()
	return e
}

// relationship reads the type of an edge, then what this leaves open: a predicate that is not in the table, a modality that is not
// FACT.
func (c *cells) relationship(e *graph.Edge) {
	name := c.text()
	r, ok := relationshipsByName()[name]
	if !ok {
		c.fail(fmt.Errorf("an edge of type %q: %w", name, graph.ErrUnavailable))
		return
	}
	e.Predicate, e.Modality, e.Stretch.Tier = c.text(), graph.Modality(c.text()), r.tier
	if r.predicate != otherTie {
		e.Predicate = r.predicate
	}
	if r.fact {
		e.Modality = graph.Fact
	}
}

func directionOf(out bool) graph.Direction {
	if out {
		return graph.Out
	}
	return graph.In
}

// addFarRows gives each edge its far entity's row, which all edges to that entity share, out of a list of rows.
func (r *reader) addFarRows(ctx context.Context, edges []graph.Edge, list any) (map[graph.EntityID]*graph.EntityRow, error) {
	read, err := scanList(list, scanEntityRow)
	if err != nil {
		return nil, err
	}
	rows, err := r.store.entityRows(ctx, read)
	if err != nil {
		return nil, err
	}
	for i := range edges {
		if edges[i].FarRow = rows[edges[i].Far]; edges[i].FarRow == nil {
			return nil, fmt.Errorf("entity %s, at the end of %s, is not on file: %w", edges[i].Far, edges[i].Claim, graph.ErrUnavailable)
		}
	}
	return rows, nil
}

// orderOf gives the places of edges in the order in which they are yielded. Edges are large, places are not.
func orderOf(edges []graph.Edge) []int32 {
	order := make([]int32, len(edges))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return compareEdges(&edges[a], &edges[b]) })
	return order
}

func compareEdges(a, b *graph.Edge) int {
	return cmp.Or(cmp.Compare(a.Position, b.Position), strings.Compare(a.Predicate, b.Predicate), strings.Compare(string(a.Far), string(b.Far)),
		strings.Compare(string(a.Claim), string(b.Claim)), cmp.Compare(a.Stretch.From, b.Stretch.From))
}
