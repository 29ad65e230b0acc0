package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
)

var (
	operationName = regexp.MustCompile(`(?m)^query (\w+)`)
	rootOf        = regexp.MustCompile(`\bq\d+:(\w+)`)
)

// parts are the questions that one request asks along with each other, each with its name and its own variables.
func (s sent) parts() []sent {
	found := operationName.FindStringSubmatch(s.Query)
	if found == nil {
		return []sent{s}
	}
	names := strings.Split(found[1], "_")
	parts := make([]sent, len(names))
	for i, name := range names {
		parts[i] = sent{header: s.header, OperationName: name, Query: "query " + name + "{}", Variables: s.Variables}
		if len(names) == 1 {
			parts[i].Query = s.Query
			continue
		}
		parts[i].Variables = map[string]any{}
		for key, value := range s.Variables {
			if own, isOwn := strings.CutPrefix(key, fmt.Sprintf("q%d_", i)); isOwn || key == "said" {
				parts[i].Variables[own] = value
			}
		}
	}
	return parts
}

// oneByOne stands before a made-up API that knows one question at a time: it puts the answers together.
func oneByOne(api http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body) // what cannot be read is no JSON either
		var s sent
		if err := json.Unmarshal(body, &s); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		parts := s.parts()
		r.Body = io.NopCloser(bytes.NewReader(body))
		if len(parts) == 1 {
			api(w, r)
			return
		}
		roots := rootOf.FindAllStringSubmatch(s.Query, -1)
		data := map[string]any{}
		for i, part := range parts {
			question, _ := json.Marshal(map[string]any{"query": part.Query, "variables": part.Variables}) // as it came
			answer := httptest.NewRecorder()
			api(answer, httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(question)))
			var one struct{ Data map[string]any }
			if err := json.Unmarshal(answer.Body.Bytes(), &one); err != nil {
				http.Error(w, answer.Body.String(), answer.Code)
				return
			}
			data[fmt.Sprintf("q%d", i)] = one.Data[roots[i][1]]
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"data": data}) // a page that went away reads no answer
	}
}
