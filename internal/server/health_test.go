package server_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/internal/server"
)

func TestProbes(t *testing.T) {
	var notReady error
	h, _ := newHandler(t, server.Config{Ready: func(context.Context) error { return notReady }}, nil)

	a := ask(h, http.MethodGet, "/readyz", "")
	assert.Equal(t, http.StatusOK, a.status)
	assert.JSONEq(t, `{"status":"ok"}`, string(a.body))

	notReady = errors.New("the store does not answer yet")
	a = ask(h, http.MethodGet, "/readyz", "")
	assert.Equal(t, http.StatusServiceUnavailable, a.status)
	assert.JSONEq(t, `{"status":"not ready","reason":"the store does not answer yet"}`, string(a.body))

	a = ask(h, http.MethodGet, "/livez", "")
	assert.Equal(t, http.StatusOK, a.status, "alive all the same")
	assert.Equal(t, "no-store", a.header.Get("Cache-Control"))
	assert.Equal(t, http.StatusOK, ask(h, http.MethodHead, "/livez", "").status)
}

func TestReadinessHasADeadline(t *testing.T) {
	ready := func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}
	h, _ := newHandler(t, server.Config{Ready: ready, ReadyTimeout: time.Millisecond}, nil)
	a := ask(h, http.MethodGet, "/readyz", "")
	assert.Equal(t, http.StatusServiceUnavailable, a.status)
	assert.JSONEq(t, `{"status":"not ready","reason":"no answer within 1ms: context deadline exceeded"}`, string(a.body))
}

func TestWithoutReadyItIsReady(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	assert.Equal(t, http.StatusOK, ask(h, http.MethodGet, "/readyz", "").status)
}
