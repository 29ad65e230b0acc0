package graph

import "github.com/redthread-graph/redthread/graph/edtf"

// ValueType names a type of value.
type ValueType string

// The types of value.
const (
	QuantityValue    ValueType = "QUANTITY"
	MoneyValue       ValueType = "MONEY"
	DateValue        ValueType = "DATE"
	DurationValue    ValueType = "DURATION"
	TextValue        ValueType = "TEXT"
	IdentifierValue  ValueType = "IDENTIFIER"
	NameValue        ValueType = "NAME"
	ProvisionValue   ValueType = "PROVISION"
	ClaimRefValue    ValueType = "CLAIM_REF"
	CoordinatesValue ValueType = "COORDINATES"
	UndisclosedValue ValueType = "UNDISCLOSED"
)

// Value is what a claim says of its subject when that is no entity. The types of this file are all there are.
type Value interface {
	// Type names the value's type.
	Type() ValueType
	// canonical lists what tells this value from others: no wording, no spelling.
	canonical() []string
}

// Number is a decimal number as written in digits, or empty for no bound: "400000000", "0.48".
type Number string

// Quantity is a number of something, as a range: "over 400 million" has no upper bound.
type Quantity struct {
	Min         Number `json:"min,omitzero"`
	Max         Number `json:"max,omitzero"`
	Approximate bool   `json:"approximate,omitzero"`
	Unit        string `json:"unit,omitzero"`
}

// Money is an amount in a currency (ISO 4217), as a range.
type Money struct {
	Min         Number `json:"min,omitzero"`
	Max         Number `json:"max,omitzero"`
	Approximate bool   `json:"approximate,omitzero"`
	Currency    string `json:"currency,omitzero"`
}

// OnDate is a date as a value, such as the day of an act.
type OnDate struct {
	Date edtf.Date `json:"date,omitzero"`
}

// Duration is a length of time in ISO 8601 form, such as "P90D".
type Duration struct {
	ISO string `json:"iso,omitzero"`
}

// Text is a proposition in words. Its canonical wording is folded to make the claim's id; what was said stands in the evidence.
type Text struct {
	Wording  string `json:"wording,omitzero"`
	Language string `json:"language,omitzero"`
}

// Identifier is a mark given by a register: scheme ("LEI", "OFAC-SDN") and value.
type Identifier struct {
	Scheme string `json:"scheme,omitzero"`
	Value  string `json:"value,omitzero"`
}

// Name is a name with its script (ISO 15924) and language (BCP 47); a weak one is shared by many, such as a bare surname.
type Name struct {
	Text     string       `json:"text,omitzero"`
	Script   string       `json:"script,omitzero"`
	Language string       `json:"language,omitzero"`
	Strength NameStrength `json:"strength,omitzero"`
}

// NameStrength says how well a name tells its bearer from others.
type NameStrength string

// The strengths of a name.
const (
	StrongName NameStrength = "STRONG"
	AliasName  NameStrength = "ALIAS"
	WeakName   NameStrength = "WEAK"
)

// Provision is what a measure orders: an act as a noun or in -ing ("resale", "using"), what it concerns, whom it addresses and
// where; its days are the assertion's period.
type Provision struct {
	Effect     Effect `json:"effect,omitzero"`
	Act        string `json:"act,omitzero"`
	Concerns   string `json:"concerns,omitzero"`
	Addressees string `json:"addressees,omitzero"`
	Territory  string `json:"territory,omitzero"`
	Exhaustive bool   `json:"exhaustive,omitzero"`
}

// Effect is what a provision does.
type Effect string

// The effects of a provision.
const (
	Prohibits  Effect = "PROHIBITS"
	Permits    Effect = "PERMITS"
	Requires   Effect = "REQUIRES"
	Recommends Effect = "RECOMMENDS"
	Penalises  Effect = "PENALISES"
	Exempts    Effect = "EXEMPTS"
)

// ClaimRef is a claim as a value: a measure is grounded on it.
type ClaimRef struct {
	Claim ClaimID `json:"claim,omitzero"`
}

// Coordinates is a place in WGS 84 decimal degrees.
type Coordinates struct {
	Latitude  Number `json:"latitude,omitzero"`
	Longitude Number `json:"longitude,omitzero"`
}

// Undisclosed says that a value exists and that somebody keeps it back.
type Undisclosed struct {
	By EntityID `json:"by,omitzero"`
}
