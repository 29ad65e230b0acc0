package graphtest

import (
	"cmp"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// logged is one entry of the change log.
type logged struct {
	change
	rev     graph.Revision
	ordinal int // within the revision, from 1
	place   int // of the record in its batch
}

// change is what a record adds to the log. LayerTerms and states of entities, which have no kind there, add nothing.
type change struct {
	kind   graph.RecordKind
	id     string
	record graph.Record // of a raw one
}

// logKey tells the entries of one revision apart.
type logKey struct {
	kind graph.RecordKind
	id   string
}

// loggedNow gives the index of each entry of the world's own revision.
func (w *world) loggedNow() map[logKey]int {
	now := map[logKey]int{}
	for i := len(w.log) - 1; i >= 0 && w.log[i].rev == w.revision(); i-- {
		now[logKey{w.log[i].kind, w.log[i].id}] = i
	}
	return now
}

// append adds a change to the log. Where a revision has one for the same owner already, the last one given counts.
func (w *world) append(made change, place int, now map[logKey]int) {
	if made.kind == "" {
		return
	}
	key := logKey{made.kind, made.id}
	if i, again := now[key]; again {
		w.log[i].record = made.record
		return
	}
	now[key] = len(w.log)
	w.log = append(w.log, logged{change: made, rev: w.revision(), place: place})
}

// inOrder numbers the entries from an index on in the order in which their records were given.
func (w *world) inOrder(from int) {
	first := 1
	if from > 0 && w.log[from-1].rev == w.revision() {
		first = w.log[from-1].ordinal + 1
	}
	fresh := w.log[from:]
	slices.SortStableFunc(fresh, func(a, b logged) int { return cmp.Compare(a.place, b.place) })
	for i := range fresh {
		fresh[i].ordinal = first + i
	}
}

// history lists the raw records of each revision as they were written.
func (w *world) history() []graph.Entry {
	var entries []graph.Entry
	for _, stamp := range w.stamps {
		ordinal := 0
		for _, l := range w.log {
			if l.rev == stamp.Revision && l.record != nil {
				ordinal++
				entries = append(entries, graph.Entry{Stamp: stamp, Ordinal: ordinal, Record: w.asRead(l.record)})
			}
		}
		if ordinal == 0 {
			entries = append(entries, graph.Entry{Stamp: stamp, Ordinal: 1})
		}
	}
	return entries
}

// asRead is a record as readers give it: an assertion with the words at its anchors.
func (w *world) asRead(r graph.Record) graph.Record {
	if a, ok := r.(*graph.Assertion); ok {
		return w.quoted(a)
	}
	return r
}
