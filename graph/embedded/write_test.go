package embedded

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// A record may stand before what it names, however far.
func TestLoad_RecordsWaitForWhatTheyName(t *testing.T) {
	t.Parallel()
	s := opened(t)
	records := world(1)
	slices.Reverse(records)
	records = append(records[:1:1], append([]graph.Record{stateOf(&graph.Claim{ID: "clm_1"}, graph.Disputed)}, records[1:]...)...)
	var spread []graph.Record
	for i, r := range records {
		for n := range chunkLength / 4 {
			spread = append(spread, companyOf(fmt.Sprintf("filler-%d-%d", i, n), "Filler"))
		}
		spread = append(spread, r)
	}
	op := operationOf("load")
	loaded(t, s, op, spread...)
	_, err := s.Publish(t.Context(), op)
	require.NoError(t, err)
	changes, err := s.Changes(t.Context(), graph.ChangePosition{Revision: 1, Ordinal: 1}, 0)
	require.NoError(t, err)
	var logged []string
	for _, c := range changes {
		if c.Kind != graph.EntityRecord || c.ID == "ent_other-1" {
			logged = append(logged, string(c.Kind)+" "+c.ID)
		}
	}
	assert.Equal(t, []string{
		"STANDING clm_1", "COMPETENCE ent_first", "JUDGEMENT jdg_1", "REVIEW_DECISION ast_1", "ASSERTION ast_1", "LAYER lay_1",
		"DOCUMENT doc_1", "CLAIM clm_1", "ENTITY ent_other-1",
	}, logged, "the log has the order in which they were given")
	r := s.readerAt(s.current().published)
	rows, err := r.Claims(t.Context(), []graph.ClaimID{"clm_1"})
	require.NoError(t, err)
	require.Len(t, rows["clm_1"].State.Stretches, 1)
	assert.Equal(t, graph.Alleged, rows["clm_1"].State.Stretches[0].Standing, "the last state given counts")
	checkFile(t, s)
}

func TestLoad_WhatNeverComesIsNamed(t *testing.T) {
	t.Parallel()
	s := opened(t)
	var records []graph.Record
	records = append(records, &graph.ReviewDecision{Assertion: "ast_lost", State: graph.Accepted})
	for n := range 2 * chunkLength {
		records = append(records, companyOf(fmt.Sprint("filler-", n), "Filler"))
	}
	_, err := s.Load(t.Context(), operationOf("load"), graph.Stamp{}, sequenceOf(records))
	require.ErrorIs(t, err, graph.ErrNotFound)
	assert.ErrorContains(t, err, "assertion ast_lost")
}

// What the writer remembers of keys is dropped when it grows, and what it forgot is found again.
func TestKeys_AreForgottenAndFoundAgain(t *testing.T) {
	t.Parallel()
	s := opened(t)
	for _, name := range []string{"fill", "again"} {
		_, err := s.Update(t.Context(), operationOf(name), planned(world(1)...))
		require.NoError(t, err)
		require.NotEmpty(t, s.writer.keys.claims)
		for n := range maxKeys + 1 {
			s.writer.keys.terms[graph.Term(fmt.Sprint("made up ", n))] = 1
		}
	}
	_, err := s.Update(t.Context(), operationOf("closing"), planned(closing()...))
	require.NoError(t, err)
	assert.Less(t, len(s.writer.keys.terms), 10)
	checkFile(t, s)
}

// A plan may read while nothing else may: it runs inside the write.
func TestUpdate_APlanReadsByEveryMethod(t *testing.T) {
	t.Parallel()
	s := opened(t)
	_, err := s.Update(t.Context(), operationOf("world"), planned(world(1)...))
	require.NoError(t, err)
	_, err = s.Update(t.Context(), operationOf("reading"), func(ctx context.Context, onFile graph.Reader) ([]graph.Record, error) {
		r, ok := onFile.(*reader)
		require.True(t, ok)
		for name, read := range namedReads(ctx) {
			require.NoError(t, read(r), name)
		}
		return world(2), nil
	})
	require.NoError(t, err)
}

func TestEntityRows_OfOldRevisionsStayWhatTheyWere(t *testing.T) {
	t.Parallel()
	s := opened(t)
	for n := range 5 {
		state := &graph.EntityState{Entity: "ent_first", Name: fmt.Sprint("Name ", n), Degree: n, FirstDay: graph.MaxDay}
		_, err := s.Update(t.Context(), operationOf(strconv.Itoa(n)), planned(state))
		require.NoError(t, err)
		for range 2 {
			for rev := 2; rev <= n+2; rev++ {
				r, err := s.Snapshot(t.Context(), graph.Revision(rev))
				require.NoError(t, err)
				rows, err := r.ListEntities(t.Context(), graph.EntityQuery{Order: graph.ByDegree})
				require.NoError(t, err)
				require.Len(t, rows, 1)
				assert.Equal(t, rev-2, rows[0].State.Degree, "at revision %d of %d", rev, n+2)
				assert.Equal(t, fmt.Sprint("Name ", rev-2), rows[0].State.Name)
			}
		}
	}
}
