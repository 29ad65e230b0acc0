package neo4jstore

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// Parts of the texts of a load's statements.
const (
	textOpen    = "Opens a load"
	textChunk   = "Writes more of an open load"
	textTerms   = "Writes search terms of texts of an open load"
	textToken   = "Says which write of a load was the last one"
	textStamp   = "Prepares the publication of a load"
	textEnd     = "Makes all of a load visible"
	textMarks   = "Removes what only the abandonment"
	textTake    = "Takes a load out of the hands"
	textRemove  = "Removes some of what a load wrote"
	textEnding  = "Ends a load of which nothing is left"
	loadedNames = 2
)

// loadPlaces are those of Load; that of a store's first call are the same as an update's.
func loadPlaces() []faultPlace {
	lost := fakebolt.Fault{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutUnanswered, Text: textChunk}
	lostTerms := fakebolt.Fault{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutUnanswered, Text: textTerms}
	return slices.Concat(statementPlaces("head", textHead), statementPlaces("opening", textOpen), statementPlaces("lookup", textLookup),
		statementPlaces("chunk", textChunk), statementPlaces("question after a lost answer", textToken, lost),
		resetPlaces(textChunk, fakebolt.DeadlockDetected), statementPlaces("terms", textTerms),
		statementPlaces("question after lost terms", textToken, lostTerms), resetPlaces(textTerms, fakebolt.DeadlockDetected))
}

// publishPlaces are those of Publish.
func publishPlaces() []faultPlace {
	return slices.Concat(statementPlaces("head", textHead), statementPlaces("stamp", textStamp), statementPlaces("publication", textEnd),
		statementPlaces("marks", textMarks), resetPlaces(textEnd, fakebolt.DeadlockDetected))
}

// abandonPlaces are those of Abandon.
func abandonPlaces() []faultPlace {
	return slices.Concat(statementPlaces("head", textHead), statementPlaces("taking", textTake), statementPlaces("removal", textRemove),
		statementPlaces("end", textEnding))
}

// load appends the entities of an operation, which is named, to its load, and the search terms of a text.
func (w *faultWorld) load(ctx context.Context, name string) (graph.Revision, error) {
	entity := func(id string) graph.Record {
		return &graph.Entity{ID: graph.EntityID("ent_" + id), Kind: graph.Company, Specificity: graph.Named, Caption: faultName}
	}
	return w.store.Load(ctx, faultOperation(name), graph.Stamp{}, stream(entity(name), entity(name+" too"),
		&graph.LayerTerms{Layer: graph.LayerID("lay_" + name), Document: "doc", Terms: []graph.Term{"w:a"}}))
}

func (w *faultWorld) publish(ctx context.Context, name string) (graph.Revision, error) {
	return w.store.Publish(ctx, faultOperation(name))
}

// loaded checks that a load is published once and whole, as the revision that its caller was told, and that nothing is left open.
func (w *faultWorld) loaded(name string, rev graph.Revision) {
	w.holdsOnce(name, rev)
	w.db.mu.Lock()
	defer w.db.mu.Unlock()
	assert.Len(w.t, w.db.entities, loadedNames*int(w.db.rev), "whole")
	assert.Len(w.t, w.db.terms, int(w.db.rev), "once")
	assert.Nil(w.t, w.db.load)
}

// TestFaults_Load breaks the call that appends to a load wherever it can break; then it is repeated, and published.
func TestFaults_Load(t *testing.T) {
	inTable(t, faultCases(loadPlaces()), func(w *faultWorld, c *faultCase) {
		var rev graph.Revision
		load := func(ctx context.Context) (err error) { rev, err = w.load(ctx, "first"); return err }
		_ = w.struck(c, load)
		w.again(load)
		assert.EqualValues(w.t, 1, rev)
		w.again(func(ctx context.Context) (err error) { rev, err = w.publish(ctx, "first"); return err })
		w.loaded("first", rev)
	})
}

// TestFaults_Publish breaks the end of a load; then it is repeated, and another load follows.
func TestFaults_Publish(t *testing.T) {
	inTable(t, faultCases(publishPlaces()), func(w *faultWorld, c *faultCase) {
		w.again(func(ctx context.Context) error { _, err := w.load(ctx, "first"); return err })
		var rev graph.Revision
		publish := func(ctx context.Context) (err error) { rev, err = w.publish(ctx, "first"); return err }
		_ = w.struck(c, publish)
		w.again(publish)
		assert.EqualValues(w.t, 1, rev)
		w.loaded("first", rev)
		w.again(func(ctx context.Context) error { _, err := w.load(ctx, "second"); return err })
		w.again(func(ctx context.Context) (err error) { rev, err = w.publish(ctx, "second"); return err })
		w.loaded("second", rev)
		w.loaded("first", 1)
	})
}

// TestFaults_Abandon breaks the removal of a load; then it is repeated, and nothing is left.
func TestFaults_Abandon(t *testing.T) {
	once := slices.DeleteFunc(faultCases(abandonPlaces()), func(c *faultCase) bool { return c.always })
	inTable(t, once, func(w *faultWorld, c *faultCase) {
		w.again(func(ctx context.Context) error { _, err := w.load(ctx, "first"); return err })
		abandon := func(ctx context.Context) error { return w.store.Abandon(ctx, faultOperation("first")) }
		_ = w.struck(c, abandon)
		w.again(abandon)
		w.db.mu.Lock()
		assert.Empty(w.t, w.db.entities)
		assert.Empty(w.t, w.db.revisions)
		assert.Empty(w.t, w.db.terms)
		assert.Nil(w.t, w.db.load)
		w.db.mu.Unlock()
		w.again(func(ctx context.Context) error { _, err := w.update(ctx, "second"); return err })
		w.holdsOnce("second", 1)
	})
}

// inTable runs cases of which each is a way in which a call can break. The store knows its server.
func inTable(t *testing.T, cases []*faultCase, run func(w *faultWorld, c *faultCase)) {
	t.Helper()
	require.Greater(t, len(cases), 200)
	pace := measurePace(t)
	inGroup(t, cases, (*faultCase).name, func(t *testing.T, c *faultCase) {
		w := newFaultWorld(t, false, true)
		w.pace = pace
		w.meet(c)
		run(w, c)
		w.unused()
	})
}

// writingTexts are those of the statements that write, and whose outcome is looked up when the answer is lost, or that may run twice.
func writingTexts() []string {
	return []string{
		textWrite, textSettle, textPublish, textOpen, textChunk, textTerms, textToken, textStamp, textEnd, textMarks, textTake,
		textRemove, textEnding,
	}
}
