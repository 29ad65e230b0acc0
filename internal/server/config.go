package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// Config says what a Server serves and within which bounds. Only Schema is required: a zero bound
// takes the default named beside it.
type Config struct {
	// Schema runs the GraphQL operations.
	Schema graphql.ExecutableSchema
	// Presenter gives errors their code and text; an error it leaves without a known
	// `extensions.code` is logged and shown as "internal error".
	Presenter graphql.ErrorPresenterFunc
	// Web answers everything that is no address of the API; nil answers 404. It may replace the
	// Content-Security-Policy that is set before it is called.
	Web http.Handler
	// Ready returns nil once requests can be answered, else why not, in words that may be shown.
	Ready func(ctx context.Context) error
	// Logger takes the access log and internal errors; nil discards them.
	Logger *slog.Logger
	// Version is what /version answers.
	Version Version
	// ReadOnly refuses mutations and leaves them out of introspection.
	ReadOnly bool

	// Addr is the host and port to listen on (127.0.0.1:8080).
	Addr string
	// AllowHosts are names that requests may come in under, besides loopback and the host of Addr.
	AllowHosts []string
	// AllowOrigins are origins (scheme://host:port) whose pages may use the API.
	AllowOrigins []string

	// Limits bounds one operation.
	Limits guard.Limits
	// BodyBytes is the longest request body (1 MiB).
	BodyBytes int64
	// AnswerBytes is the longest answer (8 MiB).
	AnswerBytes int
	// Errors is how many errors one answer names (20).
	Errors int
	// CachedQueries is how many checked query texts are kept, parsed (200).
	CachedQueries int
	// RequestTimeout is how long an operation may run (10 s).
	RequestTimeout time.Duration
	// ReadyTimeout is how long Ready may take (2 s).
	ReadyTimeout time.Duration
	// DrainDelay is how long /readyz answers 503 before the server stops listening (0).
	DrainDelay time.Duration
	// DrainTimeout is how long requests in flight may take to end when the server stops (20 s).
	DrainTimeout time.Duration
}

// Version names a build.
type Version struct {
	// Version is the release, such as v1.2.3.
	Version string `json:"version"`
	// Commit is the revision of the sources.
	Commit string `json:"commit,omitempty"`
	// Go is the version of the Go tools.
	Go string `json:"go,omitempty"`
}

// ErrConfig is what New fails with when a setting cannot be used.
var ErrConfig = errors.New("unusable setting")

func (c Config) withDefaults() (Config, error) {
	if c.Schema == nil {
		return c, fmt.Errorf("%w: Schema is missing", ErrConfig)
	}
	if c.Presenter == nil {
		c.Presenter = graphql.DefaultErrorPresenter
	}
	if c.Web == nil {
		c.Web = http.HandlerFunc(notFound)
	}
	if c.Ready == nil {
		c.Ready = func(context.Context) error { return nil }
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	c.Addr = cmp.Or(c.Addr, "127.0.0.1:8080")
	c.BodyBytes = cmp.Or(c.BodyBytes, 1<<20)
	c.AnswerBytes = cmp.Or(c.AnswerBytes, 8<<20)
	c.Errors = cmp.Or(c.Errors, 20)
	c.CachedQueries = cmp.Or(c.CachedQueries, 200)
	c.RequestTimeout = cmp.Or(c.RequestTimeout, 10*time.Second)
	c.ReadyTimeout = cmp.Or(c.ReadyTimeout, 2*time.Second)
	c.DrainTimeout = cmp.Or(c.DrainTimeout, 20*time.Second)
	return c, c.validate()
}

func (c Config) validate() error {
	for _, bound := range []struct {
		name  string
		value int64
	}{
		{"BodyBytes", c.BodyBytes},
		{"AnswerBytes", int64(c.AnswerBytes)},
		{"Errors", int64(c.Errors)},
		{"CachedQueries", int64(c.CachedQueries)},
		{"RequestTimeout", int64(c.RequestTimeout)},
		{"ReadyTimeout", int64(c.ReadyTimeout)},
		{"DrainTimeout", int64(c.DrainTimeout)},
		{"DrainDelay", int64(c.DrainDelay) + 1},
	} {
		if bound.value < 1 {
			return fmt.Errorf("%w: %s is negative, give 0 for the default", ErrConfig, bound.name)
		}
	}
	return nil
}
