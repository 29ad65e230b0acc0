package graph

// Predicate is one row of the predicate table. The table is data: a row is added without touching code elsewhere.
type Predicate struct {
	Name    string
	Label   string // "cooperates with"
	Inverse string // label read from the object: "is owned by"; "" for a value
	// Clause and Infinitive make sentences: "{s} cooperates with {o}" and "cooperate with {o}". {o} is the object or the value,
	// {name} a qualifier's value; text in [ ] is left out when its qualifier is.
	Clause     string
	Infinitive string
	// Perfect is the infinitive of a deed that is over: "have founded {o}"; "" when Infinitive serves.
	Perfect string
	// Deed is the infinitive of what the object does, where it is the object that acts: "exploit {s}".
	Deed string
	// Hidden stands for a value that is kept back: "an undisclosed number of users". Unit is what a bare number counts: "users".
	Hidden string
	Unit   string

	Subjects       Kinds
	SubjectMeasure []MeasureKind // of a subject that is a measure; empty: any
	Objects        Kinds         // 0: takes a value
	GroupObjects   Kinds         // kinds that the object may have besides when it is a GROUP
	ObjectMeasure  []MeasureKind // of an object that is a measure; empty: any
	Values         []ValueType

	FtM  string // name in FollowTheMoney: a schema, or schema:property; or ""
	BODS string // type of interest in the Beneficial Ownership Data Standard 0.4, or ""

	Walkable   bool
	Symmetric  bool
	Functional bool // one value at a time
	Figure     bool // holds on its own day only
	Shares     bool // assertions may give shares
	// Act says that the row tells what an official act is and does: a state or agency speaks of it as an authority by default.
	Act        bool
	SpeaksFor  Speaks
	Accusatory Accusatory
	Accused    End
	Qualifiers []QualifierRule
}

// QualifierRule declares an identifying qualifier of a predicate.
type QualifierRule struct {
	Name     string
	Required bool
	Values   []string // the only ones allowed; empty: any text
	// Words say each of Values in a sentence; a verb has three forms parted by |, for Clause, Infinitive and Perfect.
	Words []string
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

// Speaks says which end of a claim may speak for the other as a party.
type Speaks string

// Who may speak for whom.
const (
	NobodySpeaks  Speaks = ""
	SubjectSpeaks Speaks = "SUBJECT" // the subject for the object
	ObjectSpeaks  Speaks = "OBJECT"  // the object for the subject
)
