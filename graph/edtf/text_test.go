package edtf_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/edtf"
)

type record struct {
	On     edtf.Date     `json:"on"`
	Period edtf.Interval `json:"period"`
}

func TestText_throughJSON(t *testing.T) {
	tests := map[string]string{
		"both given":  `{"on":"2024-06-21","period":"2024-07-20/.."}`,
		"a set":       `{"on":"[2025-08-11..2025-12-24]","period":"2010/[2025-08-11..2025-12-24]"}`,
		"lone date":   `{"on":"XXXX-06-21","period":"2024~"}`,
		"none given":  `{"on":"","period":""}`,
		"end unknown": `{"on":"2004-XX","period":"1985/"}`,
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			var r record
			require.NoError(t, json.Unmarshal([]byte(text), &r))
			back, err := json.Marshal(r)
			require.NoError(t, err)
			assert.Equal(t, text, string(back))
		})
	}
}

func TestText_refused(t *testing.T) {
	old := edtf.MustDate("1985")
	kept := old
	require.ErrorIs(t, kept.UnmarshalText([]byte("2023-02-29")), edtf.ErrSyntax)
	assert.Equal(t, old, kept, "a refused text leaves the date as it was")

	period := edtf.During(old)
	require.ErrorIs(t, period.UnmarshalText([]byte("2024/2020")), edtf.ErrSyntax)
	assert.Equal(t, edtf.During(old), period, "a refused text leaves the interval as it was")
}

func TestText_emptyIsZero(t *testing.T) {
	d := edtf.MustDate("1985")
	require.NoError(t, d.UnmarshalText(nil))
	assert.True(t, d.IsZero())

	i := edtf.During(edtf.MustDate("1985"))
	require.NoError(t, i.UnmarshalText(nil))
	assert.True(t, i.IsZero())
}

func TestInterval_MarshalTextRefusesWrongBounds(t *testing.T) {
	wrong := edtf.Interval{
		Start: edtf.Bound{Date: edtf.MustDate("2024")},
		End:   edtf.Bound{Date: edtf.MustDate("2020")},
	}
	_, err := wrong.MarshalText()
	require.ErrorIs(t, err, edtf.ErrSyntax)
	require.ErrorContains(t, err, "2024/2020")
}
