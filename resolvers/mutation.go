package resolvers

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
	"github.com/redthread-graph/redthread/schema/model"
)

func (r *mutationResolver) RecordStatement(ctx context.Context, input generated.RecordStatementInput) (*model.RecordStatementPayload, error) {
	d := newDrafter(input.OperationID, &input.By)
	document := d.statement(&input)
	return write(ctx, r.Resolver, d, model.NewRecordStatementPayload, func(w *receipt) { w.document = document })
}

func (r *mutationResolver) AddDocument(ctx context.Context, input generated.AddDocumentInput) (*model.AddDocumentPayload, error) {
	d := newDrafter(input.OperationID, input.By)
	document := d.newDocument(input.Document)
	return write(ctx, r.Resolver, d, model.NewAddDocumentPayload, func(w *receipt) { w.document = document })
}

func (r *mutationResolver) AddEntity(ctx context.Context, input generated.AddEntityInput) (*model.AddEntityPayload, error) {
	d := newDrafter(input.OperationID, input.By)
	d.newEntity(input.Entity)
	return write(ctx, r.Resolver, d, model.NewAddEntityPayload, nil)
}

func (r *mutationResolver) RecordAssertion(ctx context.Context, input generated.RecordAssertionInput) (*model.RecordAssertionPayload, error) {
	d := newDrafter(input.OperationID, &input.By)
	d.assertion(ctx, &input)
	return write(ctx, r.Resolver, d, model.NewRecordAssertionPayload, nil)
}

func (r *mutationResolver) RetractAssertion(ctx context.Context, input generated.RetractAssertionInput) (*model.RetractAssertionPayload, error) {
	d := newDrafter(input.OperationID, &input.By)
	d.retraction(ctx, &input)
	return write(ctx, r.Resolver, d, model.NewRetractAssertionPayload, nil)
}

func (r *mutationResolver) CorrectAssertion(ctx context.Context, input generated.CorrectAssertionInput) (*model.CorrectAssertionPayload, error) {
	d := newDrafter(input.OperationID, &input.By)
	d.correction(ctx, &input)
	return write(ctx, r.Resolver, d, model.NewCorrectAssertionPayload, nil)
}

func (r *mutationResolver) RejectAssertion(ctx context.Context, input generated.RejectAssertionInput) (*model.RejectAssertionPayload, error) {
	d := newDrafter(input.OperationID, &input.By)
	slip := d.rejection(ctx, &input)
	return write(ctx, r.Resolver, d, model.NewRejectAssertionPayload, func(w *receipt) {
		w.claim, w.assertion = slip.Claim, slip.ID
	})
}

func (r *mutationResolver) SetCompetence(ctx context.Context, input generated.SetCompetenceInput) (*model.SetCompetencePayload, error) {
	d := newDrafter(input.OperationID, input.By)
	d.competence(&input)
	return write(ctx, r.Resolver, d, model.NewSetCompetencePayload, func(w *receipt) { w.body = graph.EntityID(input.Body) })
}

func (r *mutationResolver) JudgeIdentity(ctx context.Context, input generated.JudgeIdentityInput) (*model.JudgeIdentityPayload, error) {
	d := newDrafter(input.OperationID, &input.By)
	d.identity(ctx, &input)
	return write(ctx, r.Resolver, d, model.NewJudgeIdentityPayload, func(w *receipt) { w.judged = input.Entities[0] })
}

func (r *mutationResolver) JudgeDenial(ctx context.Context, input generated.JudgeDenialInput) (*model.JudgeDenialPayload, error) {
	d := newDrafter(input.OperationID, &input.By)
	d.coverage(&input)
	return write(ctx, r.Resolver, d, model.NewJudgeDenialPayload, func(w *receipt) {
		w.claim, w.judged = graph.ClaimID(input.Claim), input.Denial
	})
}

func (r *Resolver) Mutation() generated.MutationResolver { return &mutationResolver{r} }

type mutationResolver struct{ *Resolver }
