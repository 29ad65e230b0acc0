package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// written is what every mutation answers: it is read at the revision that the write made.
type written struct{ Place }

// Revision is the one that was written.
func (w written) Revision() graph.Revision { return w.view.Stamp().Revision }

// Claim is the one written about, as it now stands.
func (w written) Claim(ctx context.Context) *Claim { return one(ctx, w.Place, newClaim) }

// Assertion is the one written or decided about.
func (w written) Assertion(ctx context.Context) *Assertion { return one(ctx, w.Place, newAssertion) }

// Document is the one written or cited.
func (w written) Document(ctx context.Context) *Document { return one(ctx, w.Place, newDocument) }

// Entity is the one created.
func (w written) Entity(ctx context.Context) Entity { return one(ctx, w.Place, newEntity) }

// Created are the entities that came with the write.
func (w written) Created(ctx context.Context) []Entity { return many(ctx, w.Place, newEntity) }

// Judgement is the one made.
func (w written) Judgement(ctx context.Context) *Judgement { return one(ctx, w.Place, newJudgement) }

// Rows are what the body may find or record now.
func (w written) Rows(ctx context.Context) []*CompetenceRow {
	return many(ctx, w.Place, newCompetenceRow)
}

// The answers to mutations, one a mutation.
type (
	// RecordStatementPayload is what recordStatement wrote.
	RecordStatementPayload struct{ written }
	// AddDocumentPayload is what addDocument wrote.
	AddDocumentPayload struct{ written }
	// AddEntityPayload is what addEntity wrote.
	AddEntityPayload struct{ written }
	// RecordAssertionPayload is what recordAssertion wrote.
	RecordAssertionPayload struct{ written }
	// RetractAssertionPayload is what retractAssertion wrote.
	RetractAssertionPayload struct{ written }
	// CorrectAssertionPayload is what correctAssertion wrote.
	CorrectAssertionPayload struct{ written }
	// RejectAssertionPayload is what rejectAssertion wrote.
	RejectAssertionPayload struct{ written }
	// SetCompetencePayload is what setCompetence wrote.
	SetCompetencePayload struct{ written }
	// JudgeIdentityPayload is what judgeIdentity wrote.
	JudgeIdentityPayload struct{ written }
	// JudgeDenialPayload is what judgeDenial wrote.
	JudgeDenialPayload struct{ written }
)

// NewRecordStatementPayload shows the answer at its place.
func NewRecordStatementPayload(p Place) *RecordStatementPayload {
	return &RecordStatementPayload{written{p}}
}

// NewAddDocumentPayload shows the answer at its place.
func NewAddDocumentPayload(p Place) *AddDocumentPayload { return &AddDocumentPayload{written{p}} }

// NewAddEntityPayload shows the answer at its place.
func NewAddEntityPayload(p Place) *AddEntityPayload { return &AddEntityPayload{written{p}} }

// NewRecordAssertionPayload shows the answer at its place.
func NewRecordAssertionPayload(p Place) *RecordAssertionPayload {
	return &RecordAssertionPayload{written{p}}
}

// NewRetractAssertionPayload shows the answer at its place.
func NewRetractAssertionPayload(p Place) *RetractAssertionPayload {
	return &RetractAssertionPayload{written{p}}
}

// NewCorrectAssertionPayload shows the answer at its place.
func NewCorrectAssertionPayload(p Place) *CorrectAssertionPayload {
	return &CorrectAssertionPayload{written{p}}
}

// NewRejectAssertionPayload shows the answer at its place.
func NewRejectAssertionPayload(p Place) *RejectAssertionPayload {
	return &RejectAssertionPayload{written{p}}
}

// NewSetCompetencePayload shows the answer at its place.
func NewSetCompetencePayload(p Place) *SetCompetencePayload { return &SetCompetencePayload{written{p}} }

// NewJudgeIdentityPayload shows the answer at its place.
func NewJudgeIdentityPayload(p Place) *JudgeIdentityPayload { return &JudgeIdentityPayload{written{p}} }

// NewJudgeDenialPayload shows the answer at its place.
func NewJudgeDenialPayload(p Place) *JudgeDenialPayload { return &JudgeDenialPayload{written{p}} }
