package model

// Accusatory says when claims of a predicate accuse.
type Accusatory string

// ClaimEnd is one end of a claim.
type ClaimEnd string

// MeasureDayKind is what happened to a measure on a day.
type MeasureDayKind string

// TruncationReason is the bound that cut an answer.
type TruncationReason string

// SourceReliability is how far a source may be relied on, in the Admiralty code.
type SourceReliability string

// ChangeKind is what a change adds.
type ChangeKind string
