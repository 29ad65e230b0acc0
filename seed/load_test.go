package seed_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/seed"
)

const acme = "testdata/acme/"

func newService() *graph.Service {
	return graph.NewService(graphtest.NewModel(time.Now), graph.Options{})
}

// files are the sample pack with pieces of its pack file replaced: old, new, old, new.
func files(t *testing.T, replace ...string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, name := range []string{"pack.yaml", "acme.txt"} {
		data, err := os.ReadFile(acme + name)
		require.NoError(t, err)
		out[name] = &fstest.MapFile{Data: data}
	}
	body := string(out["pack.yaml"].Data)
	for i := 0; i < len(replace); i += 2 {
		require.Equal(t, 1, strings.Count(body, replace[i]), "%q stands once in the sample", replace[i])
		body = strings.Replace(body, replace[i], replace[i+1], 1)
	}
	out["pack.yaml"].Data = []byte(body)
	return out
}

func load(t *testing.T, s *graph.Service, f fstest.MapFS) (seed.Loaded, error) {
	t.Helper()
	return seed.Load(t.Context(), s, f, "pack.yaml")
}

func export(t *testing.T, s *graph.Service) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, s.Export(t.Context(), &out))
	return out.String()
}

// lineOf is the line of the pack file on which the words stand.
func lineOf(t *testing.T, f fstest.MapFS, words string) int {
	t.Helper()
	before, _, found := strings.Cut(string(f["pack.yaml"].Data), words)
	require.True(t, found, words)
	return strings.Count(before, "\n") + 1
}

func TestLoad(t *testing.T) {
	s := newService()
	got, err := load(t, s, files(t))
	require.NoError(t, err)
	assert.Equal(t, seed.Loaded{Name: "Acme", Revision: 1, Documents: 2, Entities: 8, Statements: 7}, got)

	v, err := s.View(t.Context(), nil)
	require.NoError(t, err)
	defer func() { assert.NoError(t, v.Close()) }()
	said, err := v.Assertions(t.Context(), []graph.AssertionID{"ast_denied", "ast_users"})
	require.NoError(t, err)
	denied := said["ast_denied"]
	assert.Equal(t, graph.Denies, denied.Stance)
	assert.Equal(t, []graph.Report{{Who: "ent_echo", Work: denied.ReportedBy[0].Work, Published: denied.ReportedBy[0].Published}}, denied.ReportedBy)
	assert.Equal(t, "Acme", denied.RecordedBy)
	claims, err := v.Claims(t.Context(), []graph.ClaimID{denied.Claim})
	require.NoError(t, err)
	assert.Equal(t, graph.Disputed, claims[denied.Claim].State.Stretches[0].Standing)
}

func TestLoadingAgainChangesNothing(t *testing.T) {
	s := newService()
	first, err := load(t, s, files(t))
	require.NoError(t, err)
	before := export(t, s)
	for range 10 {
		again, err := load(t, s, files(t))
		require.NoError(t, err)
		assert.Equal(t, first, again)
	}
	assert.Equal(t, before, export(t, s))
}

func TestEditedPackIsANewOperationOnTheSameThings(t *testing.T) {
	s := newService()
	_, err := load(t, s, files(t))
	require.NoError(t, err)
	added := `coverings: []
`
	f := files(t, added, `coverings: []
`, "identities:", `  # a remark
identities:`)
	second, err := load(t, s, f)
	require.NoError(t, err)
	assert.Equal(t, graph.Revision(2), second.Revision, "a new operation")
	assert.Equal(t, 1, strings.Count(export(t, s), `"ast_users"`), "what was on file is not written again")
}

func TestChangedStatementIsAConflict(t *testing.T) {
	s := newService()
	_, err := load(t, s, files(t))
	require.NoError(t, err)
	before := export(t, s)
	f := files(t, `quote: Acme Works has over 400 million users}`, `quote: "Acme Works has over 400 million users, the Daily Echo wrote on 4 May 2024."}`)
	_, err = load(t, s, f)
	require.ErrorIs(t, err, graph.ErrConflict)
	require.ErrorContains(t, err, fmt.Sprintf("pack.yaml:%d", lineOf(t, f, "id: users")))
	require.ErrorContains(t, err, "ast_users")
	assert.Equal(t, before, export(t, s))
}

func TestChangedDocumentIsANewOperation(t *testing.T) {
	s := newService()
	_, err := load(t, s, files(t))
	require.NoError(t, err)
	f := files(t)
	f["acme.txt"].Data = append(f["acme.txt"].Data, "\nA later line.\n"...)
	_, err = load(t, s, f)
	require.ErrorIs(t, err, graph.ErrConflict, "the same statements now quote another document")
}

func TestMissingPack(t *testing.T) {
	_, err := seed.Load(t.Context(), newService(), files(t), "other.yaml")
	require.ErrorContains(t, err, "other.yaml")
}
