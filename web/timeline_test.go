package web_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// dated is a date as the API gives it.
type dated struct{ EDTF string }

// timedClaim is what the tests of the timeline and of the comparison ask of a claim.
type timedClaim struct {
	ID, Standing string
	Contested    bool
	Accusatory   bool
	Predicate    struct{ Name string }
	Qualifiers   []struct{ Value string }
	Standings    []struct {
		Period    struct{ From, To string }
		CertainOn []struct{ From, To string }
	}
	Assertions struct{ Nodes []speechDates }
}

// speechDates are the dates of one thing that was said of a claim.
type speechDates struct {
	SaidAt *dated
	Period *struct{ From, To, AsOf *dated }
}

const claimsAbout = `query Q($about: [ID!], $predicates: [String!], $at: Date) {
	claims(filter: {about: $about, predicates: $predicates}, first: 100, at: $at) { nodes {
		id standing contested accusatory predicate { name } qualifiers { value }
		standings { period { from to } certainOn { from to } }
		assertions(first: 10) { nodes { saidAt { edtf } period { from { edtf } to { edtf } asOf { edtf } } } }
	} }
}`

// askAPI asks the API itself, past the page, and returns the data.
func askAPI[T any](t *testing.T, api http.Handler, query string, variables map[string]any) T {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(t, err)
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/graphql", strings.NewReader(string(body)))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	api.ServeHTTP(w, r)
	var answer struct {
		Data   T
		Errors []struct{ Message string }
	}
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &answer))
	require.Empty(t, answer.Errors)
	return answer.Data
}

// claimsOf are the claims about entities, as they stand on a day or on any.
func claimsOf(t *testing.T, api http.Handler, at string, predicates []string, about ...string) []timedClaim {
	t.Helper()
	variables := map[string]any{"about": about}
	if at != "" {
		variables["at"] = at
	}
	if predicates != nil {
		variables["predicates"] = predicates
	}
	return askAPI[struct{ Claims struct{ Nodes []timedClaim } }](t, api, claimsAbout, variables).Claims.Nodes
}

// idsWhere are the ids of the claims that pass, in order.
func idsWhere(claims []timedClaim, passes func(timedClaim) bool) []string {
	ids := []string{}
	for _, c := range claims {
		if passes(c) {
			ids = append(ids, c.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

func (c timedClaim) happened() bool {
	for _, said := range c.Assertions.Nodes {
		if p := said.Period; p != nil && p.From != nil && p.To != nil && *p.From == *p.To {
			return true
		}
	}
	return false
}

func (c timedClaim) said() bool {
	return slices.ContainsFunc(c.Assertions.Nodes, func(a speechDates) bool { return a.SaidAt != nil })
}

func (c timedClaim) void() bool {
	return slices.Contains([]string{"REFUTED", "RETRACTED", "UNASSERTED"}, c.Standing)
}

func (c timedClaim) disputable() bool {
	return c.Accusatory || c.Contested || c.void() || c.Standing == "ALLEGED" || c.Standing == "DISPUTED"
}

// hasDays tells whether the API knows any day on which the claim holds.
func (c timedClaim) hasDays() bool {
	for _, stretch := range c.Standings {
		if stretch.Period.From != "" || stretch.Period.To != "" || len(stretch.CertainOn) > 0 {
			return true
		}
	}
	return slices.ContainsFunc(c.Assertions.Nodes, func(a speechDates) bool { return a.Period != nil && a.Period.AsOf != nil })
}

// marked are the claims with a mark in a track, each once, in order.
func (p *tab) marked(track string) []string {
	p.t.Helper()
	return read[[]string](p, `[...new Set([...document.querySelectorAll('a.sign[data-track=`+track+`]')].map(a => a.dataset.claim))].filter(id => id).sort()`)
}

// among are those of some ids that stand in a list.
func among(ids, list []string) []string {
	out := []string{}
	for _, id := range ids {
		if slices.Contains(list, id) {
			out = append(out, id)
		}
	}
	return out
}

// run runs a step in the page that gives nothing back.
func (p *tab) run(script string) { p.do(chromedp.Evaluate[chromedp.Void](script)) }

// timelinePage is a tab with the timeline of the company.
type timelinePage struct {
	dashboard
	tab   *tab
	fresh opener
	api   *meddler
}

// show loads the timeline anew, with more settings in its link.
func (s timelinePage) show(more string) {
	s.tab.do(chromedp.Navigate("about:blank"))
	s.tab.open("/#v=1&view=timeline&focus=" + company + more)
	s.tab.await(`document.querySelector('a.sign') && document.querySelector('#rows tbody tr')`)
}

func (s dashboard) timeline(t *testing.T) {
	open, api := s.site(t)
	page := timelinePage{s, open(t), open, api}
	page.show("")
	page.holds(t)
	page.speaks(t)
	page.days(t)
	t.Run("by keyboard", page.byKeyboard)
	page.filters(t)
	page.states(t)
	t.Run("on a narrow page marks are told apart", page.narrow)
	page.tab.assertQuiet()
	t.Run("dates of every form", s.datesOfEveryForm)
	t.Run("what is cut is said", s.cutTimeline)
}

// holds compares what is drawn with the answers of the API and with the table.
func (s timelinePage) holds(t *testing.T) {
	p := s.tab
	t.Run("tracks hold what the API dates", func(t *testing.T) { s.tracks(t, p) })
	t.Run("the table has a row for each mark, and sorts by date", func(t *testing.T) {
		assert.Len(t, p.texts("#rows tbody tr"), read[int](p, `document.querySelectorAll('a.sign').length`))
		first := p.texts("#rows tbody tr")[0]
		assert.Contains(t, first, "1997")
		p.clickText("#rows th button", "When")
		p.await(`document.querySelector('#rows tbody tr').textContent !== ` + quote(first))
		assert.Equal(t, "descending", read[string](p, `document.querySelector('#rows th[aria-sort]').getAttribute('aria-sort')`))
		assert.Contains(t, p.texts("#rows tbody tr")[0], "Learnt")
	})
	t.Run("what was learnt at once is listed", func(t *testing.T) {
		words := read[string](p, `document.querySelector('[data-track=learnt] [data-lane=ALLEGED] .words').textContent`)
		p.run(`document.querySelector('[data-track=learnt] [data-lane=ALLEGED] a.sign').focus()`)
		p.press(kb.Enter)
		p.await(`document.activeElement.id === 'learnt-title'`)
		assert.Equal(t, words, read[string](p, `[...document.querySelectorAll('#learnt .word')].filter(w => w.textContent === 'alleged').length + ' claims recorded'`))
	})
}

// speaks holds that signs, words and lines say the same.
func (s timelinePage) speaks(t *testing.T) {
	p := s.tab
	t.Run("the clocks are told apart by sign and word", func(t *testing.T) {
		heads := p.texts(".band header")
		require.Len(t, heads, 5)
		for i, sign := range []string{"❝ Saidin words", "❝ Publishedin words", "⊕ Happenedin the world", "⊕ In force or heldin the world", "⚑ Learnton file"} {
			assert.Contains(t, heads[i], sign)
		}
		assert.Equal(t, 0, read[int](p, `document.querySelectorAll('a.sign[data-track=learnt] .stroke, a.sign[data-track=force] .flag').length`))
		assert.Subset(t, p.texts(".signs strong"), []string{"in words", "in the world", "on file"})
	})
	t.Run("a mark has a name with its sentence, date, standing and denial", func(t *testing.T) {
		name := read[string](p, `document.querySelector('[data-track=said] [data-lane=DISPUTED] a.sign').getAttribute('aria-label')`)
		for _, part := range []string{"has links to the Russian government", "Said: ", "2022", "disputed", "Denied by: Kaspersky"} {
			assert.Contains(t, name, part)
		}
		assert.Empty(t, read[[]string](p, `[...document.querySelectorAll('.lane:is([data-lane=ALLEGED], [data-lane=DISPUTED]) a.sign')].map(a => a.getAttribute('aria-label')).filter(l => l.includes('known to hold'))`))
		assert.Equal(t, 0, read[int](p, `[...document.querySelectorAll('a.sign')].filter(a => !/(Said|Published|Happened|In force or held|Learnt): ./.test(a.getAttribute('aria-label'))).length`))
	})
	t.Run("a mark is drawn as its standing is", func(t *testing.T) {
		unlike := read[[]string](p, `[...document.querySelectorAll('.lane[data-lane]')].filter(lane => {
			const [mark, legend] = [lane.querySelector('a.sign .stroke'), lane.querySelector('.lane-name .stroke')].map(e => e && getComputedStyle(e))
			return mark && ['stroke', 'strokeDasharray', 'strokeWidth'].some(how => mark[how] !== legend[how])
		}).map(lane => lane.dataset.lane)`)
		assert.Empty(t, unlike, "lanes whose marks have another line than their name")
	})
}

// days holds that dates have their width on the axis, and that its days are chosen.
func (s timelinePage) days(t *testing.T) {
	p := s.tab
	t.Run("2024-09 is thirty days of the axis", func(t *testing.T) {
		s.show("&x.from=2024-08-01&x.to=2024-10-31")
		moving := idsWhere(claimsOf(t, s.dashboard.api, "", []string{"ACTION"}, company), func(c timedClaim) bool {
			return c.happened() && c.Assertions.Nodes[0].Period.From.EDTF == "2024-09"
		})
		require.Len(t, moving, 1)
		share := read[float64](p, `document.querySelector('[data-track=happened] [data-claim=`+moving[0]+`] .stroke').getBoundingClientRect().width / document.querySelector('.axis svg').getBoundingClientRect().width`)
		assert.InDelta(t, 30.0/92, share, 0.005)
		assert.Equal(t, []string{"Aug 2024", "Sep", "Oct"}, p.texts(".tick text"))
	})
	t.Run("the days shown are chosen, and what lies outside is counted", func(_ *testing.T) {
		inside, outside := len(p.texts("#rows tbody tr")), read[int](p, `Number(/(\d+) outside/.exec(document.querySelector('.bar').textContent)[1])`)
		p.run(`[...document.querySelectorAll('.tick')].find(a => a.textContent === 'Sep').focus()`)
		p.press(kb.Enter)
		p.await(`location.hash.includes('x.from=2024-09-01&x.to=2024-09-30')`)
		p.await(`document.querySelectorAll('#rows tbody tr').length < ` + quoteInt(inside))
		p.awaitText(".bar", "days shown: 1 September 2024 to 30 September 2024")
		p.clickText("button", "All days")
		p.await(`document.querySelectorAll('#rows tbody tr').length === ` + quoteInt(inside+outside))
		p.clickText("form button", "Closer")
		p.await(`location.hash.includes('x.from=')`)
		p.run(`(e => { e.value = '2024-06-01'; e.dispatchEvent(new Event('change', {bubbles: true})) })(document.querySelector('form[aria-label="Days shown"] input'))`)
		p.await(`location.hash.includes('x.from=2024-06-01')`)
	})
}

// filters holds that what is filtered is hidden, and that the link keeps it.
func (s timelinePage) filters(t *testing.T) {
	p := s.tab
	t.Run("a link restores the same in a fresh profile", func(t *testing.T) {
		s.show("&x.from=2024-06-01&x.to=2024-06-30&x.said=all&alleged=no")
		marks := p.texts("a.sign title")
		other := s.fresh(t)
		other.open("/" + read[string](p, "location.hash"))
		other.await(`document.querySelector('#rows tbody tr')`)
		assert.Equal(t, marks, other.texts("a.sign title"))
		assert.NotEmpty(t, marks)
		assert.Equal(t, 0, read[int](other, `document.querySelectorAll('.band .is-dashed, .band .is-broken, #rows .is-dashed, #rows .is-broken, #undated .is-dashed').length`), "alleged ties are off")
		alleged := askAPI[struct {
			Claims struct{ Nodes []struct{ Sentence string } }
		}](t, s.dashboard.api, `query Q($about: [ID!]) { claims(filter: {about: $about, standings: [ALLEGED, DISPUTED]}, first: 100) { nodes { sentence } } }`, map[string]any{"about": []string{company}})
		require.NotEmpty(t, alleged.Claims.Nodes)
		s.show("&x.said=all&alleged=no")
		shown := strings.Join(append(p.texts("a.sign title"), p.texts("#rows tbody tr")...), "\n")
		for _, c := range alleged.Claims.Nodes {
			assert.NotContains(t, shown, strings.TrimSuffix(c.Sentence, "."), "the sentence of an allegation")
		}
		other.assertQuiet()
	})
	t.Run("a standing that is switched off is hidden", func(t *testing.T) {
		s.show("")
		before := len(p.texts("a.sign"))
		p.clickText(".legend button", "never said")
		p.await(`document.querySelectorAll('a.sign').length < ` + quoteInt(before))
		assert.Empty(t, p.texts("[data-lane=UNASSERTED]"))
		assert.Equal(t, 0, read[int](p, `document.querySelectorAll('main [data-standing=UNASSERTED]').length`))
	})
	t.Run("what does not hold on the day asked about is left out and counted", func(t *testing.T) {
		s.show("&at=2024-07-01")
		absent := len(idsWhere(claimsOf(t, s.dashboard.api, "2024-07-01", nil, company), func(c timedClaim) bool { return c.Standing == "" }))
		said := read[int](p, `Number(/(\d+) claims? (is|are) not said to hold on 1 July 2024/.exec(document.querySelector('.bar').textContent)[1])`)
		assert.GreaterOrEqual(t, said, absent)
		assert.Positive(t, read[int](p, `document.querySelectorAll('.lane .day').length`))
		s.show("&at=2024-07-01&predicate=TARGETS")
		assert.Equal(t, idsWhere(claimsOf(t, s.dashboard.api, "2024-07-01", []string{"TARGETS"}, company), func(c timedClaim) bool { return c.Standing != "" }), p.marked("force"))
	})
}

// narrow holds that words which end in a cut are those of one claim alone, and that nobody's denial is cut off.
func (s timelinePage) narrow(t *testing.T) {
	s.tab.size(390, 844)
	s.show("&x.said=all")
	const labels = `[...document.querySelectorAll('.band g.line')].map(g => [g.querySelector('.words')?.textContent ?? '', g.querySelector('a').dataset.claim])`
	same := read[[]string](s.tab, labels+`.filter(([words, claim], i, all) => words.endsWith('…') && all.some(([w, c]) => w === words && c !== claim)).map(([words]) => words)`)
	assert.Empty(t, same, "words of different claims that are cut to the same")
	assert.Greater(t, read[int](s.tab, labels+`.filter(([words]) => words.includes('(denied)')).length`), 12)
	assert.Empty(t, read[[]string](s.tab, labels+`.map(([words]) => words).filter(words => words.endsWith('(denied):…') || /\(den[^)]*…$/.test(words))`))
	assert.Empty(t, read[[]string](s.tab, `[...document.querySelectorAll('.band tspan')].filter(e => { const [b, s] = [e, e.closest('svg')].map(x => x.getBoundingClientRect()); return b.left < s.left - 1 || b.right > s.right + 1 || b.top < s.top - 1 }).map(e => e.textContent)`), "words that leave their lane")
}

// states holds that nothing and failure are said.
func (s timelinePage) states(t *testing.T) {
	p := s.tab
	t.Run("it says why there is nothing, and fails in words", func(_ *testing.T) {
		p.open("/#v=1&view=timeline&standing=admitted&focus=" + company)
		p.awaitText("main", "Nothing passes these filters")
		s.api.fail("Timeline", apiError{"STORE_UNAVAILABLE", "the store did not answer"})
		p.do(chromedp.Navigate("about:blank"))
		p.open("/#v=1&view=timeline&focus=" + unit)
		p.awaitText("[role=alert]", "The timeline could not be loaded: the store did not answer (request req-7).")
		s.api.fail("Timeline", apiError{})
		p.clickText("[role=alert] button", "Try again")
		p.await(`document.querySelector('#rows tbody tr')`)
	})
}

// tracks compares the marks of the company with what the API says of its claims and of its measures.
func (s dashboard) tracks(t *testing.T, p *tab) {
	claims := claimsOf(t, s.api, "", nil, company)
	all := idsWhere(claims, func(timedClaim) bool { return true })
	said := idsWhere(claims, func(c timedClaim) bool { return c.disputable() && c.said() })
	require.NotEmpty(t, said)
	assert.Equal(t, said, among(p.marked("said"), all))
	happened := idsWhere(claims, timedClaim.happened)
	require.NotEmpty(t, happened)
	assert.Equal(t, happened, among(p.marked("happened"), all))
	held := idsWhere(claims, func(c timedClaim) bool { return c.hasDays() && !c.happened() })
	require.NotEmpty(t, held)
	assert.Equal(t, held, among(p.marked("force"), all))
	assert.Subset(t, p.marked("published"), said, "what was said was published")
	unknown := idsWhere(claims, func(c timedClaim) bool { return !c.hasDays() && !c.void() })
	require.NotEmpty(t, unknown)
	listed := read[[]string](p, `[...document.querySelectorAll('#undated a.claim-link')].map(a => new URLSearchParams(a.hash.slice(1)).get('claim')).sort()`)
	assert.Equal(t, unknown, listed, "what has no day is listed")
	drawn := slices.Concat(p.marked("said"), p.marked("published"), p.marked("happened"), p.marked("force"), listed)
	assert.Empty(t, idsWhere(claims, func(c timedClaim) bool { return !slices.Contains(drawn, c.ID) }), "nothing is dropped")

	measures := askAPI[struct {
		Measures struct{ Nodes []struct{ ID string } }
	}](t, s.api, `query Q($about: [ID!]) { measures(filter: {about: $about}, first: 100) { nodes { id } } }`, map[string]any{"about": []string{company}})
	require.NotEmpty(t, measures.Measures.Nodes)
	for _, measure := range measures.Measures.Nodes {
		for _, c := range claimsOf(t, s.api, "", []string{"DATED"}, measure.ID) {
			track := map[string]string{"EFFECTIVE": "force", "PUBLISHED": "published"}[c.Qualifiers[0].Value]
			if track == "" {
				track = "happened"
			}
			assert.Contains(t, p.marked(track), c.ID, "%s of %s", c.Qualifiers[0].Value, measure.ID)
		}
	}
}

func (s timelinePage) byKeyboard(t *testing.T) {
	p := s.tab
	s.show("&x.from=2022-01-01&x.to=2025-01-01")
	key := `document.activeElement.getAttribute('aria-label')`
	assert.Equal(t, read[int](p, `document.querySelectorAll('[data-lane] > svg').length`), read[int](p, `document.querySelectorAll('a.sign[tabindex="0"]').length`), "one stop of Tab a lane")
	p.run(`document.querySelector('[data-lane=ALLEGED] a.sign').focus()`)
	first := read[string](p, key)
	p.press(kb.ArrowRight)
	second := read[string](p, key)
	assert.NotEqual(t, first, second)
	p.press(kb.ArrowLeft)
	assert.Equal(t, first, read[string](p, key))
	p.press(kb.End)
	p.press(kb.ArrowRight) // nothing follows
	p.press(kb.Home)
	assert.Equal(t, first, read[string](p, key))
	p.press(kb.ArrowDown)
	assert.Equal(t, "DISPUTED", read[string](p, `document.activeElement.closest('[data-lane]').dataset.lane`))
	p.press(kb.ArrowUp)
	assert.Equal(t, "ALLEGED", read[string](p, `document.activeElement.closest('[data-lane]').dataset.lane`))
	opener := read[string](p, key)
	p.press(kb.Enter)
	p.await(`document.querySelector('.panel h2')`)
	assert.True(t, strings.HasPrefix(opener, strings.TrimSuffix(read[string](p, `document.querySelector('.panel h2').textContent`), ".")), opener)
	p.await(`document.querySelector('a.sign[aria-current=true]')`)
	p.press(kb.Escape)
	p.await(`!document.querySelector('.panel')`)
	assert.Equal(t, opener, read[string](p, key), "the focus returns to the mark")
}

// datedWorld records statements about one company with dates of every form; it returns the company's id.
func datedWorld(t *testing.T, api http.Handler) string {
	t.Helper()
	const mutation = `mutation R($input: RecordStatementInput!) { recordStatement(input: $input) { claim { subject { id } } document { id } } }`
	text := "Acme owns parts. Acme is listed. Acme cooperates with spies, it is said."
	document := map[string]any{"new": map[string]any{"title": "A note", "language": "en", "rights": "FULL_TEXT", "text": text}}
	subject := map[string]any{"new": map[string]any{"kind": "COMPANY", "caption": hostileName}}
	speaker := map[string]any{"new": map[string]any{"kind": "PERSON", "caption": "A reader"}}
	id := ""
	state := func(operation, predicate, stance, quoted, kind, far string, more map[string]any) {
		input := map[string]any{
			"operationId": operation, "by": "t", "document": document, "subject": subject, "predicate": predicate, "stance": stance, "voice": "OTHER", "speaker": speaker, "quote": quoted,
			"object": map[string]any{"new": map[string]any{"kind": kind, "caption": far}},
		}
		maps.Copy(input, more)
		data := write(t, api, mutation, input)["recordStatement"].(map[string]any)
		id = data["claim"].(map[string]any)["subject"].(map[string]any)["id"].(string)
		document = map[string]any{"id": data["document"].(map[string]any)["id"]}
		subject = map[string]any{"id": id}
	}
	period := func(p map[string]any) map[string]any { return map[string]any{"period": p} }
	state("1", "OWNS", "ASSERTS", "Acme owns parts", "COMPANY", "About", period(map[string]any{"from": "2020~", "to": "2022~"}))
	state("2", "OWNS", "ASSERTS", "Acme owns parts", "COMPANY", "Open", period(map[string]any{"from": "2021-03-01", "toOpen": true}))
	state("3", "OWNS", "ASSERTS", "Acme owns parts", "COMPANY", "Unknown end", period(map[string]any{"from": "2021-03-01"}))
	state("4", "OWNS", "ASSERTS", "Acme owns parts", "COMPANY", "Undated", nil)
	state("5", "COOPERATES_WITH", "ALLEGES", "Acme cooperates with spies", "INTELLIGENCE_SERVICE", "About then", map[string]any{"saidAt": "2024~"})
	state("6", "COOPERATES_WITH", "ALLEGES", "Acme cooperates with spies", "INTELLIGENCE_SERVICE", "In September", map[string]any{"saidAt": "2024-09"})
	return id
}

func (s dashboard) datesOfEveryForm(t *testing.T) {
	api := emptyAPI(t, func(*graph.Service) {})
	id := datedWorld(t, api)
	p := s.browser.at(t, api)(t)
	p.size(390, 844)
	p.open("/#v=1&view=timeline&focus=" + id)
	p.await(`document.querySelector('#rows tbody tr')`)
	assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off")
	mark := func(track, words string) string {
		return `[...document.querySelectorAll('[data-track=` + track + `] a.sign')].find(a => a.getAttribute('aria-label').includes(` + quote(words) + `))`
	}
	edge := `document.querySelector('.axis svg').getBoundingClientRect().right`
	t.Run("an open end reaches the edge with an arrow", func(t *testing.T) {
		open := mark("force", "Open")
		assert.InDelta(t, read[float64](p, edge), read[float64](p, open+`.querySelector('.arrow').getBoundingClientRect().right`), 0.6)
		assert.InDelta(t, read[float64](p, edge), read[float64](p, open+`.querySelector('.stroke').getBoundingClientRect().right`), 0.6)
		assert.Equal(t, 1, read[int](p, open+`.querySelectorAll('.cap').length`), "it begins on a day")
	})
	t.Run("an end that is not known fades before the edge", func(t *testing.T) {
		unknown := mark("force", "Unknown end")
		assert.Equal(t, []int{1, 4, 0}, read[[]int](p, `['.cap', '.fade', '.arrow'].map(c => `+unknown+`.querySelectorAll(c).length)`))
		assert.Less(t, read[float64](p, unknown+`.querySelector('.of-3').getBoundingClientRect().right`), read[float64](p, edge))
	})
	t.Run("what is about a year has no sharp ends", func(t *testing.T) {
		assert.Equal(t, []int{0, 8}, read[[]int](p, `['.cap', '.fade'].map(c => `+mark("force", "About")+`.querySelectorAll(c).length)`))
		assert.Equal(t, []int{0, 8}, read[[]int](p, `['.cap', '.fade'].map(c => `+mark("said", "About then")+`.querySelectorAll(c).length)`))
		assert.Equal(t, []int{2, 0}, read[[]int](p, `['.cap', '.fade'].map(c => `+mark("said", "In September")+`.querySelectorAll(c).length)`))
	})
	t.Run("what has no day is listed below", func(t *testing.T) {
		undated := p.texts("#undated li")
		assert.True(t, slices.ContainsFunc(undated, func(row string) bool {
			return strings.Contains(row, "Undated") && strings.Contains(row, "when it holds")
		}), "%v", undated)
		assert.Equal(t, "undefined", read[string](p, `typeof `+mark("force", "Undated")))
	})
	t.Run("what was learnt one by one opens its claim", func(_ *testing.T) {
		p.run(mark("learnt", "Open") + `.focus()`)
		p.press(kb.Enter)
		p.awaitText(".panel h2", "Open")
	})
	assert.Equal(t, 1, read[int](p, "document.scripts.length"), "no script but ours")
	p.assertQuiet()
}

// endless is an API whose lists of claims never end; it answers each page with a hundred of them.
func endless(page func(first int) any) http.HandlerFunc {
	return oneByOne(func(w http.ResponseWriter, r *http.Request) {
		var asked struct {
			Query     string
			Variables struct{ After string }
		}
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		var data any = map[string]any{"nodes": []any{map[string]any{"id": company, "name": "Endless", "kind": "COMPANY"}, map[string]any{"id": unit, "name": "Endless too", "kind": "COMPANY"}}}
		if !strings.Contains(asked.Query, "query Members") {
			data = page(len(asked.Variables.After))
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"data": data}) // a page that went away reads no answer
	})
}

// hundred are a hundred entries, and a cursor that grows by one letter a page.
func hundred(page int, entries string, entry func(n int) any) map[string]any {
	list := make([]any, 100)
	for i := range list {
		list[i] = entry(page*100 + i)
	}
	return map[string]any{"totalCount": 100000, entries: list, "pageInfo": map[string]any{"hasNextPage": true, "endCursor": strings.Repeat("c", page+1)}}
}

func (s dashboard) cutTimeline(t *testing.T) {
	none := []any{}
	who := map[string]any{"id": company, "name": "Endless", "kind": "COMPANY"}
	api := endless(func(page int) any {
		return map[string]any{"claims": hundred(page, "nodes", func(n int) any {
			return map[string]any{
				"id": "clm_" + quoteInt(n), "sentence": "Claim " + quoteInt(n) + ".", "standing": "STATED", "modality": "FACT", "predicate": map[string]any{"name": "OWNS", "label": "owns", "inverse": "is owned by"},
				"qualifiers": none, "subject": who, "object": who, "denials": none, "generalDenials": none, "assertions": map[string]any{"totalCount": 1, "nodes": none},
				"standings": []any{map[string]any{"standing": "STATED", "period": map[string]any{"from": "2020-01-01", "text": "since"}, "certainOn": none, "recordedFrom": "2026-01-01T00:00:00Z", "recordedTo": nil}},
			}
		})}
	})
	p := s.browser.at(t, api)(t)
	p.open("/#v=1&view=timeline&focus=" + company)
	p.awaitText(".cut", "300 of 100000 claims about the chosen entities are drawn")
	p.awaitText(".cut", "300 statements are on file beyond the first ten of a claim")
	p.await(`document.querySelectorAll('[data-track=force] a.sign').length === 300`)
	p.assertQuiet()
}
