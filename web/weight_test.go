package web

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the dashboard may weigh in bytes as a browser gets it: all files before its first view, and all that it can ever load but the
// data of the map. README.md says what is where.
const (
	mostAtStart = 58_000
	mostEver    = 95_000
)

func TestDashboardIsLight(t *testing.T) {
	site, err := New(Options{})
	require.NoError(t, err)
	atStart := []string{"/", "/assets/dashboard.css", "/assets/dashboard.js"}
	assert.LessOrEqual(t, served(t, site, atStart), mostAtStart)
	assert.NotRegexp(t, `(?:from|import)"\./`, string(site.files["/assets/dashboard.js"].body), "the script needs no other file to begin")

	rows, err := manifest(embedded)
	require.NoError(t, err)
	made, err := bundle(embedded, entries()[0], modules(rows))
	require.NoError(t, err)
	ever := append(slices.Sorted(maps.Keys(made)), "/")
	assert.Subset(t, ever, atStart)
	assert.Greater(t, len(ever), len(atStart), "some views are fetched when they open")
	assert.LessOrEqual(t, served(t, site, ever), mostEver)
}

func TestDataIsLight(t *testing.T) {
	site, err := New(Options{})
	require.NoError(t, err)
	for address, most := range map[string]int{"/data/coast.json": 20_000, "/data/cities.json": 150_000} {
		assert.LessOrEqual(t, served(t, site, []string{address}), most, address)
	}
}

// served is how many bytes the bodies of some addresses take on their way to a browser.
func served(t *testing.T, site *Site, addresses []string) int {
	t.Helper()
	total := 0
	for _, address := range addresses {
		request := httptest.NewRequest(http.MethodGet, address, nil)
		request.Header.Set("Accept-Encoding", "gzip")
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, request)
		require.Equal(t, http.StatusOK, answer.Code, address)
		t.Logf("%6d bytes %s", answer.Body.Len(), address)
		total += answer.Body.Len()
	}
	t.Logf("%6d bytes in all", total)
	return total
}
