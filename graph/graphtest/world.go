package graphtest

import (
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// world is all that is on file at one revision. It is written once, by the write that makes it, and read-only from then on.
type world struct {
	stamps []graph.Stamp // of the revisions, from the first

	entities   map[graph.EntityID]held[*graph.Entity]
	documents  map[graph.DocumentID]held[*graph.Document]
	layers     map[graph.LayerID]held[*graph.Layer]
	claims     map[graph.ClaimID]held[*graph.Claim]
	assertions map[graph.AssertionID]held[*graph.Assertion]
	judgements map[graph.JudgementID]held[*graph.Judgement]
	terms      map[graph.LayerID]held[*graph.LayerTerms]

	decisions  map[graph.AssertionID][]held[*graph.ReviewDecision] // one a revision, oldest first
	competence map[graph.EntityID]held[*graph.BodyCompetence]      // the newest

	states   map[graph.ClaimID][]stretchRow // all that were ever known
	entStats map[graph.EntityID]*graph.EntityState

	log []logged

	indexed sync.Once
	edges   map[graph.EntityID][]graph.Edge
	ties    map[graph.EntityID][]held[*graph.Claim] // that have it at an end
}

// held is a record with the revision that wrote it.
type held[R any] struct {
	record R
	rev    graph.Revision
}

// stretchRow is one stretch of a claim's state, known from revision since until before revision until; 0 while it is known.
type stretchRow struct {
	stretch      graph.Stretch
	allegation   bool
	since, until graph.Revision
}

func newWorld() *world {
	return (&world{}).next(graph.Stamp{})
}

// next is a copy of the world to be written at a stamp: that of the world's own revision, or of the one after it.
func (w *world) next(stamp graph.Stamp) *world {
	stamps := slices.Clone(w.stamps)
	if stamp.Revision > 0 {
		stamps = append(stamps[:stamp.Revision-1], stamp)
	}
	return &world{
		stamps:     stamps,
		entities:   copied(w.entities),
		documents:  copied(w.documents),
		layers:     copied(w.layers),
		claims:     copied(w.claims),
		assertions: copied(w.assertions),
		judgements: copied(w.judgements),
		terms:      copied(w.terms),
		decisions:  copied(w.decisions),
		competence: copied(w.competence),
		states:     copied(w.states),
		entStats:   copied(w.entStats),
		log:        slices.Clone(w.log),
	}
}

func copied[K comparable, V any](m map[K]V) map[K]V {
	out := make(map[K]V, len(m))
	maps.Copy(out, m)
	return out
}

func (w *world) revision() graph.Revision { return graph.Revision(len(w.stamps)) }

// stamp is that of the world's revision, the zero Stamp before the first.
func (w *world) stamp() graph.Stamp { return w.stampOf(w.revision()) }

func (w *world) stampOf(r graph.Revision) graph.Stamp {
	if r == 0 {
		return graph.Stamp{}
	}
	return w.stamps[r-1]
}

func (w *world) operation(id graph.OperationID) (ended, bool) {
	for _, s := range w.stamps {
		if s.Operation.ID == id {
			return ended{s.Operation, s.Revision}, true
		}
	}
	return ended{}, false
}

// restamp moves the load's one revision to the time at which it is published.
func (l *load) restamp(t time.Time) {
	stamp := l.newest.stamp()
	stamp.Time = t
	l.newest = l.newest.next(stamp)
	for i := range l.past {
		l.past[i].stamp = stamp
	}
}

// counts counts the records on file, and of states the stretches that are known now.
func (w *world) counts() map[graph.RecordKind]int {
	decisions, standings := 0, 0
	for _, given := range w.decisions {
		decisions += len(given)
	}
	for _, rows := range w.states {
		standings += len(open(rows))
	}
	return map[graph.RecordKind]int{
		graph.EntityRecord:     len(w.entities),
		graph.DocumentRecord:   len(w.documents),
		graph.LayerRecord:      len(w.layers),
		graph.ClaimRecord:      len(w.claims),
		graph.AssertionRecord:  len(w.assertions),
		graph.DecisionRecord:   decisions,
		graph.JudgementRecord:  len(w.judgements),
		graph.CompetenceRecord: len(w.competence),
		graph.StandingRecord:   standings,
	}
}
