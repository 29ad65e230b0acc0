package resolvers_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// answered is an answer with its errors.
type answered struct {
	Data   map[string]json.RawMessage `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Path       []any          `json:"path"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
	Extensions map[string]json.RawMessage `json:"extensions"`
}

func (a *api) read(t testing.TB, query string, variables map[string]any) answered {
	t.Helper()
	var got answered
	require.NoError(t, json.Unmarshal(a.ask(t, query, variables), &got))
	return got
}

// pageOf is a page of any connection with ids.
type pageOf struct {
	TotalCount int `json:"totalCount"`
	Edges      []struct {
		Cursor string `json:"cursor"`
		Node   struct {
			ID string `json:"id"`
		} `json:"node"`
	} `json:"edges"`
	PageInfo struct {
		HasNextPage     bool    `json:"hasNextPage"`
		HasPreviousPage bool    `json:"hasPreviousPage"`
		StartCursor     *string `json:"startCursor"`
		EndCursor       *string `json:"endCursor"`
	} `json:"pageInfo"`
}

// walk reads all pages of a connection, n rows each, and gives the ids in their order.
func walk(t *testing.T, a *api, query string, n int, between func()) []string {
	t.Helper()
	var ids []string
	variables := map[string]any{"first": n, "after": nil}
	for {
		got := a.read(t, query, variables)
		require.Empty(t, got.Errors)
		raw := got.Data["page"]
		if nested, ok := got.Data["entity"]; ok {
			var entity struct {
				Page json.RawMessage `json:"page"`
			}
			require.NoError(t, json.Unmarshal(nested, &entity))
			raw = entity.Page
		}
		var page pageOf
		require.NoError(t, json.Unmarshal(raw, &page))
		assert.Equal(t, variables["after"] != nil, page.PageInfo.HasPreviousPage)
		for _, edge := range page.Edges {
			ids = append(ids, edge.Node.ID)
		}
		if !page.PageInfo.HasNextPage {
			return ids
		}
		require.Len(t, page.Edges, n)
		assert.Equal(t, page.Edges[n-1].Cursor, *page.PageInfo.EndCursor)
		assert.Equal(t, page.Edges[0].Cursor, *page.PageInfo.StartCursor)
		variables["after"] = *page.PageInfo.EndCursor
		between()
	}
}

const pageFields = `{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`

func TestPagesJoinToTheWhole(t *testing.T) {
	a := newAPI(seeded(t, 7))
	head := `query ($first: Int!, $after: String) { `
	nested := func(id, field string) string {
		return head + `entity(id: "` + id + `") { ... on Entity { page: ` + field + pageFields + ` } } }`
	}
	for name, query := range map[string]string{
		"entities":               head + `page: entities(first: $first, after: $after) ` + pageFields + ` }`,
		"entities by degree":     head + `page: entities(orderBy: DEGREE, first: $first, after: $after) ` + pageFields + ` }`,
		"entities by id":         head + `page: entities(orderBy: ID, first: $first, after: $after) ` + pageFields + ` }`,
		"claims":                 head + `page: claims(filter: {}, first: $first, after: $after) ` + pageFields + ` }`,
		"measures":               head + `page: measures(first: $first, after: $after) ` + pageFields + ` }`,
		"documents":              head + `page: documents(first: $first, after: $after) ` + pageFields + ` }`,
		"search":                 head + `page: search(query: "Acme", first: $first, after: $after) ` + pageFields + ` }`,
		"changes":                head + `page: changes(first: $first, after: $after) ` + pageFields + ` }`,
		"ties":                   nested("ent_acme", "ties(first: $first, after: $after)"),
		"ties by strength":       nested("ent_acme", "ties(orderBy: STRENGTH, first: $first, after: $after)"),
		"claims of an entity":    nested("ent_acme", "claims(first: $first, after: $after)"),
		"said":                   nested("ent_ann", "said(first: $first, after: $after)"),
		"said, as recorded":      nested("ent_gazette", "said(orderBy: RECORDED, first: $first, after: $after)"),
		"documents of an entity": nested("ent_acme-labs", "documents(first: $first, after: $after)"),
	} {
		t.Run(name, func(t *testing.T) {
			whole := walk(t, a, query, 100, func() {})
			require.NotEmpty(t, whole)
			for _, n := range []int{1, 2, 5} {
				assert.Equal(t, whole, walk(t, a, query, n, func() {}), "pages of %d", n)
			}
		})
	}
}

// TestRootCursorPinsItsRevision holds that what is written between two pages is in neither.
func TestRootCursorPinsItsRevision(t *testing.T) {
	service := seeded(t, 3)
	a := newAPI(service)
	query := `query ($first: Int!, $after: String) { page: entities(orderBy: ID, first: $first, after: $after) ` + pageFields + ` }`
	before := walk(t, a, query, 100, func() {})
	written := 0
	paged := walk(t, a, query, 4, func() {
		written++
		_, err := service.Write(t.Context(), graph.OperationID(fmt.Sprintf("new-%d", written)), graph.Draft{Entities: []graph.Entity{
			{ID: graph.EntityID(fmt.Sprintf("ent_zz-%d", written)), Kind: graph.Person, Caption: "New"},
		}})
		require.NoError(t, err)
	})
	assert.Equal(t, before, paged)
	assert.Len(t, walk(t, a, query, 100, func() {}), len(before)+written, "a new walk sees what was written")
}

// TestNestedCursorIsOnlyAKey holds that a cursor from below is applied under every parent, at the field's own revision.
func TestNestedCursorIsOnlyAKey(t *testing.T) {
	service := seeded(t, 3)
	a := newAPI(service)
	query := `query ($first: Int!, $after: String) { entity(id: "ent_acme") { page: ties(filter: {predicates: ["INCLUDES"]}, first: $first, after: $after) ` +
		pageFields + ` } }`
	known := walk(t, a, query, 100, func() {})
	once := false
	paged := walk(t, a, query, 1, func() {
		if once {
			return
		}
		once = true
		f := &fixture{}
		f.entity("zz-late", graph.Company, "Late")
		f.document("late", "gazette", "Late news", "2024-08-01", graph.FullText)
		f.tell("acme", "INCLUDES", "zz-late")
		f.finish()
		_, err := service.Write(t.Context(), "late", f.draft)
		require.NoError(t, err)
	})
	assert.Equal(t, append(known, "ent_zz-late"), paged)
}

func TestCursorsOfAnotherListAreRefused(t *testing.T) {
	a := newAPI(seeded(t, 3))
	got := a.read(t, `{ page: claims(filter: {}, first: 1) `+pageFields+` }`, nil)
	var page pageOf
	require.NoError(t, json.Unmarshal(got.Data["page"], &page))
	cursor := page.Edges[0].Cursor
	for name, query := range map[string]string{
		"another list":      `query ($after: String!) { entities(after: $after) { totalCount } }`,
		"another filter":    `query ($after: String!) { claims(filter: { predicates: ["OWNS"] }, after: $after) { totalCount } }`,
		"below, other list": `query ($after: String!) { entity(id: "ent_acme") { ties(after: $after) { totalCount } } }`,
	} {
		t.Run(name, func(t *testing.T) {
			refused := a.read(t, query, map[string]any{"after": cursor})
			require.Len(t, refused.Errors, 1)
			assert.Equal(t, "BAD_USER_INPUT", refused.Errors[0].Extensions["code"])
			assert.Contains(t, refused.Errors[0].Message, "after")
		})
	}
	future := a.read(t, `query ($after: String!) { claims(filter: {}, after: $after) { totalCount } }`,
		map[string]any{"after": forged(t, cursor)})
	require.Len(t, future.Errors, 1)
	assert.Equal(t, "BAD_USER_INPUT", future.Errors[0].Extensions["code"], "of a revision that there is not")
}
