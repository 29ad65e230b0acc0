//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package graphtest

// processorTime is 0 where the system has no getrusage: ratios of processor time then say nothing.
func processorTime() float64 { return 0 }
