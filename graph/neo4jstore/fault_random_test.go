package neo4jstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// randomFault is one that strikes soon, and passes.
func randomFault(chance *rand.Rand) fakebolt.Fault {
	messages := []fakebolt.Message{
		fakebolt.Connect, fakebolt.Hello, fakebolt.Logon, fakebolt.Reset, fakebolt.Run, fakebolt.Run, fakebolt.Pull, fakebolt.Pull, fakebolt.Pull,
	}
	codes := []string{
		fakebolt.DeadlockDetected, fakebolt.LockClientStopped, fakebolt.DatabaseUnavailable, fakebolt.NoThreadsAvailable,
	}
	f := fakebolt.Fault{
		On:   messages[chance.IntN(len(messages))],
		Nth:  1 + chance.IntN(25),
		Do:   fakebolt.Cut + fakebolt.Action(chance.IntN(int(fakebolt.RefuseUnanswered))),
		Code: codes[chance.IntN(len(codes))],
	}
	if f.Do == fakebolt.RefuseUnanswered {
		f.Code = fakebolt.CommitFailed
	}
	return f
}

// TestFaults_OfTwoProcesses lets two stores write to one database while faults strike at random. Each operation is given to both,
// and again until it is acknowledged: both then say the same revision, and the database holds each operation once.
func TestFaults_OfTwoProcesses(t *testing.T) {
	const operations = 4
	pace := measurePace(t)
	seedName := func(seed int) string { return fmt.Sprintf("seed %d", seed) }
	inGroup(t, cuts(100, 1), seedName, func(t *testing.T, seed int) {
		chance := rand.New(rand.NewPCG(uint64(seed), 0))
		w := newFaultWorld(t, false, true)
		w.pace = pace
		faults := make([]fakebolt.Fault, 1+chance.IntN(10))
		for i := range faults {
			faults[i] = randomFault(chance)
		}
		w.server.Inject(faults...)
		var writers sync.WaitGroup
		var told [2][operations]graph.Revision
		for i := range told {
			process := *w
			process.open()
			writers.Go(func() {
				for n := range told[i] {
					told[i][n] = process.untilAcknowledged(fmt.Sprintf("op-%d", n))
				}
			})
		}
		writers.Wait()
		assert.Equal(t, told[0], told[1], "both are told the same, whatever struck: %+v", faults)
		for n, rev := range told[0] {
			w.holdsOnce(fmt.Sprintf("op-%d", n), rev)
		}
		assert.EqualValues(t, operations, w.db.rev)
	})
}

// untilAcknowledged repeats an update under short deadlines.
func (w *faultWorld) untilAcknowledged(name string) graph.Revision {
	for start := time.Now(); time.Since(start) < faultPatience; time.Sleep(time.Millisecond) {
		ctx, cancel := context.WithTimeout(w.t.Context(), faultDeadline+4*w.pace)
		rev, err := w.update(ctx, name)
		cancel()
		if err == nil {
			return rev
		}
		assert.True(w.t, knownKind(err), "%v", err)
	}
	assert.Fail(w.t, "never acknowledged", name)
	return 0
}
