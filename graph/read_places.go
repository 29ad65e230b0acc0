package graph

import (
	"context"
	"maps"
)

// The predicates by which a place lies in another.
const (
	locatedPredicate = "LOCATED_IN"
	partPredicate    = "PART_OF"
)

// deepestPlace is how many steps a place may lie within others: an office in a district, town, county, region, state and union.
const deepestPlace = 6

// placesOf gives for each entity the places in which it lies by ties that are not void, and itself. It reads level by level.
func (v *View) placesOf(ctx context.Context, ids []EntityID) (map[EntityID]map[EntityID]*EntityRow, error) {
	rows, err := readSome(ctx, v, ids, entitiesByID)
	if err != nil {
		return nil, err
	}
	up := map[EntityID][]*EntityRow{}
	level := sortedIDs(rows)
	for depth := 0; depth < deepestPlace && len(level) > 0; depth++ {
		found, err := v.directPlaces(ctx, level)
		if err != nil {
			return nil, err
		}
		next := map[EntityID]bool{}
		for _, id := range level {
			up[id] = found[id]
			for _, place := range found[id] {
				if _, read := up[place.ID]; !read {
					next[place.ID] = true
				}
			}
		}
		if len(up) > maxScanned {
			return nil, tooMany("places to look through", maxScanned)
		}
		for id := range up {
			delete(next, id)
		}
		level = sortedIDs(next)
	}
	out := map[EntityID]map[EntityID]*EntityRow{}
	for id, row := range rows {
		out[id] = map[EntityID]*EntityRow{}
		climb(row, up, out[id])
	}
	return out, nil
}

// directPlaces gives the places to which ties lead that say where an entity lies.
func (v *View) directPlaces(ctx context.Context, ids []EntityID) (map[EntityID][]*EntityRow, error) {
	out := map[EntityID][]*EntityRow{}
	return out, v.eachEdge(ctx, ids, EdgeFilter{
		Predicates: []string{locatedPredicate, partPredicate}, Direction: Out, Tiers: standingTiers(), FarKinds: places, At: v.At,
	}, func(e *Edge) { out[e.Near] = append(out[e.Near], e.FarRow) })
}

// eachEdge reads the edges of entities that pass a filter; more than may be read for all of them together are ErrTooLarge.
func (v *View) eachEdge(ctx context.Context, ids []EntityID, f EdgeFilter, take func(*Edge)) error {
	if len(ids) == 0 {
		return nil
	}
	read := 0
	for e, err := range v.Expand(ctx, ExpandQuery{Frontier: ids, Filter: f, Limit: spreadOver + 1}) {
		if err != nil {
			return err
		}
		if read++; read > spreadOver {
			return tooMany("ties to read", spreadOver)
		}
		take(&e)
	}
	return nil
}

// standingTiers are those of ties that are not void.
func standingTiers() []Tier { return []Tier{Safe, AllegedTier} }

func climb(row *EntityRow, up map[EntityID][]*EntityRow, into map[EntityID]*EntityRow) {
	if into[row.ID] != nil {
		return
	}
	into[row.ID] = row
	for _, place := range up[row.ID] {
		climb(place, up, into)
	}
}

// siteSorts are the ties by which a body is somewhere.
func siteSorts() []string { return []string{locatedPredicate, headquartersPredicate, "HAS_OFFICE"} }

// sites gives for each entity all places in which it, its headquarters or one of its offices lies.
func (v *View) sites(ctx context.Context, ids []EntityID) (map[EntityID]map[EntityID]*EntityRow, error) {
	direct := map[EntityID][]EntityID{}
	all := append([]EntityID(nil), ids...)
	err := v.eachEdge(ctx, sortedSet(ids), EdgeFilter{
		Predicates: siteSorts(), Direction: Out, Tiers: standingTiers(), At: v.At,
	}, func(e *Edge) {
		direct[e.Near] = append(direct[e.Near], e.Far)
		all = append(all, e.Far)
	})
	if err != nil {
		return nil, err
	}
	lying, err := v.placesOf(ctx, sortedSet(all))
	if err != nil {
		return nil, err
	}
	out := map[EntityID]map[EntityID]*EntityRow{}
	for _, id := range ids {
		out[id] = maps.Clone(lying[id])
		for _, site := range direct[id] {
			maps.Copy(out[id], lying[site])
		}
	}
	return out, nil
}

// placesMeant resolves references to places.
func (v *View) placesMeant(ctx context.Context, refs []EntityRef) (map[EntityID]bool, error) {
	out := map[EntityID]bool{}
	for _, ref := range refs {
		row, err := v.findAmong(ctx, ref, places)
		if err != nil {
			return nil, err
		}
		out[row.ID] = true
	}
	return out, nil
}

// anyOf says whether one of the places is among those wanted; nil wants any.
func anyOf(lying map[EntityID]*EntityRow, wanted map[EntityID]bool) bool {
	if len(wanted) == 0 {
		return true
	}
	for id := range wanted {
		if lying[id] != nil {
			return true
		}
	}
	return false
}
