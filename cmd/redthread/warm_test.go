package main

import (
	"bytes"
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/graph/neo4jstore"
)

var _ warmer = (*neo4jstore.Store)(nil)

// coldStore keeps how it was warmed.
type coldStore struct {
	graph.Store
	failure  error
	readOnly []bool
	deadline bool
}

func (s *coldStore) Warm(ctx context.Context, readOnly bool) error {
	_, s.deadline = ctx.Deadline()
	s.readOnly = append(s.readOnly, readOnly)
	return s.failure
}

func TestWarm(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		failure error
		level   slog.Level
		log     string
	}{
		"well":               {nil, slog.LevelDebug, `"msg":"warmed"`},
		"badly":              {graph.ErrUnavailable, slog.LevelDebug, `"msg":"not warmed","reason":"` + graph.ErrUnavailable.Error() + `"`},
		"badly, and quietly": {graph.ErrUnavailable, slog.LevelInfo, ""},
	} {
		for _, readOnly := range []bool{false, true} {
			var out bytes.Buffer
			store := &coldStore{failure: test.failure}
			warm(t.Context(), store, &settings{ReadOnly: readOnly}, slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: test.level})))
			assert.Contains(t, out.String(), test.log, name)
			assert.Equal(t, test.log == "", out.Len() == 0, name)
			assert.Equal(t, []bool{readOnly}, store.readOnly, name)
			assert.True(t, store.deadline, name)
		}
	}
	model := graphtest.NewModel(time.Now)
	t.Cleanup(func() { require.NoError(t, model.Close()) })
	warm(t.Context(), model, &settings{}, slog.New(slog.DiscardHandler)) // has nothing to warm
}
