package neo4jstore

import (
	"context"
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

var _ graph.RowReader = (*reader)(nil)

// Rows gives rows of several kinds by one statement, and of claims about which assertions are wanted what is read next.
func (r *reader) Rows(ctx context.Context, keys graph.Keys) (*graph.Rows, error) {
	if keys.Edges != nil {
		return r.rowsAndEdges(ctx, keys)
	}
	if !worthOne(&keys) {
		return graph.ReadKinds(ctx, r, keys)
	}
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	records, err := r.store.conn.read(ctx, rowsText(), map[string]any{
		"entities": keys.Entities, "claims": keys.Claims, "assertions": keys.Assertions, "documents": keys.Documents, "layers": keys.Layers,
		"bodies": keys.Bodies, "about": keys.About, "targets": keys.Targets, "judged": keys.Judged,
		"rev": r.rev, "most": graph.LongList + 1,
	})
	if err != nil {
		return nil, err
	}
	if len(records) != 1 {
		return nil, fmt.Errorf("%d records where one of rows is read: %w", len(records), graph.ErrUnavailable)
	}
	record := &rowsRecord{cells: cells{values: records[0]}, store: r.store, rows: &graph.Rows{Of: keys}}
	return record.read(ctx)
}

// rowsAndEdges reads a page of edges by one statement with the entities that are asked for, where these are all that is.
func (r *reader) rowsAndEdges(ctx context.Context, keys graph.Keys) (*graph.Rows, error) {
	q := keys.Edges
	text, _ := expansion(q)
	if text == "" || !keys.EntitiesOnly() || len(q.Frontier) > frontierAtOnce || len(keys.Entities) > idsAtOnce {
		return graph.ReadKinds(ctx, r, keys)
	}
	edges, near, err := r.expand(ctx, q, q.Frontier, keys.Entities)
	if err != nil {
		return nil, err
	}
	rows := &graph.Rows{Of: keys, Entities: map[graph.EntityID]*graph.EntityRow{}, Edges: make([][]graph.Edge, len(q.Frontier))}
	for _, id := range keys.Entities {
		if near[id] != nil {
			rows.Entities[id] = near[id]
		}
	}
	for _, i := range orderOf(edges) {
		e := &edges[i]
		rows.Edges[e.Position] = append(rows.Edges[e.Position], *e)
	}
	return rows, nil
}

// worthOne says whether one statement for all kinds does better than one for each: not for a single kind, nor when it would read more
// than a record should hold.
func worthOne(k *graph.Keys) bool {
	kinds := 0
	for _, n := range []int{len(k.Entities), len(k.Claims), len(k.Assertions), len(k.Documents), len(k.Bodies), len(k.Targets), len(k.Judged)} {
		if n > idsAtOnce {
			return false
		}
		kinds += min(n, 1)
	}
	return len(k.Layers) <= layersAtOnce && len(k.About) <= ownersAtOnce && (len(k.About) > 0 || kinds+min(len(k.Layers), 1) > 1)
}

func rowsText() string {
	return statement("rows", append(claimParts(), assertionRow(), competenceRow(),
		part{"entity", entityRowColumns().text}, part{"document", documentRowColumns().text})...)
}

// rowsRecord reads the lists of a record of rows in turn, and notes of which keys they are.
type rowsRecord struct {
	cells
	store *Store
	rows  *graph.Rows
}

func (r *rowsRecord) read(ctx context.Context) (*graph.Rows, error) {
	for _, list := range []func(context.Context, any) error{
		r.claims, r.assertions, r.entities, r.competence, r.documents, r.layers, r.judgements,
	} {
		if err := list(ctx, r.list()); err != nil {
			return nil, err
		}
	}
	return r.rows, r.err
}

func (r *rowsRecord) claims(ctx context.Context, list any) error {
	read, err := scanList(list, scanClaim)
	if err != nil {
		return err
	}
	of := &r.rows.Of
	of.Claims = slices.Concat(of.Claims, of.About)
	of.Judged = slices.Concat(of.Judged, textsOf(of.About))
	r.rows.Claims = make(map[graph.ClaimID]*graph.ClaimRow, len(read))
	for _, c := range read {
		r.rows.Claims[c.row.ID] = c.row
		of.Entities = append(of.Entities, c.row.Subject, c.row.Object)
	}
	return r.store.stampClaims(ctx, read)
}

func (r *rowsRecord) assertions(ctx context.Context, list any) error {
	read, err := scanList(list, scanAssertion)
	if err != nil {
		return err
	}
	slices.SortFunc(read, compareAssertions)
	of := &r.rows.Of
	r.rows.Assertions = make(map[graph.AssertionID]*graph.AssertionRow, len(read))
	about, targets := map[graph.ClaimID][]*graph.AssertionRow{}, map[graph.AssertionID][]*graph.AssertionRow{}
	for _, a := range read {
		r.rows.Assertions[a.row.ID] = a.row
		about[a.row.Claim] = append(about[a.row.Claim], a.row)
		targets[a.row.Target] = append(targets[a.row.Target], a.row)
		of.Assertions = append(of.Assertions, a.row.ID)
		of.Entities = append(of.Entities, a.row.Speaker, a.row.Capacity.For)
		of.Bodies = append(of.Bodies, a.row.Body())
	}
	r.rows.About = shortLists(of.About, about)
	for _, spoken := range r.rows.About {
		for _, a := range spoken {
			of.Targets = append(of.Targets, a.ID)
		}
	}
	r.rows.Targets = shortLists(of.Targets, targets)
	return r.store.stampAssertions(ctx, read)
}

// shortLists are the lists of owners that are not long.
func shortLists[K comparable, V any](owners []K, lists map[K][]V) map[K][]V {
	short := make(map[K][]V, len(owners))
	for _, owner := range owners {
		if list := lists[owner]; len(list) <= graph.LongList {
			short[owner] = list
		}
	}
	return short
}

func (r *rowsRecord) entities(ctx context.Context, list any) error {
	read, err := scanList(list, scanEntityRow)
	if err != nil {
		return err
	}
	r.rows.Entities, err = r.store.entityRows(ctx, read)
	return err
}

func (r *rowsRecord) competence(_ context.Context, list any) error {
	read, err := scanList(list, scanCompetence)
	r.rows.Competence = competenceOf(read)
	return err
}

func (r *rowsRecord) documents(ctx context.Context, list any) error {
	read, err := scanList(list, scanDocument)
	if err != nil {
		return err
	}
	rows, err := r.store.documentRows(ctx, read)
	r.rows.Documents = byID(rows, func(d *graph.DocumentRow) graph.DocumentID { return d.ID })
	return err
}

func (r *rowsRecord) layers(_ context.Context, list any) error {
	read, err := scanList(list, scanLayer)
	r.rows.Layers = byID(read, func(l *graph.Layer) graph.LayerID { return l.ID })
	return err
}

func (r *rowsRecord) judgements(ctx context.Context, list any) error {
	type named struct {
		owner string
		judgementRead
	}
	read, err := scanList(list, func(c *cells) named { return named{c.text(), scanJudged(c)} })
	if err != nil {
		return err
	}
	slices.SortFunc(read, func(a, b named) int { return compareJudgements(a.judgementRead, b.judgementRead) })
	lists := map[string][]*graph.JudgementRow{}
	revs := make([]int64, len(read))
	for i, j := range read {
		revs[i] = j.rev
		lists[j.owner] = append(lists[j.owner], j.row)
	}
	r.rows.Judged = shortLists(r.rows.Of.Judged, lists)
	stamps, err := r.store.stampsOf(ctx, revs)
	for _, j := range read {
		j.row.Stamp = stamps[j.rev]
	}
	return err
}
