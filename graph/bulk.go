package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// Load puts many drafts on file as one revision that becomes visible at once. The same rules hold as for Write: what one draft
// brings is on file for the next. The operation's digest stands for all of the drafts, such as the SHA-256 of the file from which
// they are read: they are too many to be read twice. A load is resumed by the same operation, which finds what is already there,
// and with another digest it is ErrConflict, also when the first one is published; when a draft is refused, nothing of the load is
// kept. progress is told the drafts done, and may be nil.
func (s *Service) Load(
	ctx context.Context, op Operation, drafts iter.Seq2[Draft, error], progress func(done int),
) (Revision, error) {
	if op.ID == "" {
		return 0, Invalid("operationId", "", "an id made by the client")
	}
	if op.Digest == [32]byte{} {
		return 0, Invalid("operation.digest", "", "the SHA-256 of all that is loaded")
	}
	if progress == nil {
		progress = func(int) {}
	}
	if err := s.loadDrafts(ctx, op, drafts, progress); err != nil {
		return 0, s.abandon(ctx, op, err)
	}
	rev, err := s.store.Publish(ctx, op)
	if err != nil {
		return 0, fmt.Errorf("load %s: %w", op.ID, err)
	}
	return rev, nil
}

// abandon removes what a refused load wrote; an interrupted one is kept, to be resumed.
func (s *Service) abandon(ctx context.Context, op Operation, cause error) error {
	err := fmt.Errorf("load %s: %w", op.ID, cause)
	if errors.Is(cause, context.Canceled) || errors.Is(cause, context.DeadlineExceeded) || errors.Is(cause, ErrUnavailable) {
		return err
	}
	return errors.Join(err, s.store.Abandon(context.WithoutCancel(ctx), op))
}

func (s *Service) loadDrafts(ctx context.Context, op Operation, drafts iter.Seq2[Draft, error], progress func(int)) error {
	done := 0
	for draft, err := range drafts {
		if err != nil {
			return err
		}
		part := Operation{ID: OperationID(fmt.Sprintf("%s#%d", op.ID, done))}
		ready, err := s.prepare(part, draft)
		if err != nil {
			return err
		}
		if done == 0 {
			err = s.openLoad(ctx, op, Stamp{})
		}
		if err == nil {
			err = s.loadDraft(ctx, op, ready)
		}
		if err != nil {
			return fmt.Errorf("draft %d: %w", done+1, err)
		}
		done++
		progress(done)
	}
	return nil
}

// openLoad opens a load, or goes on with it, before anything is derived for it: from then on nobody else writes.
func (s *Service) openLoad(ctx context.Context, op Operation, at Stamp) error {
	_, err := s.store.Load(ctx, op, at, recordSeq(nil))
	return err
}

func (s *Service) loadDraft(ctx context.Context, op Operation, ready *prepared) error {
	onFile, err := s.store.Loading(ctx, op)
	if err != nil {
		return err
	}
	records, err := s.plan(ctx, onFile, ready)
	if err = errors.Join(err, onFile.Close()); err != nil {
		return err
	}
	_, err = s.store.Load(ctx, op, Stamp{}, recordSeq(records))
	return err
}

// Rebuild derives everything anew from the raw records and replaces what differs, as one revision. It changes nothing on a store
// that has not drifted but its number of revisions.
func (s *Service) Rebuild(ctx context.Context, id OperationID) (Revision, error) {
	rev, err := s.store.Update(ctx, Operation{ID: id}, func(ctx context.Context, onFile Reader) ([]Record, error) {
		var claims []ClaimID
		var entities []EntityID
		err := s.eachEntry(ctx, func(e Entry) error {
			switch r := e.Record.(type) {
			case *Claim:
				claims = append(claims, r.ID)
			case *Entity:
				entities = append(entities, r.ID)
			default:
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		return newDeriver(onFile, s.vocabulary).rederive(ctx, claims, entities)
	})
	if err != nil {
		return 0, fmt.Errorf("rebuild: %w", err)
	}
	return rev, nil
}

// rederive derives all claims and entities anew, and counts degrees from nothing.
func (d *deriver) rederive(ctx context.Context, claims []ClaimID, entities []EntityID) ([]Record, error) {
	if _, err := d.deriveFirstDays(ctx, claims); err != nil {
		return nil, err
	}
	if err := d.deriveStates(ctx, claims); err != nil {
		return nil, err
	}
	degrees := map[EntityID]int{}
	var out []Record
	for _, id := range claims {
		d.countEdges(d.states[id], 1, degrees)
		out = append(out, d.states[id])
	}
	d.withoutFirstDay(entities)
	states, err := d.entityStates(ctx, nil, entities)
	if err != nil {
		return nil, err
	}
	for _, id := range entities {
		states[id].Degree = degrees[id]
		out = append(out, states[id])
	}
	return out, nil
}
