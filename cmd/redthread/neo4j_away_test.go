package main

import (
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// TestServeWithoutItsDatabaseAnswersAtOnce: once a database is known to be away, questions about it cost no connection and no wait.
// A probe goes out every two seconds, whoever asks. How long an answer takes is compared with one that needs no database.
func TestServeWithoutItsDatabaseAnswersAtOnce(t *testing.T) {
	const calls = 200
	database, err := fakebolt.Start(fakebolt.Options{Handler: func(fakebolt.Statement) (fakebolt.Result, error) {
		return fakebolt.Result{}, &fakebolt.RefusalError{Code: fakebolt.DatabaseUnavailable}
	}})
	require.NoError(t, err)
	t.Cleanup(database.Stop)
	database.Inject(fakebolt.Fault{On: fakebolt.Connect, Do: fakebolt.Cut})
	c := serveNeo4j(t, neo4jtest.Address{
		URI: "bolt://" + database.Address(), Username: "neo4j", Password: "a password", Database: "neo4j",
	})
	c.awaitReason("has not been reached since")

	request := query(t, askStats)
	took := func(call func()) time.Duration {
		start := time.Now()
		call()
		return time.Since(start)
	}
	var without, with []time.Duration
	before, start := database.Accepted(), time.Now()
	for range calls {
		without = append(without, took(func() {
			status, _ := c.get("/livez")
			require.Equal(t, http.StatusOK, status)
		}))
		with = append(with, took(func() { require.Contains(t, c.ask(request), `"code":"STORE_UNAVAILABLE"`) }))
	}
	attempts, probes := database.Accepted()-before, int(time.Since(start)/(2*time.Second))
	assert.LessOrEqual(t, attempts, 1+probes, "%d calls knock no more than none", calls)
	slices.Sort(without)
	slices.Sort(with)
	quick, median := without[calls/2], with[calls/2]
	t.Logf("median of %d answers: %s, of those without a database %s; %d attempts", calls, median, quick, attempts)
	assert.Less(t, median, 10*time.Millisecond+10*quick)
	c.stop()
}
