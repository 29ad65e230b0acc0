package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/neo4jstore"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// TestCopyKilledIsBegunAgain kills a copy of the reference case while its load is open: nothing of it is visible, and the same
// command starts over at once, without waiting for the lease of the dead one.
func TestCopyKilledIsBegunAgain(t *testing.T) {
	address := neo4jtest.Empty(t)
	folder := filepath.Join(t.TempDir(), "data")
	redthread(t, "seed", "-data", folder)
	store, err := neo4jstore.Open(neo4jstore.Options{
		URI: address.URI, Username: address.Username, Password: address.Password, Database: address.Database,
	})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, store.Close()) })

	begin := func() *exec.Cmd {
		command := exec.Command("redthread", "copy", "-from", "embedded", "-to", "neo4j", "-data", folder)
		command.Env = redthreadEnv(t, neo4jEnv(address)...)
		return command
	}
	killed := begin()
	require.NoError(t, killed.Start())
	require.Eventually(t, func() bool {
		info, err := store.Info(t.Context())
		return err == nil && info.Open != nil
	}, neo4jPatience, time.Millisecond)
	require.NoError(t, killed.Process.Kill())
	require.Error(t, killed.Wait())
	info, err := store.Info(t.Context())
	require.NoError(t, err)
	require.Zero(t, info.Revision, "nothing is visible")
	require.NotNil(t, info.Open, "it was killed in the middle")

	started := time.Now()
	out, err := begin().CombinedOutput()
	require.NoError(t, err, string(out))
	assert.True(t, strings.HasPrefix(string(out), "copied up to revision 1; "), string(out))
	t.Logf("begun again and done after %s", time.Since(started))
	assert.Equal(t, exportedBy(t, "-data", folder), exported(t, store))
}

// exportedBy is what the program exports.
func exportedBy(t *testing.T, args ...string) string {
	t.Helper()
	return string(redthread(t, append([]string{"export"}, args...)...))
}
