package resolvers_test

import (
	"encoding/json"
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestCursorsKeepTheTimesOfTheirList holds that a cursor shows nothing beyond what its own list showed: one of another revision than
// that of knownAt is refused, and so is one of a list for other days.
func TestCursorsKeepTheTimesOfTheirList(t *testing.T) {
	const first, newest = "2026-01-02T03:04:06Z", "2026-01-02T03:04:09Z"
	a := newAPI(seeded(t, 2))
	query := `query ($after: String, $at: Date, $knownAt: DateTime) {
		page: entities(first: 1, after: $after, at: $at, knownAt: $knownAt) ` + pageFields + ` }`
	spoken := `query ($after: String, $at: Date, $knownAt: DateTime, $publicAt: Date) {
		page: claims(filter: { about: ["ent_acme"] }, first: 1, after: $after, at: $at, knownAt: $knownAt, publicAt: $publicAt) ` +
		pageFields + ` }`
	type asked map[string]any
	for name, c := range map[string]struct {
		query       string
		list, after asked
		refused     string
	}{
		"the same list":                  {query, asked{"at": "2024-06-20", "knownAt": newest}, asked{"at": "2024-06-20", "knownAt": newest}, ""},
		"without times":                  {query, nil, nil, ""},
		"knownAt, left out at the next":  {query, asked{"knownAt": first}, nil, ""},
		"the newest, then as known once": {query, nil, asked{"knownAt": first}, "a cursor of revision 1, the newest at knownAt: it is of revision 4"},
		"as known once, then as now":     {query, asked{"knownAt": first}, asked{"knownAt": newest}, "a cursor of revision 4"},
		"before the first revision":      {query, nil, asked{"knownAt": "2020-01-01T00:00:00Z"}, "before the first revision"},
		"another day":                    {query, asked{"at": "2024-06-20"}, asked{"at": "2024-06-21"}, "a cursor of the list with this at: it is of one with 2024-06-20"},
		"a day only at the next":         {query, nil, asked{"at": "2024-06-21"}, "it is of one with none"},
		"no day at the next":             {query, asked{"at": "2024-06-20"}, nil, "it is of one with 2024-06-20"},
		"the same public day":            {spoken, asked{"publicAt": "2024-07-20"}, asked{"publicAt": "2024-07-20"}, ""},
		"another public day":             {spoken, asked{"publicAt": "2024-07-20"}, asked{"publicAt": "2024-07-21"}, "with this publicAt: it is of one with 2024-07-20"},
		"no public day at the next":      {spoken, asked{"publicAt": "2024-07-20"}, nil, "with this publicAt"},
	} {
		t.Run(name, func(t *testing.T) {
			got := a.read(t, c.query, c.list)
			require.Empty(t, got.Errors)
			var page pageOf
			require.NoError(t, json.Unmarshal(got.Data["page"], &page))
			require.True(t, page.PageInfo.HasNextPage)
			variables := asked{"after": page.PageInfo.EndCursor}
			maps.Copy(variables, c.after)
			next := a.read(t, c.query, variables)
			if c.refused == "" {
				require.Empty(t, next.Errors)
				return
			}
			require.Len(t, next.Errors, 1)
			assert.Contains(t, next.Errors[0].Message, c.refused)
			if c.refused != "before the first revision" {
				assert.Equal(t, "BAD_USER_INPUT", next.Errors[0].Extensions["code"])
				assert.Contains(t, next.Errors[0].Message, "after: ")
			}
		})
	}
}
