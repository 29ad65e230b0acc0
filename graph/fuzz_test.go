package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// Whatever a file holds, importing it restores a store that has not drifted, or leaves the store empty and says why.
func FuzzImport(f *testing.F) {
	whole := lived(f).export(f, false)
	f.Add([]byte(whole))
	f.Add([]byte(whole[:len(whole)/2]))
	f.Add([]byte("{}\n"))
	f.Add([]byte("\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		w := openWorld(t)
		_, err := w.Import(context.Background(), bytes.NewReader(file), nil)
		info, infoErr := w.Info(context.Background())
		require.NoError(t, infoErr)
		if err != nil {
			require.Zero(t, info.Revision)
			return
		}
		w.undrifted(t)
	})
}

// A value that is read is written alike and read again.
func FuzzUnmarshalValue(f *testing.F) {
	for _, v := range []graph.Value{
		graph.Quantity{Min: "400000000", Unit: "users"},
		graph.Name{Text: "Касперский", Strength: graph.AliasName},
		graph.Undisclosed{By: "ent_acme"},
		graph.Coordinates{Latitude: "55.75", Longitude: "37.6"},
	} {
		data, err := graph.MarshalValue(v)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := graph.UnmarshalValue(data)
		if err != nil {
			require.ErrorIs(t, err, graph.ErrInvalid)
			return
		}
		written, err := graph.MarshalValue(v)
		require.NoError(t, err)
		again, err := graph.UnmarshalValue(written)
		require.NoError(t, err)
		require.Equal(t, v, again)
		require.True(t, json.Valid(written))
	})
}
