package graph

import (
	"fmt"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// The nodes that are no rows of a reader. Fields that a document's rights forbid are nil.
type (
	// TieNode is one projected edge seen from its near entity.
	TieNode struct {
		Edge
		Certain *bool // whether it certainly holds on the view's day; nil without one
	}
	// AllegationNode is a claim that accuses, or that somebody alleged.
	AllegationNode struct{ Claim *ClaimRow }
	// MeasureTie is an entity's tie to a measure.
	MeasureTie struct {
		Tie     *TieNode
		Measure *EntityRow
		Status  MeasureStatus // the measure's, but ENDED once the tie has certainly ended; "" when no day is known
	}
	// OfficeTie is an entity's tie to an office.
	OfficeTie struct {
		Tie    *TieNode
		Office *EntityRow
	}
	// FigureNode is a number that sources give for an entity.
	FigureNode struct {
		Claim   *ClaimRow
		Stretch Stretch
		Quote   *string // of the first accepted support recorded
	}
	// FactNode is one thing recorded from a document: an assertion with one of its anchors there.
	FactNode struct {
		Assertion *AssertionRow
		Index     int // of the evidence
	}
	// StandingNode is one stretch of a claim as the store knew it for some revisions.
	StandingNode struct {
		StateRow
		Claim ClaimID
	}
	// TieSetNode holds all ties that answer a question with one expected answer, strongest first. Void ones are no answer.
	TieSetNode struct {
		Owner    EntityID
		Name     string
		Ties     []*TieNode
		Conflict *ConflictNode // nil: nothing contradicts
	}
	// ClaimSetNode holds all claims that answer such a question, strongest first. Void ones are no answer.
	ClaimSetNode struct {
		Owner    EntityID
		Name     string
		Claims   []*ClaimRow
		Conflict *ConflictNode
	}
	// FacetNode counts an entity's ties of one sort.
	FacetNode struct {
		Owner EntityID
		Facet
	}
	// MeasureDayNode is one of a measure's days.
	MeasureDayNode struct {
		Measure  EntityID
		Kind     string    // DECIDED, ANNOUNCED, PUBLISHED, EFFECTIVE or ENDED
		Date     edtf.Date // the day that counts: the earliest, of ENDED the latest
		Claims   []*ClaimRow
		Conflict *ConflictNode
	}
	// OriginNode is where support for a claim comes from.
	OriginNode struct {
		Claim     ClaimID
		Speaker   *EntityRow   // nil: only the publisher is known
		Work      *DocumentRow // the first work that carried it; nil: the chain names none
		Publisher *EntityRow   // of the document on file; nil: not known
	}
	// ReportNode is one link of the chain from a speaker to the document on file.
	ReportNode struct {
		Report
		Assertion AssertionID
		Index     int
	}
	// Scalar is a value that had to be read, such as a claim's sentence. Nothing is read below it.
	Scalar[T any] struct{ Value T }
	// StatedNode is a number that sources state, against what they list one by one.
	StatedNode struct {
		Owner    EntityID
		Stated   *Quantity // by the strongest and then latest claim
		Claims   []*ClaimRow
		Conflict *ConflictNode
		Listed   int
		Entities []*EntityRow // those listed, in order of name
		Missing  *Quantity    // stated less listed, not below 0
	}
	// CompetenceNode is one row of the competence table.
	CompetenceNode struct {
		Competence
		Body  *EntityRow
		Index int
	}
	// DocumentAt is a document of which one text is meant: that in which a quote stands.
	DocumentAt struct {
		*DocumentRow
		Layer LayerID
	}
	// DocumentHit is a document of a list, with the places that hold the words searched for.
	DocumentHit struct {
		Document *DocumentRow
		Passages []Passage
	}
	// EntityMatch is an entity of a list.
	EntityMatch struct {
		Entity       *EntityRow
		MatchingTies *int // nil: the filter counts no ties
	}
	// ChangeNode is one change with what it names, as that stands at the newest revision.
	ChangeNode struct {
		Change
		Node Node // nil: it is none that can be shown by its id
	}
)

// Key tells ties apart: a claim's stretch as seen from one end.
func (n *TieNode) Key() string {
	return string(n.Near) + " " + string(n.Claim) + " " + intKey(n.Stretch.From)
}

// Key is that of the claim.
func (n *AllegationNode) Key() string { return n.Claim.Key() }

// Key is that of the tie.
func (n *MeasureTie) Key() string { return n.Tie.Key() }

// Key is that of the tie.
func (n *OfficeTie) Key() string { return n.Tie.Key() }

// Key tells a claim's stretches apart.
func (n *FigureNode) Key() string { return n.Claim.Key() + " " + intKey(n.Stretch.From) }

// Key tells an assertion's anchors apart.
func (n *FactNode) Key() string { return fmt.Sprint(n.Assertion.ID, " ", n.Index) }

// Key tells a claim's stretches at all revisions apart.
func (n *StandingNode) Key() string {
	return fmt.Sprint(n.Claim, " ", intKey(n.From), " ", intKey(n.Since.Revision))
}

// Key tells an entity's sets apart.
func (n *TieSetNode) Key() string { return fmt.Sprint(n.Owner, " ", n.Name) }

// Key tells an entity's sets apart.
func (n *ClaimSetNode) Key() string { return fmt.Sprint(n.Owner, " ", n.Name) }

// Key tells an entity's facets apart.
func (n *FacetNode) Key() string {
	return fmt.Sprint(n.Owner, " ", n.Direction, " ", n.Predicate, " ", n.Standing)
}

// Key tells a measure's days apart.
func (n *MeasureDayNode) Key() string { return fmt.Sprint(n.Measure, " ", n.Kind) }

// Key tells a claim's origins apart.
func (n *OriginNode) Key() string {
	var speaker, publisher EntityID
	var work DocumentID
	if n.Speaker != nil {
		speaker = n.Speaker.ID
	}
	if n.Work != nil {
		work = n.Work.ID
	}
	if n.Publisher != nil {
		publisher = n.Publisher.ID
	}
	return fmt.Sprint(n.Claim, " ", speaker, " ", work, " ", publisher)
}

// Key tells an assertion's links apart.
func (n *ReportNode) Key() string { return fmt.Sprint(n.Assertion, " ", n.Index) }

// Key is empty: scalars are leaves.
func (n *Scalar[T]) Key() string { return "" }

// Key is the owner's.
func (n *StatedNode) Key() string { return string(n.Owner) }

// Key tells a body's rows apart.
func (n *CompetenceNode) Key() string { return fmt.Sprint(n.Body.ID, " ", n.Index) }

// Key tells a document's texts apart.
func (n *DocumentAt) Key() string { return string(n.ID) + " " + string(n.Layer) }

// Key is the document's.
func (n *DocumentHit) Key() string { return string(n.Document.ID) }

// Key is the entity's.
func (n *EntityMatch) Key() string { return string(n.Entity.ID) }

// Key tells changes apart.
func (n *ChangeNode) Key() string { return intKey(n.Revision) + " " + intKey(n.Ordinal) }
