package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestInfo(t *testing.T) {
	s := emptyStore(t)
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.Regexp(t, `^neo4j 5\.\d+\.\d+`, info.Engine)
	assert.Empty(t, info.Counts)
	assert.Zero(t, info.Revision)
	assert.True(t, info.Time.IsZero())
	assert.Nil(t, info.Open)

	putOnFile(t, s, company(1), company(2))
	d, l := article(1, "en", "")
	putOnFile(t, s, d, l)
	info, err = s.Info(t.Context())
	require.NoError(t, err)
	assert.Equal(t, readerOf(t, s, 0).Stamp().Time, info.Time)
	assert.EqualValues(t, 2, info.Revision)
	for kind, want := range map[graph.RecordKind]int{graph.EntityRecord: 2, graph.DocumentRecord: 1, graph.LayerRecord: 1, graph.ClaimRecord: 0} {
		assert.Equal(t, want, info.Counts[kind], kind)
	}
}

func TestInfo_AsksForTheVersionOnce(t *testing.T) {
	s := emptyStore(t)
	known := "6.0 of tomorrow"
	s.version.Store(&known)
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "neo4j 6.0 of tomorrow", info.Engine)
}

func TestInfo_NamesTheLoadThatIsOpen(t *testing.T) {
	s := emptyStore(t)
	op := operationOf("load")
	told(t, s, "MERGE (c:Clock {id: 1}) SET c.rev = 0, c.published = 0, c.load = 'load', c.loadDigest = $digest",
		map[string]any{"digest": op.Digest[:]})
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.Equal(t, &op, info.Open)
}

func TestScanInfo_RefusesCountsThatAreNone(t *testing.T) {
	t.Parallel()
	c := &cells{values: []any{int64(1), int64(2), "{", nil, nil}}
	scanInfo(c)
	require.ErrorIs(t, c.err, graph.ErrUnavailable)
}
