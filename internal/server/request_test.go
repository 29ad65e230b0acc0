package server

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadParamsKeepsNumbers(t *testing.T) {
	params, err := readParams([]byte(`{"query":"{a}","variables":{"n":12345678901234567890,"in":{"x":[1.50]}}}`))
	require.Nil(t, err)
	assert.Equal(t, map[string]any{
		"n": json.Number("12345678901234567890"), "in": map[string]any{"x": []any{json.Number("1.50")}},
	}, params.Variables)
	assert.Nil(t, params.Extensions)
	assert.Empty(t, params.OperationName)
}

// Whatever body comes in, it is a request with a query or an error with a code.
func FuzzReadParams(f *testing.F) {
	for _, body := range []string{
		`{"query":"{a}"}`, `{"query":"{a}","variables":{"a":[1]},"operationName":null,"extensions":{}}`, `[]`, ``, `null`, `{"query":{}}`,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		params, err := readParams(body)
		if err != nil {
			assert.NotEmpty(t, codeOf(err))
			return
		}
		assert.NotEmpty(t, params.Query)
		assert.True(t, json.Valid(body))
	})
}

// Whatever Accept comes in, the media type agreed on is one of the two.
func FuzzNegotiate(f *testing.F) {
	for _, accept := range []string{"", "*/*", "application/json;q=0.5, application/graphql-response+json", ";;,", "a/b;q=NaN"} {
		f.Add(accept)
	}
	f.Fuzz(func(t *testing.T, accept string) {
		media, ok := negotiate(http.Header{"Accept": {accept}})
		assert.Equal(t, ok, media == jsonType || media == responseType)
	})
}

func TestStatusOfEveryCode(t *testing.T) {
	for code, want := range map[string]int{
		"BAD_USER_INPUT": 400, "GRAPHQL_PARSE_FAILED": 400, "GRAPHQL_VALIDATION_FAILED": 400, "QUERY_TOO_COMPLEX": 400,
		"EVIDENCE_MISMATCH": 400, "BEFORE_FIRST_REVISION": 400, "UNAUTHENTICATED": 401, "FORBIDDEN": 403, "READ_ONLY": 403,
		"NOT_FOUND": 404, "CONFLICT": 409, "RATE_LIMITED": 429, "TIMEOUT": 503, "OVERLOADED": 503, "STORE_UNAVAILABLE": 503,
		"INTERNAL": 500,
	} {
		got, known := status(code)
		assert.True(t, known, code)
		assert.Equal(t, want, got, code)
	}
	got, known := status("MADE_UP")
	assert.False(t, known)
	assert.Equal(t, 500, got)
}

func TestTraceOutsideOfARequest(t *testing.T) {
	assert.Empty(t, traceOf(t.Context()).id)
}
