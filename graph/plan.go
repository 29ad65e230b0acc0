package graph

import (
	"context"
	"errors"
	"maps"
	"reflect"
)

// planner turns a prepared draft into records: checked against what is on file and what came before it in the draft.
type planner struct {
	vocabulary *Vocabulary
	over       *overlay
	verifier   *verifier
	records    []Record
	touched    []ClaimID
	entities   []EntityID   // new ones
	spoken     []*Statement // new ones
}

// plan is a pure function of the draft and of what is on file.
func (s *Service) plan(ctx context.Context, onFile Reader, p *prepared) ([]Record, error) {
	over := newOverlay(newRounds(onFile))
	pl := &planner{vocabulary: s.vocabulary, over: over, verifier: newVerifier(over)}
	steps := []func(context.Context, *prepared) error{
		pl.planEntities, pl.planDocuments, pl.planClaims, pl.planAssertions, pl.planParties, pl.planDecisions, pl.planJudgements, pl.planCompetence,
	}
	for _, step := range steps {
		if err := step(ctx, p); err != nil {
			return nil, err
		}
	}
	if len(pl.records) == 0 {
		return nil, nil
	}
	return pl.finish(ctx)
}

// finish adds to the raw records what is derived from them. Touched claims are laid over the reader, since it lists none that
// nobody spoke about before.
func (pl *planner) finish(ctx context.Context) ([]Record, error) {
	rows, err := pl.over.Claims(ctx, sortedSet(pl.touched))
	if err != nil {
		return nil, err
	}
	maps.Copy(pl.over.claims, rows)
	derived, err := newDeriver(pl.over, pl.vocabulary).derive(ctx, pl.touched, pl.entities)
	if err != nil {
		return nil, err
	}
	return append(pl.records, derived...), nil
}

// write lays a new raw record over what is on file, and notes what follows from it.
func (pl *planner) write(ctx context.Context, r Record) error {
	pl.records = append(pl.records, r)
	pl.over.add(r)
	return pl.touch(ctx, r)
}

// errOnFile marks a thing that is on file with equal content.
var errOnFile = errors.New("already on file")

// sameOrConflict compares a thing given again with the one on file: errOnFile when they are equal, else ErrConflict.
func sameOrConflict(id string, old, given any) error {
	if field := differing(old, given); field != "" {
		return conflict(id, field)
	}
	return errOnFile
}

// differing names the first field in which two structs of one type differ, or ""; nil and empty lists are equal.
func differing(a, b any) string {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		if none(x.Field(i)) && none(y.Field(i)) {
			continue
		}
		if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			return x.Type().Field(i).Name
		}
	}
	return ""
}

func none(list reflect.Value) bool { return list.Kind() == reflect.Slice && list.Len() == 0 }
