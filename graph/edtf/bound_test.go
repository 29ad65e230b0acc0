package edtf_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/edtf"
)

func TestParseBound(t *testing.T) {
	tests := map[string]edtf.Bound{
		"":                         {},
		"..":                       {Open: true},
		"2024-06-21":               {Date: edtf.MustDate("2024-06-21")},
		"2024~":                    {Date: edtf.MustDate("2024~")},
		"[2025-08-11..2025-12-24]": {Date: edtf.MustDate("[2025-08-11..2025-12-24]")},
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			b, err := edtf.ParseBound(text)
			require.NoError(t, err)
			assert.Equal(t, want, b)
			assert.Equal(t, text, b.String())
			assert.Equal(t, text == "", b.IsUnknown())
		})
	}
}

func TestParseBound_refused(t *testing.T) {
	tests := []refusal{
		{"...", 1, "year with four digits"},
		{"open", 1, "year with four digits"},
		{"1985/..", 5, "interval"},
		{"2023-02-29", 9, "01 to 28"},
		{"1985-04-12T23:20:30", 1, "without time of day"},
	}
	for _, tc := range tests {
		t.Run(tc.text, func(t *testing.T) {
			b, err := edtf.ParseBound(tc.text)
			tc.check(t, err)
			assert.True(t, b.IsUnknown(), "a refused text gives no bound")
		})
	}
}

func TestBound_throughJSON(t *testing.T) {
	for _, text := range []string{`""`, `".."`, `"1985"`, `"XXXX-06-21"`} {
		var b edtf.Bound
		require.NoError(t, json.Unmarshal([]byte(text), &b))
		back, err := json.Marshal(b)
		require.NoError(t, err)
		assert.Equal(t, text, string(back))
	}
}

func TestBound_textRefused(t *testing.T) {
	_, err := edtf.Bound{Date: edtf.MustDate("2025"), Open: true}.MarshalText()
	require.ErrorIs(t, err, edtf.ErrSyntax)
	require.ErrorContains(t, err, `"2025", character 1: give a bound a date, or let it be open`)

	kept := edtf.Bound{Open: true}
	require.ErrorIs(t, kept.UnmarshalText([]byte("soon")), edtf.ErrSyntax)
	assert.Equal(t, edtf.Bound{Open: true}, kept, "a refused text leaves the bound as it was")
}
