package graph

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
)

// planner turns a prepared draft into records: checked against what is on file and what came before it in the draft.
type planner struct {
	vocabulary *Vocabulary
	over       *overlay
	verifier   *verifier
	records    []Record
	touched    []ClaimID
	entities   []EntityID // new ones
}

// plan is a pure function of the draft and of what is on file.
func (s *Service) plan(ctx context.Context, onFile Reader, p *prepared) ([]Record, error) {
	over := newOverlay(onFile)
	pl := &planner{vocabulary: s.vocabulary, over: over, verifier: newVerifier(over)}
	steps := []func(context.Context, *prepared) error{
		pl.planEntities, pl.planDocuments, pl.planClaims, pl.planAssertions, pl.planParties, pl.planDecisions, pl.planJudgements, pl.planCompetence,
	}
	for _, step := range steps {
		if err := step(ctx, p); err != nil {
			return nil, err
		}
	}
	if len(pl.records) == 0 {
		return nil, nil
	}
	return pl.finish(ctx)
}

// finish adds to the raw records what is derived from them. Touched claims are laid over the reader, since it lists none that
// nobody spoke about before.
func (pl *planner) finish(ctx context.Context) ([]Record, error) {
	rows, err := pl.over.Claims(ctx, sortedSet(pl.touched))
	if err != nil {
		return nil, err
	}
	maps.Copy(pl.over.claims, rows)
	derived, err := newDeriver(pl.over, pl.vocabulary).derive(ctx, pl.touched, pl.entities)
	if err != nil {
		return nil, err
	}
	return append(pl.records, derived...), nil
}

// write lays a new raw record over what is on file, and notes what follows from it.
func (pl *planner) write(ctx context.Context, r Record) error {
	pl.records = append(pl.records, r)
	pl.over.add(r)
	return pl.touch(ctx, r)
}

// errOnFile marks a thing that is on file with equal content.
var errOnFile = errors.New("already on file")

// sameOrConflict compares a thing given again with the one on file: errOnFile when they are equal, else ErrConflict.
func sameOrConflict(id string, old, given any) error {
	if field := differing(old, given); field != "" {
		return conflict(id, field)
	}
	return errOnFile
}

// differing names the first field in which two structs of one type differ, or "".
func differing(a, b any) string {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			return x.Type().Field(i).Name
		}
	}
	return ""
}

func (pl *planner) planEntities(ctx context.Context, p *prepared) error {
	rows, err := pl.over.Entities(ctx, p.receipt.Entities)
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.entities {
		e := &p.entities[i]
		old := rows[e.ID]
		if fresh := pl.over.entities[e.ID]; fresh != nil {
			old = fresh
		}
		if err := pl.planEntity(ctx, e, old); err != nil {
			if err := wrong.add(p.at(string(e.ID), "entity "+string(e.ID), err)); err != nil {
				return err
			}
		}
	}
	return wrong.err()
}

func (pl *planner) planEntity(ctx context.Context, e *Entity, old *EntityRow) error {
	if err := e.check(); err != nil {
		return err
	}
	if old == nil {
		return pl.write(ctx, e)
	}
	if err := sameOrConflict(string(e.ID), old.Entity, *e); !errors.Is(err, errOnFile) {
		return err
	}
	return nil
}

func (pl *planner) planDocuments(ctx context.Context, p *prepared) error {
	rows, err := pl.over.Documents(ctx, p.receipt.Documents)
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.documents {
		doc := &p.documents[i]
		old := rows[doc.ID]
		if fresh := pl.over.documents[doc.ID]; fresh != nil {
			old = fresh
		}
		if err := pl.planDocument(ctx, doc, old); err != nil {
			if err := wrong.add(p.at(string(doc.ID), "document "+string(doc.ID), err)); err != nil {
				return err
			}
		}
	}
	if err := wrong.err(); err != nil {
		return err
	}
	return pl.planLayers(ctx, p, rows)
}

func (pl *planner) planDocument(ctx context.Context, doc *Document, old *DocumentRow) error {
	if err := pl.checkDocument(ctx, doc); err != nil {
		return err
	}
	if old == nil {
		return pl.write(ctx, doc)
	}
	if err := sameOrConflict(string(doc.ID), old.Document, *doc); !errors.Is(err, errOnFile) {
		return err
	}
	return nil
}

// planLayers writes the texts that are not on file, with their search terms. A layer's id is a hash of its content.
func (pl *planner) planLayers(ctx context.Context, p *prepared, docs map[DocumentID]*DocumentRow) error {
	for i := range p.layers {
		layer := &p.layers[i]
		known, err := pl.over.Layers(ctx, []LayerID{layer.ID})
		if err != nil {
			return err
		}
		if known[layer.ID] != nil {
			continue
		}
		if err := pl.write(ctx, layer); err != nil {
			return err
		}
		pl.records = append(pl.records, &LayerTerms{Layer: layer.ID, Document: layer.Document, Terms: TextTermsOf(layer.Text)})
		pl.over.attach(layer, docs[layer.Document])
	}
	return nil
}

// planClaims writes the propositions that are not on file.
func (pl *planner) planClaims(ctx context.Context, p *prepared) error {
	known, err := pl.over.Claims(ctx, sortedSet(p.receipt.Claims))
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.statements {
		claim := &p.statements[i].Claim
		if err := pl.checkClaim(ctx, claim); err != nil {
			if err := wrong.add(fmt.Errorf("%s: %w", p.statements[i].Place, err)); err != nil {
				return err
			}
			continue
		}
		if pl.over.claims[claim.ID] != nil {
			continue
		}
		if known[claim.ID] != nil {
			continue
		}
		if err := pl.write(ctx, claim); err != nil {
			return err
		}
	}
	return wrong.err()
}

func (pl *planner) planAssertions(ctx context.Context, p *prepared) error {
	rows, err := pl.over.Assertions(ctx, p.receipt.Assertions)
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.statements {
		if err := pl.planAssertion(ctx, &p.statements[i], rows); err != nil {
			if err := wrong.add(fmt.Errorf("%s: %w", p.statements[i].Place, err)); err != nil {
				return err
			}
		}
	}
	return wrong.err()
}

// planParties holds those who speak as parties to being some.
func (pl *planner) planParties(ctx context.Context, p *prepared) error {
	var wrong faults
	for i := range p.statements {
		st := &p.statements[i]
		if err := pl.checkParty(ctx, &st.Claim, &st.Assertion); err != nil {
			if err := wrong.add(fmt.Errorf("%s: %w", st.Place, err)); err != nil {
				return err
			}
		}
	}
	return wrong.err()
}

func (pl *planner) planAssertion(ctx context.Context, st *Statement, onFile map[AssertionID]*AssertionRow) error {
	a := st.Assertion
	a.Evidence = append([]Evidence(nil), a.Evidence...)
	if err := pl.checkAssertion(ctx, st, &a); err != nil {
		return err
	}
	old := onFile[a.ID]
	if fresh := pl.over.assertions[a.ID]; fresh != nil {
		old = fresh
	}
	if old != nil {
		if err := sameOrConflict(string(a.ID), old.Assertion, a); !errors.Is(err, errOnFile) {
			return err
		}
		return nil
	}
	return pl.write(ctx, &a)
}

func (pl *planner) planDecisions(ctx context.Context, p *prepared) error {
	for i := range p.decisions {
		decision := &p.decisions[i]
		if err := decision.check(); err != nil {
			return err
		}
		rows, err := pl.over.Assertions(ctx, []AssertionID{decision.Assertion})
		if err != nil {
			return err
		}
		row := rows[decision.Assertion]
		if row == nil {
			return notFound("assertion", string(decision.Assertion))
		}
		if row.Decision != nil && row.Decision.ReviewDecision == *decision {
			continue
		}
		if err := pl.write(ctx, decision); err != nil {
			return err
		}
	}
	return nil
}

func (pl *planner) planJudgements(ctx context.Context, p *prepared) error {
	for i := range p.judgements {
		j := &p.judgements[i]
		if err := pl.checkJudgement(ctx, j); err != nil {
			return p.at(string(j.ID), "judgement "+string(j.ID), err)
		}
		lists, err := pl.over.ListJudgements(ctx, j.owners()[:1])
		if err != nil {
			return err
		}
		if known, err := onFileAlready(j, lists[0]); err != nil || known {
			if err != nil {
				return err
			}
			continue
		}
		if err := pl.write(ctx, j); err != nil {
			return err
		}
	}
	return nil
}

// onFileAlready finds a judgement with the same id; with other content it is ErrConflict.
func onFileAlready(j *Judgement, rows []*JudgementRow) (bool, error) {
	for _, row := range rows {
		if row.ID == j.ID {
			j.Party = row.Party
			err := sameOrConflict(string(j.ID), row.Judgement, *j)
			if errors.Is(err, errOnFile) {
				return true, nil
			}
			return false, err
		}
	}
	return false, nil
}

// planCompetence writes the rows of bodies that have other ones, and derives anew all that these bodies said.
func (pl *planner) planCompetence(ctx context.Context, p *prepared) error {
	for i := range p.competence {
		c := &p.competence[i]
		if err := pl.checkCompetence(ctx, c); err != nil {
			return p.at(string(c.Body)+" competence", "competence of "+string(c.Body), err)
		}
		table, err := pl.over.Competence(ctx, []EntityID{c.Body})
		if err != nil {
			return err
		}
		if rows, own := table[c.Body]; own && reflect.DeepEqual(rows, c.Rows) {
			continue
		}
		if err := pl.write(ctx, c); err != nil {
			return err
		}
	}
	return nil
}
