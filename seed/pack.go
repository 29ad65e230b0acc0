package seed

// Pack is the content of a pack file. Names of things are local to the pack: the entity "kaspersky" gets the id "ent_kaspersky",
// the statement "ban-announced" the id "ast_ban-announced".
type Pack struct {
	Name       string // what the pack is about, for progress and errors
	Documents  []Document
	Entities   []Entity
	Competence []Competence
	Statements []Statement
	Coverings  []Covering
	Identities []Identity
}

// Document is a text beside the pack, or a work that is only cited.
type Document struct {
	ID        string `yaml:"id"`
	File      string `yaml:"file"` // beside the pack; none: the work is cited only
	Title     string `yaml:"title"`
	Publisher string `yaml:"publisher"`
	Author    string `yaml:"author"`
	Language  string `yaml:"language"`
	URL       string `yaml:"url"`
	Published string `yaml:"published"` // EDTF
	Retrieved string `yaml:"retrieved"` // EDTF
	Rights    string `yaml:"rights"`
	line      int
}

// Entity is a thing that statements are about.
type Entity struct {
	ID          string    `yaml:"id"`
	Kind        string    `yaml:"kind"`
	Caption     string    `yaml:"caption"`
	Specificity string    `yaml:"specificity"`
	Count       *Quantity `yaml:"count"`
	Anchor      string    `yaml:"anchor"` // document
	MeasureKind string    `yaml:"measureKind"`
	AgencyKind  string    `yaml:"agencyKind"`
	Mentions    []string  `yaml:"mentions"` // how documents call it besides its caption and names
	line        int
}

// Competence is what a body may find or record.
type Competence struct {
	Body string          `yaml:"body"`
	Rows []CompetenceRow `yaml:"rows"`
	line int
}

// CompetenceRow is one row of a body's competence.
type CompetenceRow struct {
	Voice        string   `yaml:"voice"`
	Predicates   []string `yaml:"predicates"`
	Jurisdiction string   `yaml:"jurisdiction"`
	Subject      string   `yaml:"subject"`
	Standard     string   `yaml:"standard"`
	Appealable   bool     `yaml:"appealable"`
}

// Statement is one assertion about a claim. The claim is given by its parts, or as that of another statement by About.
type Statement struct {
	ID         string            `yaml:"id"`
	About      string            `yaml:"about"` // statement whose claim this one is about
	Subject    string            `yaml:"subject"`
	Predicate  string            `yaml:"predicate"`
	Object     string            `yaml:"object"`
	Value      *Value            `yaml:"value"`
	Qualifiers map[string]string `yaml:"qualifiers"`
	Modality   string            `yaml:"modality"`

	Stance   string    `yaml:"stance"`
	Voice    string    `yaml:"voice"`
	Target   string    `yaml:"target"` // statement that it retracts, corrects or sets aside
	Speaker  string    `yaml:"speaker"`
	Capacity *Capacity `yaml:"capacity"`
	Inferred bool      `yaml:"inferred"` // the source does not name the speaker
	Reported []Report  `yaml:"reported"`
	Channel  string    `yaml:"channel"`
	Said     string    `yaml:"said"`      // EDTF
	Publish  string    `yaml:"published"` // EDTF
	Period   *Period   `yaml:"period"`
	Shares   *Shares   `yaml:"shares"`
	Evidence []Quote   `yaml:"evidence"`
	Resolved string    `yaml:"resolved"` // why the quotes are about subject and object although they do not name them

	Reliability string `yaml:"reliability"`
	Credibility string `yaml:"credibility"`
	line        int
}

// Capacity is the role in which a speaker speaks, and for which body.
type Capacity struct {
	Role string `yaml:"role"`
	For  string `yaml:"for"`
}

// Report is one link from the speaker to the document.
type Report struct {
	Who       string `yaml:"who"`
	Work      string `yaml:"work"`
	Published string `yaml:"published"`
}

// Period is the time for which a statement is said to hold, in EDTF; ".." is an open end, a missing one is unknown.
type Period struct {
	From string `yaml:"from"`
	To   string `yaml:"to"`
	AsOf string `yaml:"asOf"`
}

// Shares are the bounds of what is held, in per cent.
type Shares struct {
	Min string `yaml:"min"`
	Max string `yaml:"max"`
}

// Quote is the exact words of a document; After is what stands right before them, where they stand in several places.
type Quote struct {
	Document string `yaml:"document"`
	Quote    string `yaml:"quote"`
	After    string `yaml:"after"`
	Page     string `yaml:"page"`
}

// Covering judges that a denial covers the claim of another statement.
type Covering struct {
	ID      string `yaml:"id"`
	Denial  string `yaml:"denial"`
	Claim   string `yaml:"claim"` // a statement about it
	Verdict string `yaml:"verdict"`
	By      string `yaml:"by"`
	Reason  string `yaml:"reason"`
	line    int
}

// Identity judges whether two entities are the same.
type Identity struct {
	ID       string   `yaml:"id"`
	Entities []string `yaml:"entities"`
	Verdict  string   `yaml:"verdict"`
	By       string   `yaml:"by"`
	Reason   string   `yaml:"reason"`
	line     int
}
