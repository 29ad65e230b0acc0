package server

import (
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// The codes that this package gives errors itself; resolvers have more of them.
const (
	codeForbidden = "FORBIDDEN"
	codeInternal  = "INTERNAL"
	codeNotFound  = "NOT_FOUND"
	codeReadOnly  = "READ_ONLY"
	codeTimeout   = "TIMEOUT"
)

// status is the HTTP status of a request that failed with a code before it had any data, and
// whether the code belongs to the closed list of the API.
func status(code string) (int, bool) {
	switch code {
	case guard.BadInput, guard.Unparsable, guard.Invalid, guard.TooComplex, "EVIDENCE_MISMATCH", "BEFORE_FIRST_REVISION":
		return http.StatusBadRequest, true
	case "UNAUTHENTICATED":
		return http.StatusUnauthorized, true
	case codeForbidden, codeReadOnly:
		return http.StatusForbidden, true
	case codeNotFound:
		return http.StatusNotFound, true
	case "CONFLICT":
		return http.StatusConflict, true
	case "RATE_LIMITED":
		return http.StatusTooManyRequests, true
	case codeTimeout, "OVERLOADED", "STORE_UNAVAILABLE":
		return http.StatusServiceUnavailable, true
	case codeInternal:
		return http.StatusInternalServerError, true
	default:
		return http.StatusInternalServerError, false
	}
}

// codeOf is the code of an error, empty without one.
func codeOf(err *gqlerror.Error) string {
	code, _ := err.Extensions["code"].(string)
	return code
}

// coded makes an error with a code.
func coded(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}
