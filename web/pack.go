package web

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// leastPacked is how many bytes a file has at least that is worth to be compressed.
const leastPacked = 512

// blockEnds returns places, in bytes, in the order in which they are tried, at which a block of a compressed text may end, and another begin with a code of its own.
// Where what is before and behind differs, as libraries, code and questions do, the text is shorter by that.
func blockEnds() []int { return []int{60_000, 2_500, 20_000, 25_000} }

// mostTried is the longest text, in bytes, for which blocks are tried, since that takes as long as compressing it several times.
const mostTried = 200_000

// pack compresses a text as far as gzip goes, with those of the blocks that make it shorter.
func pack(body []byte) []byte {
	var ends []int
	best := packed(body, ends)
	for _, end := range blockEnds() {
		if end >= len(body) || len(body) > mostTried {
			continue
		}
		more := append(slices.Clone(ends), end)
		slices.Sort(more)
		if tried := packed(body, more); len(tried) < len(best) {
			best, ends = tried, more
		}
	}
	return best
}

// packed compresses a text in blocks that end at some places.
func packed(body []byte, ends []int) []byte {
	var out bytes.Buffer
	// Neither can fail: the level is one that there is, and a buffer takes all that is written.
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	from := 0
	for _, end := range ends {
		_, _ = w.Write(body[from:end])
		_ = w.Flush()
		from = end
	}
	_, _ = w.Write(body[from:])
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
