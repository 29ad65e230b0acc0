package resolvers

import (
	"fmt"
	"strconv"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
	"github.com/redthread-graph/redthread/schema/generated"
)

// drafter collects what one mutation brings. It depends on the input alone, so that a repeated operation makes the same draft. The
// first error is kept, and the draft is then not used.
type drafter struct {
	operation graph.OperationID
	by        string
	// source is the document of the input, by which unnamed entities and groups are known.
	source graph.DocumentID
	draft  graph.Draft
	err    error
}

func newDrafter(operation string, by *string) *drafter {
	d := &drafter{operation: graph.OperationID(operation), by: value(by)}
	d.words("operationId", operation)
	if by != nil {
		d.words("by", *by)
	}
	return d
}

func (d *drafter) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// entity gives the id of an entity of the input, and drafts a new one.
func (d *drafter) entity(field string, in *generated.EntityInput) graph.EntityID {
	if in == nil {
		return ""
	}
	if err := exactlyOne(field, in.ID != nil, in.New != nil); err != nil {
		d.fail(err)
		return ""
	}
	if in.ID != nil {
		return graph.EntityID(*in.ID)
	}
	return d.newEntity(in.New)
}

func (d *drafter) newEntity(in *generated.NewEntityInput) graph.EntityID {
	e := graph.Entity{
		ID: graph.EntityID(value(in.ID)), Kind: in.Kind, Specificity: value(in.Specificity), Caption: d.words("caption", in.Caption),
		Anchor: graph.DocumentID(value(in.Anchor)), MeasureKind: value(in.MeasureKind), AgencyKind: value(in.AgencyKind),
	}
	if in.Count != nil {
		count := quantity(in.Count)
		e.Count = &count
	}
	if e.Anchor == "" && (e.Specificity == graph.Unnamed || e.Specificity == graph.Group) {
		e.Anchor = d.source
	}
	if e.ID == "" {
		e.ID = graph.DeriveEntityID(d.operation, len(d.draft.Entities))
	}
	d.draft.Entities = append(d.draft.Entities, e)
	return e.ID
}

// document gives the id of a document of the input, and drafts a new one.
func (d *drafter) document(field string, in *generated.DocumentInput) graph.DocumentID {
	if in == nil {
		return ""
	}
	if err := exactlyOne(field, in.ID != nil, in.New != nil); err != nil {
		d.fail(err)
		return ""
	}
	if in.ID != nil {
		return graph.DocumentID(*in.ID)
	}
	return d.newDocument(in.New)
}

func (d *drafter) newDocument(in *generated.NewDocumentInput) graph.DocumentID {
	doc := graph.DocumentDraft{
		Document: graph.Document{
			Title: d.words("title", value(in.Title)), Publisher: d.entity("publisher", in.Publisher), Author: value(in.Author),
			Language: value(in.Language), URL: value(in.URL), Published: value(in.Published), Retrieved: value(in.Retrieved),
			Rights: value(in.Rights),
		},
		Text: value(in.Text),
	}
	if doc.Title == "" {
		doc.Title = doc.URL
	}
	if doc.Text == "" {
		doc.ID = d.cited(&doc.Document)
	} else {
		doc.ID = graph.ContentDocumentID([]byte(doc.Text))
		doc.MediaType = "text/plain"
	}
	d.draft.Documents = append(d.draft.Documents, doc)
	return doc.ID
}

// cited is the id of a work that is not on file, which needs what tells it from others.
func (d *drafter) cited(doc *graph.Document) graph.DocumentID {
	if doc.URL == "" && (doc.Publisher == "" || doc.Title == "" || doc.Published.IsZero()) {
		d.fail(graph.Invalid("document.url", "", "an address, or publisher, title and date, of a document without text"))
	}
	return graph.CitedDocumentID(doc)
}

// claim drafts a proposition.
func (d *drafter) claim(in *generated.NewClaimInput) graph.Claim {
	if err := exactlyOne("object and value", in.Object != nil, in.Value != nil); err != nil {
		d.fail(err)
		return graph.Claim{}
	}
	claim := graph.Claim{
		Subject: d.entity("subject", in.Subject), Predicate: in.Predicate, Object: d.entity("object", in.Object),
		Value: d.value(in.Value), Modality: value(in.Modality),
	}
	for _, q := range in.Qualifiers {
		claim.Qualifiers = append(claim.Qualifiers, graph.Qualifier{Name: q.Name, Value: q.Value})
	}
	if claim.Modality == "" {
		claim.Modality = graph.Fact
	}
	return claim
}

// speech drafts who says something, how and when.
func (d *drafter) speech(in *generated.SpeechInput) graph.Assertion {
	said := graph.Assertion{
		Voice: in.Voice, Speaker: d.entity("speaker", in.Speaker), SpeakerBasis: value(in.SpeakerBasis),
		Channel: d.words("channel", value(in.Channel)), SaidAt: value(in.SaidAt), PublishedAt: value(in.PublishedAt),
		SourceReliability: string(value(in.SourceReliability)), RecordedBy: d.by,
	}
	if in.Capacity != nil {
		said.Capacity = graph.Capacity{Role: value(in.Capacity.Role), For: d.entity("capacity.for", in.Capacity.For)}
	}
	for _, r := range in.ReportedBy {
		said.ReportedBy = append(said.ReportedBy, graph.Report{
			Who: d.entity("reportedBy.who", r.Who), Work: d.document("reportedBy.work", r.Work), Published: value(r.Published),
		})
	}
	if in.Credibility != nil {
		said.Credibility = strconv.Itoa(*in.Credibility)
	}
	return said
}

// period is the time for which something is said to hold.
func (d *drafter) period(in *generated.PeriodInput) graph.Period {
	if in == nil {
		return graph.Period{}
	}
	return graph.Period{
		From: d.bound("period.from", in.From, in.FromOpen), To: d.bound("period.to", in.To, in.ToOpen), AsOf: value(in.AsOf),
	}
}

func (d *drafter) bound(field string, date *edtf.Date, open *bool) edtf.Bound {
	if date != nil && value(open) {
		d.fail(graph.Invalid(field, date.String(), "a date, or "+field+"Open, and not both"))
	}
	return edtf.Bound{Date: value(date), Open: value(open)}
}

func terms(in *generated.TermsInput) graph.Terms {
	if in == nil {
		return graph.Terms{}
	}
	return graph.Terms{ShareMin: value(in.ShareMin), ShareMax: value(in.ShareMax)}
}

// evidence are the places where something stands.
func (d *drafter) evidence(in []*generated.EvidenceInput) []graph.Evidence {
	if len(in) == 0 || len(in) > maxPage {
		d.fail(graph.Invalid("evidence", fmt.Sprintf("%d places", len(in)), fmt.Sprintf("1 to %d", maxPage)))
		return nil
	}
	places := make([]graph.Evidence, len(in))
	for i, e := range in {
		places[i] = graph.Evidence{
			Document: graph.DocumentID(e.Document), Layer: graph.LayerID(value(e.Layer)), Page: d.words("page", value(e.Page)), Quote: e.Quote,
			Start: start(e.Start),
		}
	}
	return places
}

// start is where a quote begins; left out it is to be found.
func start(given *int) int {
	if given == nil {
		return graph.UnknownStart
	}
	return *given
}

// state adds what is said of a claim to the draft.
func (d *drafter) state(claim graph.Claim, said graph.Assertion, confirmed *bool) {
	d.draft.Statements = append(d.draft.Statements, graph.Statement{
		Claim: claim, Assertion: said, Confirmed: value(confirmed), Place: onlyPlace,
	})
}

// ownStance refuses the stances that have mutations of their own.
func (d *drafter) ownStance(stance graph.Stance) {
	switch stance {
	case graph.Retracts:
		d.fail(graph.Invalid("stance", string(stance), "another stance; a withdrawal goes through retractAssertion"))
	case graph.Corrects:
		d.fail(graph.Invalid("stance", string(stance), "another stance; a correction goes through correctAssertion"))
	default:
	}
}
