package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

func TestNewEnough(t *testing.T) {
	t.Parallel()
	for version, enough := range map[string]bool{
		"5.26.0": true, "5.26.12": true, "5.27-aura": true, "5.26": true, "2025.01.0": true, "2025.10.1": true, "6.0.0": true,
		"5.25.9": false, "5.2.6": false, "4.4.40": false, "3.5.0": false, "": false, "5": false, "five.26": false, "5.x": false,
	} {
		assert.Equal(t, enough, newEnough(version), version)
	}
}

func TestCheckServer_WantsNeo4j(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		records [][]any
		words   string // "": it is good enough
	}{
		"a new one":       {[][]any{{"5.26.12"}}, ""},
		"an old one":      {[][]any{{"4.4.12"}}, `is version "4.4.12"`},
		"another product": {nil, "is no Neo4j server"},
		"no version":      {[][]any{{nil}}, `is version ""`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := startFake(t, fakebolt.Options{Handler: func(fakebolt.Statement) (fakebolt.Result, error) {
				return fakebolt.Result{Fields: []string{"v"}, Records: test.records}, nil
			}}).reach(t, Options{})
			err := c.checkServer(t.Context())
			if test.words == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, graph.ErrUnavailable)
			require.ErrorContains(t, err, "Neo4j 5.26 or later is needed")
			require.ErrorContains(t, err, test.words)
		})
	}
}
