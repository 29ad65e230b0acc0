package model

import (
	"context"
	"strconv"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Assertion is one speech act about a claim.
type Assertion struct{ Place }

func newAssertion(p Place) *Assertion { return &Assertion{p} }

func (a *Assertion) row() *graph.AssertionRow { return as[*graph.AssertionRow](a.Place) }

// IsNode marks it as a Node.
func (*Assertion) IsNode() {}

// ID is its stable id.
func (a *Assertion) ID() string { return string(a.row().ID) }

// Stance is what the speaker does with the claim.
func (a *Assertion) Stance() graph.Stance { return a.row().Stance }

// Voice is that in which it is said, as the source shows it.
func (a *Assertion) Voice() graph.Voice { return a.row().Voice }

// Review says whether it counts.
func (a *Assertion) Review() graph.ReviewState { return a.row().ReviewState() }

// SpeakerBasis says whether the source names the speaker.
func (a *Assertion) SpeakerBasis() graph.SpeakerBasis { return a.row().SpeakerBasis }

// Channel is how it was said.
func (a *Assertion) Channel() *string { return given(a.row().Channel) }

// SaidAt is when it was said.
func (a *Assertion) SaidAt() *DateValue { return newDateValue(a.row().SaidAt) }

// PublishedAt is when it was first published.
func (a *Assertion) PublishedAt() *DateValue { return newDateValue(a.row().PublishedAt) }

// RecordedAt is when this store recorded it.
func (a *Assertion) RecordedAt() time.Time { return a.row().Stamp.Time }

// Period is the time for which it is said to hold.
func (a *Assertion) Period() *Period { return newPeriod(a.row().Period) }

// Terms is the share that is said to be held.
func (a *Assertion) Terms() *Terms {
	t := a.row().Terms
	if t == (graph.Terms{}) {
		return nil
	}
	return &Terms{ShareMin: given(t.ShareMin), ShareMax: given(t.ShareMax)}
}

// SourceReliability is how far the source may be relied on.
func (a *Assertion) SourceReliability() *SourceReliability {
	return given(SourceReliability(a.row().SourceReliability))
}

// Credibility is how credible the information is, from 1 to 6.
func (a *Assertion) Credibility() *int {
	n, err := strconv.Atoi(a.row().Credibility)
	if err != nil {
		return nil
	}
	return &n
}

// Extraction is how sure the extractor was; nil when a person recorded it.
func (a *Assertion) Extraction() *float64 { return given(a.row().Extraction) }

// RecordedBy is who recorded it.
func (a *Assertion) RecordedBy() string { return a.row().RecordedBy }

// ConfirmedBy is who confirmed a quote that its sentence denies or hedges.
func (a *Assertion) ConfirmedBy() *string { return given(a.row().ConfirmedBy) }

// Rejection says why it never counted.
func (a *Assertion) Rejection() *Rejection {
	d := a.row().Decision
	if d == nil || d.State != graph.Rejected {
		return nil
	}
	return &Rejection{By: d.By, At: d.Stamp.Time, Reason: d.Reason}
}

// Capacity is the role in which the speaker speaks, and for whom.
func (a *Assertion) Capacity(ctx context.Context) *Capacity {
	if a.row().Capacity == (graph.Capacity{}) {
		return nil
	}
	return &Capacity{Place: a.under(ctx), Role: given(a.row().Capacity.Role)}
}

// Claim is what it is about.
func (a *Assertion) Claim(ctx context.Context) *Claim { return one(ctx, a.Place, newClaim) }

// CountsAs is the voice as which it counts.
func (a *Assertion) CountsAs(ctx context.Context) *graph.Voice {
	return one(ctx, a.Place, loaded[graph.Voice])
}

// Target is the earlier one that it retracts, corrects or sets aside.
func (a *Assertion) Target(ctx context.Context) *Assertion { return one(ctx, a.Place, newAssertion) }

// Speaker is who says it.
func (a *Assertion) Speaker(ctx context.Context) Entity { return one(ctx, a.Place, newEntity) }

// ReportedBy is through whom it reached the document.
func (a *Assertion) ReportedBy(ctx context.Context) []*Report { return many(ctx, a.Place, newReport) }

// Evidence is where exactly it stands.
func (a *Assertion) Evidence(ctx context.Context) []*Evidence { return many(ctx, a.Place, newEvidence) }

// RetractedAt is when the store recorded its withdrawal.
func (a *Assertion) RetractedAt(ctx context.Context) *time.Time {
	return one(ctx, a.Place, loaded[time.Time])
}

// Coverings are judgements on which claims it covers.
func (a *Assertion) Coverings(ctx context.Context) []*Judgement {
	return many(ctx, a.Place, newJudgement)
}

// Capacity is the role in which somebody speaks, and for whom.
type Capacity struct {
	Place
	Role *string
}

// For is the body that is spoken for.
func (c *Capacity) For(ctx context.Context) Entity { return one(ctx, c.Place, newEntity) }

// Terms is a share, in per cent.
type Terms struct{ ShareMin, ShareMax *graph.Number }

// Rejection says who rejected an assertion, and why.
type Rejection struct {
	By     string
	At     time.Time
	Reason string
}

// Report is one link of the chain from a speaker to the document.
type Report struct {
	Place
	Published *DateValue
}

func newReport(p Place) *Report {
	return &Report{Place: p, Published: newDateValue(as[*graph.ReportNode](p).Published)}
}

// Who passed it on.
func (r *Report) Who(ctx context.Context) Entity { return one(ctx, r.Place, newEntity) }

// Work is that in which it was passed on.
func (r *Report) Work(ctx context.Context) *Document { return one(ctx, r.Place, newDocument) }

// AssertionConnection is a page of assertions.
type AssertionConnection struct{ connection }

func assertions(ctx context.Context, p Place) *AssertionConnection {
	return &AssertionConnection{page(ctx, p)}
}

// Edges are the entries of the page.
func (c *AssertionConnection) Edges(ctx context.Context) []*AssertionEdge {
	return rows(ctx, c.connection, func(p Place) *AssertionEdge { return &AssertionEdge{p} })
}

// Nodes are the assertions.
func (c *AssertionConnection) Nodes(ctx context.Context) []*Assertion {
	return rows(ctx, c.connection, newAssertion)
}

// AssertionEdge is an assertion in a list.
type AssertionEdge struct{ Place }

// Node is the assertion.
func (e *AssertionEdge) Node(ctx context.Context) *Assertion { return newAssertion(e.under(ctx)) }
