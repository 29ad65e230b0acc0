// Package web serves the dashboard and the GraphQL playground: sources and vendored modules are embedded and bundled at
// start, so that neither building nor running needs npm or a network.
package web

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"time"
)

// ErrNoSources is the error for a site in development that is not started in the working tree.
var ErrNoSources = errors.New("no sources of the pages")

// Options say what a Site shows. The zero value is a site without example questions.
type Options struct {
	// Examples holds the example questions as *.graphql files, see [Examples].
	Examples fs.FS
	// Dev reads the sources from ./web, and bundles them again for each request, so that an edit shows after a reload.
	Dev bool
}

// Site answers the pages and the files that they need, in gzip to those who take it. It sets Content-Type, ETag, Cache-Control and,
// since it knows its pages, Content-Security-Policy; all other security headers are its caller's.
type Site struct {
	load  func() (map[string]file, error)
	files map[string]file
	dev   bool
}

// New bundles the pages. It fails with [ErrBundle], naming file and line, with [ErrExample], naming the file, or in development
// with [ErrNoSources], naming the folder. Sources that do not compile are no failure in development: the page says what is wrong.
func New(o Options) (*Site, error) {
	sources := fs.FS(embedded)
	if o.Dev {
		if _, err := os.Stat("web/src/dashboard.tsx"); err != nil {
			return nil, fmt.Errorf("%w: want the folder web/src of the working tree below the current folder: %w", ErrNoSources, err)
		}
		sources = os.DirFS("web")
	}
	s := &Site{load: func() (map[string]file, error) { return collect(sources, o.Examples) }, dev: o.Dev}
	if o.Dev {
		return s, nil
	}
	files, err := s.load()
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s.files = files
	return s, nil
}

// ServeHTTP answers GET and HEAD; what is not there gets the not-found page.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	files, err := s.current()
	if err != nil {
		http.Error(w, "The pages could not be made:\n\n"+err.Error(), http.StatusInternalServerError)
		return
	}
	if target, moved := moved(r.URL.Path); moved {
		http.Redirect(w, r, target, http.StatusPermanentRedirect)
		return
	}
	f, found := files[r.URL.Path]
	switch {
	case !found:
		f = files[notFoundPath]
		f.describe(w.Header())
		w.WriteHeader(http.StatusNotFound)
		if r.Method != http.MethodHead {
			_, _ = w.Write(f.body)
		}
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "this address answers GET and HEAD only", http.StatusMethodNotAllowed)
	default:
		f.describe(w.Header())
		w.Header().Set("ETag", f.etag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.representation(w.Header(), r.Header)))
	}
}

// moved tells where an address leads that is no page itself. A browser keeps the fragment, so that a link to "/entity#id=…"
// still opens its entity.
func moved(address string) (string, bool) {
	target, found := map[string]string{"/playground": "/playground/", "/entity": "/"}[address]
	return target, found
}

// current is what a request sees: the files bundled at start, in development those bundled now.
func (s *Site) current() (map[string]file, error) {
	if s.dev {
		return s.load()
	}
	return s.files, nil
}
