package neo4jstore

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
	"github.com/redthread-graph/redthread/resolvers"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

var updateProfile = flag.Bool("update", false, "rewrite testdata/profile.golden")

// mostSorted is how many rows a statement of an example may sort or hold back: those of an answer, not those of a hub or a label.
const mostSorted = 250

// TestProfile_OfTheExamples asks the examples over the reference case among 10,000 made-up entities. No statement may read through
// a label or an index, and none may come to touch the store more than a twentieth more often than was accepted.
func TestProfile_OfTheExamples(t *testing.T) {
	s := storeOfItsOwn(t)
	service := graph.NewService(s, graph.Options{})
	putCaseAmongMany(t, s, service)
	driver := profiling(t, s)
	now := map[string]costs{}
	for _, example := range examples(t) {
		ask(t, service, example.text)
		run := driver.taken()
		for i := range run {
			require.NotEmpty(t, run[i].name, "no file of cypher/ begins as does %s", run[i].text)
			holdToIndexes(t, example.name, &run[i])
		}
		now[example.name] = costsOf(run)
	}
	const golden = "testdata/profile.golden"
	if *updateProfile {
		require.NoError(t, os.WriteFile(golden, []byte(tableOf(now)), 0o600))
	}
	text, err := os.ReadFile(golden)
	require.NoError(t, err)
	accepted, err := parseTable(string(text))
	require.NoError(t, err)
	if dearer := compare(accepted, now); dearer != "" {
		t.Errorf("examples take more of the server than was accepted in %s:\n%s"+
			"Mend the statements, or accept it: REQUIRE_NEO4J=1 go test ./graph/neo4jstore -run TestProfile -update", golden, dearer)
	}
	holdLoadsToIndexes(t, s, driver)
}

// holdLoadsToIndexes loads records of all kinds, some in place of what was on file, abandons the load, loads them again and publishes
// them. Of the marks by which a load is abandoned there are few: only they are looked for by their label.
func holdLoadsToIndexes(t *testing.T, s *Store, driver *profilingDriver) {
	t.Helper()
	page := append(aPage(1, "ent_one", "ent_two"),
		&graph.EntityState{Entity: "ent_kaspersky", Name: "Kaspersky, otherwise", FirstDay: graph.MaxDay})
	op := operationOf("a page")
	loadInto(t, s, op, page...)
	require.NoError(t, s.Abandon(t.Context(), op))
	loadInto(t, s, op, page...)
	_, err := s.Publish(t.Context(), op)
	require.NoError(t, err)
	run := map[string]bool{}
	for _, p := range driver.taken() {
		run[p.name] = true
		p.steps = slices.DeleteFunc(p.steps, func(s step) bool {
			return s.operator == "NodeByLabelScan" && strings.Contains(s.details, ":Restated")
		})
		holdToIndexes(t, "a load", &p)
	}
	for _, name := range []string{
		"load_open", "lookup", "write_load", "write_load_terms", "load_take", "abandon_step", "abandon_end", "publish_stamp", "publish_load", "publish_marks",
	} {
		assert.True(t, run[name], name)
	}
}

// holdToIndexes refuses scans of labels, types and whole indexes, and the sorting of many rows.
func holdToIndexes(t *testing.T, example string, p *profile) {
	t.Helper()
	require.NotEmpty(t, p.steps, p.text)
	for _, s := range p.steps {
		assert.NotContains(t, s.operator, "Scan", "%s: %s: %s", example, p.name, s.details)
		switch s.operator {
		case "Sort", "Top", "PartialSort", "PartialTop", "Eager":
			assert.LessOrEqual(t, s.in, int64(mostSorted), "%s: %s: %s of %s", example, p.name, s.operator, s.details)
		}
	}
}

// storeOfItsOwn opens a store of a server that no other test has used: what a server knows of its data decides on its plans.
func storeOfItsOwn(t *testing.T) *Store {
	t.Helper()
	at := neo4jtest.Start(t).Address()
	s, err := Open(Options{
		URI: at.URI, Username: at.Username, Password: at.Password, Database: at.Database,
		ReadTimeout: 5 * time.Minute, WriteTimeout: 5 * time.Minute, // on a busy machine too
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// putCaseAmongMany puts made-up entities and the reference case on file, and lets the server take its samples: plans of an empty
// database are others.
func putCaseAmongMany(t *testing.T, s *Store, service *graph.Service) {
	t.Helper()
	op := operationOf("background")
	_, err := s.Load(t.Context(), op, graph.Stamp{}, background())
	require.NoError(t, err)
	_, err = s.Publish(t.Context(), op)
	require.NoError(t, err)
	_, err = seed.Load(t.Context(), service, kaspersky.Files, kaspersky.PackFile)
	require.NoError(t, err)
	told(t, s, "CALL db.prepareForReplanning(600)", nil) // waits for the samples, then forgets all plans
}

// background is a world of 10,000 entities with as few claims as show all of its shape. Of the texts one in twenty is searchable:
// their words would be most of all that is loaded.
func background() iter.Seq2[graph.Record, error] {
	world := graphtest.Generator{Seed: 1, Size: graphtest.Size{Entities: 10_000, Claims: 12_000}}
	return func(yield func(graph.Record, error) bool) {
		texts := 0
		for record, err := range world.Records() {
			if _, ok := record.(*graph.LayerTerms); ok {
				if texts++; texts%20 != 1 {
					continue
				}
			}
			if !yield(record, err) {
				return
			}
		}
	}
}

// example is an operation of resolvers.Examples.
type example struct{ name, text string }

// oneLevel is the least that is asked: an entity by its id, and what is tied to it.
const oneLevel = `{ entity(id: "ent_kaspersky") { name kind ties(first: 20) { edges { standing predicate { name } node { id name } } } } }`

// examples are those that read, then those that write.
func examples(t *testing.T) []example {
	t.Helper()
	names, err := fs.Glob(resolvers.Examples(), "*.graphql")
	require.NoError(t, err)
	reading, writing := []example{{"00-one-level", oneLevel}}, []example(nil)
	for _, name := range names {
		text, err := fs.ReadFile(resolvers.Examples(), name)
		require.NoError(t, err)
		e := example{strings.TrimSuffix(name, ".graphql"), string(text)}
		if strings.Contains(e.text, "\nmutation ") {
			writing = append(writing, e)
		} else {
			reading = append(reading, e)
		}
	}
	require.NotEmpty(t, writing)
	return append(reading, writing...)
}

// ask runs an operation over HTTP and gives its data; it must succeed.
func ask(t *testing.T, service *graph.Service, query string) map[string]any {
	t.Helper()
	h := handler.New(resolvers.Schema(service))
	h.AddTransport(transport.POST{})
	h.SetErrorPresenter(resolvers.Present)
	body, err := json.Marshal(map[string]string{"query": query})
	require.NoError(t, err)
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, request)
	var decoded struct {
		Data   map[string]any
		Errors []any
	}
	decoder := json.NewDecoder(answer.Body)
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&decoded))
	require.Empty(t, decoded.Errors, query)
	return decoded.Data
}
