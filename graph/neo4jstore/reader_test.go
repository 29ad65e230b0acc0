package neo4jstore

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestSnapshot_OfAnEmptyStore(t *testing.T) {
	s := emptyStore(t)
	for _, clock := range []string{"MATCH (c:Clock) DELETE c", "MERGE (c:Clock {id: 1}) SET c.rev = 0, c.published = 0"} {
		assert.Equal(t, graph.Stamp{}, readerOf(t, s, 0).Stamp())
		for _, at := range []graph.Revision{-1, 1, 7} {
			_, err := s.Snapshot(t.Context(), at)
			require.ErrorIs(t, err, graph.ErrNotFound, "revision %d", at)
		}
		_, err := s.RevisionAt(t.Context(), time.Now())
		require.ErrorIs(t, err, graph.ErrBeforeFirstRevision)
		told(t, s, clock, nil)
	}
}

// behind puts the rows of a revision on file that is not published, as a crashed writer leaves them.
func behind(t *testing.T, s *Store) {
	t.Helper()
	told(t, s, `
		MATCH (c:Clock {id: 1}) SET c.rev = c.published + 1
		CREATE (:Revision {rev: c.rev, time: 5, op: 'crashed', counts: '{}', entries: 1, raw: 1})
		CREATE (:Change {rev: c.rev, ordinal: 1, raw: 1, kind: 'ENTITY', record: 'ent_unseen'})
		CREATE (e:Entity {id: 'ent_unseen', rev: c.rev, kind: 'COMPANY', specificity: 'NAMED', caption: 'Unseen'})
		CREATE (e)-[:STATE]->(:EntityState {entity: e.id, kind: 'COMPANY', specificity: 'NAMED', since: c.rev, until: $open,
			name: 'Unseen', sort: 'unseen', degree: 99, firstDay: 0})
		CREATE (:Document {id: 'doc_unseen', rev: c.rev, title: 'Unseen', body: '{}'})
		CREATE (:Competence {body: 'ent_unseen', rev: c.rev, rows: '[]'})
		CREATE (:Judgement {id: 'jdg_unseen', rev: c.rev, body: '{}'})-[:NAMES]->(:Named {id: 'ent_unseen'})`, map[string]any{"open": int64(open)})
}

func TestReads_SeeNothingThatIsNotPublished(t *testing.T) {
	s := emptyStore(t)
	putOnFile(t, s, company(1))
	behind(t, s)
	_, err := s.Snapshot(t.Context(), 2)
	require.ErrorIs(t, err, graph.ErrNotFound)
	_, err = s.RevisionAt(t.Context(), time.UnixMicro(6))
	require.ErrorIs(t, err, graph.ErrBeforeFirstRevision)
	r := readerOf(t, s, 0)
	assert.EqualValues(t, 1, r.Stamp().Revision)
	rows, err := r.Entities(t.Context(), []graph.EntityID{"ent_unseen", company(1).ID})
	require.NoError(t, err)
	assert.Len(t, rows, 1)
	for _, order := range []graph.EntityOrder{graph.ByID, graph.ByName, graph.ByDegree} {
		assert.Equal(t, []graph.EntityID{company(1).ID}, listed(t, r, graph.EntityQuery{Order: order}), order)
	}
	assert.Empty(t, listed(t, r, graph.EntityQuery{Order: graph.ByID, Kinds: graph.KindsOf(graph.Person)}))
	documents, err := r.ListDocuments(t.Context(), graph.DocumentQuery{})
	require.NoError(t, err)
	assert.Equal(t, [][]*graph.DocumentRow{nil}, documents)
	competence, err := r.Competence(t.Context(), nil)
	require.NoError(t, err)
	assert.Empty(t, competence)
	judgements, err := r.ListJudgements(t.Context(), []string{"ent_unseen"})
	require.NoError(t, err)
	assert.Equal(t, [][]*graph.JudgementRow{nil}, judgements)
	changes, err := s.Changes(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	assert.Len(t, changes, 1)
	history, err := s.History(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	assert.Len(t, history, 1)
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, 1, info.Revision)
}

func TestReader_EndsWithItsStore(t *testing.T) {
	s := emptyStore(t)
	r := readerOf(t, s, 0)
	require.NoError(t, s.Close())
	_, err := r.Entities(t.Context(), []graph.EntityID{"ent_a"})
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "the store is closed")
	_, err = s.Snapshot(t.Context(), 0)
	require.ErrorIs(t, err, graph.ErrUnavailable)
}

func TestReader_InsideACallOfTheStoreDoesNotWaitForItsEnd(t *testing.T) {
	t.Parallel()
	s := &Store{}
	require.True(t, s.gate.Close())
	r := s.readerAt(graph.Stamp{})
	_, err := r.Begin(t.Context())
	require.ErrorIs(t, err, graph.ErrUnavailable)
	r = s.readerInside(graph.Stamp{})
	done, err := r.Begin(t.Context())
	require.NoError(t, err)
	done()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = r.Begin(ctx)
	require.ErrorIs(t, err, context.Canceled)
	require.NoError(t, r.Close())
	_, err = r.Begin(t.Context())
	require.ErrorContains(t, err, "the reader is closed")
}

func TestInChunks(t *testing.T) {
	t.Parallel()
	var lengths []int
	double := func(ids []int) (map[int]int, error) {
		lengths = append(lengths, len(ids))
		found := map[int]int{}
		for _, id := range ids {
			found[id] = 2 * id
		}
		return found, nil
	}
	ids := make([]int, 2*idsAtOnce+1)
	for i := range ids {
		ids[i] = i
	}
	found, err := inChunks(ids, double)
	require.NoError(t, err)
	assert.Equal(t, []int{idsAtOnce, idsAtOnce, 1}, lengths)
	assert.Len(t, found, len(ids))
	assert.Equal(t, 2*(len(ids)-1), found[len(ids)-1])
	none, err := inChunks(nil, double)
	require.NoError(t, err)
	assert.NotNil(t, none)
	assert.Len(t, lengths, 3, "no ids, no statement")
	_, err = inChunksOf(2, ids, func([]int) (map[int]int, error) { return nil, graph.ErrUnavailable })
	require.ErrorIs(t, err, graph.ErrUnavailable)
}
