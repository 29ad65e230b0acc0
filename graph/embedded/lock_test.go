package embedded

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestLockFolder_TellsHowTheLastProcessEnded(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, clean := range []bool{true, false, false, true, true} {
		l, _, err := lockFolder(dir)
		require.NoError(t, err)
		require.NoError(t, l.claim())
		require.NoError(t, l.release(clean))
		again, unclean, err := lockFolder(dir)
		require.NoError(t, err)
		assert.Equal(t, clean, !unclean)
		require.NoError(t, again.release(false), "one that never claimed the folder changes nothing")
	}
}

func TestLockFolder_ATornNumberIsAnUncleanEnd(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, lockName), []byte("12x"), 0o600))
	l, unclean, err := lockFolder(dir)
	require.NoError(t, err)
	assert.True(t, unclean)
	_, _, err = lockFolder(dir)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "in use by another process", "no number is made up")
	require.NoError(t, l.release(true))
}

// A process that is being started holds a copy of every open file until it runs its program: the lock must not wait for that.
func TestLockFolder_ReleaseDoesNotWaitForCopiesOfTheFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	l, _, err := lockFolder(dir)
	require.NoError(t, err)
	duplicate := copyOf(t, l.file)
	require.NoError(t, l.release(true))
	again, _, err := lockFolder(dir)
	require.NoError(t, err)
	require.NoError(t, again.release(true))
	require.NoError(t, duplicate.Close())
}
