package web_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
)

// meddler stands before the real API: it can make operations fail, hold searches back, and it keeps what was asked.
type meddler struct {
	api           http.Handler
	written, read string // what stands in an answer, and what is given in its place

	mu      sync.Mutex
	failing map[string]apiError
	held    map[string]chan struct{}
	asked   []sent
	done    map[string]bool // searched words that were answered
}

// apiError is an answer that is an error.
type apiError struct{ code, message string }

func newMeddler(api http.Handler) *meddler {
	return &meddler{api: api, written: "\x00", failing: map[string]apiError{}, held: map[string]chan struct{}{}, done: map[string]bool{}}
}

func (m *meddler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	var s sent
	if err == nil {
		err = json.Unmarshal(body, &s)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	parts := s.parts()
	words, _ := s.Variables["query"].(string)
	m.mu.Lock()
	m.asked = append(m.asked, parts...)
	gate := m.held[words]
	var failure apiError
	fails := false
	for _, part := range parts {
		if found, failing := m.failing[part.OperationName]; failing {
			failure, fails = found, true
		}
	}
	written, given := m.written, m.read
	m.mu.Unlock()
	if gate != nil {
		<-gate
	}
	if fails {
		w.Header().Set("Content-Type", "application/graphql-response+json")
		_ = json.NewEncoder(w).Encode(map[string]any{"data": nil, "errors": []any{map[string]any{
			"message": failure.message, "extensions": map[string]any{"code": failure.code, "requestId": "req-7"},
		}}}) // a page that went away reads no answer
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	answer := httptest.NewRecorder()
	m.api.ServeHTTP(answer, r)
	w.Header().Set("Content-Type", answer.Header().Get("Content-Type"))
	w.WriteHeader(answer.Code)
	_, _ = w.Write(bytes.ReplaceAll(answer.Body.Bytes(), []byte(written), []byte(given))) // a page that went away reads no answer
	m.mu.Lock()
	m.done[words] = true
	m.mu.Unlock()
}

// names are those of the operations that were asked.
func (m *meddler) names() []string {
	asked := m.questions()
	names := make([]string, len(asked))
	for i, s := range asked {
		names[i] = s.OperationName
	}
	return names
}

// questions are what was asked until now.
func (m *meddler) questions() []sent {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.asked)
}

// fail makes an operation fail, or with an empty code work again.
func (m *meddler) fail(operation string, failure apiError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if failure.code == "" {
		delete(m.failing, operation)
		return
	}
	m.failing[operation] = failure
}

// hold keeps the answers to a search back until the returned function is called.
func (m *meddler) hold(words string) (release func()) {
	gate := make(chan struct{})
	m.mu.Lock()
	defer m.mu.Unlock()
	m.held[words] = gate
	return sync.OnceFunc(func() { close(gate) })
}

// searched tells whether a search has arrived, answered whether its answer was given.
func (m *meddler) searched(words string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, s := range m.asked {
		if s.Variables["query"] == words {
			return true
		}
	}
	return false
}

func (m *meddler) answered(words string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.done[words]
}
