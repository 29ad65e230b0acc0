package graph

import "github.com/redthread-graph/redthread/graph/edtf"

// Stance is what a speaker does with a claim.
type Stance string

// The stances. RETRACTS and CORRECTS withdraw their target; DISMISSES with a target sets only that one aside.
const (
	Asserts    Stance = "ASSERTS"
	Alleges    Stance = "ALLEGES"
	Confirms   Stance = "CONFIRMS"
	Denies     Stance = "DENIES"
	Determines Stance = "DETERMINES"
	Dismisses  Stance = "DISMISSES"
	Qualifies  Stance = "QUALIFIES"
	NoComment  Stance = "NO_COMMENT"
	Retracts   Stance = "RETRACTS"
	Corrects   Stance = "CORRECTS"
)

// Stances lists all stances.
func Stances() []Stance {
	return []Stance{Asserts, Alleges, Confirms, Denies, Determines, Dismisses, Qualifies, NoComment, Retracts, Corrects}
}

// Voice is the capacity in which something is said, as the source shows it.
type Voice string

// The voices. REGISTER and AUTHORITY count only for a body in the competence table that is not the accused.
const (
	RegisterVoice  Voice = "REGISTER"
	AuthorityVoice Voice = "AUTHORITY"
	PartyVoice     Voice = "PARTY"
	PublisherVoice Voice = "PUBLISHER"
	OtherVoice     Voice = "OTHER"
)

// Voices lists all voices.
func Voices() []Voice {
	return []Voice{RegisterVoice, AuthorityVoice, PartyVoice, PublisherVoice, OtherVoice}
}

// SpeakerBasis says whether the source names the speaker.
type SpeakerBasis string

// The bases of a speaker.
const (
	StatedSpeaker   SpeakerBasis = "STATED"
	InferredSpeaker SpeakerBasis = "INFERRED"
)

// Capacity is the role in which somebody speaks and the body for which: "as Secretary, for Commerce".
type Capacity struct {
	Role string   `json:"role,omitzero"`
	For  EntityID `json:"for,omitzero"`
}

// Report is one link of the chain from a speaker to the document on file: who reported it, in which work, published when.
type Report struct {
	Who       EntityID   `json:"who,omitzero"`
	Work      DocumentID `json:"work,omitzero"` // may be a document without text, cited only
	Published edtf.Date  `json:"published,omitzero"`
}

// Period is the time for which something is said to hold. An unknown end (zero) and an open one (Open) differ.
type Period struct {
	From edtf.Bound `json:"from,omitzero"`
	To   edtf.Bound `json:"to,omitzero"`
	AsOf edtf.Date  `json:"asOf,omitzero"` // a day on which it is known to hold
}

// IsZero says whether no day is given at all.
func (p Period) IsZero() bool { return p == Period{} }

// Terms is the share that is said to be held, in per cent; an empty bound is unknown.
type Terms struct {
	ShareMin Number `json:"shareMin,omitzero"`
	ShareMax Number `json:"shareMax,omitzero"`
}

// ReviewState says whether an assertion counts; only an accepted one does.
type ReviewState string

// The review states.
const (
	Machine  ReviewState = "MACHINE"
	Accepted ReviewState = "ACCEPTED"
	Rejected ReviewState = "REJECTED"
	Unsure   ReviewState = "UNSURE"
)

// Assertion is one speech act about a claim: immutable, and never deleted.
type Assertion struct {
	ID           AssertionID  `json:"id,omitzero"`
	Claim        ClaimID      `json:"claim,omitzero"`
	Stance       Stance       `json:"stance,omitzero"`
	Voice        Voice        `json:"voice,omitzero"`
	Target       AssertionID  `json:"target,omitzero"` // what it retracts, corrects or sets aside
	Speaker      EntityID     `json:"speaker,omitzero"`
	Capacity     Capacity     `json:"capacity,omitzero"`
	SpeakerBasis SpeakerBasis `json:"speakerBasis,omitzero"`
	ReportedBy   []Report     `json:"reportedBy,omitzero"` // from the speaker to the document
	Channel      string       `json:"channel,omitzero"`    // how it was said: "press call", "X"
	SaidAt       edtf.Date    `json:"saidAt,omitzero"`
	PublishedAt  edtf.Date    `json:"publishedAt,omitzero"`
	Period       Period       `json:"period,omitzero"`
	Terms        Terms        `json:"terms,omitzero"`
	Evidence     []Evidence   `json:"evidence,omitzero"`

	SourceReliability string      `json:"sourceReliability,omitzero"` // Admiralty A–F
	Credibility       string      `json:"credibility,omitzero"`       // Admiralty 1–6
	Extraction        float64     `json:"extraction,omitzero"`        // confidence of the extractor, 0–1; 0 when a person recorded it
	Review            ReviewState `json:"review,omitzero"`
	RecordedBy        string      `json:"recordedBy,omitzero"`
	ConfirmedBy       string      `json:"confirmedBy,omitzero"` // who confirmed a quote that the polarity lint doubted
}

// Body is who speaks: the body that the capacity names, else the speaker.
func (a *Assertion) Body() EntityID {
	if a.Capacity.For != "" {
		return a.Capacity.For
	}
	return a.Speaker
}

// ReviewDecision changes the review state of an assertion; the newest one counts. A rejected slip never counted.
type ReviewDecision struct {
	Assertion AssertionID `json:"assertion,omitzero"`
	State     ReviewState `json:"state,omitzero"`
	By        string      `json:"by,omitzero"`
	Reason    string      `json:"reason,omitzero"`
}
