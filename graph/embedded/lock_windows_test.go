package embedded

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// copyOf opens the file once more: here no copies are handed to processes that are being started.
func copyOf(t *testing.T, f *os.File) *os.File {
	t.Helper()
	again, err := os.Open(f.Name())
	require.NoError(t, err)
	return again
}
