package graphtest

import (
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// write puts records into the world at its revision. Raw ones come first, so that a record may stand before what it names.
func (w *world) write(records []graph.Record) error {
	before, now := len(w.log), w.loggedNow()
	for _, pass := range []func(graph.Record) (change, error){w.writeThing, w.writeLink, w.writeSaid, w.writeAbout} {
		for place, r := range records {
			made, err := pass(r)
			if err != nil {
				return err
			}
			w.append(made, place, now)
		}
	}
	w.inOrder(before)
	return nil
}

// writeThing writes what names nothing that must be on file.
func (w *world) writeThing(r graph.Record) (change, error) {
	if isNil(r) {
		return change{}, graph.Invalid("record", "nil", "a record")
	}
	switch r := r.(type) {
	case *graph.Entity:
		return add(w, w.entities, r.ID, r, graph.EntityRecord)
	case *graph.Document:
		return add(w, w.documents, r.ID, r, graph.DocumentRecord)
	case *graph.Judgement:
		return add(w, w.judgements, r.ID, r, graph.JudgementRecord)
	default:
		return change{}, nil
	}
}

// writeLink writes what stands on entities and documents.
func (w *world) writeLink(r graph.Record) (change, error) {
	switch r := r.(type) {
	case *graph.Layer:
		if err := onFile(w.documents, r.Document); err != nil {
			return change{}, err
		}
		return add(w, w.layers, r.ID, r, graph.LayerRecord)
	case *graph.Claim:
		if err := w.endsOnFile(r); err != nil {
			return change{}, err
		}
		return add(w, w.claims, r.ID, r, graph.ClaimRecord)
	case *graph.BodyCompetence:
		if err := onFile(w.entities, r.Body); err != nil {
			return change{}, err
		}
		kept := tidy(r)
		w.competence[r.Body] = held[*graph.BodyCompetence]{kept, w.revision()}
		return change{graph.CompetenceRecord, string(r.Body), kept}, nil
	default:
		return change{}, nil
	}
}

func (w *world) endsOnFile(c *graph.Claim) error {
	if err := onFile(w.entities, c.Subject); err != nil || c.Object == "" {
		return err
	}
	return onFile(w.entities, c.Object)
}

// writeSaid writes what stands on claims and layers.
func (w *world) writeSaid(r graph.Record) (change, error) {
	switch r := r.(type) {
	case *graph.Assertion:
		if err := onFile(w.claims, r.Claim); err != nil {
			return change{}, err
		}
		for _, e := range r.Evidence {
			if err := onFile(w.layers, e.Layer); err != nil {
				return change{}, err
			}
		}
		return add(w, w.assertions, r.ID, withoutQuotes(r), graph.AssertionRecord)
	case *graph.LayerTerms:
		if err := onFile(w.layers, r.Layer); err != nil {
			return change{}, err
		}
		return add(w, w.terms, r.Layer, r, "")
	default:
		return change{}, nil
	}
}

// withoutQuotes leaves out what the write path expects to find: an anchor is kept as its positions only.
func withoutQuotes(a *graph.Assertion) *graph.Assertion {
	kept := *a
	kept.Evidence = slices.Clone(a.Evidence)
	for i := range kept.Evidence {
		kept.Evidence[i].Quote, kept.Evidence[i].Prefix = "", ""
	}
	return &kept
}

// writeAbout writes decisions and what is derived.
func (w *world) writeAbout(r graph.Record) (change, error) {
	switch r := r.(type) {
	case *graph.ReviewDecision:
		if err := onFile(w.assertions, r.Assertion); err != nil {
			return change{}, err
		}
		kept := tidy(r)
		w.decide(kept)
		return change{graph.DecisionRecord, string(r.Assertion), kept}, nil
	case *graph.ClaimState:
		if err := onFile(w.claims, r.Claim); err != nil {
			return change{}, err
		}
		if !w.replaceState(r) {
			return change{}, nil
		}
		return change{graph.StandingRecord, string(r.Claim), nil}, nil
	case *graph.EntityState:
		w.entStats[r.Entity] = tidy(r)
		return change{}, onFile(w.entities, r.Entity)
	default:
		return change{}, nil
	}
}

// decide keeps one decision a revision: the last one given.
func (w *world) decide(d *graph.ReviewDecision) {
	given := slices.Clone(w.decisions[d.Assertion])
	given = slices.DeleteFunc(given, func(h held[*graph.ReviewDecision]) bool { return h.rev == w.revision() })
	w.decisions[d.Assertion] = append(given, held[*graph.ReviewDecision]{d, w.revision()})
}

// add appends a raw record: equal content is on file already, other content is a conflict.
func add[K ~string, R graph.Record](w *world, rows map[K]held[R], id K, r R, kind graph.RecordKind) (change, error) {
	if id == "" {
		return change{}, graph.Invalid("id", "", "an id")
	}
	kept := tidy(r)
	if before, ok := rows[id]; ok {
		if field := difference(before.record, kept); field != "" {
			return change{}, conflict(string(id), field)
		}
		return change{}, nil
	}
	rows[id] = held[R]{kept, w.revision()}
	return change{kind, string(id), kept}, nil
}

func onFile[K ~string, V any](rows map[K]V, id K) error {
	if _, ok := rows[id]; !ok {
		return fmt.Errorf("%q, which a record names, %w", id, graph.ErrNotFound)
	}
	return nil
}
