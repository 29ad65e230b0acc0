package server

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// answer writes the answer to one GraphQL request in the media type agreed on.
type answer struct {
	writer http.ResponseWriter
	trace  *trace
	media  string
	config *Config
}

// errors answers a request that failed before it had data. There is no `data` then, and the status
// is that of the first error, or 200 under application/json.
func (a answer) errors(list gqlerror.List) {
	if len(list) == 0 {
		list = gqlerror.List{coded(codeInternal, "internal error")}
	}
	code := http.StatusOK
	if a.media == responseType {
		code, _ = status(codeOf(list[0]))
	}
	shown, omitted := a.shown(list)
	a.write(code, envelope{errors: shown, extensions: omitted})
}

// response answers with what execution gave. An answer that is too long becomes an error, so that
// a client never takes half an answer for the whole.
func (a answer) response(r *graphql.Response) {
	if len(r.Data) == 0 {
		a.errors(r.Errors)
		return
	}
	shown, extensions := a.shown(r.Errors)
	for name, value := range r.Extensions {
		if extensions == nil {
			extensions = map[string]any{}
		}
		extensions[name] = value
	}
	e := envelope{errors: shown, data: r.Data, extensions: extensions}
	if size := e.size(); size > a.config.AnswerBytes {
		tooLong := fmt.Sprintf("the answer has %d bytes, at most %d are allowed: ask for less at a time", size, a.config.AnswerBytes)
		a.errors(gqlerror.List{coded(guard.TooComplex, tooLong)})
		return
	}
	a.write(http.StatusOK, e)
}

// shown encodes the errors that an answer may name, each with a code and the request id, and says
// in the extensions how many more there are.
func (a answer) shown(list gqlerror.List) (json.RawMessage, map[string]any) {
	if len(list) == 0 {
		return nil, nil
	}
	var extensions map[string]any
	if left := len(list) - a.config.Errors; left > 0 {
		extensions = map[string]any{"omittedErrors": left}
		list = list[:a.config.Errors]
	}
	for _, err := range list {
		identify(err, a.trace)
	}
	return mustEncode(list), extensions
}

func (a answer) write(code int, e envelope) {
	a.writer.Header().Set("Content-Type", a.media+"; charset=utf-8")
	a.writer.WriteHeader(code)
	e.writeTo(a.writer)
}

// identify gives an error the request id and, if it has none, the code INTERNAL.
func identify(err *gqlerror.Error, t *trace) {
	if err.Extensions == nil {
		err.Extensions = map[string]any{}
	}
	if codeOf(err) == "" {
		err.Extensions["code"] = codeInternal
	}
	err.Extensions["requestId"] = t.id
	t.fail(codeOf(err))
}

// refuse answers a request that is turned away before it is read as GraphQL.
func refuse(w http.ResponseWriter, r *http.Request, httpStatus int, code, message string) {
	err := coded(code, message)
	identify(err, traceOf(r.Context()))
	writeJSON(w, httpStatus, map[string]any{"errors": gqlerror.List{err}})
}

func notFound(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusNotFound, codeNotFound, "there is nothing here: GraphQL is asked by POST to /graphql")
}
