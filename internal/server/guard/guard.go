package guard

import "fmt"

// Guard checks operations against its limits. It keeps no state and may be used concurrently.
type Guard struct {
	limits Limits
}

// New returns a guard with the given limits, zero ones being those of Defaults.
// It fails when a limit is negative.
func New(limits Limits) (*Guard, error) {
	l := limits.withDefaults()
	if err := l.validate(); err != nil {
		return nil, fmt.Errorf("guard: %w", err)
	}
	return &Guard{limits: l}, nil
}

// Limits returns the limits in force.
func (g *Guard) Limits() Limits {
	return g.limits
}
