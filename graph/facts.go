package graph

import "context"

// facts is what the rules of the domain read: a Reader gives it, and an overlay of new records over one.
type facts interface {
	Entities(ctx context.Context, ids []EntityID) (map[EntityID]*EntityRow, error)
	Claims(ctx context.Context, ids []ClaimID) (map[ClaimID]*ClaimRow, error)
	ListClaims(ctx context.Context, q ClaimQuery) ([][]*ClaimRow, error)
	Assertions(ctx context.Context, ids []AssertionID) (map[AssertionID]*AssertionRow, error)
	ListAssertions(ctx context.Context, q AssertionQuery) ([][]*AssertionRow, error)
	ListJudgements(ctx context.Context, owners []string) ([][]*JudgementRow, error)
	Competence(ctx context.Context, bodies []EntityID) (map[EntityID][]Competence, error)
	Documents(ctx context.Context, ids []DocumentID) (map[DocumentID]*DocumentRow, error)
	Layers(ctx context.Context, ids []LayerID) (map[LayerID]*Layer, error)
}

var (
	_ facts = Reader(nil)
	_ facts = (*overlay)(nil)
)
