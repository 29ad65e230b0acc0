package neo4jstore

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// TestFaults_WrongPassword shows that a wrong password is sent once, however many calls there are at once, as the server locks a user
// after three; and once for each connection where it was changed while the store was in use.
func TestFaults_WrongPassword(t *testing.T) {
	for _, used := range []bool{false, true} {
		t.Run(map[bool]string{false: "opened", true: "in use"}[used], func(t *testing.T) {
			defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
			w := newFaultWorld(t, false, true)
			defer w.server.Stop()
			defer func() { assert.NoError(t, w.store.Close()) }()
			if used {
				_, err := w.update(t.Context(), "first")
				require.NoError(t, err)
				w.server.Stop()
				require.NoError(t, w.server.Resume())
			}
			before := w.server.Seen(fakebolt.Logon)
			w.server.Inject(fakebolt.Fault{On: fakebolt.Logon, Do: fakebolt.Refuse, Code: fakebolt.Unauthorized})
			var calls sync.WaitGroup
			var told [60]error
			for i := range 30 {
				calls.Go(func() {
					_, _, told[2*i] = w.read(t.Context(), "first")
					_, told[2*i+1] = w.update(t.Context(), "second")
				})
			}
			calls.Wait()
			for _, err := range told {
				require.ErrorIs(t, err, graph.ErrUnavailable)
			}
			sent := w.server.Seen(fakebolt.Logon) - before
			assert.GreaterOrEqual(t, sent, 1)
			assert.LessOrEqual(t, sent, map[bool]int{false: 1, true: defaultConnections}[used], "wrong passwords sent")
			_, err := w.update(t.Context(), "third")
			require.ErrorContains(t, err, "NEO4J_PASSWORD")
			assert.Equal(t, sent, w.server.Seen(fakebolt.Logon)-before, "it is not sent again")
		})
	}
}
