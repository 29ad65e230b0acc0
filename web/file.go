package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"strconv"
	"sync"
)

// The Content-Security-Policy of every answer. No page loads a script, style, font or picture from elsewhere, and none runs
// an inline script. GraphiQL writes style attributes, so that its page alone allows them.
const (
	pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
		"frame-ancestors 'none'; base-uri 'none'"
	playgroundPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
		"connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)

// file is one answer, kept in memory. Its tag is weak: it is the same whether the answer is compressed or not.
type file struct {
	body []byte
	// packed is the body in gzip, made when it is first asked for.
	packed      func() []byte
	contentType string
	etag        string
	policy      string
}

// newFile makes the file that is served under a name; the name's ending gives its content type.
func newFile(name string, body []byte) (file, error) {
	kind, err := contentType(name)
	if err != nil {
		return file{}, err
	}
	sum := sha256.Sum256(body)
	packed := sync.OnceValue(func() []byte { return pack(body) })
	return file{body: body, packed: packed, contentType: kind, etag: `W/"` + hex.EncodeToString(sum[:]) + `"`, policy: pagePolicy}, nil
}

// describe sets the headers that belong to the file.
func (f file) describe(h http.Header) {
	h.Set("Content-Type", f.contentType)
	h.Set("Content-Security-Policy", f.policy)
	h.Set("Cache-Control", "no-cache")
}

// representation is what a request gets of the file, and sets the headers that tell which: compressed for those who take it, but for
// a part of the file, whose numbers mean the plain bytes.
func (f file) representation(h, asked http.Header) []byte {
	if len(f.body) < leastPacked {
		return f.body
	}
	h.Set("Vary", "Accept-Encoding")
	if !takesGzip(asked) || asked.Get("Range") != "" {
		return f.body
	}
	body := f.packed()
	h.Set("Content-Encoding", "gzip")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	return body
}

// contentType knows the endings of our files, so that the answer does not depend on the machine's table of types.
func contentType(name string) (string, error) {
	switch ext := path.Ext(name); ext {
	case ".html":
		return "text/html; charset=utf-8", nil
	case ".js":
		return "text/javascript; charset=utf-8", nil
	case ".css":
		return "text/css; charset=utf-8", nil
	case ".json":
		return "application/json", nil
	case ".svg":
		return "image/svg+xml", nil
	case ".txt":
		return "text/plain; charset=utf-8", nil
	default:
		return "", fmt.Errorf("%s: no content type for ending %q, want one of .html .js .css .json .svg .txt", name, ext)
	}
}
