package model_test

import (
	"encoding/base64"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

func TestCursorsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cursor := graph.Cursor{
			Order: rapid.String().Draw(t, "order"),
			Keys:  rapid.SliceOfN(rapid.String(), 1, 4).Draw(t, "keys"),
		}
		at := graph.Revision(rapid.Int64Min(0).Draw(t, "revision"))

		text := model.EncodeCursor(cursor, at)
		got, rev, err := model.DecodeCursor(text)

		require.NoError(t, err)
		assert.Equal(t, cursor, got)
		assert.Equal(t, at, rev)
		assert.Regexp(t, `^[A-Za-z0-9_-]+$`, text, "opaque, and safe in an address")
	})
}

func TestForeignCursorsAreRefused(t *testing.T) {
	encode := func(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }
	for name, text := range map[string]string{
		"nothing":           "",
		"no base64":         "not a cursor!",
		"no JSON":           encode("abc"),
		"another version":   encode(`{"v":2,"o":"x","k":["a"],"r":1}`),
		"no version":        encode(`{"o":"x","k":["a"],"r":1}`),
		"negative revision": encode(`{"v":1,"o":"x","k":["a"],"r":-1}`),
		"revision as text":  encode(`{"v":1,"o":"x","k":["a"],"r":"1"}`),
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := model.DecodeCursor(text)
			require.ErrorIs(t, err, graph.ErrInvalid)
			assert.ErrorContains(t, err, "after")
		})
	}
}

func FuzzDecodeCursor(f *testing.F) {
	f.Add(model.EncodeCursor(graph.Cursor{Order: "ties", Keys: []string{"OWNS", "ent_a"}}, 7))
	f.Add("e30")
	f.Fuzz(func(t *testing.T, text string) {
		cursor, rev, err := model.DecodeCursor(text)
		if err != nil {
			require.ErrorIs(t, err, graph.ErrInvalid)
			return
		}
		again, revAgain, err := model.DecodeCursor(model.EncodeCursor(cursor, rev))
		require.NoError(t, err)
		assert.Equal(t, rev, revAgain)
		assert.Equal(t, cursor.Order, again.Order)
	})
}
