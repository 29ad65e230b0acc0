package neo4jstore

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// filed is what of the things that records name or repeat is on file. What a batch adds is put into it as it is decided.
type filed struct {
	entities   map[graph.EntityID]*graph.Entity
	documents  map[graph.DocumentID]*graph.Document
	layers     map[graph.LayerID]*filedLayer
	claims     map[graph.ClaimID]*graph.Claim
	assertions map[graph.AssertionID]*graph.Assertion
	judgements map[graph.JudgementID]*graph.Judgement

	stretches map[graph.ClaimID][]stretchRow // that this revision may change
	states    map[graph.EntityID]stateRow    // the newest
	terms     map[graph.EntityID][]termRow   // that this revision may change
	texts     map[graph.DocumentID]map[graph.Term]bool
	competent map[graph.EntityID]bool
	logged    map[logKey]bool  // of this revision, of the kinds that may come again
	written   map[string]int64 // the revisions that wrote the entities and documents
}

// filedLayer is a layer, with its text only where that is needed.
type filedLayer struct {
	layer graph.Layer
	terms string // the digest of its terms, "" without any
	rev   int64
}

// logKey tells the entries of one revision's change log apart.
type logKey struct {
	kind graph.RecordKind
	id   string
}

func newFiled() *filed {
	return &filed{
		entities: map[graph.EntityID]*graph.Entity{}, written: map[string]int64{},
		documents: map[graph.DocumentID]*graph.Document{}, layers: map[graph.LayerID]*filedLayer{},
		claims: map[graph.ClaimID]*graph.Claim{}, assertions: map[graph.AssertionID]*graph.Assertion{},
		judgements: map[graph.JudgementID]*graph.Judgement{}, stretches: map[graph.ClaimID][]stretchRow{},
		states: map[graph.EntityID]stateRow{}, terms: map[graph.EntityID][]termRow{},
		texts: map[graph.DocumentID]map[graph.Term]bool{}, competent: map[graph.EntityID]bool{}, logged: map[logKey]bool{},
	}
}

// column is one of the lists that the lookup gives.
type column struct {
	name string // of its statement
	scan func(c *cells)
}

// columns are all of them. A layer comes before its text.
func (f *filed) columns() []column {
	return []column{
		{"entities", f.scanEntity},
		{"documents", f.scanDocument},
		{"layers", f.scanLayer},
		{"texts", f.scanText},
		{"claims", f.scanClaim},
		{"assertions", f.scanAssertion},
		{"judgements", f.scanJudgement},
		{"stretches", f.scanStretch},
		{"states", f.scanState},
		{"terms", f.scanTerm},
		{"holds", f.scanHeld},
		{"competent", f.scanCompetent},
		{"logged", f.scanLogged},
	}
}

// lookUp reads what some records need, in one statement, unless that is nothing.
func (f *filed) lookUp(ctx context.Context, src source, next *revision, records []graph.Record) error {
	n := newNames()
	for _, r := range records {
		n.add(r)
	}
	lists, columns := n.lists(next), f.columns()
	if len(lists) == 0 {
		return nil
	}
	found, err := src.read(ctx, lookupText(), map[string]any{
		"names": lists, "rev": int64(next.stamp.Revision), "open": int64(open),
	})
	if err != nil {
		return err
	}
	if len(found) != 1 || len(found[0]) != len(columns) {
		return fmt.Errorf("%d records where one of %d lists is read: %w", len(found), len(columns), graph.ErrUnavailable)
	}
	for i, column := range columns {
		if _, err := scanList(found[0][i], func(c *cells) struct{} { column.scan(c); return struct{}{} }); err != nil {
			return err
		}
	}
	return nil
}

// lookupText is the statement that gives the columns: one whatever is wanted, since to plan it takes the server long.
var lookupText = sync.OnceValue(func() string { return columnsText(newFiled().columns()) })

func columnsText(columns []column) string {
	lists := make([]string, len(columns))
	for i, c := range columns {
		lists[i] = "COLLECT {\n" + statement("lookup_"+c.name) + "}"
	}
	return statement("lookup", part{"sections", strings.Join(lists, ", ")})
}

func (f *filed) scanEntity(c *cells) {
	id, rev := graph.EntityID(c.text()), c.integer()
	e := &graph.Entity{}
	kind, specificity, caption := c.text(), c.text(), c.text()
	if more := c.text(); more != "" {
		e, _ = readBody[*graph.Entity](c, graph.EntityRecord, more)
	}
	e.ID, e.Kind, e.Specificity, e.Caption = id, graph.EntityKind(kind), graph.Specificity(specificity), caption
	f.entities[id], f.written[string(id)] = e, rev
}

func (f *filed) scanDocument(c *cells) {
	id := graph.DocumentID(c.text())
	f.written[string(id)] = c.integer()
	if d, ok := readBody[*graph.Document](c, graph.DocumentRecord, c.text()); ok {
		f.documents[id] = d
	}
}

func (f *filed) scanLayer(c *cells) {
	l := &filedLayer{layer: graph.Layer{ID: graph.LayerID(c.text())}}
	l.rev = c.integer()
	l.layer.Document, l.layer.Extractor, l.terms = graph.DocumentID(c.text()), c.text(), c.text()
	if known := f.layers[l.layer.ID]; known != nil {
		l.layer.Text = known.layer.Text
	}
	f.layers[l.layer.ID] = l
}

func (f *filed) scanText(c *cells) {
	if l := f.layers[graph.LayerID(c.text())]; l != nil {
		l.layer.Text = c.text()
	}
}

func (f *filed) scanClaim(c *cells) {
	claim := &graph.Claim{
		ID: graph.ClaimID(c.text()), Subject: graph.EntityID(c.text()), Predicate: c.text(), Object: graph.EntityID(c.text()),
		Modality: graph.Modality(c.text()),
	}
	value, qualifiers := c.text(), c.text()
	var err error
	if value != "" {
		if claim.Value, err = graph.UnmarshalValue([]byte(value)); err != nil {
			c.fail(fmt.Errorf("value of %s: %w (%w)", claim.ID, graph.ErrUnavailable, err))
		}
	}
	if qualifiers != "" {
		if err = json.Unmarshal([]byte(qualifiers), &claim.Qualifiers); err != nil {
			c.fail(fmt.Errorf("qualifiers of %s: %w (%w)", claim.ID, graph.ErrUnavailable, err))
		}
	}
	f.claims[claim.ID] = claim
}

func (f *filed) scanAssertion(c *cells) {
	id := graph.AssertionID(c.text())
	if a, ok := readBody[*graph.Assertion](c, graph.AssertionRecord, c.text()); ok {
		f.assertions[id] = a
	}
}

func (f *filed) scanJudgement(c *cells) {
	id := graph.JudgementID(c.text())
	if j, ok := readBody[*graph.Judgement](c, graph.JudgementRecord, c.text()); ok {
		f.judgements[id] = j
	}
}

// readBody reads a record of one type from its JSON.
func readBody[R graph.Record](c *cells, kind graph.RecordKind, body string) (R, bool) {
	var none R
	record, err := graph.UnmarshalRecord(kind, []byte(body))
	if err != nil {
		c.fail(fmt.Errorf("a record on file: %w (%w)", graph.ErrUnavailable, err))
		return none, false
	}
	r, ok := record.(R)
	return r, ok
}

func (f *filed) scanStretch(c *cells) {
	id := graph.ClaimID(c.text())
	f.stretches[id] = append(f.stretches[id], scanStretchRow(c))
}

func (f *filed) scanState(c *cells) {
	id := graph.EntityID(c.text())
	f.states[id] = stateRow{
		since: c.integer(), name: c.text(), sort: c.text(), degree: c.integer(), firstDay: c.integer(),
	}
}

func (f *filed) scanTerm(c *cells) {
	id := graph.EntityID(c.text())
	f.terms[id] = append(f.terms[id], termRow{graph.Term(c.text()), c.integer(), c.integer()})
}

func (f *filed) scanHeld(c *cells) {
	held := map[graph.Term]bool{}
	f.texts[graph.DocumentID(c.text())] = held
	for _, term := range c.texts() {
		held[graph.Term(term)] = true
	}
}

func (f *filed) scanCompetent(c *cells) { f.competent[graph.EntityID(c.text())] = true }

func (f *filed) scanLogged(c *cells) {
	f.logged[logKey{graph.RecordKind(c.text()), c.text()}] = true
}
