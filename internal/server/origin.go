package server

import (
	"fmt"
	"net/http"
)

// origins keeps pages of other origins from using the API, except those that are trusted.
type origins struct {
	trusted    map[string]bool
	protection *http.CrossOriginProtection
}

func newOrigins(trusted []string) (*origins, error) {
	o := &origins{trusted: map[string]bool{}, protection: http.NewCrossOriginProtection()}
	for _, origin := range trusted {
		if err := o.protection.AddTrustedOrigin(origin); err != nil {
			return nil, fmt.Errorf("%w: AllowOrigins %q: %w: give scheme://host:port", ErrConfig, origin, err)
		}
		o.trusted[origin] = true
	}
	o.protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusForbidden, codeForbidden,
			"pages of other origins may not use this server: add the origin to the allowed origins if it is yours")
	}))
	return o, nil
}

// protect refuses what a page elsewhere sends, and lets trusted pages read the answers (CORS).
func (o *origins) protect(next http.Handler) http.Handler {
	next = o.protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(o.trusted) > 0 {
			w.Header().Add("Vary", "Origin")
		}
		origin := r.Header.Get("Origin")
		if !o.trusted[origin] {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Expose-Headers", "X-Request-Id")
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
			w.Header().Set("Access-Control-Allow-Methods", "GET, POST")
			w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
			w.Header().Set("Access-Control-Max-Age", "600")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}
