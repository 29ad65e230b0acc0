//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package embedded

import (
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// copyOf is a second descriptor of the same open file, as a process that is being started has.
func copyOf(t *testing.T, f *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(f.Fd()))
	require.NoError(t, err)
	return os.NewFile(uintptr(fd), f.Name())
}
