package embedded

import (
	"errors"
	"os"
	"syscall"
	"unsafe"
)

// The flags of LockFileEx, and what it fails with when another process has the lock.
const (
	failImmediately = 1
	exclusiveLock   = 2
	lockViolation   = syscall.Errno(33)
	// lockedByte lies far behind the process number, which others may so read.
	lockedByte = 1 << 20
)

// flock locks the file for this process until it is closed, be it by the kernel.
func flock(f *os.File) error {
	lock := syscall.NewLazyDLL("kernel32.dll").NewProc("LockFileEx")
	place := syscall.Overlapped{Offset: lockedByte}
	done, _, err := lock.Call(f.Fd(), failImmediately|exclusiveLock, 0, 1, 0, uintptr(unsafe.Pointer(&place)))
	switch {
	case done != 0:
		return nil
	case errors.Is(err, lockViolation):
		return errHeld
	default:
		return err
	}
}

// unlock does nothing: closing the file gives the lock back.
func unlock(*os.File) error { return nil }

func isReadOnly(err error) bool { return errors.Is(err, os.ErrPermission) }
