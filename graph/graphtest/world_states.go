package graphtest

import (
	"reflect"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// replaceState makes a state the one that is known from this revision on, and says whether anything changed. What was known
// when the revision began is compared with what is given last in it: equal stretches stay, others are closed.
func (w *world) replaceState(s *graph.ClaimState) bool {
	given := rowsOf(s, w.revision())
	var kept []stretchRow
	changed := false
	for _, row := range w.states[s.Claim] {
		known := row.since < w.revision() && (row.until == 0 || row.until == w.revision())
		switch {
		case row.since == w.revision():
			continue // given earlier in this revision
		case !known:
		case takeEqual(&given, row):
			row.until = 0
		default:
			row.until, changed = w.revision(), true
		}
		kept = append(kept, row)
	}
	w.states[s.Claim] = append(kept, given...)
	return changed || len(given) > 0
}

func rowsOf(s *graph.ClaimState, rev graph.Revision) []stretchRow {
	var rows []stretchRow
	for _, stretch := range s.Stretches {
		rows = append(rows, stretchRow{stretch: tidy(stretch), allegation: s.Allegation, since: rev})
	}
	return rows
}

// takeEqual removes a row with the same content from those given.
func takeEqual(given *[]stretchRow, row stretchRow) bool {
	i := slices.IndexFunc(*given, func(g stretchRow) bool {
		return g.allegation == row.allegation && reflect.DeepEqual(g.stretch, row.stretch)
	})
	if i < 0 {
		return false
	}
	*given = slices.Delete(slices.Clone(*given), i, i+1)
	return true
}

// open are the rows that are known now, by day.
func open(rows []stretchRow) []stretchRow {
	var known []stretchRow
	for _, row := range rows {
		if row.until == 0 {
			known = append(known, row)
		}
	}
	slices.SortFunc(known, func(a, b stretchRow) int { return int(a.stretch.From) - int(b.stretch.From) })
	return known
}

// state is what is known of a claim. Its ends are the claim's; one without stretches has no other content.
func (w *world) state(c *graph.Claim) graph.ClaimState {
	s := graph.ClaimState{
		Claim: c.ID, Subject: c.Subject, Predicate: c.Predicate, Object: c.Object, Modality: c.Modality,
	}
	for _, row := range open(w.states[c.ID]) {
		s.Stretches = append(s.Stretches, row.stretch)
		s.Allegation = row.allegation
	}
	return s
}

// entityState is what is derived of an entity; before anything is, its caption is its name.
func (w *world) entityState(e *graph.Entity) graph.EntityState {
	if s := w.entStats[e.ID]; s != nil {
		return *s
	}
	return graph.EntityState{Entity: e.ID, Name: e.Caption, FirstDay: graph.MaxDay}
}
