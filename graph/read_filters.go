package graph

// Filters select the rows of a list. Every field given must hold; of a list, one of its members must. Zero fields do not restrict.
type (
	// ClaimFilter selects claims.
	ClaimFilter struct {
		About       []EntityID // at an end
		Subject     []EntityID
		Object      []EntityID
		Predicates  []string
		Standings   []Standing // on the day of the view, else in the latest stretch
		Stances     []Stance   // of an accepted assertion about it
		Modalities  []Modality
		Speaker     []EntityID // of an accepted assertion about it, themselves or through who speaks for them
		Document    []DocumentID
		From, To    *Day // may hold on this day or later; or earlier
		Accusatory  *bool
		Contested   *bool
		Conflicting *bool // takes part in a contradiction
	}
	// AllegationFilter selects allegations.
	AllegationFilter struct {
		About         []EntityID
		Speaker       []EntityID
		Document      []DocumentID
		Predicates    []string
		Standings     []Standing
		Modalities    []Modality
		Contested     *bool
		Denied        *bool // has an entry in [AllegationDenials]
		ReplyRecorded *bool
		From, To      *Day
	}
	// TieFilter selects ties.
	TieFilter struct {
		Predicates []string
		Standings  []Standing
		Kinds      Kinds      // of the far entity; 0: all
		With       []EntityID // far entities
		Direction  Direction  // the end at which the near entity stands; "": either
		Modalities []Modality
		Contested  *bool
		Accusatory *bool
	}
	// MeasureFilter selects measures.
	MeasureFilter struct {
		About                    []EntityID // tied to it as target, addressee or authority
		Speaker                  []EntityID // speaks of a claim with the measure at an end
		Document                 []DocumentID
		Authority                []EntityID
		Kinds                    []MeasureKind
		Statuses                 []MeasureStatus
		FirstDayFrom, FirstDayTo *Day
	}
	// DocumentFilter selects documents. A date that may mean several days passes when one of them does.
	DocumentFilter struct {
		Text                       string // words that the text must hold; [View.SearchDocuments] alone reads it
		Language                   string
		PublishedFrom, PublishedTo *Day
		About                      []EntityID
		Publisher                  []EntityID
		URL                        string
		Rights                     []Rights
		OnFile                     *bool
	}
	// UnitFilter selects organisational units.
	UnitFilter struct {
		Standings   []Standing
		Kinds       Kinds
		Specificity []Specificity
		LocatedIn   []EntityRef
	}
	// OfficeFilter selects offices.
	OfficeFilter struct {
		Standings    []Standing
		LocatedIn    []EntityRef
		Headquarters *bool
	}
	// EntityFilter selects entities.
	EntityFilter struct {
		And, Or         []EntityFilter
		Not             *EntityFilter
		Name            string // whole, whatever its letter case and script
		Kinds           Kinds
		Specificity     []Specificity
		Ties            *TiesFilter
		HeadquarteredIn *EntityRef // a place; those that lie in it count
		Targeted        *TargetedFilter
		TieCount        *TieCountFilter
	}
	// TiesFilter says which ties an entity must have, or must not have.
	TiesFilter struct{ Some, None *TieFilter }
	// TargetedFilter says which measures must target an entity, or must not.
	TargetedFilter struct{ Some, None *MeasureFilter }
	// TieCountFilter says how many ties of some sort an entity must have.
	TieCountFilter struct {
		Filter   TieFilter
		Min, Max *int
	}
	// EntityRef names one entity; exactly one field must be given.
	EntityRef struct {
		ID         EntityID
		Name       string
		Identifier *Identifier
	}
)

// TieOrder is an order of ties; far entity, claim and first day decide between equals.
type TieOrder string

// The orders of ties.
const (
	TiesByPredicate TieOrder = "PREDICATE"
	TiesByStrength  TieOrder = "STRENGTH" // strongest standing first
)

// AssertionOrder is an order of assertions; the id decides between equals.
type AssertionOrder string

// The orders of assertions.
const (
	ByRecorded AssertionOrder = "RECORDED"
	BySaid     AssertionOrder = "SAID" // when said, else published, earliest first; undated ones last
)

// ByMatchingTies orders entities by how many ties the filter's tieCount, else its ties.some, matches, most first.
const ByMatchingTies EntityOrder = "MATCHING_TIES"

// AllegationRole is what an entity is to the allegations listed for it.
type AllegationRole string

// The roles to an allegation; of a symmetric claim either end is both subject and object.
const (
	AccusedSubject AllegationRole = "SUBJECT"
	AccusedObject  AllegationRole = "OBJECT"
	Accuser        AllegationRole = "SPEAKER"
)

// MeasureRole is what an entity is to the measures listed for it.
type MeasureRole string

// The roles to a measure.
const (
	AsTarget    MeasureRole = "TARGET"
	AsAddressee MeasureRole = "ADDRESSEE"
	AsAuthority MeasureRole = "AUTHORITY"
)
