package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

// annals files revisions with and without raw records, of every kind, between states, which are none.
func annals(t *testing.T) (s *Store, written [][]graph.Record) {
	t.Helper()
	s = emptyStore(t)
	a, b := company(1), company(2)
	d, l := article(1, "en", a.ID)
	c := owning(1, a, b)
	said := standsIn(1, c, l)
	said.Evidence[0].Quote = "A owns"
	judged := &graph.Judgement{ID: "jdg_1", Kind: graph.Identity, Verdict: graph.Same, Entities: []graph.EntityID{a.ID, b.ID}}
	decided := func(state graph.ReviewState) *graph.ReviewDecision {
		return &graph.ReviewDecision{Assertion: said.ID, State: state}
	}
	table := &graph.BodyCompetence{Body: a.ID, Rows: []graph.Competence{{Voice: graph.RegisterVoice, Jurisdiction: "DE"}}}
	stands := &graph.ClaimState{
		Claim: c.ID, Subject: a.ID, Predicate: c.Predicate, Object: b.ID, Modality: c.Modality,
		Stretches: []graph.Stretch{{DayRange: graph.DayRange{From: graph.MinDay, To: graph.MaxDay}, Standing: graph.Stated, Tier: graph.Safe}},
	}
	written = [][]graph.Record{
		nil,
		{a, b, d, l},
		{c, stands, said},
		nil,
		nil,
		{&graph.EntityState{Entity: a.ID, Name: "Aleph"}},
		{&graph.ClaimState{Claim: c.ID, Subject: a.ID, Predicate: c.Predicate, Object: b.ID, Modality: c.Modality}, decided(graph.Rejected), table},
		{decided(graph.Accepted), stands, judged, &graph.BodyCompetence{Body: a.ID}},
		nil,
	}
	for _, records := range written {
		putOnFile(t, s, records...)
	}
	return s, written
}

// rawOf are the raw records that the history has of a revision.
func rawOf(records []graph.Record) []graph.Record {
	var raw []graph.Record
	for _, r := range records {
		if kind := graph.KindOfRecord(r); kind != "" && kind != graph.StandingRecord {
			raw = append(raw, r)
		}
	}
	return raw
}

func TestHistory(t *testing.T) {
	s, written := annals(t)
	t.Run("gives what was written", func(t *testing.T) { checkWholeHistory(t, s, written) })
	t.Run("pages are the whole", func(t *testing.T) { checkHistoryPages(t, s, len(written)) })
	t.Run("a record that is gone is an error", func(t *testing.T) { checkHistoryWithGaps(t, s) })
}

func checkWholeHistory(t *testing.T, s *Store, written [][]graph.Record) {
	var want []graph.Entry
	for i, records := range written {
		stamp := readerOf(t, s, graph.Revision(i+1)).Stamp()
		raw := rawOf(records)
		for n, r := range raw {
			want = append(want, graph.Entry{Stamp: stamp, Ordinal: n + 1, Record: r})
		}
		if len(raw) == 0 {
			want = append(want, graph.Entry{Stamp: stamp, Ordinal: 1})
		}
	}
	got, err := s.History(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func checkHistoryPages(t *testing.T, s *Store, revisions int) {
	whole, err := s.History(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	rapid.Check(t, func(rt *rapid.T) {
		var after graph.ChangePosition
		var pages []graph.Entry
		for {
			limit := rapid.IntRange(1, len(whole)+1).Draw(rt, "limit")
			page, err := s.History(t.Context(), after, limit)
			require.NoError(rt, err)
			pages = append(pages, page...)
			if len(page) < limit {
				break
			}
			last := page[len(page)-1]
			after = graph.ChangePosition{Revision: last.Stamp.Revision, Ordinal: last.Ordinal}
		}
		require.Equal(rt, whole, pages)
		position := graph.ChangePosition{
			Revision: graph.Revision(rapid.IntRange(0, revisions+1).Draw(rt, "revision")), Ordinal: rapid.IntRange(0, 6).Draw(rt, "ordinal"),
		}
		rest, err := s.History(t.Context(), position, 0)
		require.NoError(rt, err)
		var want []graph.Entry
		for _, e := range whole {
			if e.Stamp.Revision > position.Revision || e.Stamp.Revision == position.Revision && e.Ordinal > position.Ordinal {
				want = append(want, e)
			}
		}
		require.Equal(rt, want, append([]graph.Entry(nil), rest...))
	})
}

func checkHistoryWithGaps(t *testing.T, s *Store) {
	for name, of := range map[string]string{
		"an entity": "Entity", "a decision": "Decision", "a competence": "Competence", "a judgement": "Judgement", "a document": "Document",
	} {
		told(t, s, "MATCH (n:"+of+") REMOVE n:"+of+" SET n:Gone", nil)
		_, err := s.History(t.Context(), graph.ChangePosition{}, 0)
		require.ErrorIs(t, err, graph.ErrUnavailable, name)
		require.ErrorContains(t, err, "is not on file", name)
		_, err = s.History(t.Context(), graph.ChangePosition{Revision: 8, Ordinal: 9}, 0)
		require.NoError(t, err, "%s: what follows is", name)
		told(t, s, "MATCH (n:Gone) REMOVE n:Gone SET n:"+of, nil)
	}
}

func TestLog_IsReadPageByPage(t *testing.T) {
	s := emptyStore(t)
	const many = idsAtOnce + 5
	records := make([]graph.Record, many)
	for i := range records {
		records[i] = company(i)
	}
	putOnFile(t, s, records...)
	putOnFile(t, s)
	changes, err := s.Changes(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	require.Len(t, changes, many)
	for i, c := range changes {
		require.Equal(t, graph.ChangePosition{Revision: 1, Ordinal: i + 1}, c.ChangePosition)
		require.Equal(t, string(company(i).ID), c.ID)
	}
	history, err := s.History(t.Context(), graph.ChangePosition{Revision: 1, Ordinal: 2}, many-2)
	require.NoError(t, err)
	require.Len(t, history, many-2, "the limit cuts before the empty revision")
	assert.Equal(t, records[2], history[0].Record)
	assert.Equal(t, records[many-1], history[many-3].Record)
	rest, err := s.History(t.Context(), graph.ChangePosition{Revision: 1, Ordinal: many}, 0)
	require.NoError(t, err)
	require.Len(t, rest, 1)
	assert.Nil(t, rest[0].Record)
	assert.EqualValues(t, 2, rest[0].Stamp.Revision)
}

func TestHistory_ManyEmptyRevisions(t *testing.T) {
	s := emptyStore(t)
	const many = idsAtOnce + 5
	told(t, s, `
		MERGE (c:Clock {id: 1}) SET c.rev = $many, c.published = $many
		WITH c UNWIND range(1, $many) AS rev
		CREATE (:Revision {rev: rev, time: rev, op: 'op-' + rev, digest: $digest, counts: '{}', entries: 0, raw: 0})`,
		map[string]any{"many": many, "digest": make([]byte, 32)})
	for limit, want := range map[int]int{0: many, 1: 1, idsAtOnce: idsAtOnce, idsAtOnce + 1: idsAtOnce + 1, many + 7: many} {
		history, err := s.History(t.Context(), graph.ChangePosition{}, limit)
		require.NoError(t, err)
		require.Len(t, history, want)
		for i, e := range history {
			require.EqualValues(t, i+1, e.Stamp.Revision)
			require.Equal(t, 1, e.Ordinal)
		}
	}
}
