package web

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unitResult is what web/unit/harness.ts leaves behind of one test.
type unitResult struct {
	Name  string
	Error string
}

// TestModules runs the tests in web/unit, which are about modules that need no page, in the browser that readers use.
func TestModules(t *testing.T) {
	sources := os.DirFS(".")
	names, err := fs.Glob(sources, "unit/*.test.ts")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	rows, err := manifest(sources)
	require.NoError(t, err)
	ctx := StartBrowser(t)
	for _, name := range names {
		t.Run(strings.TrimSuffix(path.Base(name), ".test.ts"), func(t *testing.T) {
			out, err := bundle(sources, map[string]string{"unit.js": name}, modules(rows))
			require.NoError(t, err)
			results, err := chromedp.Run(ctx, chromedp.Evaluate[[]unitResult](
				"(() => { globalThis.results = [];"+string(out["/assets/unit.js"])+"; return globalThis.results })()",
			))
			require.NoError(t, err)
			require.NotEmpty(t, results, "%s holds no test", name)
			for _, result := range results {
				assert.Empty(t, result.Error, result.Name)
			}
		})
	}
}
