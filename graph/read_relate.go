package graph

import (
	"context"
	"slices"
)

// relate makes a relation for parents of one type; parents of another get an empty page. When none is of the type, nothing is read.
func relate[P Node](read func(ctx context.Context, v *View, parents []P) ([]Page, error)) Relation {
	return func(ctx context.Context, v *View, parents []Node) ([]Page, error) {
		pages := make([]Page, len(parents))
		var own []P
		var places []int
		for i, parent := range parents {
			if p, ok := parent.(P); ok {
				own, places = append(own, p), append(places, i)
			}
		}
		if len(own) == 0 {
			return pages, nil
		}
		found, err := read(ctx, v, own)
		if err != nil {
			return nil, err
		}
		for i, place := range places {
			pages[place] = found[i]
		}
		return pages, nil
	}
}

// rowsByID reads rows by their ids.
type rowsByID[K ~string, N Node] func(ctx context.Context, v *View, ids []K) (map[K]N, error)

// toMany makes a relation to the things whose ids a parent holds, in their order. An empty id, and one that is not on file, gives
// no row.
func toMany[P Node, K ~string, N Node](ids func(P) []K, read rowsByID[K, N]) Relation {
	return relate(func(ctx context.Context, v *View, parents []P) ([]Page, error) {
		var all []K
		for _, p := range parents {
			all = append(all, ids(p)...)
		}
		rows, err := readSome(ctx, v, all, read)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, p := range parents {
			for _, id := range ids(p) {
				if row, ok := rows[id]; ok {
					pages[i].Rows = append(pages[i].Rows, Row{Node: row})
				}
			}
		}
		return pages, nil
	})
}

// toOne is toMany for a single id.
func toOne[P Node, K ~string, N Node](id func(P) K, read rowsByID[K, N]) Relation {
	return toMany(func(p P) []K { return []K{id(p)} }, read)
}

// readSome reads the different ids that are none of them empty; without any it reads nothing.
func readSome[K ~string, N any](
	ctx context.Context, v *View, ids []K, read func(context.Context, *View, []K) (map[K]N, error),
) (map[K]N, error) {
	wanted := slices.DeleteFunc(sortedSet(ids), func(id K) bool { return id == "" })
	if len(wanted) == 0 {
		return nil, nil
	}
	return read(ctx, v, wanted)
}

// held makes a relation to nodes that the parent already holds.
func held[P Node, N Node](nodes func(P) []N) Relation {
	return relate(func(_ context.Context, _ *View, parents []P) ([]Page, error) {
		pages := make([]Page, len(parents))
		for i, p := range parents {
			pages[i] = listPage(nodes(p))
		}
		return pages, nil
	})
}

func entitiesByID(ctx context.Context, v *View, ids []EntityID) (map[EntityID]*EntityRow, error) {
	return v.Entities(ctx, ids)
}

func claimsByID(ctx context.Context, v *View, ids []ClaimID) (map[ClaimID]*ClaimRow, error) {
	return v.Claims(ctx, ids)
}

func assertionsByID(ctx context.Context, v *View, ids []AssertionID) (map[AssertionID]*AssertionRow, error) {
	return v.Assertions(ctx, ids)
}

func documentsByID(ctx context.Context, v *View, ids []DocumentID) (map[DocumentID]*DocumentRow, error) {
	return v.Documents(ctx, ids)
}

// idsOf lists the ids of entity rows.
func idsOf(rows []*EntityRow) []EntityID {
	out := make([]EntityID, len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out
}

// claimIDsOf lists the ids of claim rows.
func claimIDsOf(rows []*ClaimRow) []ClaimID {
	out := make([]ClaimID, len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out
}
