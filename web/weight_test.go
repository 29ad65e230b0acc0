package web_test

import (
	"net/http"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDashboardIsLight(t *testing.T) {
	site := newSite(t)
	first := append([]string{"/", "/assets/dashboard.css"}, imported(t, site, "/assets/dashboard.js", atStart)...)
	all := append([]string{"/", "/assets/dashboard.css"}, imported(t, site, "/assets/dashboard.js", ever)...)
	assert.Less(t, len(first), len(all), "some views are fetched later")
	assert.Less(t, served(t, site, first), 60_000, "the files of the first view, as served")
	assert.Less(t, served(t, site, all), 100_000, "every page, script and style of the dashboard, as served")
}

func TestDataIsLight(t *testing.T) {
	site := newSite(t)
	for address, most := range map[string]int{"/data/coast.json": 20_000, "/data/cities.json": 150_000} {
		assert.Less(t, served(t, site, []string{address}), most, address)
	}
}

// How a bundle names those that it needs: when it starts, and at any time.
var (
	atStart = regexp.MustCompile(`(?:from|import)"\./([\w-]+\.js)"`)
	ever    = regexp.MustCompile(`(?:from|import|import\()"\./([\w-]+\.js)"`)
)

// imported are the addresses of a bundle and of all that it needs, each once.
func imported(t *testing.T, site http.Handler, address string, named *regexp.Regexp) []string {
	t.Helper()
	out := []string{address}
	for i := 0; i < len(out); i++ {
		for _, found := range named.FindAllSubmatch(bodyOf(t, request(site, http.MethodGet, out[i], nil)), -1) {
			if other := "/assets/" + string(found[1]); !slices.Contains(out, other) {
				out = append(out, other)
			}
		}
	}
	return out
}

// served is how many bytes the bodies of some addresses take for a browser.
func served(t *testing.T, site http.Handler, addresses []string) int {
	t.Helper()
	total := 0
	for _, address := range addresses {
		answer := request(site, http.MethodGet, address, gzipped())
		require.Equal(t, http.StatusOK, answer.StatusCode, address)
		size := len(bodyOf(t, answer))
		t.Logf("%6d %s", size, address)
		total += size
	}
	return total
}
