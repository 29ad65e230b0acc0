package embedded_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/embedded"
)

func TestExistsOnceItWasOpened(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	assert.False(t, embedded.Exists(dir))
	assert.False(t, embedded.Exists(embedded.InMemory))
	store, err := embedded.Open(context.Background(), dir, embedded.Options{})
	require.NoError(t, err)
	assert.True(t, embedded.Exists(dir))
	require.NoError(t, store.Close())
	assert.True(t, embedded.Exists(dir))
}
