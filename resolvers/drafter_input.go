package resolvers

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
)

// statement drafts a statement with all that comes with it, and gives the document in which it stands.
func (d *drafter) statement(in *generated.RecordStatementInput) graph.DocumentID {
	d.ownStance(in.Stance)
	d.source = d.document("document", in.Document)
	claim := d.claim(&generated.NewClaimInput{
		Subject: in.Subject, Predicate: in.Predicate, Object: in.Object, Value: in.Value, Qualifiers: in.Qualifiers,
		Modality: in.Modality,
	})
	said := d.speech(&generated.SpeechInput{
		Voice: in.Voice, Speaker: in.Speaker, Capacity: in.Capacity, SpeakerBasis: in.SpeakerBasis, ReportedBy: in.ReportedBy,
		Channel: in.Channel, SaidAt: in.SaidAt, PublishedAt: in.PublishedAt, SourceReliability: in.SourceReliability,
		Credibility: in.Credibility,
	})
	said.Stance, said.Target = in.Stance, graph.AssertionID(value(in.Target))
	said.Period, said.Terms = d.period(in.Period), terms(in.Terms)
	said.Evidence = d.evidence([]*generated.EvidenceInput{{
		Document: string(d.source), Quote: in.Quote, Start: in.Start, Layer: in.Layer, Page: in.Page,
	}})
	d.state(claim, said, in.ConfirmPolarity)
	return d.source
}

// assertion drafts what somebody says about a claim.
func (d *drafter) assertion(ctx context.Context, in *generated.RecordAssertionInput) {
	d.ownStance(in.Stance)
	places := d.anchored(in.Evidence)
	claim := d.claimOf(ctx, in.Claim)
	said := d.speech(in.Speech)
	said.ID, said.Stance, said.Target = graph.AssertionID(value(in.ID)), in.Stance, graph.AssertionID(value(in.Target))
	said.Period, said.Terms, said.Evidence = d.period(in.Period), terms(in.Terms), places
	d.state(claim, said, in.ConfirmPolarity)
}

// anchored drafts evidence, of which the first document is the source of the input.
func (d *drafter) anchored(in []*generated.EvidenceInput) []graph.Evidence {
	places := d.evidence(in)
	if len(places) > 0 {
		d.source = places[0].Document
	}
	return places
}

// retraction drafts the withdrawal of an assertion.
func (d *drafter) retraction(ctx context.Context, in *generated.RetractAssertionInput) {
	places := d.anchored(in.Evidence)
	claim, err := claimSaid(ctx, in.Assertion)
	if err != nil {
		d.fail(err)
	}
	said := d.speech(in.Speech)
	said.Stance, said.Target, said.Evidence = graph.Retracts, graph.AssertionID(in.Assertion), places
	d.state(claim, said, in.ConfirmPolarity)
}

// correction drafts the withdrawal of an assertion with what is said instead: of the same claim unless another one is given.
func (d *drafter) correction(ctx context.Context, in *generated.CorrectAssertionInput) {
	places := d.anchored(in.Evidence)
	claim, err := claimSaid(ctx, in.Assertion)
	if err != nil {
		d.fail(err)
	}
	if in.Claim != nil {
		claim = d.claimOf(ctx, in.Claim)
	}
	said := d.speech(in.Speech)
	said.Stance, said.Target = graph.Corrects, graph.AssertionID(in.Assertion)
	said.Period, said.Terms, said.Evidence = d.period(in.Period), terms(in.Terms), places
	d.state(claim, said, in.ConfirmPolarity)
}

// rejection drafts that a slip never counted, and gives the slip.
func (d *drafter) rejection(ctx context.Context, in *generated.RejectAssertionInput) graph.Assertion {
	d.draft.Decisions = []graph.ReviewDecision{{
		Assertion: graph.AssertionID(in.Assertion), State: graph.Rejected, By: in.By, Reason: in.Reason,
	}}
	row, err := onFile[*graph.AssertionRow](ctx, "assertion", in.Assertion)
	if err != nil {
		d.fail(err)
		return graph.Assertion{}
	}
	return row.Assertion
}

// competence drafts all rows of a body.
func (d *drafter) competence(in *generated.SetCompetenceInput) {
	set := graph.BodyCompetence{Body: graph.EntityID(in.Body)}
	for _, row := range in.Rows {
		set.Rows = append(set.Rows, graph.Competence{
			Voice: row.Voice, Predicates: row.Predicates, Jurisdiction: value(row.Jurisdiction), Subject: value(row.SubjectMatter),
			Standard: value(row.StandardOfProof), Appealable: value(row.Appealable),
		})
	}
	d.draft.Competence = []graph.BodyCompetence{set}
}

// identity drafts a decision on whether two entities are the same.
func (d *drafter) identity(ctx context.Context, in *generated.JudgeIdentityInput) {
	if len(in.Entities) != 2 {
		d.fail(graph.Invalid("entities", fmt.Sprintf("%d entities", len(in.Entities)), "two entities"))
		return
	}
	d.draft.Judgements = []graph.Judgement{{
		Kind: graph.Identity, Verdict: in.Verdict, Entities: asIDs[graph.EntityID](in.Entities), By: in.By, Reason: value(in.Reason),
	}}
	if in.Verdict != graph.Same {
		return
	}
	if err := d.unite(ctx, in.Entities, value(in.ConfirmSpread)); err != nil {
		d.fail(err)
	}
}

// coverage drafts a decision on whether a denial covers a claim.
func (d *drafter) coverage(in *generated.JudgeDenialInput) {
	d.draft.Judgements = []graph.Judgement{{
		Kind: graph.Coverage, Verdict: in.Verdict, Denial: graph.AssertionID(in.Denial), Claim: graph.ClaimID(in.Claim),
		By: in.By, Reason: value(in.Reason),
	}}
}
