package graph

import "context"

// known are the rows and lists that a reading has met.
type known struct {
	entities   memo[EntityID, *EntityRow]
	claims     memo[ClaimID, *ClaimRow]
	assertions memo[AssertionID, *AssertionRow]
	documents  memo[DocumentID, *DocumentRow]
	layers     memo[LayerID, *Layer]
	competence memo[EntityID, []Competence]

	// Lists of which a long one is known to be none: it is listed for itself.
	about   memo[ClaimID, []*AssertionRow]
	targets memo[AssertionID, []*AssertionRow]
	judged  memo[string, []*JudgementRow]

	// The lists of owners, by query.
	claimLists     lists[*ClaimRow]
	assertionLists lists[*AssertionRow]
	edgeLists      lists[Edge]
}

func newKnown() known {
	return known{
		entities: memo[EntityID, *EntityRow]{}, claims: memo[ClaimID, *ClaimRow]{}, assertions: memo[AssertionID, *AssertionRow]{},
		documents: memo[DocumentID, *DocumentRow]{}, layers: memo[LayerID, *Layer]{}, competence: memo[EntityID, []Competence]{},
		about: memo[ClaimID, []*AssertionRow]{}, targets: memo[AssertionID, []*AssertionRow]{}, judged: memo[string, []*JudgementRow]{},
		claimLists: lists[*ClaimRow]{}, assertionLists: lists[*AssertionRow]{}, edgeLists: lists[Edge]{},
	}
}

// read reads what is not known yet.
func (k *known) read(ctx context.Context, r Reader, asked *Keys) (*Rows, error) {
	keys := Keys{
		Entities: k.entities.lacking(asked.Entities), Claims: k.claims.lacking(asked.Claims),
		Assertions: k.assertions.lacking(asked.Assertions), Documents: k.documents.lacking(asked.Documents),
		Layers: k.layers.lacking(asked.Layers), Bodies: k.competence.lacking(asked.Bodies),
		About: k.about.lacking(asked.About), Targets: k.targets.lacking(asked.Targets), Judged: k.judged.lacking(asked.Judged),
		Edges: asked.Edges,
	}
	rows, err := ReadRows(ctx, r, keys)
	if err != nil {
		return nil, err
	}
	k.entities.keep(rows.Of.Entities, rows.Entities)
	k.claims.keep(rows.Of.Claims, rows.Claims)
	k.assertions.keep(rows.Of.Assertions, rows.Assertions)
	k.documents.keep(rows.Of.Documents, rows.Documents)
	k.layers.keep(rows.Of.Layers, rows.Layers)
	k.competence.keep(rows.Of.Bodies, rows.Competence)
	k.about.keep(append(keys.About, rows.Of.About...), rows.About)
	k.targets.keep(append(keys.Targets, rows.Of.Targets...), rows.Targets)
	k.judged.keep(append(keys.Judged, rows.Of.Judged...), rows.Judged)
	return rows, nil
}

// memo remembers rows by id, and which are not on file.
type memo[K ~string, V any] map[K]onFile[V]

type onFile[V any] struct {
	row V
	is  bool
}

// lacking gives the different ids of which nothing is known, in order.
func (m memo[K, V]) lacking(ids []K) []K {
	var open []K
	for _, id := range ids {
		if _, known := m[id]; !known {
			open = append(open, id)
		}
	}
	return sortedSet(open)
}

// keep remembers the rows of ids: what is missing is not on file.
func (m memo[K, V]) keep(ids []K, rows map[K]V) {
	for _, id := range ids {
		row, is := rows[id]
		m[id] = onFile[V]{row, is}
	}
}

// keepAll remembers rows that are aligned with their ids.
func (m memo[K, V]) keepAll(ids []K, rows []V) {
	for i, row := range rows {
		m[ids[i]] = onFile[V]{row, true}
	}
}

// meet remembers rows that were read with a list.
func (m memo[K, V]) meet(list []V, id func(V) K) {
	for _, row := range list {
		m[id(row)] = onFile[V]{row, true}
	}
}

// of gives the rows of the ids that are on file.
func (m memo[K, V]) of(ids []K) map[K]V {
	rows := make(map[K]V, len(ids))
	for _, id := range ids {
		if known := m[id]; known.is {
			rows[id] = known.row
		}
	}
	return rows
}

// lists are the lists of owners, by what tells queries apart.
type lists[V any] map[string]memo[string, []V]

// of gives what is known of a query.
func (l lists[V]) of(query string) memo[string, []V] {
	if l[query] == nil {
		l[query] = memo[string, []V]{}
	}
	return l[query]
}
