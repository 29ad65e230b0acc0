package web_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// object is a JSON object.
type object = map[string]any

// fakeAPI answers the pages' operations by hand. Every query must fit the schema.
type fakeAPI struct {
	t       *testing.T
	schema  *ast.Schema
	answers map[string]func(variables object) any

	mu      sync.Mutex
	failing map[string]string // operation → message of its error
	held    map[string]chan struct{}
	seen    map[string]bool // searched words that arrived
	done    map[string]bool // searched words that were answered
}

// apiError is an answer that is an error.
type apiError struct{ code, message string }

func newFakeAPI(t *testing.T, schema *ast.Schema) *fakeAPI {
	t.Helper()
	return &fakeAPI{
		t: t, schema: schema, answers: pageAnswers(), failing: map[string]string{}, held: map[string]chan struct{}{},
		seen: map[string]bool{}, done: map[string]bool{},
	}
}

func (a *fakeAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var s sent
	if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	doc, errs := gqlparser.LoadQueryWithRules(a.schema, s.Query, rules.NewDefaultRules())
	if !assert.Empty(a.t, errs, "the page asks what the schema does not have") {
		return
	}
	operation := doc.Operations[0].Name
	if operation == "IntrospectionQuery" {
		_ = json.NewEncoder(w).Encode(object{"data": introspect(a.t, a.schema, s.Query)}) // a page that went away reads no answer
		return
	}
	a.wait(operation, s.Variables)
	w.Header().Set("Content-Type", "application/graphql-response+json")
	_ = json.NewEncoder(w).Encode(a.answer(operation, s.Variables)) // a page that went away reads no answer
	if words, isSearch := s.Variables["query"].(string); isSearch {
		a.mu.Lock()
		a.done[words] = true
		a.mu.Unlock()
	}
}

// answer is the whole answer to an operation.
func (a *fakeAPI) answer(operation string, variables object) any {
	a.mu.Lock()
	message, fails := a.failing[operation]
	a.mu.Unlock()
	if fails {
		return failure(apiError{"STORE_UNAVAILABLE", message})
	}
	data := a.answers[operation](variables)
	if e, isError := data.(apiError); isError {
		return failure(e)
	}
	return object{"data": data}
}

func failure(e apiError) object {
	return object{
		"data":   nil,
		"errors": []any{object{"message": e.message, "extensions": object{"code": e.code, "requestId": "req-7"}}},
	}
}

// wait notes a search and holds it back while its words are held.
func (a *fakeAPI) wait(operation string, variables object) {
	if operation != "Search" {
		return
	}
	words := variables["query"].(string)
	a.mu.Lock()
	a.seen[words] = true
	gate := a.held[words]
	a.mu.Unlock()
	if gate != nil {
		<-gate
	}
}

// hold keeps the answers to a search back until the returned function is called.
func (a *fakeAPI) hold(words string) (release func()) {
	gate := make(chan struct{})
	a.mu.Lock()
	defer a.mu.Unlock()
	a.held[words] = gate
	return sync.OnceFunc(func() { close(gate) })
}

// searched tells whether a search has arrived, answered whether its answer was sent.
func (a *fakeAPI) searched(words string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.seen[words]
}

func (a *fakeAPI) answered(words string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.done[words]
}

// fail makes an operation fail, or with an empty message work again.
func (a *fakeAPI) fail(operation, message string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if message == "" {
		delete(a.failing, operation)
		return
	}
	a.failing[operation] = message
}

// pageAnswers are the answers by operation.
func pageAnswers() map[string]func(object) any {
	entities := map[string]fakeEntity{"ent_kaspersky": company(), "ent_hostile": hostile(), "ent_bare": bare()}
	of := func(pick func(fakeEntity, object) any) func(object) any {
		return func(variables object) any {
			e, found := entities[variables["id"].(string)]
			if !found {
				return apiError{"NOT_FOUND", "entity " + variables["id"].(string) + ": not found"}
			}
			return object{"entity": pick(e, variables)}
		}
	}
	return map[string]func(object) any{
		"Search":       func(v object) any { return object{"search": search(v["query"].(string))} },
		"Stats":        func(object) any { return object{"stats": stats()} },
		"ClaimSources": func(v object) any { return object{"node": sources(v["id"].(string))} },
		"EntityHead":   of(func(e fakeEntity, _ object) any { return e.head }),
		"EntityAllegations": of(func(e fakeEntity, v object) any {
			return object{"allegations": pageOf("nodes", e.allegations[v["role"].(string)], v)}
		}),
		"EntityMeasures": of(func(e fakeEntity, v object) any {
			return object{"measures": pageOf("edges", e.measures[v["role"].(string)], v)}
		}),
		"EntityTies":    of(func(e fakeEntity, v object) any { return object{"ties": pageOf("edges", e.ties, v)} }),
		"EntityClaims":  of(func(e fakeEntity, v object) any { return object{"claims": pageOf("nodes", e.claims, v)} }),
		"EntityFigures": of(func(e fakeEntity, v object) any { return object{"figures": pageOf("nodes", e.figures, v)} }),
	}
}

// pageOf is the page of a connection that `first` and `after` ask for; a cursor is a number of entries.
func pageOf(field string, all []any, variables object) object {
	from := 0
	if after, given := variables["after"].(string); given {
		from = len(after)
	}
	to := min(len(all), from+int(variables["first"].(float64)))
	return object{
		"totalCount": len(all), field: append([]any{}, all[from:to]...),
		"pageInfo": object{"hasNextPage": to < len(all), "endCursor": strings.Repeat("x", to)},
	}
}
