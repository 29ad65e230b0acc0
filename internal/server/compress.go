package server

import (
	"fmt"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// leastCompressed is how many bytes an answer has at least that is worth to be compressed.
const leastCompressed = 1024

// compressed sends what a handler answers in gzip to those who take it. Its tags must be weak, since they stay.
func compressed(h http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.EnableZstd(false), gzhttp.MinSize(leastCompressed))
	if err != nil {
		return nil, fmt.Errorf("%w: compression: %w", ErrConfig, err)
	}
	return wrap(h), nil
}
