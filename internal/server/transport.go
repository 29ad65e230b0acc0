package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// statusClientGone is what the access log shows when nobody waits for the answer any more.
const statusClientGone = 499

// transport is GraphQL over HTTP by POST of one JSON object, and nothing else.
type transport struct {
	server *Server
}

var _ graphql.Transport = transport{}

// Supports takes every request, so that refusals are worded here.
func (transport) Supports(*http.Request) bool { return true }

// Do answers one request. It recovers from panics itself, because gqlgen would answer without a
// request id.
func (t transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	t.server.recovering(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t.answer(w, r, exec)
	})).ServeHTTP(w, r)
}

func (t transport) answer(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	w.Header().Set("Cache-Control", "no-store")
	media, ok := negotiate(r.Header)
	switch {
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, r, http.StatusMethodNotAllowed, guard.BadInput, "GraphQL is asked by POST here")
		return
	case !ok:
		refuse(w, r, http.StatusNotAcceptable, guard.BadInput, "answers are "+responseType+" or "+jsonType)
		return
	case !isJSONRequest(r.Header):
		refuse(w, r, http.StatusUnsupportedMediaType, guard.BadInput, "send "+jsonType+" in UTF-8, not compressed")
		return
	}
	out := answer{writer: w, trace: traceOf(r.Context()), media: media, config: &t.server.config}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, t.server.config.BodyBytes))
	if err != nil {
		t.unreadable(w, r, err)
		return
	}
	params, failed := readParams(body)
	if failed != nil {
		out.errors(gqlerror.List{failed})
		return
	}
	params.Headers = r.Header
	t.run(r.Context(), out, params, exec)
}

// run executes the operation within the time of a request.
func (t transport) run(ctx context.Context, out answer, params *graphql.RawParams, exec graphql.GraphExecutor) {
	ctx, cancel := context.WithTimeout(ctx, t.server.config.RequestTimeout)
	defer cancel()
	operation, failed := exec.CreateOperationContext(ctx, params)
	if len(failed) > 0 {
		out.errors(failed)
		return
	}
	responses, ctx := exec.DispatchOperation(ctx, operation)
	switch response := responses(ctx); {
	case response != nil:
		out.response(response)
	case errors.Is(ctx.Err(), context.Canceled):
		out.writer.WriteHeader(statusClientGone)
	default: // gqlgen gives no response once the time is up
		out.errors(gqlerror.List{coded(codeTimeout, t.server.tooSlow())})
	}
}

func (t transport) unreadable(w http.ResponseWriter, r *http.Request, err error) {
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		refuse(w, r, http.StatusRequestEntityTooLarge, guard.TooComplex,
			fmt.Sprintf("the request body has more than %d bytes", t.server.config.BodyBytes))
		return
	}
	refuse(w, r, http.StatusBadRequest, guard.BadInput, "the request body broke off")
}
