package model_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
	"github.com/redthread-graph/redthread/schema/model"
)

// written is how a scalar stands in an answer.
func written(t *testing.T, m graphql.Marshaler) string {
	t.Helper()
	var out strings.Builder
	m.MarshalGQL(&out)
	return out.String()
}

func TestDate(t *testing.T) {
	day, err := model.UnmarshalDate("2024-06-20")
	require.NoError(t, err)
	assert.Equal(t, edtf.DayOf(2024, 6, 20), day)
	assert.Equal(t, `"2024-06-20"`, written(t, model.MarshalDate(day)))
	for _, bad := range []any{"2024-06", "20 June 2024", "2024-02-30", "", 20240620, nil} {
		_, err := model.UnmarshalDate(bad)
		assert.ErrorIs(t, err, graph.ErrInvalid, "%v", bad)
	}
}

func TestDateTime(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"UTC":                  {"2024-06-20T16:30:00Z", `"2024-06-20T16:30:00Z"`},
		"another offset":       {"2024-06-20T18:30:00+02:00", `"2024-06-20T16:30:00Z"`},
		"microseconds are all": {"2024-06-20T16:30:00.1234567Z", `"2024-06-20T16:30:00.123456Z"`},
	} {
		t.Run(name, func(t *testing.T) {
			read, err := model.UnmarshalDateTime(c.text)
			require.NoError(t, err)
			assert.Equal(t, time.UTC, read.Location())
			assert.Equal(t, c.want, written(t, model.MarshalDateTime(read)))
		})
	}
	for _, bad := range []any{"2024-06-20", "16:30", "", 17} {
		_, err := model.UnmarshalDateTime(bad)
		assert.ErrorIs(t, err, graph.ErrInvalid, "%v", bad)
	}
}

func TestEDTF(t *testing.T) {
	for _, text := range []string{"2024-06", "2024-06~", "[2025-08-11..2025-12-24]", "XXXX-06-21"} {
		date, err := model.UnmarshalEDTF(text)
		require.NoError(t, err)
		assert.Equal(t, `"`+text+`"`, written(t, model.MarshalEDTF(date)))
	}
	_, err := model.UnmarshalEDTF("June 2024")
	require.ErrorIs(t, err, graph.ErrInvalid)
}

func TestDecimal(t *testing.T) {
	for name, c := range map[string]struct {
		given any
		want  string
	}{
		"text":                     {"400000000", `"400000000"`},
		"a fraction stays exact":   {"50.10", `"50.10"`},
		"a literal":                {int64(25), `"25"`},
		"a variable":               {json.Number("0.1"), `"0.1"`},
		"a binary fraction":        {0.25, `"0.25"`},
		"a large one, in no power": {float64(1e15), `"1000000000000000"`},
	} {
		t.Run(name, func(t *testing.T) {
			n, err := model.UnmarshalDecimal(c.given)
			require.NoError(t, err)
			assert.Equal(t, c.want, written(t, model.MarshalDecimal(n)))
		})
	}
	for _, bad := range []any{"", "many", "1e9", "1/3", true} {
		_, err := model.UnmarshalDecimal(bad)
		assert.ErrorIs(t, err, graph.ErrInvalid, "%v", bad)
	}
}

func TestRevision(t *testing.T) {
	for _, given := range []any{"9223372036854775807", json.Number("9223372036854775807"), int64(9223372036854775807)} {
		rev, err := model.UnmarshalRevision(given)
		require.NoError(t, err)
		assert.Equal(t, `"9223372036854775807"`, written(t, model.MarshalRevision(rev)), "beyond 2^53, as text")
	}
	for _, bad := range []any{"-1", "9223372036854775808", "1.5", "", "newest"} {
		_, err := model.UnmarshalRevision(bad)
		assert.ErrorIs(t, err, graph.ErrInvalid, "%v", bad)
	}
}
