package embedded

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// rowsOfFile reads every row of every table as text, but for the dictionary of words, which is kept.
func rowsOfFile(t *testing.T, s *Store) map[string][]string {
	t.Helper()
	tables, err := gather(t.Context(), s.readers, scanText,
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('word', 'sqlite_sequence') ORDER BY name")
	require.NoError(t, err)
	all := map[string][]string{}
	for _, table := range tables {
		columns, err := gather(t.Context(), s.readers, scanText, "SELECT name FROM pragma_table_info(?)", table)
		require.NoError(t, err)
		for i, column := range columns {
			columns[i] = fmt.Sprintf("quote(%q)", column)
		}
		rows, err := gather(t.Context(), s.readers, scanText, "SELECT "+strings.Join(columns, " || ' ' || ")+" FROM "+table)
		require.NoError(t, err, table)
		slices.Sort(rows)
		all[table] = rows
	}
	return all
}

// world is one record of every type; with a number they are other ones about the same first company.
func world(n int) []graph.Record {
	first := companyOf("first", "First")
	other := companyOf(fmt.Sprint("other-", n), "Other")
	c := &graph.Claim{
		ID: graph.ClaimID(fmt.Sprint("clm_", n)), Subject: first.ID, Predicate: "OWNS", Object: other.ID, Modality: graph.Fact,
	}
	doc := &graph.Document{ID: graph.DocumentID(fmt.Sprint("doc_", n)), Title: "On it", Publisher: other.ID}
	layer := &graph.Layer{ID: graph.LayerID(fmt.Sprint("lay_", n)), Document: doc.ID, Extractor: "plain 1", Text: "First owns other."}
	said := &graph.Assertion{
		ID: graph.AssertionID(fmt.Sprint("ast_", n)), Claim: c.ID, Stance: graph.Asserts, Voice: graph.OtherVoice,
		Speaker: graph.EntityID(fmt.Sprint("ent_unknown-", n)), Review: graph.Machine, Target: "ast_0",
		Evidence: []graph.Evidence{{Document: doc.ID, Layer: layer.ID, Start: 6, End: 10}},
	}
	shared := stateOf(c, graph.Alleged)
	return []graph.Record{
		first, other, c, doc, layer, said, shared,
		&graph.LayerTerms{Layer: layer.ID, Document: doc.ID, Terms: []graph.Term{"w:owns", graph.Term(fmt.Sprint("w:", n))}},
		&graph.ReviewDecision{Assertion: said.ID, State: graph.Accepted, By: "tests"},
		&graph.Judgement{ID: graph.JudgementID(fmt.Sprint("jdg_", n)), Kind: graph.Coverage, Denial: said.ID, Claim: c.ID, By: "tests"},
		&graph.BodyCompetence{Body: first.ID, Rows: []graph.Competence{{Voice: graph.RegisterVoice, Subject: strconv.Itoa(n)}}},
		&graph.EntityState{Entity: first.ID, Name: "First", Degree: n, FirstDay: 100, Terms: []graph.Term{"w:first", graph.Term(fmt.Sprint("w:", n))}},
	}
}

func stateOf(c *graph.Claim, standing graph.Standing) *graph.ClaimState {
	return &graph.ClaimState{Claim: c.ID, Stretches: []graph.Stretch{{
		DayRange: graph.DayRange{From: 0, To: 99}, Standing: standing, Tier: graph.AllegedTier, ShareMin: 1, ShareMax: 2,
		Certain: []graph.DayRange{{From: 3, To: 4}},
	}}}
}

// closing are records that change what world(1) derived.
func closing() []graph.Record {
	c := &graph.Claim{ID: "clm_1"}
	return []graph.Record{
		stateOf(c, graph.Disputed), stateOf(c, graph.Alleged), stateOf(c, graph.Disputed),
		&graph.ReviewDecision{Assertion: "ast_1", State: graph.Rejected, By: "tests", Reason: "a slip"},
		&graph.EntityState{Entity: "ent_first", Name: "Renamed", Degree: 7, FirstDay: graph.MaxDay, Terms: []graph.Term{"w:renamed"}},
		&graph.EntityState{Entity: "ent_other-1", Name: "Other", Degree: 7, FirstDay: graph.MaxDay},
	}
}

func operationOf(name string) graph.Operation {
	return graph.Operation{ID: graph.OperationID(name), Digest: sha256.Sum256([]byte(name))}
}

func loaded(t *testing.T, s *Store, op graph.Operation, records ...graph.Record) {
	t.Helper()
	_, err := s.Load(t.Context(), op, graph.Stamp{}, sequenceOf(records))
	require.NoError(t, err)
}

func TestAbandon_LeavesTheFileAsItWas(t *testing.T) {
	t.Parallel()
	s := opened(t)
	_, err := s.Update(t.Context(), operationOf("world"), planned(world(1)...))
	require.NoError(t, err)
	before := rowsOfFile(t, s)
	op := operationOf("load")
	loaded(t, s, op, world(2)...)
	loaded(t, s, op, closing()...)
	loaded(t, s, op, world(3)...)
	require.NotEqual(t, before, rowsOfFile(t, s))
	require.NoError(t, s.Abandon(t.Context(), op))
	assert.Equal(t, before, rowsOfFile(t, s))
	checkFile(t, s)
	var guarded int
	require.NoError(t, s.writer.conn.QueryRowContext(t.Context(), "PRAGMA foreign_keys").Scan(&guarded))
	assert.Equal(t, 1, guarded, "the engine looks after references again")
	_, err = s.Update(t.Context(), operationOf("again"), planned(append(world(2), closing()...)...))
	require.NoError(t, err, "all of it may be written again")
	checkFile(t, s)
}

func TestAbandon_ACancelledContextChangesNothing(t *testing.T) {
	t.Parallel()
	s := opened(t)
	op := operationOf("load")
	loaded(t, s, op, world(1)...)
	before := rowsOfFile(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, s.Abandon(ctx, op), context.Canceled)
	assert.Equal(t, before, rowsOfFile(t, s))
	_, err := s.Publish(t.Context(), op)
	require.NoError(t, err)
}

// reopened closes a store and opens its folder again.
func reopened(t *testing.T, s *Store) *Store {
	t.Helper()
	require.NoError(t, s.Close())
	again, err := Open(t.Context(), s.dir, Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, again.Close()) })
	return again
}

func TestLoad_IsResumedAfterAReopening(t *testing.T) {
	t.Parallel()
	s, straight := opened(t), opened(t)
	op := operationOf("load")
	parts := [][]graph.Record{world(1), closing(), closing(), world(2), closing()[1:2], closing()[2:3]}
	for _, part := range parts {
		loaded(t, straight, op, part...)
		loaded(t, s, op, part...)
		s = reopened(t, s)
		info, err := s.Info(t.Context())
		require.NoError(t, err)
		require.Equal(t, op, *info.Open)
		assert.Equal(t, 1, info.Counts[graph.EntityRecord], "nothing of it is visible")
	}
	_, err := s.Load(t.Context(), graph.Operation{ID: op.ID}, graph.Stamp{}, sequenceOf(nil))
	require.ErrorIs(t, err, graph.ErrConflict, "it is known by its input too")
	for _, store := range []*Store{s, straight} {
		rev, err := store.Publish(t.Context(), op)
		require.NoError(t, err)
		assert.EqualValues(t, 2, rev)
		checkFile(t, store)
	}
	assert.Equal(t, changesOf(t, straight), changesOf(t, s), "no change is logged twice")
	assert.Equal(t, countsOf(t, straight), countsOf(t, s))
}

func TestLoad_IsAbandonedAfterAReopening(t *testing.T) {
	t.Parallel()
	s := opened(t)
	before := rowsOfFile(t, s)
	loaded(t, s, operationOf("load"), world(1)...)
	s = reopened(t, s)
	require.NoError(t, s.Abandon(t.Context(), operationOf("load")))
	assert.Equal(t, before, rowsOfFile(t, s))
}

func changesOf(t *testing.T, s *Store) []string {
	t.Helper()
	changes, err := s.Changes(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	lines := make([]string, len(changes))
	for i, c := range changes {
		lines[i] = fmt.Sprint(c.Revision, c.Ordinal, c.Kind, c.ID)
	}
	return lines
}

func countsOf(t *testing.T, s *Store) map[graph.RecordKind]int {
	t.Helper()
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	return info.Counts
}

// What Info counts is added up write by write: it must be what is there.
func TestInfo_CountsWhatIsThere(t *testing.T) {
	t.Parallel()
	s := opened(t)
	for i, records := range [][]graph.Record{world(1), closing(), closing(), world(1), world(2), closing()} {
		_, err := s.Update(t.Context(), operationOf(strconv.Itoa(i)), planned(records...))
		require.NoError(t, err)
	}
	loaded(t, s, operationOf("load"), append(world(3), closing()...)...)
	_, err := s.Publish(t.Context(), operationOf("load"))
	require.NoError(t, err)
	counts := countsOf(t, s)
	for kind, text := range map[graph.RecordKind]string{
		graph.EntityRecord: "entity", graph.DocumentRecord: "document", graph.LayerRecord: "layer", graph.ClaimRecord: "claim",
		graph.AssertionRecord: "assertion", graph.DecisionRecord: "decision", graph.JudgementRecord: "judgement",
		graph.CompetenceRecord: "(SELECT DISTINCT body FROM competence)", graph.StandingRecord: "state WHERE until = 0",
	} {
		n, err := one(t.Context(), s.readers, scanKey, "SELECT count(*) FROM "+text)
		require.NoError(t, err)
		assert.EqualValues(t, n, counts[kind], kind)
	}
}

func TestReadLoad_FindsNone(t *testing.T) {
	t.Parallel()
	s := opened(t)
	found, err := readLoad(t.Context(), s.readers, graph.Stamp{})
	require.NoError(t, err)
	assert.Nil(t, found)
	_, err = one(t.Context(), s.readers, func(rows *sql.Rows) (n int, err error) { return n, rows.Scan(&n) }, "SELECT 1 WHERE false")
	require.ErrorIs(t, err, graph.ErrUnavailable, "a row that must be there is missing")
}
