package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestOpenedLoads_Check(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		tokens []string // nil: this process takes no part
		open   *load
		err    error
	}{
		"takes no part, none is open": {nil, nil, nil},
		"may join in":                 {nil, &load{token: "x"}, nil},
		"goes on":                     {[]string{"x"}, &load{token: "x"}, nil},
		"one of two":                  {[]string{"x", "y"}, &load{token: "y"}, nil},
		"another has it":              {[]string{"x", "y"}, &load{token: "z"}, graph.ErrConflict},
		"it is gone":                  {[]string{"x"}, nil, graph.ErrConflict},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newOpenedLoads()
			if test.tokens != nil {
				o.hold("op", "")
				o.remember("op", storeClock, test.tokens...)
			}
			require.ErrorIs(t, o.check("op", test.open), test.err)
			o.forget("op")
			require.NoError(t, o.check("op", test.open))
		})
	}
}

func TestOpenedLoads_AreSettledWhenNothingIsUnderWay(t *testing.T) {
	t.Parallel()
	o := newOpenedLoads()
	assert.False(t, o.isSettled("op"), "this process takes no part")
	o.hold("op", "x")
	assert.True(t, o.isSettled("op"))
	for _, c := range []loadClock{storeClock, termsClock} {
		o.remember("op", c, "x", "y")
		assert.False(t, o.isSettled("op"), "either may be written")
		o.remember("op", c, "y")
		assert.True(t, o.isSettled("op"))
	}
	o.forget("op")
	o.remember("op", storeClock, "z")
	assert.Empty(t, o.known("op", storeClock), "what comes after the end is nothing")
}

func TestOpenedLoads_Ended(t *testing.T) {
	t.Parallel()
	o := newOpenedLoads()
	ended := o.ended()
	o.hold("op", "x")
	select {
	case <-ended:
		require.Fail(t, "a load that opens ends nothing")
	default:
	}
	o.forget("op")
	<-ended
	select {
	case <-o.ended():
		require.Fail(t, "the next one has not ended")
	default:
	}
}
