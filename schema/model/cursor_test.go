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
		day := rapid.Ptr(rapid.Map(rapid.Int32Range(-100_000, 100_000), func(n int32) graph.Day { return graph.Day(n) }), true)
		pin := model.Pin{
			Revision: graph.Revision(rapid.Int64Min(0).Draw(t, "revision")), At: day.Draw(t, "at"), PublicAt: day.Draw(t, "publicAt"),
		}

		text := model.EncodeCursor(cursor, pin)
		got, read, err := model.DecodeCursor(text)

		require.NoError(t, err)
		assert.Equal(t, cursor, got)
		assert.Equal(t, pin, read)
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
		"no day":            encode(`{"v":1,"o":"x","k":["a"],"r":1,"a":"June"}`),
		"no public day":     encode(`{"v":1,"o":"x","k":["a"],"r":1,"p":"2024-13-01"}`),
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := model.DecodeCursor(text)
			require.ErrorIs(t, err, graph.ErrInvalid)
			assert.ErrorContains(t, err, "after")
		})
	}
}

func FuzzDecodeCursor(f *testing.F) {
	f.Add(model.EncodeCursor(graph.Cursor{Order: "ties", Keys: []string{"OWNS", "ent_a"}}, model.Pin{Revision: 7}))
	f.Add("e30")
	f.Fuzz(func(t *testing.T, text string) {
		cursor, pin, err := model.DecodeCursor(text)
		if err != nil {
			require.ErrorIs(t, err, graph.ErrInvalid)
			return
		}
		again, pinAgain, err := model.DecodeCursor(model.EncodeCursor(cursor, pin))
		require.NoError(t, err)
		assert.Equal(t, pin, pinAgain)
		assert.Equal(t, cursor.Order, again.Order)
	})
}
