package neo4jstore

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/resolvers"
)

// question is a GraphQL operation with the variables of its forms, and what answers it by hand.
type benchQuestion struct {
	name, query string
	forms       []map[string]any
	raw         func(driver neo4j.DriverWithContext) (collected, rows http.Handler)
}

func benchmarkQuestions() []benchQuestion {
	return []benchQuestion{
		{name: "entity and 20 ties", query: entityQuery, raw: rawEntity},
		{name: "50 companies and 10 ties each", query: listQuery, raw: rawList},
		{name: "20 ties and 10 ties of each", query: nestQuery, raw: rawNest},
	}
}

const (
	entityQuery = `query($id: ID!) { entity(id: $id) { id kind name degree ties(first: 20) {
  edges { forward standing contested predicate { name } period { from to } node { id kind name } } pageInfo { hasNextPage } } } }`
	listQuery = `query($after: String) { entities(kinds: [COMPANY], orderBy: ID, first: 50, after: $after) {
  nodes { id name degree ties(first: 10) { edges { forward standing predicate { name } node { id name } } } } } }`
	nestQuery = `query($id: ID!) { entity(id: $id) { id name ties(first: 20) { edges { forward predicate { name }
  node { id name ties(first: 10) { edges { forward standing predicate { name } node { id name } } } } } } } }`
)

// benchmarkGraphQL answers the same requests in four ways, by one client and by sixteen: by hand with one record, by hand with a
// record a row, and by GraphQL over both stores. No network lies between client and handler.
func benchmarkAPI(b *graphtest.Bench, store *Store, other graph.Store, driver neo4j.DriverWithContext) {
	b.Helper()
	ids, cursors := benchmarkForms(b, other)
	for i, q := range benchmarkQuestions() {
		q.forms = ids
		if i == 1 {
			q.forms = cursors
		}
		collected, rows := q.raw(driver)
		ways := []benchWay{
			{"collected", collected},
			{"rows", rows},
			{"neo4j", benchAPI(store)},
			{"embedded", benchAPI(other)},
		}
		if b.Brief {
			q.forms = q.forms[:1]
		}
		requests := q.requests(b)
		for _, body := range requests {
			want := string(answerTo(b, ways[0].handler, body))
			require.Greater(b, len(want), 300)
			for _, w := range ways[1:] {
				require.JSONEq(b, want, string(answerTo(b, w.handler, body)), w.name)
			}
		}
		for _, clients := range []int{1, 16} {
			b.Run(fmt.Sprintf("%s/%d clients", q.name, clients), func(b *graphtest.Bench) {
				var contenders []graphtest.Contender
				for _, w := range ways {
					contenders = append(contenders, graphtest.Contender{Name: w.name, Do: func(ctx context.Context, n int) error {
						return serveOnce(ctx, w.handler, requests[n%len(requests)], httptest.NewRecorder())
					}})
				}
				b.Race(clients, contenders...)
				b.Report(statementsOf(b, store, func() { answerTo(b, ways[2].handler, requests[0]) }), "neo4j-statements")
			})
		}
	}
}

// benchWay answers requests.
type benchWay struct {
	name    string
	handler http.Handler
}

// graphQL answers by the resolvers over a store.
func benchAPI(s graph.Store) http.Handler {
	h := handler.New(resolvers.Schema(graph.NewService(s, graph.Options{})))
	h.AddTransport(transport.POST{})
	h.SetErrorPresenter(resolvers.Present)
	h.SetQueryCache(lru.New[*ast.QueryDocument](100))
	return h
}

func (q *benchQuestion) requests(t testing.TB) [][]byte {
	t.Helper()
	var bodies [][]byte
	for _, variables := range q.forms {
		body, err := json.Marshal(map[string]any{"query": q.query, "variables": variables})
		require.NoError(t, err)
		bodies = append(bodies, body)
	}
	return bodies
}

func serveOnce(ctx context.Context, h http.Handler, body []byte, answer *httptest.ResponseRecorder) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(answer, request)
	if answer.Code != http.StatusOK {
		return fmt.Errorf("status %d: %s", answer.Code, answer.Body)
	}
	return nil
}

func answerTo(t testing.TB, h http.Handler, body []byte) []byte {
	t.Helper()
	answer := httptest.NewRecorder()
	require.NoError(t, serveOnce(t.Context(), h, body, answer))
	return answer.Body.Bytes()
}

// benchmarkForms chooses entities that have many ties, none of whose first twenty leads to a hub, and pages of companies.
func benchmarkForms(b *graphtest.Bench, s graph.Store) (ids, cursors []map[string]any) {
	b.Helper()
	r, err := s.Snapshot(b.Context(), 0)
	require.NoError(b, err)
	defer func() { require.NoError(b, r.Close()) }()
	rows, err := r.ListEntities(b.Context(), graph.EntityQuery{Order: graph.ByDegree, Limit: 2000})
	require.NoError(b, err)
	for _, row := range rows {
		if row.State.Degree < 300 && len(ids) < 16 && fits(b, r, row.ID) {
			ids = append(ids, map[string]any{"id": string(row.ID)})
		}
	}
	require.NotEmpty(b, ids)
	return ids, companyPages(b, s)
}

func fits(b *graphtest.Bench, r graph.Reader, id graph.EntityID) bool {
	b.Helper()
	n := 0
	for e, err := range r.Expand(b.Context(), graph.ExpandQuery{Frontier: []graph.EntityID{id}, Limit: 20}) {
		require.NoError(b, err)
		if e.FarRow.State.Degree > 300 {
			return false
		}
		n++
	}
	return n == 20
}

// companyPages are the cursors of the first pages of companies, with the id that each comes after.
func companyPages(b *graphtest.Bench, s graph.Store) []map[string]any {
	b.Helper()
	h := benchAPI(s)
	var pages []map[string]any
	after, id := "", ""
	for range 4 {
		page := map[string]any{"afterID": id}
		if after != "" {
			page["after"] = after
		}
		pages = append(pages, page)
		body, err := json.Marshal(map[string]any{"variables": map[string]any{"after": page["after"]}, "query": `query($after: String) {
  entities(kinds: [COMPANY], orderBy: ID, first: 50, after: $after) { nodes { id } pageInfo { endCursor } } }`})
		require.NoError(b, err)
		var answer struct {
			Data struct {
				Entities struct {
					Nodes    []struct{ ID string }
					PageInfo struct{ EndCursor string }
				}
			}
		}
		require.NoError(b, json.Unmarshal(answerTo(b, h, body), &answer))
		found := answer.Data.Entities
		after, id = found.PageInfo.EndCursor, found.Nodes[len(found.Nodes)-1].ID
	}
	return pages
}
