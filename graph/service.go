package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
)

// Service holds every rule of the domain over a store. It is safe for concurrent use.
type Service struct {
	store      Store
	vocabulary *Vocabulary
	log        *slog.Logger
}

// Options of a Service; the zero value is useful.
type Options struct {
	Vocabulary *Vocabulary  // nil: the standard one
	Logger     *slog.Logger // nil: silent
}

// NewService lays the rules over a store. The caller closes the store.
func NewService(store Store, o Options) *Service {
	if o.Vocabulary == nil {
		o.Vocabulary = StandardVocabulary()
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return &Service{store: store, vocabulary: o.Vocabulary, log: o.Logger}
}

// Vocabulary is the predicate table in use.
func (s *Service) Vocabulary() *Vocabulary { return s.vocabulary }

// Receipt says what an operation wrote, or had written the first time.
type Receipt struct {
	Revision   Revision
	Entities   []EntityID    // aligned with the draft
	Documents  []DocumentID  // aligned with the draft
	Claims     []ClaimID     // of the statements, aligned
	Assertions []AssertionID // of the statements, aligned
	Judgements []JudgementID // aligned with the draft
}

// Write puts a draft on file as one revision, or nothing of it. Quotes are found in their layers, the rules of kinds, voices and
// targets hold, standings and edges are derived in the same step. It fails with ErrInvalid, ErrNotFound, ErrConflict or
// ErrEvidenceMismatch; a repeated operation returns what the first one did.
func (s *Service) Write(ctx context.Context, id OperationID, d Draft) (Receipt, error) {
	if id == "" {
		return Receipt{}, Invalid("operationId", "", "an id made by the client")
	}
	digest, err := d.digest()
	if err != nil {
		return Receipt{}, err
	}
	op := Operation{ID: id, Digest: digest}
	ready, err := s.prepare(op, d)
	if err != nil {
		return Receipt{}, err
	}
	rev, err := s.store.Update(ctx, op, func(ctx context.Context, onFile Reader) ([]Record, error) {
		records, err := s.plan(ctx, onFile, ready)
		if err != nil {
			return nil, &planError{err}
		}
		return records, nil
	})
	if refused, ok := errors.AsType[*planError](err); ok {
		return Receipt{}, refused.error
	}
	if err != nil {
		return Receipt{}, fmt.Errorf("operation %s: %w", id, err)
	}
	receipt := ready.receipt
	receipt.Revision = rev
	return receipt, nil
}

// planError is what a plan failed with: it names its place in the input, and how the store came to ask is nobody's concern.
type planError struct{ error }

// Unwrap gives the error itself.
func (e *planError) Unwrap() error { return e.error }

// Info says what the store is and holds.
func (s *Service) Info(ctx context.Context) (Info, error) { return s.store.Info(ctx) }
