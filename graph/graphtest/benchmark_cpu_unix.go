//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package graphtest

import "syscall"

// processorTime is how long this process has kept processors busy, in nanoseconds: for itself and in the kernel.
func processorTime() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0 // no process is refused its own figures
	}
	return float64(used.Utime.Nano() + used.Stime.Nano())
}
