package seed

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// drafter turns a pack into a draft. It keeps what names mean and collects errors with their places.
type drafter struct {
	file   string
	folder fs.FS
	vocab  *graph.Vocabulary
	pack   *Pack
	draft  graph.Draft

	documents map[string]graph.DocumentID
	entities  map[string]bool
	claims    map[string]graph.Claim // of statements
	statement map[string]*Statement
	errs      []error
}

// maxErrors is how many errors of a pack are told at once.
const maxErrors = 20

// newDraft makes the draft of a pack; folder holds its documents. All that is wrong is told, each with file and line.
func newDraft(file string, folder fs.FS, vocab *graph.Vocabulary, p *Pack) (graph.Draft, error) {
	d := &drafter{
		file: file, folder: folder, vocab: vocab, pack: p,
		documents: map[string]graph.DocumentID{}, entities: map[string]bool{},
		claims: map[string]graph.Claim{}, statement: map[string]*Statement{},
	}
	d.draft.Places = map[string]string{}
	d.readDocuments()
	d.readEntities()
	d.readCompetence()
	d.nameStatements()
	for i := range p.Statements {
		d.readStatement(&p.Statements[i])
	}
	d.readJudgements()
	newGate(d).checkAll()
	return d.draft, errors.Join(d.errs...)
}

func (d *drafter) place(line int) string { return fmt.Sprintf("%s:%d", d.file, line) }

// fail notes an error; it says false, so that callers can stop at it.
func (d *drafter) fail(line int, err error) bool {
	if len(d.errs) < maxErrors {
		d.errs = append(d.errs, &Error{d.file, line, err})
	}
	return false
}

func (d *drafter) invalid(line int, field, value, want string) {
	d.fail(line, graph.Invalid(field, value, want))
}

func entityID(name string) graph.EntityID {
	if name == "" {
		return ""
	}
	return graph.EntityID("ent_" + name)
}

func assertionID(name string) graph.AssertionID { return graph.AssertionID("ast_" + name) }

// entity gives the id of an entity of the pack; an unknown name is an error.
func (d *drafter) entity(line int, field, name string) graph.EntityID {
	if name != "" && !d.entities[name] {
		d.invalid(line, field, name, "the id of an entity of this pack")
	}
	return entityID(name)
}

// date reads an EDTF date; an empty one is none.
func (d *drafter) date(line int, field, text string) edtf.Date {
	if text == "" {
		return edtf.Date{}
	}
	date, err := edtf.ParseDate(text)
	if err != nil {
		d.fail(line, fmt.Errorf("%s: %w", field, err))
	}
	return date
}

func (d *drafter) readEntities() {
	for i := range d.pack.Entities {
		e := &d.pack.Entities[i]
		if e.ID == "" || d.entities[e.ID] {
			d.invalid(e.line, "id", e.ID, "a name that no other entity of the pack has")
			continue
		}
		d.entities[e.ID] = true
		d.draft.Places[string(entityID(e.ID))] = d.place(e.line)
		d.draft.Entities = append(d.draft.Entities, graph.Entity{
			ID: entityID(e.ID), Kind: graph.EntityKind(e.Kind), Caption: e.Caption,
			Specificity: graph.Specificity(e.Specificity), Count: e.Count.quantity(), Anchor: d.anchor(e),
			MeasureKind: graph.MeasureKind(e.MeasureKind), AgencyKind: graph.AgencyKind(e.AgencyKind),
		})
	}
	for i := range d.pack.Documents {
		d.entity(d.pack.Documents[i].line, "publisher", d.pack.Documents[i].Publisher)
	}
}

func (d *drafter) anchor(e *Entity) graph.DocumentID {
	return d.document(e.line, "anchor", e.Anchor)
}

func (d *drafter) readCompetence() {
	for _, c := range d.pack.Competence {
		body := graph.BodyCompetence{Body: d.entity(c.line, "body", c.Body)}
		for _, row := range c.Rows {
			body.Rows = append(body.Rows, graph.Competence{
				Voice: graph.Voice(row.Voice), Predicates: row.Predicates, Jurisdiction: row.Jurisdiction,
				Subject: row.Subject, Standard: row.Standard, Appealable: row.Appealable,
			})
		}
		d.draft.Places[string(body.Body)+" competence"] = d.place(c.line)
		d.draft.Competence = append(d.draft.Competence, body)
	}
}

// assertion gives the id of a statement of the pack; an unknown name is an error.
func (d *drafter) assertion(line int, field, name string) graph.AssertionID {
	if name == "" {
		return ""
	}
	if d.statement[name] == nil {
		d.invalid(line, field, name, "the id of a statement of this pack")
	}
	return assertionID(name)
}
