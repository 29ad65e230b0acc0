package web_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

const mapOfCompany = "/#v=1&view=map&focus=" + company

func (s dashboard) mapView(t *testing.T) {
	open, api := s.site(t)
	p := open(t)
	p.open(mapOfCompany)
	p.awaitText("[role=status]", "16 places and units of these entities: 11 on the map, 5 not")
	t.Run("dots and unknown places are all offices that the API gives", func(t *testing.T) {
		var want []string
		for _, office := range officesOf(t, s.api, company) {
			want = append(want, office.ID)
		}
		require.Len(t, want, 12)
		shown := read[[]string](p, `[...document.querySelectorAll('#placed tbody tr, #unknown tbody tr')].map(r => new URLSearchParams(r.querySelector('a').hash.slice(1)).get('focus')).filter(id => id.startsWith('ent_office'))`)
		assert.ElementsMatch(t, want, shown)
		assert.Empty(t, read[[]string](p, `[...document.querySelectorAll('.dot:not(:has(.name))')].map(d => d.textContent)`), "each dot bears its name")
		assert.Equal(t, 11, read[int](p, `[...document.querySelectorAll('.dot')].reduce((n, d) => n + Number(d.dataset.places), 0)`))
		assert.Len(t, p.texts("#placed tbody tr"), 11)
	})
	t.Run("what is not known says why, and is not guessed", func(t *testing.T) {
		unknown := strings.Join(p.texts("#unknown tbody tr"), "\n")
		assert.Contains(t, unknown, "16 places in United States are called Arlington")
		assert.Contains(t, unknown, "no city is on file, only Malaysia")
		assert.Contains(t, unknown, "eight regional units of Kaspersky")
		assert.NotContains(t, strings.Join(p.texts("#placed tbody tr"), "\n"), "Arlington")
	})
	t.Run("an office at its city says so in words and by its shape, and the gazetteer is named", func(t *testing.T) {
		assert.Contains(t, read[string](p, `document.querySelector('.find[data-site=ent_office-woburn]').closest('tr').textContent`), "◇ at its city, Woburn, from the list of cities: 42.48° N, 71.15° W")
		dot := `document.querySelector('.dot[data-site=ent_office-woburn]')`
		assert.Contains(t, read[string](p, dot+`.querySelector('[role=button]').getAttribute('aria-label')`), "office in Woburn, Kaspersky has the office, reported, at its city, Woburn, from the list of cities")
		assert.NotContains(t, read[string](p, dot+`.querySelector('.stroke').getAttribute('d')`), "A", "a diamond and no circle")
		assert.Contains(t, p.texts(".map-sources")[0], "GeoNames, CC BY 4.0")
		assert.Contains(t, read[string](p, `document.querySelector('.dot[data-site=ent_office-kigali] title').textContent`), "(only announced)", "a planned office is told")
	})
	t.Run("a coast and no border is drawn, nothing of it before the view opens", func(t *testing.T) {
		p.await(`document.querySelector('.land').getAttribute('d').length > 10000`)
		assert.Equal(t, 2, read[int](p, `document.querySelectorAll('.chart svg > g > path').length`), "the edge of the world, and the land as one shape")
		assert.Equal(t, 1, read[int](p, `performance.getEntriesByType('resource').filter(r => r.name.endsWith('/data/coast.json')).length`))
		other := open(t)
		other.open("/")
		other.awaitText("main", "Questions to begin with")
		assert.Empty(t, read[[]string](other, `performance.getEntriesByType('resource').map(r => r.name).filter(n => n.includes('/data/'))`))
	})
	t.Run("by keyboard: a dot opens its claim and is marked in the table, and the focus returns", func(_ *testing.T) {
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.dot[data-site=ent_office-woburn] [role=button]').focus()`))
		p.press(kb.Enter)
		p.awaitText(".panel h2", "Woburn")
		p.await(`document.querySelector('.find[data-site=ent_office-woburn]').getAttribute('aria-pressed') === 'true'`)
		p.press(kb.Escape)
		p.await(`!document.querySelector('.panel') && document.activeElement.closest('.dot')?.dataset.site === 'ent_office-woburn'`)
	})
	t.Run("a row of the table marks its dot, and the link keeps it", func(t *testing.T) {
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.find[data-site="ent_office-sao-paulo"]').click()`))
		p.await(`document.querySelector('.dot.chosen')?.dataset.site === 'ent_office-sao-paulo'`)
		other := open(t)
		other.open("/" + read[string](p, "location.hash"))
		other.await(`document.querySelector('.dot.chosen')?.dataset.site === 'ent_office-sao-paulo'`)
		other.assertQuiet()
	})
	t.Run("places that stand together are one dot with a count, and part when the map is enlarged", func(t *testing.T) {
		before := len(p.texts(".dot"))
		assert.Contains(t, p.texts(".dot .inside"), "2")
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.chart svg').focus()`))
		p.press("+")
		p.press("+")
		p.press("+")
		p.await(`document.querySelectorAll('.dot').length > ` + quoteInt(before))
		p.await(`location.hash.includes('x.look=')`)
		p.press("0")
		p.await(`document.querySelectorAll('.dot').length === ` + quoteInt(before))
		where := read[string](p, `document.querySelector('.dot').getAttribute('transform')`)
		p.clickText(".zoom button", "Larger")
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.chart svg').focus()`))
		p.press(kb.ArrowLeft)
		p.await(`document.querySelector('.dot').getAttribute('transform') !== ` + quote(where))
		p.clickText(".zoom button", "World")
		p.await(`location.hash.includes('x.look=0.000%2C0.000%2C1.000') || location.hash.includes('x.look=0.000,0.000,1.000')`)
	})
	t.Run("filters and the empty state", func(_ *testing.T) {
		p.open(mapOfCompany + "&standing=stated")
		p.awaitText("[role=status]", "3 places and units of these entities: 2 on the map, 1 not")
		p.open(mapOfCompany + "&predicate=OWNS")
		p.awaitText("main", "No place passes these filters.")
		p.open("/#v=1&view=map&focus=" + service)
		p.awaitText("#unknown", "no place is on file")
		assert.Equal(t, "LOCATED_IN", api.last("Sites")["filter"].(map[string]any)["predicates"].([]any)[2])
	})
	t.Run("what was cut is said", func(_ *testing.T) {
		api.rewrite(`"truncated":null`, `"truncated":{"reason":"LIMIT","limit":250}`)
		p.open("/playground/")
		p.open(mapOfCompany)
		p.awaitText(".cut", "Not all is shown: at most 250 at once.")
	})
	p.assertQuiet()
	t.Run("without the gazetteer and the coast", func(t *testing.T) { s.mapWithoutFiles(t) })
	t.Run("hostile", func(t *testing.T) { s.mapHostile(t) })
	t.Run("a view or a file that does not come says so, and is asked for again", func(t *testing.T) { s.moreThatDoesNotCome(t) })
}

// moreThatDoesNotCome loses the script that is fetched later: for a file, and for a view.
func (s dashboard) moreThatDoesNotCome(t *testing.T) {
	var away atomic.Bool
	away.Store(true)
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.api)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/assets/more-") && away.Load() {
			http.Error(w, "gone", http.StatusBadGateway)
			return
		}
		s.browser.site.ServeHTTP(w, r)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	p := s.browser.open(t, server.URL)
	p.open("/#v=1&view=table&focus=" + unit)
	p.awaitText(".bar", "ties among")
	p.clickText("button", "Save as CSV")
	p.awaitText("[role=alert]", "The file could not be made: the server cannot be reached.")
	away.Store(false)
	kind, _ := p.saved("Save as CSV")
	assert.Equal(t, "text/csv;charset=utf-8", kind)
	assert.Empty(t, p.texts("[role=alert], [aria-busy=true]"))
	away.Store(true)
	p.open("/playground/")
	p.open(mapOfCompany)
	p.awaitText("[role=alert]", "This view could not be loaded: the server cannot be reached.")
	away.Store(false)
	p.clickText("[role=alert] button", "Try again")
	p.awaitText("[role=status]", "16 places and units")
}

// mapWithoutFiles holds that a server which has lost the files is told, and that no office is dropped.
func (s dashboard) mapWithoutFiles(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.api)
	mux.HandleFunc("/data/", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "gone", http.StatusBadGateway) })
	mux.Handle("/", s.browser.site)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	p := s.browser.open(t, server.URL)
	p.open(mapOfCompany)
	p.awaitText("[role=alert]", "The coastline could not be loaded: the server answered HTTP 502.")
	p.awaitText("[role=alert]", "The list of cities could not be loaded: the server answered HTTP 502.")
	p.awaitText("[role=status]", "0 on the map, 16 not")
	p.awaitText("#unknown", "the list of cities is not there")
}

// mapHostile shows an office whose every name tries to break out, at coordinates of its own.
func (s dashboard) mapHostile(t *testing.T) {
	api := emptyAPI(t, func(*graph.Service) {})
	id := recordOffice(t, api)
	p := s.browser.at(t, api)(t)
	for _, width := range []int64{1280, 390} {
		p.size(width, 844)
		p.open("/#v=1&view=map&focus=" + id)
		p.awaitText("#placed", "○ coordinates from a source: 12.50° S, 179.90° E")
		assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off at %d pixels", width)
	}
	assert.Contains(t, read[string](p, `document.querySelector('.dot .stroke').getAttribute('d')`), "A", "a circle: coordinates of its own")
	assert.Equal(t, 1, read[int](p, "document.scripts.length"), "no script but ours")
	assert.Equal(t, 0, read[int](p, "document.images.length"))
	p.assertQuiet()
}

// recordOffice records a hostile company with an office at coordinates near the date line, and returns the company's id.
func recordOffice(t *testing.T, api http.Handler) string {
	t.Helper()
	const mutation = `mutation R($input: RecordStatementInput!) { recordStatement(input: $input) { claim { subject { id } object { id } } } }`
	statement := func(operation string, more map[string]any) map[string]any {
		input := map[string]any{
			"operationId": operation, "by": "a reader", "stance": "ASSERTS", "voice": "OTHER", "quote": hostileQuote,
			"document": map[string]any{"new": map[string]any{"title": operation, "language": "en", "url": "https://example.org/" + operation, "rights": "FULL_TEXT", "text": "In " + operation + " he said: " + hostileQuote + "."}},
			"speaker":  map[string]any{"new": map[string]any{"kind": "PERSON", "caption": "evil"}},
		}
		maps.Copy(input, more)
		return write(t, api, mutation, input)["recordStatement"].(map[string]any)["claim"].(map[string]any)
	}
	claim := statement("office-1", map[string]any{
		"predicate": "HAS_OFFICE",
		"subject":   map[string]any{"new": map[string]any{"kind": "COMPANY", "caption": hostileName + strings.Repeat(" endless", 20)}},
		"object":    map[string]any{"new": map[string]any{"kind": "OFFICE", "caption": hostileName + strings.Repeat("endless", 40)}},
	})
	office := claim["object"].(map[string]any)["id"].(string)
	statement("office-2", map[string]any{
		"predicate": "COORDINATES", "subject": map[string]any{"id": office},
		"value": map[string]any{"coordinates": map[string]any{"latitude": "-12.5", "longitude": "179.9"}},
	})
	return claim["subject"].(map[string]any)["id"].(string)
}

// officesOf asks the API for the offices of a group.
func officesOf(t *testing.T, api http.Handler, id string) []struct{ ID string } {
	t.Helper()
	const question = `{"query": "query Q($id: ID!) { entity(id: $id) { ... on CorporateGroup { offices(first: 100) { nodes { id } } } } }", "variables": {"id": "`
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/graphql", strings.NewReader(question+id+`"}}`))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	api.ServeHTTP(w, r)
	var answer struct {
		Data struct {
			Entity struct {
				Offices struct{ Nodes []struct{ ID string } }
			}
		}
	}
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &answer))
	return answer.Data.Entity.Offices.Nodes
}
