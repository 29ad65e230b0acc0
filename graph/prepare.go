package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph/text"
)

// maxOperation is the longest id of an operation, in code points.
const maxOperation = 200

// prepared is a draft in standard form: ids are given, claims are made. It depends on the draft and the operation alone, so a
// repeated operation finds the same ids.
type prepared struct {
	documents  []Document
	layers     []Layer
	entities   []Entity
	statements []Statement // claim and assertion with their ids
	decisions  []ReviewDecision
	judgements []Judgement
	competence []BodyCompetence
	receipt    Receipt
	places     map[string]string
}

func (s *Service) prepare(op Operation, d Draft) (*prepared, error) {
	if err := checkLength("operation", string(op.ID), maxOperation); err != nil {
		return nil, err
	}
	p := &prepared{decisions: slices.Clone(d.Decisions), competence: slices.Clone(d.Competence), places: d.Places}
	if err := p.addDocuments(d.Documents); err != nil {
		return nil, err
	}
	for i, e := range d.Entities {
		e.ID = cmp.Or(e.ID, DeriveEntityID(op.ID, i))
		e.Specificity = cmp.Or(e.Specificity, Named)
		p.entities = append(p.entities, e)
		p.receipt.Entities = append(p.receipt.Entities, e.ID)
	}
	for i, st := range d.Statements {
		st.Place = cmp.Or(st.Place, fmt.Sprintf("statement %d", i+1))
		predicate, err := s.vocabulary.Predicate(st.Claim.Predicate)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", st.Place, err)
		}
		p.addStatement(op, i, st, predicate)
	}
	for i, j := range d.Judgements {
		j.ID = cmp.Or(j.ID, DeriveJudgementID(op.ID, i))
		j.Entities = slices.Sorted(slices.Values(j.Entities))
		p.judgements = append(p.judgements, j)
		p.receipt.Judgements = append(p.receipt.Judgements, j.ID)
	}
	return p, nil
}

func (p *prepared) addStatement(op Operation, i int, st Statement, predicate *Predicate) {
	st.Claim = NewClaim(predicate, st.Claim)
	a := &st.Assertion
	a.ID = cmp.Or(a.ID, DeriveAssertionID(op.ID, i))
	a.Claim = st.Claim.ID
	a.Review = cmp.Or(a.Review, Accepted)
	a.SpeakerBasis = cmp.Or(a.SpeakerBasis, StatedSpeaker)
	a.Evidence = slices.Clone(a.Evidence)
	p.statements = append(p.statements, st)
	p.receipt.Claims = append(p.receipt.Claims, st.Claim.ID)
	p.receipt.Assertions = append(p.receipt.Assertions, a.ID)
}

// addDocuments gives each document its id, and each text its layer.
func (p *prepared) addDocuments(drafts []DocumentDraft) error {
	for i, d := range drafts {
		doc := d.Document
		doc.Rights = cmp.Or(doc.Rights, FullText)
		if d.Text == "" {
			doc.ID = cmp.Or(doc.ID, CitedDocumentID(&doc))
		} else if err := p.addLayer(&doc, d); err != nil {
			return fmt.Errorf("document %d: %w", i+1, err)
		}
		p.documents = append(p.documents, doc)
		p.receipt.Documents = append(p.receipt.Documents, doc.ID)
	}
	return nil
}

func (p *prepared) addLayer(doc *Document, d DocumentDraft) error {
	raw := d.Bytes
	if len(raw) == 0 {
		raw = []byte(d.Text)
	}
	normal, err := text.Normalize(d.Text)
	if err != nil {
		return fmt.Errorf("text: %w: %w", err, ErrInvalid)
	}
	sum := sha256.Sum256(raw)
	doc.SHA256 = hex.EncodeToString(sum[:])
	doc.ID = cmp.Or(doc.ID, ContentDocumentID(raw))
	layer := Layer{Document: doc.ID, Extractor: cmp.Or(d.Extractor, "plain 1"), Text: normal}
	layer.ID = layerID(&layer)
	p.layers = append(p.layers, layer)
	return nil
}

// layerID hashes exactly what tells one text layer from another.
func layerID(l *Layer) LayerID {
	return LayerID(hashID("lay_", string(l.Document), l.Extractor, l.Text))
}

// ContentDocumentID makes the id of a document from its bytes.
func ContentDocumentID(content []byte) DocumentID {
	sum := sha256.Sum256(content)
	return DocumentID(hashID("doc_", hex.EncodeToString(sum[:])))
}

// CitedDocumentID makes the id of a work that is cited but not on file: a hash of its URL, else of publisher, title and date.
func CitedDocumentID(d *Document) DocumentID {
	if d.URL != "" {
		return DocumentID(hashID("doc_", "cited", d.URL))
	}
	return DocumentID(hashID("doc_", "cited", string(d.Publisher), d.Title, d.Published.String()))
}
