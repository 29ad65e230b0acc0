package neo4jstore

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// controlQuick is how long an update that nothing breaks takes at most where a machine is not busy with other things.
const controlQuick = 50 * time.Millisecond

// stalledPlaces are some at which a server falls silent, one of each kind.
func stalledPlaces() []faultCase {
	lost := []fakebolt.Fault{{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutUnanswered, Text: textWrite}}
	stalled := func(name string, on fakebolt.Message, do fakebolt.Action, text string, before ...fakebolt.Fault) faultCase {
		cold := text == ""
		return faultCase{
			place: faultPlace{name: name, cold: cold, before: before}, fault: fakebolt.Fault{On: on, Do: do, Text: text},
		}
	}
	return []faultCase{
		stalled("handshake", fakebolt.Connect, fakebolt.Stall, ""),
		stalled("HELLO", fakebolt.Hello, fakebolt.StallHalfway, ""),
		stalled("LOGON", fakebolt.Logon, fakebolt.StallUnanswered, ""),
		stalled("head", fakebolt.Run, fakebolt.Stall, textHead),
		stalled("lookup", fakebolt.Pull, fakebolt.StallHalfway, textLookup),
		stalled("write", fakebolt.Pull, fakebolt.StallUnanswered, textWrite),
		stalled("write that comes late", fakebolt.Pull, fakebolt.Late, textWrite),
		stalled("question after a lost answer", fakebolt.Run, fakebolt.Stall, textSettle, lost...),
		stalled("publication", fakebolt.Pull, fakebolt.Stall, textPublish),
	}
}

// TestFaults_AnswerHalfASecondAfterTheirDeadline holds updates of a silent server, one after the other, to the bound itself, without
// an allowance for this machine: beside each, updates of another server that nothing breaks tell whether the machine was busy
// with other things. Then it is tried again, and nothing follows when it always was.
func TestFaults_AnswerHalfASecondAfterTheirDeadline(t *testing.T) {
	for _, c := range stalledPlaces() {
		t.Run(c.name(), func(t *testing.T) {
			for range 5 {
				over, control, struck := afterItsDeadline(t, &c)
				if struck && over <= faultGrace {
					return
				}
				require.Greater(t, control, controlQuick, "struck: %t; it answered %s after its deadline, while nothing else was slow", struck, over)
			}
			t.Log("the machine was busy with other things")
		})
	}
}

// afterItsDeadline says how long after its deadline an update answers, how long the slowest of those beside it took, and whether it
// came so far that the server fell silent.
func afterItsDeadline(t *testing.T, c *faultCase) (over, control time.Duration, struck bool) {
	t.Helper()
	w, beside := newFaultWorld(t, false, true), newFaultWorld(t, false, true)
	w.meet(c)
	_, err := beside.update(t.Context(), "first")
	require.NoError(t, err)
	w.server.Inject(c.faults()...)
	stop, slowest := make(chan struct{}), make(chan time.Duration)
	go func() { slowest <- beside.slowestUntil(stop) }()

	ctx, cancel := context.WithTimeout(t.Context(), faultDeadline)
	defer cancel()
	start := time.Now()
	_, _ = w.update(ctx, "first") // it may have been kept, and then that may be known
	over = time.Since(start) - faultDeadline
	close(stop)
	control = <-slowest
	struck = w.server.Struck() > len(c.place.before)
	w.server.Inject()
	return over, control, struck
}

// slowestUntil makes updates that nothing breaks, one after the other, and gives how long the slowest took.
func (w *faultWorld) slowestUntil(stop <-chan struct{}) (slowest time.Duration) {
	for n := 0; ; n++ {
		start := time.Now()
		if _, err := w.update(w.t.Context(), fmt.Sprint("beside ", n)); err != nil {
			return time.Hour // it is told by the case that it was to be compared with
		}
		slowest = max(slowest, time.Since(start))
		select {
		case <-stop:
			return slowest
		default:
		}
	}
}
