// Package server is everything HTTP: the GraphQL endpoint with its limits, health, static pages,
// and who may ask. It knows no resolver and no store.
package server

import (
	"fmt"
	"net/http"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// Server answers GraphQL over HTTP beside the pages that use it.
type Server struct {
	config   Config
	handler  http.Handler
	draining atomic.Bool
}

// New puts a server together without listening. It fails with ErrConfig, naming the setting.
func New(config Config) (*Server, error) {
	config, err := config.withDefaults()
	if err != nil {
		return nil, err
	}
	hosts, err := newHosts(config.Addr, config.AllowHosts)
	if err != nil {
		return nil, err
	}
	origins, err := newOrigins(config.AllowOrigins)
	if err != nil {
		return nil, err
	}
	s := &Server{config: config}
	operations, err := s.graphQL()
	if err != nil {
		return nil, err
	}
	h := s.routes(operations)
	h = origins.protect(h)
	h = hosts.protect(h)
	h = secured(h)
	h = s.recovering(h)
	s.handler = s.logging(h)
	return s, nil
}

// Handler answers requests as the listening server does.
func (s *Server) Handler() http.Handler {
	return s.handler
}

func (s *Server) routes(operations http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", operations)
	mux.HandleFunc("GET /livez", s.live)
	mux.HandleFunc("GET /readyz", s.ready)
	mux.HandleFunc("GET /version", s.version)
	mux.Handle("/", s.config.Web)
	return mux
}

// graphQL is the GraphQL endpoint: gqlgen between our own transport and our own guard.
func (s *Server) graphQL() (http.Handler, error) {
	g, err := guard.New(s.config.Limits)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrConfig, err)
	}
	checked := lru.New[*ast.QueryDocument](s.config.CachedQueries)
	h := handler.New(s.config.Schema)
	h.AddTransport(transport{s})
	h.SetErrorPresenter(s.present)
	h.SetRecoverFunc(s.recovered)
	h.SetQueryCache(checked)
	if s.config.ReadOnly {
		h.Use(readOnly{})
	}
	h.Use(guard.Extension{Guard: g, Passed: remembered(checked)})
	h.Use(extension.Introspection{})
	h.Use(newIntrospection(s.config.Schema.Schema(), s.config.ReadOnly))
	return h, nil
}
