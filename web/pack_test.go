package web_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPagesAreCompressedForWhoTakesIt(t *testing.T) {
	site := newSite(t)
	const address = "/assets/dashboard.css"
	plain := request(site, http.MethodGet, address, nil)
	assert.Empty(t, plain.Header.Get("Content-Encoding"))
	assert.Equal(t, "Accept-Encoding", plain.Header.Get("Vary"))
	whole := bodyOf(t, plain)
	for _, accepted := range []string{"gzip", "br, gzip;q=0.8", "GZIP ; q=1", "gzip, deflate, br, zstd"} {
		asked := http.Header{"Accept-Encoding": {accepted}}
		packed := request(site, http.MethodGet, address, asked)
		assert.Equal(t, "gzip", packed.Header.Get("Content-Encoding"), accepted)
		assert.Equal(t, "Accept-Encoding", packed.Header.Get("Vary"))
		assert.Equal(t, "text/css; charset=utf-8", packed.Header.Get("Content-Type"))
		assert.Equal(t, plain.Header.Get("ETag"), packed.Header.Get("ETag"))
		body := bodyOf(t, packed)
		assert.Equal(t, strconv.Itoa(len(body)), packed.Header.Get("Content-Length"))
		unpacked, err := gzip.NewReader(bytes.NewReader(body))
		require.NoError(t, err)
		text, err := io.ReadAll(unpacked)
		require.NoError(t, err)
		assert.Equal(t, string(whole), string(text), accepted)
		asked.Set("If-None-Match", packed.Header.Get("ETag"))
		assert.Equal(t, http.StatusNotModified, request(site, http.MethodGet, address, asked).StatusCode)
		assert.Empty(t, bodyOf(t, request(site, http.MethodHead, address, asked)))
	}
	for _, refused := range []string{"gzip;q=0", "gzip;q=0.000", "gzip;q=much", "identity", "br", "*;q=0", ""} {
		assert.Equal(t, whole, bodyOf(t, request(site, http.MethodGet, address, http.Header{"Accept-Encoding": {refused}})), refused)
	}
}

func TestPagesSendPlainWhatCompressionDoesNotSuit(t *testing.T) {
	site := newSite(t)
	short := request(site, http.MethodGet, "/assets/icon.svg", gzipped())
	assert.Empty(t, short.Header.Get("Content-Encoding"), "short")
	whole := bodyOf(t, request(site, http.MethodGet, "/assets/dashboard.css", nil))
	asked := gzipped()
	asked.Set("Range", "bytes=10-19")
	part := request(site, http.MethodGet, "/assets/dashboard.css", asked)
	assert.Equal(t, http.StatusPartialContent, part.StatusCode)
	assert.Empty(t, part.Header.Get("Content-Encoding"))
	assert.Equal(t, whole[10:20], bodyOf(t, part))
}

func gzipped() http.Header { return http.Header{"Accept-Encoding": {"gzip"}} }

func bodyOf(t *testing.T, answer *http.Response) []byte {
	t.Helper()
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return body
}
