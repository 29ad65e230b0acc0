package graph

import (
	"context"
	"errors"
	"fmt"
	"reflect"
)

// Drift is one thing on file that is not as the rules would derive it, or that breaks an invariant.
type Drift struct {
	Kind    RecordKind
	ID      string
	Problem string
}

// Audited says what a check went through.
type Audited struct {
	Revision Revision
	Records  int
	Claims   int
	Quotes   int
	Drifts   int
}

// Check proves that the newest revision holds what its raw records say: every standing and edge, and every entity's name, degree
// and first day, is derived anew and compared, every quote is found again, every id of a claim or text layer is hashed again,
// claims have their standard form, revisions and times only grow; ties and claims that nothing wrote are found. Search terms are not
// compared, since a store does not read them back. Each difference is reported; progress is told the records done, and may be nil.
func (s *Service) Check(ctx context.Context, report func(Drift), progress func(done int)) (Audited, error) {
	info, err := s.store.Info(ctx)
	if err != nil {
		return Audited{}, err
	}
	a := &auditor{
		service: s, report: report, progress: progress,
		degrees: map[EntityID]int{}, logged: map[ClaimID]bool{}, known: map[EntityID]bool{},
	}
	a.result.Revision = info.Revision
	if a.progress == nil {
		a.progress = func(int) {}
	}
	if err := s.eachEntry(ctx, func(e Entry) error { return a.take(ctx, e) }); err != nil && !errors.Is(err, errNewer) {
		return a.result, fmt.Errorf("check: %w", err)
	}
	if err := a.flush(ctx); err != nil {
		return a.result, fmt.Errorf("check: %w", err)
	}
	return a.result, a.checkEntities(ctx)
}

// errNewer ends a check at the first record that was written after it began.
var errNewer = errors.New("written after the check began")

// auditor goes through the history in batches.
type auditor struct {
	service  *Service
	report   func(Drift)
	progress func(done int)
	result   Audited

	before   Stamp
	claims   []ClaimID
	spoken   []*Assertion
	entities []EntityID
	degrees  map[EntityID]int
	// What the log names: what else is on file came there past it.
	logged map[ClaimID]bool
	known  map[EntityID]bool
}

func (a *auditor) drift(kind RecordKind, id, format string, args ...any) {
	a.result.Drifts++
	a.report(Drift{kind, id, fmt.Sprintf(format, args...)})
}

func (a *auditor) take(ctx context.Context, e Entry) error {
	if e.Stamp.Revision > a.result.Revision {
		return errNewer
	}
	a.checkClock(e)
	if e.Record == nil {
		return nil
	}
	a.result.Records++
	switch r := e.Record.(type) {
	case *Claim:
		a.checkClaim(r)
		a.claims = append(a.claims, r.ID)
		a.logged[r.ID] = true
	case *Layer:
		if layerID(r) != r.ID {
			a.drift(LayerRecord, string(r.ID), "its id is not the hash of its content")
		}
	case *Assertion:
		a.spoken = append(a.spoken, r)
	case *Entity:
		a.entities = append(a.entities, r.ID)
		a.known[r.ID] = true
	default:
	}
	if len(a.claims)+len(a.spoken) < historyPage {
		return nil
	}
	return a.flush(ctx)
}

func (a *auditor) checkClaim(c *Claim) {
	if claimID(c) != c.ID {
		a.drift(ClaimRecord, string(c.ID), "its id is not the hash of its content")
	} else if err := checkStandardForm(a.service.vocabulary, c); err != nil {
		a.drift(ClaimRecord, string(c.ID), "it is not as it would be written: %v", err)
	}
}

func (a *auditor) checkClock(e Entry) {
	same := e.Stamp.Revision == a.before.Revision
	if !same && (e.Stamp.Revision != a.before.Revision+1 || !e.Stamp.Time.After(a.before.Time)) {
		a.drift("", fmt.Sprint(e.Stamp.Revision), "revision %d of %s follows revision %d of %s",
			e.Stamp.Revision, e.Stamp.Time, a.before.Revision, a.before.Time)
	}
	a.before = e.Stamp
}

// flush compares one batch with what is derived anew, on a reader of its own.
func (a *auditor) flush(ctx context.Context) error {
	if a.result.Revision == 0 {
		return nil
	}
	reader, err := a.service.store.Snapshot(ctx, a.result.Revision)
	if err != nil {
		return err
	}
	err = a.checkBatch(ctx, reader)
	if closing := reader.Close(); err == nil {
		err = closing
	}
	a.claims, a.spoken = nil, nil
	a.progress(a.result.Records)
	return err
}

func (a *auditor) checkBatch(ctx context.Context, reader Reader) error {
	verifier := newVerifier(reader)
	for _, spoken := range a.spoken {
		for _, e := range spoken.Evidence {
			a.result.Quotes++
			if found, err := verifier.locate(ctx, e); err != nil || found != e {
				a.drift(AssertionRecord, string(spoken.ID), "its quote %q does not stand at %d–%d of %s", e.Quote, e.Start, e.End, e.Layer)
			}
		}
	}
	d := newDeriver(reader, a.service.vocabulary)
	if _, err := d.deriveFirstDays(ctx, a.claims); err != nil {
		return err
	}
	if err := d.deriveStates(ctx, a.claims); err != nil {
		return err
	}
	for _, id := range a.claims {
		a.result.Claims++
		d.countEdges(d.states[id], 1, a.degrees)
		if onFile := d.before[id]; !sameState(onFile, d.states[id]) {
			a.drift(StandingRecord, string(id), "on file %v, derived %v", onFile.Stretches, d.states[id].Stretches)
		}
	}
	return nil
}

// sameState compares what is derived; a claim that nobody spoke about has no row on file.
func sameState(onFile, derived *ClaimState) bool {
	if len(onFile.Stretches) == 0 && len(derived.Stretches) == 0 {
		return true
	}
	return onFile.Allegation == derived.Allegation && reflect.DeepEqual(onFile.Stretches, derived.Stretches)
}

// checkEntities compares entity rows, once all edges are counted.
func (a *auditor) checkEntities(ctx context.Context) error {
	for len(a.entities) > 0 {
		page := a.entities[:min(len(a.entities), historyPage)]
		a.entities = a.entities[len(page):]
		reader, err := a.service.store.Snapshot(ctx, a.result.Revision)
		if err != nil {
			return err
		}
		err = a.checkEntityPage(ctx, reader, page)
		if closing := reader.Close(); err == nil {
			err = closing
		}
		if err != nil {
			return fmt.Errorf("check: %w", err)
		}
	}
	return nil
}

func (a *auditor) checkEntityPage(ctx context.Context, reader Reader, ids []EntityID) error {
	d := newDeriver(reader, a.service.vocabulary)
	rows, err := reader.Entities(ctx, ids)
	if err != nil {
		return err
	}
	if err := d.auditFirstDays(ctx, rows); err != nil {
		return err
	}
	states, err := d.entityStates(ctx, nil, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		row := rows[id]
		if row == nil {
			a.drift(EntityRecord, string(id), "written, and not found")
			continue
		}
		a.compareEntity(&row.State, states[id])
	}
	return a.checkEdges(ctx, reader, ids)
}

func (a *auditor) compareEntity(onFile, derived *EntityState) {
	id := string(derived.Entity)
	if onFile.Name != derived.Name {
		a.drift(EntityRecord, id, "its name on file is %q, derived %q", onFile.Name, derived.Name)
	}
	if counted := a.degrees[derived.Entity]; onFile.Degree != counted {
		a.drift(EntityRecord, id, "its degree on file is %d, counted %d", onFile.Degree, counted)
	}
	if onFile.FirstDay != derived.FirstDay {
		a.drift(EntityRecord, id, "its first day on file is %v, derived %v", onFile.FirstDay, derived.FirstDay)
	}
}

// auditFirstDays works out the first day of every entity: of measures from what is said of them, of others there is none.
func (d *deriver) auditFirstDays(ctx context.Context, rows map[EntityID]*EntityRow) error {
	var measures []EntityID
	for _, id := range sortedIDs(rows) {
		if rows[id].Kind == Measure {
			measures = append(measures, id)
		}
	}
	if len(measures) > 0 {
		claims, err := d.claimsAbout(ctx, measures, nil)
		if err != nil {
			return err
		}
		if _, err := d.deriveFirstDays(ctx, sortedSet(claims)); err != nil {
			return err
		}
	}
	d.withoutFirstDay(sortedIDs(rows))
	return nil
}

// withoutFirstDay notes of entities whose first day was not worked out that they have none.
func (d *deriver) withoutFirstDay(ids []EntityID) {
	for _, id := range ids {
		if _, known := d.firstDays[id]; !known {
			d.firstDays[id] = MaxDay
		}
	}
}
