package graph

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
)

// Draft is what one operation brings. All of it is written, or none. Things already on file with equal content are left alone.
type Draft struct {
	Documents  []DocumentDraft
	Entities   []Entity // an empty id is derived from the operation and the place in this list
	Statements []Statement
	Decisions  []ReviewDecision
	Judgements []Judgement // an empty id is derived
	Competence []BodyCompetence
	// Places says for errors where the thing of an id stands in the input: "facts.yaml:12".
	Places map[string]string
}

// at puts an error at the place of the thing with that id.
func (d *prepared) at(id, what string, err error) error {
	if place := d.places[id]; place != "" {
		return fmt.Errorf("%s: %s: %w", place, what, err)
	}
	return fmt.Errorf("%s: %w", what, err)
}

// DocumentDraft is a document with the text of its layer; one without text is cited only.
type DocumentDraft struct {
	Document
	Bytes     []byte // of the original; empty: the text's own bytes
	Text      string
	Extractor string // name and version; empty: "plain 1"
}

// Statement is an assertion with the claim that it is about.
type Statement struct {
	Claim     Claim // without id
	Assertion Assertion
	// Confirmed says that a person has seen the whole sentence and stands by the quote that the polarity lint doubted.
	Confirmed bool
	// Place names the statement in errors: "facts.yaml:12"; empty: its number.
	Place string
}

// digest identifies the draft's content, so that an operation id given again with another one is refused.
func (d *Draft) digest() ([32]byte, error) {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for _, part := range []any{d.Documents, d.Entities, d.Decisions, d.Judgements, d.Competence} {
		if err := enc.Encode(part); err != nil {
			return [32]byte{}, fmt.Errorf("digest: %w", err)
		}
	}
	for i := range d.Statements {
		st := d.Statements[i]
		st.Place = ""
		if err := enc.Encode(st); err != nil {
			return [32]byte{}, fmt.Errorf("digest: %w", err)
		}
	}
	return [32]byte(h.Sum(nil)), nil
}
