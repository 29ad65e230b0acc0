package neo4jstore

import (
	"maps"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// stateRow is what is derived of an entity as it is kept.
type stateRow struct {
	since            int64
	name, sort       string
	degree, firstDay int64
}

// termRow is a search term of an entity: known from revision since until before until.
type termRow struct {
	term         graph.Term
	since, until int64
}

// stateOf is the row of a state that this revision gives.
func (d *decision) stateOf(s *graph.EntityState) stateRow {
	return stateRow{d.rev, s.Name, graph.SortName(s.Name), int64(s.Degree), int64(s.FirstDay)}
}

// putEntities makes the rows of new entities, each with its state: by default its caption is its name.
func (d *decision) putEntities() error {
	for _, e := range d.newEntities {
		state := d.entityStates[e.ID]
		if state == nil {
			state = &graph.EntityState{Entity: e.ID, Name: e.Caption, FirstDay: graph.MaxDay}
		}
		if err := d.rows.addEntity(e, d.stateOf(state)); err != nil {
			return err
		}
		d.states[e.ID] = d.stateOf(state)
	}
	return nil
}

// putEntityStates makes the rows of what is derived of entities: the last state given of each.
func (d *decision) putEntityStates() error {
	for _, id := range slices.Sorted(maps.Keys(d.entityStates)) {
		state := d.entityStates[id]
		given, known := d.stateOf(state), d.states[id]
		since := known.since
		if known.since = d.rev; known != given {
			section := "states"
			if since == d.rev {
				section = "restates"
			}
			d.rows.add(section, string(id), given.name, given.sort, given.degree, given.firstDay, since)
		}
		d.putEntityTerms(id, state.Terms)
		if isOlder(d, id) {
			d.mark.entities = append(d.mark.entities, string(id))
		}
	}
	return nil
}

// putEntityTerms closes the search terms that an entity no longer holds and adds those that it did not hold.
func (d *decision) putEntityTerms(id graph.EntityID, terms []graph.Term) {
	wanted := map[graph.Term]bool{}
	for _, term := range terms {
		wanted[term] = true
	}
	var ended, opened, dropped []string
	for _, row := range d.terms[id] {
		text := string(row.term)
		switch held := wanted[row.term]; {
		case held && row.until == d.rev:
			opened = append(opened, text)
		case !held && row.until == open && row.since == d.rev:
			dropped = append(dropped, text)
		case !held && row.until == open:
			ended = append(ended, text)
		}
		delete(wanted, row.term)
	}
	for _, change := range []struct {
		terms    []string
		was, now int64
	}{{ended, open, d.rev}, {opened, d.rev, open}} {
		if len(change.terms) > 0 {
			d.rows.add("lost", string(id), change.was, change.now, change.terms)
		}
	}
	if len(dropped) > 0 {
		d.rows.add("unfound", string(id), dropped)
	}
	d.addTerms("found", string(id), wanted)
}

// addTerms makes the rows of terms that something holds from this revision on.
func (d *decision) addTerms(section, owner string, terms map[graph.Term]bool) {
	if len(terms) == 0 {
		return
	}
	texts := make([]string, 0, len(terms))
	for _, term := range slices.Sorted(maps.Keys(terms)) {
		texts = append(texts, string(term))
	}
	d.rows.add(section, owner, texts)
	d.rows.addTerms(texts)
}
