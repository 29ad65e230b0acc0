package web

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// leastPacked is how many bytes a file has at least that is worth to be compressed.
const leastPacked = 512

// pack compresses a text as far as gzip goes.
func pack(body []byte) []byte {
	var out bytes.Buffer
	// Neither can fail: the level is one that there is, and a buffer takes all that is written.
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = w.Write(body)
	_ = w.Close()
	return out.Bytes()
}

// takesGzip tells whether the header Accept-Encoding of a request names gzip, with a weight above zero.
func takesGzip(h http.Header) bool {
	for coding := range strings.SplitSeq(strings.Join(h.Values("Accept-Encoding"), ","), ",") {
		name, weight, weighted := strings.Cut(strings.ToLower(strings.ReplaceAll(coding, " ", "")), ";q=")
		if name != "gzip" {
			continue
		}
		value, err := strconv.ParseFloat(weight, 64)
		return !weighted || (err == nil && value > 0)
	}
	return false
}
