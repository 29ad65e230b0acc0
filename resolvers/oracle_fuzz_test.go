package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// TestRandomSelections compares the API with the oracle on random operations: aliases, fragments on kinds, directives, pages.
func TestRandomSelections(t *testing.T) {
	service := seeded(t, 3)
	loaded := loadSchema(t)
	api := newAPI(service)
	rapid.Check(t, func(rt *rapid.T) {
		variables := map[string]any{"n": rapid.IntRange(1, 4).Draw(rt, "n"), "none": nil, "yes": true, "no": false}
		w := &writer{t: rt, schema: loaded}
		query := w.operation()

		view, err := service.View(t.Context(), nil)
		require.NoError(rt, err)
		o := &oracle{ctx: t.Context(), t: rt, schema: loaded, view: view, variables: variables}
		want, err := json.Marshal(map[string]any{"data": o.answer(query)})
		require.NoError(rt, err)
		require.NoError(rt, view.Close())

		assert.JSONEq(rt, string(want), string(api.ask(t, query, variables)), query)
	})
}

// TestRandomSelectionsOnADay does the same for a day on which some claims do not hold.
func TestRandomSelectionsOnADay(t *testing.T) {
	service := seeded(t, 2)
	loaded := loadSchema(t)
	api := newAPI(service)
	day, err := edtf.ParseDay("2004-06-01")
	require.NoError(t, err)
	rapid.Check(t, func(rt *rapid.T) {
		w := &writer{t: rt, schema: loaded}
		body := w.set("Entity", 4)
		query := `query ($n: Int!, $none: Int, $yes: Boolean!, $no: Boolean!) { entity(id: "ent_acme-labs"`
		rest := ") { id ties(first: $n) { totalCount } claims(first: $none) { totalCount } a: id @skip(if: $no) b: id @skip(if: $yes)" +
			body + " } }\n" + strings.Join(w.fragments, "\n")
		variables := map[string]any{"n": 2, "none": nil, "yes": true, "no": false}

		view, err := service.View(t.Context(), nil)
		require.NoError(rt, err)
		o := &oracle{ctx: t.Context(), t: rt, schema: loaded, view: view.On(&day, nil), variables: variables}
		want, err := json.Marshal(map[string]any{"data": o.answer(query + rest)})
		require.NoError(rt, err)
		require.NoError(rt, view.Close())

		assert.JSONEq(rt, string(want), string(api.ask(t, query+`, at: "2004-06-01"`+rest, variables)), rest)
	})
}
