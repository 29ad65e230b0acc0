package embedded

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// words is the dictionary of small texts of few values: kinds, predicates, stances. A word's key is its place, from 1. Only the
// writer adds to it; what is rolled back is forgotten.
type words struct {
	mu    sync.RWMutex
	keys  map[string]int64
	texts []string
}

func newWords(texts []string) *words {
	w := &words{keys: map[string]int64{}}
	for _, text := range texts {
		w.add(text)
	}
	return w
}

func (w *words) add(text string) int64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.texts = append(w.texts, text)
	w.keys[text] = int64(len(w.texts))
	return int64(len(w.texts))
}

func (w *words) key(text string) (int64, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	key, ok := w.keys[text]
	return key, ok
}

func (w *words) text(key int64) (string, error) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if key < 1 || int(key) > len(w.texts) {
		return "", fmt.Errorf("word %d is not on file: %w", key, graph.ErrUnavailable)
	}
	return w.texts[key-1], nil
}

func (w *words) count() int {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return len(w.texts)
}

// cut forgets all words after the first n.
func (w *words) cut(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, text := range w.texts[n:] {
		delete(w.keys, text)
	}
	w.texts = w.texts[:n]
}

// wordKeys are the keys of those texts that are words, as a list for a statement.
func wordKeys[S ~string](w *words, texts []S) string {
	keys := []int64{}
	for _, text := range texts {
		if key, ok := w.key(string(text)); ok {
			keys = append(keys, key)
		}
	}
	return listOf(keys)
}

// listOf writes a list for json_each.
func listOf[V int64 | string](values []V) string {
	if values == nil {
		return "[]"
	}
	text, err := json.Marshal(values)
	if err != nil {
		return "[]" // numbers and hexadecimal digits can always be written
	}
	return string(text)
}
