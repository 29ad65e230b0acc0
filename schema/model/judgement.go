package model

import (
	"context"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Judgement is a person's decision about sources.
type Judgement struct{ Place }

func newJudgement(p Place) *Judgement { return &Judgement{p} }

func (j *Judgement) row() *graph.JudgementRow { return as[*graph.JudgementRow](j.Place) }

// IsNode marks it as a Node.
func (*Judgement) IsNode() {}

// ID is its stable id.
func (j *Judgement) ID() string { return string(j.row().ID) }

// Kind is what it decides.
func (j *Judgement) Kind() graph.JudgementKind { return j.row().Kind }

// Verdict is what was judged.
func (j *Judgement) Verdict() graph.Verdict { return j.row().Verdict }

// By is who judged.
func (j *Judgement) By() string { return j.row().By }

// At is when it was recorded.
func (j *Judgement) At() time.Time { return j.row().Stamp.Time }

// Reason is why.
func (j *Judgement) Reason() *string { return given(j.row().Reason) }

// Entities are those judged to be the same, or not.
func (j *Judgement) Entities(ctx context.Context) []Entity { return many(ctx, j.Place, newEntity) }

// Denial is the one judged to cover a claim, or not.
func (j *Judgement) Denial(ctx context.Context) *Assertion { return one(ctx, j.Place, newAssertion) }

// Claim is the one judged to be covered, or not.
func (j *Judgement) Claim(ctx context.Context) *Claim { return one(ctx, j.Place, newClaim) }

// JudgementConnection is a page of judgements.
type JudgementConnection struct{ connection }

// Edges are the entries of the page.
func (c *JudgementConnection) Edges(ctx context.Context) []*JudgementEdge {
	return rows(ctx, c.connection, func(p Place) *JudgementEdge { return &JudgementEdge{p} })
}

// Nodes are the judgements.
func (c *JudgementConnection) Nodes(ctx context.Context) []*Judgement {
	return rows(ctx, c.connection, newJudgement)
}

// JudgementEdge is a judgement in a list.
type JudgementEdge struct{ Place }

// Node is the judgement.
func (e *JudgementEdge) Node(ctx context.Context) *Judgement { return newJudgement(e.under(ctx)) }
