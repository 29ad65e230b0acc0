package graph

// Predicate is one row of the predicate table. The table is data: a row is added without touching code elsewhere.
type Predicate struct {
	Name    string
	Label   string // "cooperates with"
	Inverse string // label read from the object: "is cooperated with by"
	// Clause and Infinitive make sentences: "{s} cooperates with {o}" and "cooperate with {o}". {o} is the object or the value,
	// {name} a qualifier's value; text in [ ] is left out when its qualifier is.
	Clause     string
	Infinitive string

	Subjects       Kinds
	SubjectMeasure []MeasureKind // empty: any
	Objects        Kinds         // 0: takes a value
	ObjectMeasure  []MeasureKind // empty: any
	Values         []ValueType

	FtM  string // name in FollowTheMoney, or ""
	BODS string // name in the Beneficial Ownership Data Standard, or ""

	Walkable   bool
	Symmetric  bool
	Functional bool // one value at a time
	Figure     bool // holds on its own day only
	Shares     bool // assertions may give shares
	Accusatory Accusatory
	Accused    End
	Qualifiers []QualifierRule
}

// QualifierRule declares an identifying qualifier of a predicate.
type QualifierRule struct {
	Name     string
	Required bool
	Values   []string // the only ones allowed; empty: any text
}

// Accusatory says when a claim of a predicate accuses.
type Accusatory string

// When a predicate accuses. Besides, every predicate does when one end is an intelligence service and the other is exposed to it.
const (
	NeverAccusatory  Accusatory = ""
	AlwaysAccusatory Accusatory = "ALWAYS"
	WithOfficial     Accusatory = "WITH_OFFICIAL" // when one end is a state, agency or service and the other is none
)

// End is one end of a claim.
type End string

// The ends.
const (
	SubjectEnd End = ""
	ObjectEnd  End = "OBJECT"
)
