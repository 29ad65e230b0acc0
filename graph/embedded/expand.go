package embedded

import (
	"cmp"
	"context"
	"database/sql"
	"iter"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// frontierPart is how many entities of a frontier are expanded by one statement: a walk that stops early reads no more than that.
const frontierPart = 128

// edgeRead is an edge with the key of its far entity.
type edgeRead struct {
	edge graph.Edge
	far  int64
}

// Expand yields the edges of every entity of the frontier that pass the filter.
func (r *reader) Expand(ctx context.Context, q graph.ExpandQuery) iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		for first := 0; first < len(q.Frontier); first += frontierPart {
			part := q.Frontier[first:min(first+frontierPart, len(q.Frontier))]
			edges, err := r.expandPart(ctx, &q, part)
			if err != nil {
				yield(graph.Edge{}, err)
				return
			}
			for i := range edges {
				edges[i].Position += first
				if !yield(edges[i], nil) {
					return
				}
			}
		}
	}
}

// expandPart reads all edges of a part of the frontier, in order.
func (r *reader) expandPart(ctx context.Context, q *graph.ExpandQuery, part []graph.EntityID) ([]graph.Edge, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	near, err := r.nearOf(ctx, part)
	if err != nil || len(near.keys) == 0 {
		return nil, err
	}
	s := r.edges(&q.Filter, near)
	if q.After != nil || q.Limit > 0 {
		s = edgePage(q, s)
	} else {
		s = say("SELECT g.*, c.uid FROM (").add(s).and(") g CROSS JOIN claim c ON c.id = g.claim")
	}
	scan := func(rows *sql.Rows) (*edgeRead, error) { return r.scanEdge(rows, near) }
	reads, err := gather(ctx, r.source, scan, s.text.String(), s.args...)
	if err != nil {
		return nil, err
	}
	return r.withFarRows(ctx, reads)
}

// nearEnds are the entities of a part of a frontier that were ever named.
type nearEnds struct {
	keys   []int64
	places []int // of each key in the part
	ids    []graph.EntityID
}

func (r *reader) nearOf(ctx context.Context, part []graph.EntityID) (*nearEnds, error) {
	near := &nearEnds{}
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (key int64, err error) {
		var place int
		if err := rows.Scan(&place, &key); err != nil {
			return key, err
		}
		near.keys, near.places, near.ids = append(near.keys, key), append(near.places, place), append(near.ids, part[place])
		return key, nil
	}, "SELECT j.key, n.id FROM json_each(?) j CROSS JOIN name n ON n.uid = unhex(j.value)", packed(part))
	return near, err
}

// edges gives the edges of near ends that pass a filter.
func (r *reader) edges(f *graph.EdgeFilter, near *nearEnds) *statement {
	const rest = " AS far, s.predicate, s.tags, s.claim, s.from_day, s.to_day, s.share_min, s.share_max, s.certain"
	return r.atEnds(f, near, "SELECT j.key AS near, 0 AS flip, s.object"+rest, "SELECT j.key AS near, 1 AS flip, s.subject"+rest)
}

// atEnds selects the edges of near ends from both sides: going out, then coming in. An entity's tie to itself only goes out.
func (r *reader) atEnds(f *graph.EdgeFilter, near *nearEnds, out, in string) *statement {
	const from = " FROM json_each(?) j CROSS JOIN state s INDEXED BY "
	s := &statement{}
	if f.Direction != graph.In {
		s.and(out+from+"state_out ON s.subject = j.value AND s.tags & ?", listOf(near.keys), edgeFlag)
		s.add(r.passing(f, "s.object"))
	}
	if f.Direction == "" {
		s.and("UNION ALL")
	}
	if f.Direction != graph.Out {
		s.and(in+from+"state_in ON s.object = j.value AND NOT s.tags & ?", listOf(near.keys), loopFlag)
		s.add(r.passing(f, "s.subject"))
	}
	return s
}

// passing restricts states s, whose far end is a column, to what passes a filter.
func (r *reader) passing(f *graph.EdgeFilter, far string) *statement {
	s := &statement{}
	kinds := f.FarKinds != 0
	s.when(kinds, "CROSS JOIN entity e ON e.id = "+far+" AND e.kind IN (SELECT value FROM json_each(?))",
		wordKeys(r.store.words, f.FarKinds.List()))
	s.and("WHERE "+openRow, r.rev, r.rev)
	s.when(len(f.Predicates) > 0, "AND s.predicate IN (SELECT value FROM json_each(?))", wordKeys(r.store.words, f.Predicates))
	s.add(ofTags(f.Standings, f.Tiers, f.Modalities, f.Contested))
	s.when(len(f.Between) > 0, "AND "+far+
		" IN (SELECT x.id FROM json_each(?) k CROSS JOIN name x ON x.uid = unhex(k.value))", packed(f.Between))
	return s.when(f.At != nil, "AND s.from_day <= ? AND s.to_day >= ?", dayOf(f.At), dayOf(f.At))
}

// edgePage cuts one page out of the edges of each near end.
func edgePage(q *graph.ExpandQuery, edges *statement) *statement {
	s := say(`SELECT near, flip, far, predicate, tags, claim, from_day, to_day, share_min, share_max, certain, uid FROM (
		SELECT g.*, c.uid, row_number() OVER (PARTITION BY g.near ORDER BY w.text, n.uid, c.uid, g.from_day) AS place FROM (`).add(edges)
	s.and(`) g CROSS JOIN claim c ON c.id = g.claim CROSS JOIN word w ON w.id = g.predicate CROSS JOIN name n ON n.id = g.far`)
	if after := q.After; after != nil {
		s.and("WHERE (w.text, n.uid, c.uid, g.from_day) > (?, ?, ?, ?)",
			after.Predicate, pack(after.Far), pack(after.Claim), int64(after.From))
	}
	return s.and(") WHERE place <= ?", placesOf(q.Limit))
}

func (r *reader) scanEdge(rows *sql.Rows, near *nearEnds) (*edgeRead, error) {
	var place, flip int
	var predicate, claim int64
	var shareMin, shareMax sql.NullInt64
	var certain, uid []byte
	var state stateRow
	read := &edgeRead{}
	if err := rows.Scan(&place, &flip, &read.far, &predicate, &state.tags, &claim, &state.stretch.From, &state.stretch.To,
		&shareMin, &shareMax, &certain, &uid); err != nil {
		return read, err
	}
	if err := state.fill(shareMin, shareMax, certain); err != nil {
		return read, err
	}
	name, err := r.store.words.text(predicate)
	read.edge = graph.Edge{
		Near: near.ids[place], Position: near.places[place], Direction: directionOf(flip), Claim: unpack[graph.ClaimID](uid),
		Predicate: name, Modality: state.tags.modality(), Stretch: state.stretch,
	}
	return read, err
}

func directionOf(flip int) graph.Direction {
	if flip == 1 {
		return graph.In
	}
	return graph.Out
}

// withFarRows adds the far entities' rows, each read once, and puts the edges in order.
func (r *reader) withFarRows(ctx context.Context, reads []*edgeRead) ([]graph.Edge, error) {
	keys := make([]int64, len(reads))
	for i, read := range reads {
		keys[i] = read.far
	}
	far, err := r.entitiesOf(ctx, keysOf(keys))
	if err != nil {
		return nil, err
	}
	for _, read := range reads {
		row := far[read.far]
		if row == nil {
			return nil, missing("entity", "at the end of "+string(read.edge.Claim))
		}
		read.edge.Far, read.edge.FarRow = row.ID, row
	}
	slices.SortFunc(reads, compareEdges)
	edges := make([]graph.Edge, len(reads))
	for i, read := range reads {
		edges[i] = read.edge
	}
	return edges, nil
}

func compareEdges(a, b *edgeRead) int {
	x, y := &a.edge, &b.edge
	return cmp.Or(cmp.Compare(x.Position, y.Position), strings.Compare(x.Predicate, y.Predicate), strings.Compare(string(x.Far), string(y.Far)),
		strings.Compare(string(x.Claim), string(y.Claim)), cmp.Compare(x.Stretch.From, y.Stretch.From))
}
