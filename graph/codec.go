package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// KindOfRecord names the type of a raw record; of a ClaimState it is StandingRecord, of other derived ones "".
func KindOfRecord(r Record) RecordKind {
	switch r.(type) {
	case *Entity:
		return EntityRecord
	case *Document:
		return DocumentRecord
	case *Layer:
		return LayerRecord
	case *Claim:
		return ClaimRecord
	case *Assertion:
		return AssertionRecord
	case *ReviewDecision:
		return DecisionRecord
	case *Judgement:
		return JudgementRecord
	case *BodyCompetence:
		return CompetenceRecord
	case *ClaimState:
		return StandingRecord
	default:
		return ""
	}
}

// RecordID is the id under which a raw record stands in the change log.
func RecordID(r Record) string {
	switch r := r.(type) {
	case *Entity:
		return string(r.ID)
	case *Document:
		return string(r.ID)
	case *Layer:
		return string(r.ID)
	case *Claim:
		return string(r.ID)
	case *Assertion:
		return string(r.ID)
	case *ReviewDecision:
		return string(r.Assertion)
	case *Judgement:
		return string(r.ID)
	case *BodyCompetence:
		return string(r.Body)
	case *ClaimState:
		return string(r.Claim)
	case *EntityState:
		return string(r.Entity)
	case *LayerTerms:
		return string(r.Layer)
	default:
		return ""
	}
}

// MarshalRecord writes a raw record as JSON. Equal records give equal bytes; a quote is not written, only its place.
func MarshalRecord(r Record) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("%s: %w", KindOfRecord(r), err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// UnmarshalRecord reads what MarshalRecord wrote; unknown fields are refused.
func UnmarshalRecord(kind RecordKind, data []byte) (Record, error) {
	r, err := emptyRecord(kind)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(r); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", kind, err, ErrInvalid)
	}
	return r, nil
}

func emptyRecord(kind RecordKind) (Record, error) {
	switch kind {
	case EntityRecord:
		return &Entity{}, nil
	case DocumentRecord:
		return &Document{}, nil
	case LayerRecord:
		return &Layer{}, nil
	case ClaimRecord:
		return &Claim{}, nil
	case AssertionRecord:
		return &Assertion{}, nil
	case DecisionRecord:
		return &ReviewDecision{}, nil
	case JudgementRecord:
		return &Judgement{}, nil
	case CompetenceRecord:
		return &BodyCompetence{}, nil
	default:
		return nil, Invalid("kind", string(kind), "the kind of a raw record")
	}
}

// MarshalJSON writes the claim with its value's type.
func (c Claim) MarshalJSON() ([]byte, error) {
	wire := claimWire{c.ID, c.Subject, c.Predicate, c.Object, nil, c.Modality, c.Qualifiers}
	if c.Value != nil {
		value, err := MarshalValue(c.Value)
		if err != nil {
			return nil, err
		}
		wire.Value = value
	}
	return json.Marshal(wire)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *Claim) UnmarshalJSON(data []byte) error {
	var wire claimWire
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&wire); err != nil {
		return err
	}
	*c = Claim{wire.ID, wire.Subject, wire.Predicate, wire.Object, nil, wire.Modality, wire.Qualifiers}
	if wire.Value == nil {
		return nil
	}
	value, err := UnmarshalValue(wire.Value)
	c.Value = value
	return err
}

type claimWire struct {
	ID         ClaimID         `json:"id"`
	Subject    EntityID        `json:"subject"`
	Predicate  string          `json:"predicate"`
	Object     EntityID        `json:"object,omitempty"`
	Value      json.RawMessage `json:"value,omitempty"`
	Modality   Modality        `json:"modality"`
	Qualifiers []Qualifier     `json:"qualifiers,omitempty"`
}
