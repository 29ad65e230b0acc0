package neo4jstore

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

const fewSpokes = 5

// TestReal_WhatOneProcessCommitsTheOtherReadsAtOnce: both orders, over both kinds of address.
func TestReal_WhatOneProcessCommitsTheOtherReadsAtOnce(t *testing.T) {
	const rounds = 10
	o := optionsOf(neo4jtest.Empty(t))
	world := newTurningWorld(t, fewSpokes)
	routed := o
	routed.URI = strings.Replace(o.URI, "bolt://", "neo4j://", 1)
	require.NotEqual(t, o.URI, routed.URI)
	here, there := openProcess(t, routed), startProcess(t, o, fewSpokes)
	acknowledged := map[graph.OperationID]graph.Revision{"first": world.begin(t, here)}
	for n := range rounds {
		theirs := fmt.Sprint("there ", n)
		acknowledged[graph.OperationID(theirs)] = there.ask("write " + theirs)
		newest, err := world.check(t, here, 0, n)
		require.NoError(t, err)
		require.Equal(t, acknowledged[graph.OperationID(theirs)], newest)

		ours := realOperation(fmt.Sprint("here ", n))
		rev, err := here.Update(t.Context(), ours, world.plan)
		require.NoError(t, err)
		acknowledged[ours.ID] = rev
		require.Equal(t, rev, there.ask("read"))
		require.Equal(t, rev, there.ask("write "+string(ours.ID)), "what the other wrote is not written again")
	}
	there.end()
	require.Empty(t, world.once(t, here, acknowledged))
	require.EqualValues(t, 1+2*rounds, world.checkAll(t, here))
}

// TestReal_EightWritersOfTwoProcesses repeat each other's operations: each is kept once.
func TestReal_EightWritersOfTwoProcesses(t *testing.T) {
	const writers, operations = 8, 16
	o := optionsOf(neo4jtest.Empty(t))
	world := newTurningWorld(t, fewSpokes)
	processes := []*Store{openProcess(t, o), openProcess(t, o)}
	acknowledged := map[graph.OperationID]graph.Revision{"first": world.begin(t, processes[0])}
	var (
		group sync.WaitGroup
		mu    sync.Mutex
	)
	for w := range writers {
		group.Go(func() {
			for _, n := range rand.Perm(operations) {
				if n%4 == w/2%4 { // each operation is left to six of the eight, three of each process
					continue
				}
				op := realOperation(fmt.Sprint("operation ", n))
				rev, err := processes[w%2].Update(t.Context(), op, world.plan)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				if first, ok := acknowledged[op.ID]; ok {
					assert.Equal(t, first, rev, "all are told the same revision")
				}
				acknowledged[op.ID] = rev
				mu.Unlock()
			}
		})
	}
	group.Wait()
	require.Len(t, acknowledged, 1+operations)
	require.Empty(t, world.once(t, processes[0], acknowledged), "none is doubled")
	require.EqualValues(t, 1+operations, world.checkAll(t, processes[1]))
}
