package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Warm runs the common statements of reading and writing about nothing, so that the server has planned them before somebody waits
// for an answer: a new server takes seconds of its processors for that. Nothing is read and no revision is written; readOnly leaves
// out the statements of writing, which take the clock's lock. It ends with its context, and with ErrUnavailable when the store is
// closed meanwhile.
func (s *Store) Warm(ctx context.Context, readOnly bool) error {
	if !readOnly {
		if err := s.warmWrites(ctx); err != nil {
			return fmt.Errorf("warm: %w", err)
		}
	}
	for _, ask := range commonReads() {
		// Each has a reader of its own, since a reader does not live long and a server may take its time.
		r, err := s.Snapshot(ctx, 0)
		if err != nil {
			return fmt.Errorf("warm: %w", err)
		}
		if err := errors.Join(ask(ctx, r), r.Close()); err != nil {
			return fmt.Errorf("warm: %w", err)
		}
	}
	return nil
}

// Lost receives once the server was lost, and one for several losses that nobody took notice of. A server that was started again has
// lost its plans, and another look by Warm finds out when it is back. One receiver has all.
func (s *Store) Lost() <-chan struct{} { return s.conn.breaker.lost }

// nowhere is an id that nothing has.
const nowhere = "-"

// warmWrites runs the statements of an Update over a revision that no clock ever stands at: so nothing is written.
func (s *Store) warmWrites(ctx context.Context) error {
	leave, err := s.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	h, err := s.head(ctx, graph.Operation{ID: nowhere})
	if err != nil {
		return err
	}
	next := h.base.next(graph.Stamp{Revision: -1, Operation: graph.Operation{ID: nowhere}})
	if _, err := s.conn.read(ctx, lookupText(), map[string]any{"names": map[string]any{}, "rev": int64(-1), "open": int64(open)}); err != nil {
		return err
	}
	for _, edges := range []bool{false, true} {
		params := newRows().params(&next)
		params["base"], params["fence"] = int64(-1), int64(-1)
		if _, err := s.conn.write(ctx, writeTexts()[write{"write_update", edges}], params); err != nil {
			return err
		}
	}
	_, err = s.conn.write(ctx, statement("publish"), map[string]any{"rev": int64(-1)})
	return err
}

// mostSets is how many sets of terms a search for entities tries in turn.
const mostSets = 5

// commonReads are the forms of questions that most requests come down to, about nothing.
func commonReads() []func(ctx context.Context, r graph.Reader) error {
	reads := []func(ctx context.Context, r graph.Reader) error{
		func(ctx context.Context, r graph.Reader) error {
			_, err := graph.ReadRows(ctx, r, graph.Keys{
				Entities: []graph.EntityID{nowhere}, Claims: []graph.ClaimID{nowhere}, Assertions: []graph.AssertionID{nowhere},
				Documents: []graph.DocumentID{nowhere}, Layers: []graph.LayerID{nowhere}, Bodies: []graph.EntityID{nowhere},
				About: []graph.ClaimID{nowhere}, Targets: []graph.AssertionID{nowhere}, Judged: []string{nowhere},
			})
			return err
		},
		about([]graph.EntityID{nowhere}, graph.Reader.Entities),
		about([]graph.ClaimID{nowhere}, graph.Reader.Claims),
		about([]graph.ClaimID{nowhere}, graph.Reader.StateHistory),
		about([]graph.AssertionID{nowhere}, graph.Reader.Assertions),
		about([]graph.DocumentID{nowhere}, graph.Reader.Documents),
		about([]graph.LayerID{nowhere}, graph.Reader.Layers),
		about([]graph.EntityID{nowhere}, graph.Reader.Competence),
		about([]string{nowhere}, graph.Reader.ListJudgements),
		about(graph.DocumentQuery{Owners: []graph.EntityID{nowhere}, Limit: 1}, graph.Reader.ListDocuments),
	}
	for sets := 1; sets <= mostSets; sets++ {
		asked := slices.Repeat([]graph.TermSet{{Terms: []graph.Term{nowhere}, Least: 1}}, sets)
		reads = append(reads, about(graph.TermQuery{Target: graph.EntityTerms, Sets: asked, Limit: 1}, graph.Reader.Search))
	}
	for _, order := range []graph.EntityOrder{graph.ByID, graph.ByName, graph.ByDegree} {
		reads = append(reads, about(graph.EntityQuery{Order: order, Limit: 1}, graph.Reader.ListEntities))
	}
	for _, role := range []graph.ClaimRole{graph.AsSubject, graph.AsObject, graph.AnyEnd} {
		q := graph.ClaimQuery{Role: role, Owners: []string{nowhere}, Predicates: []string{nowhere}}
		reads = append(reads, about(q, graph.Reader.ListClaims))
	}
	for _, role := range []graph.ClaimRole{graph.AsSubject, graph.AsObject, graph.AnyEnd, graph.ReferredClaim, graph.SaidBy, graph.InDocument} {
		reads = append(reads, about(graph.ClaimQuery{Role: role, Owners: []string{nowhere}}, graph.Reader.ListClaims))
	}
	for _, role := range []graph.AssertionRole{graph.AboutClaim, graph.BySpeaker, graph.AtTarget} {
		reads = append(reads, about(graph.AssertionQuery{Role: role, Owners: []string{nowhere}}, graph.Reader.ListAssertions))
	}
	for _, tiers := range [][]graph.Tier{nil, {graph.Safe}, {graph.Safe, graph.AllegedTier}} {
		filter := graph.EdgeFilter{Tiers: tiers}
		reads = append(reads,
			about(graph.ExpandQuery{Frontier: []graph.EntityID{nowhere}, Filter: filter}, allEdges),
			about(graph.ExpandQuery{Frontier: []graph.EntityID{nowhere}, Filter: filter, Limit: 1}, allEdges),
			func(ctx context.Context, r graph.Reader) error {
				_, err := r.Facets(ctx, []graph.EntityID{nowhere}, filter)
				return err
			})
	}
	return reads
}

// about is a question to a reader whose answer does not matter.
func about[Q, A any](q Q, ask func(graph.Reader, context.Context, Q) (A, error)) func(context.Context, graph.Reader) error {
	return func(ctx context.Context, r graph.Reader) error {
		_, err := ask(r, ctx, q)
		return err
	}
}

func allEdges(r graph.Reader, ctx context.Context, q graph.ExpandQuery) (int, error) { //nolint:revive // as a method expression has them
	edges := 0
	for _, err := range r.Expand(ctx, q) {
		if err != nil {
			return edges, err
		}
		edges++
	}
	return edges, nil
}
