package neo4jstore

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/text"
)

// decision works out what records change. It is pure: it knows what is on file of all that they name.
type decision struct {
	*filed
	rev       int64
	published int64 // of a load, the newest revision that others see; 0: nothing must be marked
	next      *revision
	rows      *rows

	entries      []entry
	mark         mark
	newEntities  []*graph.Entity
	claimStates  map[graph.ClaimID]*claimRows
	entityStates map[graph.EntityID]*graph.EntityState
	decided      map[graph.AssertionID]*graph.ReviewDecision
	bodies       map[graph.EntityID]*graph.BodyCompetence
	given        map[graph.LayerID]*graph.LayerTerms
	indexes      map[graph.LayerID]*text.Index
}

// mark names what others see and a load changes without a line in the change log: by it the load is abandoned.
type mark struct{ entities, documents, layers []string }

// entry is one line of the change log.
type entry struct {
	logKey
	place int // of its record in the batch
}

func newDecision(known *filed, next *revision, published int64) *decision {
	return &decision{
		filed: known, rev: int64(next.stamp.Revision), published: published, next: next, rows: newRows(),
		claimStates: map[graph.ClaimID]*claimRows{}, entityStates: map[graph.EntityID]*graph.EntityState{},
		decided: map[graph.AssertionID]*graph.ReviewDecision{}, bodies: map[graph.EntityID]*graph.BodyCompetence{},
		given: map[graph.LayerID]*graph.LayerTerms{}, indexes: map[graph.LayerID]*text.Index{},
	}
}

// decide takes the records in: raw ones first, so that a record may stand before what it names. It makes the rows last, for of
// several records with one owner the last counts.
func (d *decision) decide(records []graph.Record) error {
	for _, pass := range []func(placed) error{d.takeThing, d.takeLink, d.takeSaid, d.takeAbout} {
		for place, r := range records {
			if err := pass(placed{r, place}); err != nil {
				return err
			}
		}
	}
	for _, put := range []func() error{
		d.putEntities, d.putEntityStates, d.putClaimStates, d.putDecisions, d.putCompetence, d.putTerms, d.putLog, d.putMark,
	} {
		if err := put(); err != nil {
			return err
		}
	}
	return nil
}

// takeThing takes what names nothing that must be on file.
func (d *decision) takeThing(p placed) error {
	switch r := p.record.(type) {
	case *graph.Entity:
		fresh, err := again(d.entities, r.ID, r)
		if fresh {
			d.newEntities = append(d.newEntities, r)
			d.note(p, graph.EntityRecord)
		}
		return err
	case *graph.Document:
		fresh, err := again(d.documents, r.ID, r)
		if !fresh {
			return err
		}
		d.note(p, graph.DocumentRecord)
		return d.rows.addDocument(r)
	case *graph.Judgement:
		fresh, err := again(d.judgements, r.ID, r)
		if !fresh {
			return err
		}
		d.note(p, graph.JudgementRecord)
		return d.rows.addJudgement(r)
	default:
		return nil
	}
}

// takeLink takes what stands on entities and documents.
func (d *decision) takeLink(p placed) error {
	switch r := p.record.(type) {
	case *graph.Layer:
		return d.takeLayer(p, r)
	case *graph.Claim:
		return d.takeClaim(p, r)
	case *graph.BodyCompetence:
		if err := onFile(d.entities, r.Body); err != nil {
			return err
		}
		d.bodies[r.Body] = r
		d.note(p, graph.CompetenceRecord)
		return nil
	default:
		return nil
	}
}

func (d *decision) takeLayer(p placed, l *graph.Layer) error {
	if err := onFile(d.documents, l.Document); err != nil {
		return err
	}
	if known := d.layers[l.ID]; known != nil {
		return graph.CompareAgain(&known.layer, l)
	}
	d.layers[l.ID] = &filedLayer{layer: *l, rev: d.rev}
	d.note(p, graph.LayerRecord)
	d.rows.add("layers", string(l.ID), string(l.Document), l.Extractor, l.Text)
	return nil
}

func (d *decision) takeClaim(p placed, c *graph.Claim) error {
	if err := onFile(d.entities, c.Subject); err != nil {
		return err
	}
	if c.Object != "" {
		if err := onFile(d.entities, c.Object); err != nil {
			return err
		}
	}
	fresh, err := again(d.claims, c.ID, c)
	if !fresh {
		return err
	}
	d.note(p, graph.ClaimRecord)
	return d.rows.addClaim(c)
}

// takeSaid takes what stands on claims and layers.
func (d *decision) takeSaid(p placed) error {
	switch r := p.record.(type) {
	case *graph.Assertion:
		return d.takeAssertion(p, r)
	case *graph.LayerTerms:
		return d.takeTerms(r)
	default:
		return nil
	}
}

func (d *decision) takeAssertion(p placed, a *graph.Assertion) error {
	if err := onFile(d.claims, a.Claim); err != nil {
		return err
	}
	for _, e := range a.Evidence {
		if err := onFile(d.layers, e.Layer); err != nil {
			return err
		}
	}
	kept := withoutQuotes(a)
	fresh, err := again(d.assertions, a.ID, kept)
	if !fresh {
		return err
	}
	d.note(p, graph.AssertionRecord)
	if d.entities[a.Speaker] != nil {
		d.rows.add("spoken", string(a.ID), string(a.Speaker))
	}
	for i, e := range a.Evidence {
		d.rows.addEvidence(a.ID, i, &e, d.quote(&e))
	}
	return d.rows.addAssertion(kept)
}

// takeAbout takes decisions and what is derived.
func (d *decision) takeAbout(p placed) error {
	switch r := p.record.(type) {
	case *graph.ReviewDecision:
		if err := onFile(d.assertions, r.Assertion); err != nil {
			return err
		}
		d.decided[r.Assertion] = r
		d.note(p, graph.DecisionRecord)
		return nil
	case *graph.ClaimState:
		if err := onFile(d.claims, r.Claim); err != nil {
			return err
		}
		if d.takeState(r) {
			d.note(p, graph.StandingRecord)
		}
		return nil
	case *graph.EntityState:
		d.entityStates[r.Entity] = r
		return onFile(d.entities, r.Entity)
	default:
		return nil
	}
}

// again says whether a raw record is new. One that is on file with the same content is left alone, another content is ErrConflict.
func again[K ~string, R graph.Record](known map[K]R, id K, given R) (fresh bool, err error) {
	if before, ok := known[id]; ok {
		return false, graph.CompareAgain(before, given)
	}
	known[id] = given
	return true, nil
}

func onFile[K ~string, V any](known map[K]V, id K) error {
	if _, ok := known[id]; !ok {
		return fmt.Errorf("%q, which a record names, %w", id, graph.ErrNotFound)
	}
	return nil
}

// note adds a line to the change log; where the revision has one for the same owner, that one counts.
func (d *decision) note(p placed, kind graph.RecordKind) {
	key := logKey{kind, graph.RecordID(p.record)}
	if !d.logged[key] {
		d.logged[key] = true
		d.entries = append(d.entries, entry{key, p.place})
		if kind != graph.StandingRecord && kind != graph.CompetenceRecord {
			d.next.counts[kind]++
		}
	}
}

// putLog numbers the entries in the order in which their records were given.
func (d *decision) putLog() error {
	slices.SortStableFunc(d.entries, func(a, b entry) int { return cmp.Compare(a.place, b.place) })
	for _, e := range d.entries {
		d.next.entries++
		var raw any
		if e.kind != graph.StandingRecord {
			d.next.raw++
			raw = d.next.raw
		}
		d.rows.add("changes", d.next.entries, raw, string(e.kind), e.id)
	}
	return nil
}

// putDecisions makes the rows of decisions: one about an assertion a revision, the last one given.
func (d *decision) putDecisions() error {
	for _, id := range slices.Sorted(maps.Keys(d.decided)) {
		body, err := graph.MarshalRecord(d.decided[id])
		if err != nil {
			return err
		}
		d.rows.add("decisions", string(id), string(body))
	}
	return nil
}

// putCompetence makes the rows of bodies' competence: one set of a body a revision, the last one given.
func (d *decision) putCompetence() error {
	for _, id := range slices.Sorted(maps.Keys(d.bodies)) {
		body, err := json.Marshal(some(d.bodies[id].Rows))
		if err != nil {
			return err
		}
		d.rows.add("competence", string(id), string(body))
		if !d.competent[id] {
			d.next.counts[graph.CompetenceRecord]++
		}
	}
	return nil
}

// putMark makes the row by which a load is abandoned.
func (d *decision) putMark() error {
	m := &d.mark
	if len(m.entities)+len(m.documents)+len(m.layers) > 0 {
		d.rows.add("marks", m.entities, m.documents, m.layers)
	}
	return nil
}

// isOlder says whether others see an entity or document while a load goes on.
func isOlder[S ~string](d *decision, id S) bool {
	rev, known := d.written[string(id)]
	return known && rev <= d.published
}
