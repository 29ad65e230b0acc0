package embedded

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

const lockName = "redthread.lock"

// errHeld is the cause when another process has the lock.
var errHeld = errors.New("held by another process")

// folderLock keeps a second process out of a folder. Its file names the process that works in the folder; one that ended without
// Close leaves its number there.
type folderLock struct{ file *os.File }

// lockFolder takes the lock of a folder, or says which process has it. unclean tells that the last process did not close it.
func lockFolder(dir string) (l *folderLock, unclean bool, err error) {
	path := filepath.Join(dir, lockName)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) //nolint:gosec // the operator names the folder
	if err != nil {
		return nil, false, unwritable(dir, err)
	}
	pid, err := readOwner(f)
	if locking := flock(f); locking != nil {
		err = heldBy(dir, pid, locking)
	}
	if err != nil {
		return nil, false, errors.Join(err, f.Close())
	}
	return &folderLock{f}, pid != 0, nil
}

func readOwner(f *os.File) (int, error) {
	text, err := io.ReadAll(io.NewSectionReader(f, 0, 1<<10))
	if err != nil {
		return 0, fmt.Errorf("lock file: %w", err)
	}
	if len(text) == 0 {
		return 0, nil
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return -1, nil //nolint:nilerr // a torn number still says that somebody worked here
	}
	return pid, nil
}

func heldBy(dir string, pid int, cause error) error {
	if !errors.Is(cause, errHeld) {
		return fmt.Errorf("folder %s cannot be locked: %w (%w)", dir, graph.ErrUnavailable, cause)
	}
	who := "another process"
	if pid > 0 {
		who = fmt.Sprintf("process %d", pid)
	}
	return fmt.Errorf("folder %s is in use by %s: stop it, or name another folder: %w", dir, who, graph.ErrUnavailable)
}

// claim writes the own process number into the file: from now on the folder counts as left open.
func (l *folderLock) claim() error {
	if err := l.file.Truncate(0); err != nil {
		return fmt.Errorf("lock file: %w", err)
	}
	if _, err := l.file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0); err != nil {
		return fmt.Errorf("lock file: %w", err)
	}
	return l.file.Sync()
}

// release gives the lock back; clean says that everything was closed in order.
func (l *folderLock) release(clean bool) error {
	var err error
	if clean {
		err = l.file.Truncate(0)
	}
	return errors.Join(err, unlock(l.file), l.file.Close())
}

// unwritable explains why nothing can be written into a folder.
func unwritable(dir string, cause error) error {
	if isReadOnly(cause) {
		return fmt.Errorf("folder %s cannot be written: give this user the right, or name another folder: %w (%w)",
			dir, graph.ErrReadOnly, cause)
	}
	return fmt.Errorf("folder %s cannot be used: %w (%w)", dir, graph.ErrUnavailable, cause)
}
