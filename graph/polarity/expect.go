package polarity

// Stance is what a speech act does to its claim, as far as polarity goes.
type Stance string

// The kinds of stance. Asserts stands for ASSERTS, CONFIRMS and DETERMINES, Denies for DENIES and DISMISSES,
// Other for stances that neither support nor deny.
const (
	Asserts Stance = "ASSERTS"
	Alleges Stance = "ALLEGES"
	Denies  Stance = "DENIES"
	Other   Stance = "OTHER"
)

// Modality is how a claim is meant; the zero value counts as Fact.
type Modality string

// The modalities of claims.
const (
	Fact       Modality = "FACT"
	Capability Modality = "CAPABILITY"
	Intent     Modality = "INTENT"
	Plan       Modality = "PLAN"
	Risk       Modality = "RISK"
)

// Expect is what a quote is filed as.
type Expect struct {
	Stance   Stance
	Modality Modality
	// Attributed says that the speaker is recorded and is not the document's publisher, so that "according to"
	// and "claims that" before the quote are on file as who said it.
	Attributed bool
	// Negative says that the claim itself is a no: a prohibition, an exemption, an end, an absence.
	Negative bool
	// Text is the claim's own text, if it has one; a negation in it makes the claim negative.
	Text string
	// Name says that the quote only shows how a name, number or identifier is written. Nothing is checked.
	Name bool
}

// plainFact says whether the claim is filed as a fact that somebody simply states.
func (e Expect) plainFact() bool {
	return e.Stance == Asserts && (e.Modality == "" || e.Modality == Fact)
}

func (e Expect) supports() bool { return e.Stance == Asserts || e.Stance == Alleges }

func (e Expect) negative() bool { return e.Negative || Negative(e.Text) }
