package graph

// Modality says what kind of proposition a claim is; only a FACT can be safe to walk.
type Modality string

// The modalities.
const (
	Fact       Modality = "FACT"
	Capability Modality = "CAPABILITY"
	Intent     Modality = "INTENT"
	Plan       Modality = "PLAN"
	Risk       Modality = "RISK"
)

// Modalities lists all modalities.
func Modalities() []Modality { return []Modality{Fact, Capability, Intent, Plan, Risk} }

// Qualifier is one identifying detail of a claim, such as the role in DIRECTS or the place of a figure.
type Qualifier struct {
	Name  string `json:"name,omitzero"`
	Value string `json:"value,omitzero"`
}

// Claim is one proposition, without dates and shares: they belong to what is said of it. Its id is a hash of all its fields.
type Claim struct {
	ID        ClaimID
	Subject   EntityID
	Predicate string
	// Object is empty when Value is set; exactly one of the two is.
	Object     EntityID
	Value      Value
	Modality   Modality
	Qualifiers []Qualifier // sorted by name
}
