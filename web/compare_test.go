package web_test

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// rowsOf are the claims in the rows of a kind of change, each once, in order.
func (p *tab) rowsOf(kind string) []string {
	p.t.Helper()
	return read[[]string](p, `[...new Set([...document.querySelectorAll('main > .scroll tbody tr')].filter(r => r.querySelector('.change') && r.querySelector('.change').textContent.includes(`+quote(kind)+`))
		.flatMap(r => [...r.querySelectorAll('.claim-link')].map(a => new URLSearchParams(a.hash.slice(1)).get('claim'))))].sort()`)
}

// counted is the number beside a kind of change, or a part.
func (p *tab) counted(attribute, value string) int {
	p.t.Helper()
	return read[int](p, `Number(/: (\d+)$/.exec(document.querySelector('.tally [data-`+attribute+`="`+value+`"]')?.textContent ?? ': 0')[1])`) // none is not told
}

// comparePage is a tab with a comparison.
type comparePage struct {
	dashboard
	tab   *tab
	fresh opener
	api   *meddler
}

// show loads a comparison of the company anew, with more settings in its link.
func (s comparePage) show(more string) {
	s.tab.do(chromedp.Navigate("about:blank"))
	s.tab.open("/#v=1&view=compare&focus=" + company + more)
	s.tab.await(`document.querySelector('.tally')`)
}

func (s dashboard) compare(t *testing.T) {
	open, api := s.site(t)
	page := comparePage{s, open(t), open, api}
	t.Run("what is added and removed is the difference of two answers", page.difference)
	page.chosen(t)
	page.filters(t)
	page.states(t)
	t.Run("two entities", func(t *testing.T) { s.twoEntities(t, page.tab) })
	page.tab.assertQuiet()
	t.Run("two states of knowledge", s.twoKnowledges)
	t.Run("what is cut is said", s.cutComparison)
}

// chosen holds that days are chosen by hand and kept in the link, and that rows lead to claims.
func (s comparePage) chosen(t *testing.T) {
	p := s.tab
	t.Run("the days are chosen, and part of the link", func(t *testing.T) {
		p.open("/#v=1&view=compare&focus=" + company)
		p.awaitText("main", "Choose the day of A and the day of B")
		for i, day := range []string{"2024-06-19", "2024-10-15"} {
			p.run(fmt.Sprintf(`(e => { e.value = %q; e.dispatchEvent(new Event('change', {bubbles: true})) })(document.querySelectorAll('.two input')[%d])`, day, 2*i))
			p.await(`location.hash.includes(` + quote(day) + `)`)
		}
		p.await(`document.querySelector('.tally')`)
		rows := p.texts("tbody tr")
		other := s.fresh(t)
		other.open("/" + read[string](p, "location.hash"))
		other.await(`document.querySelector('tbody tr')`)
		assert.Equal(t, rows, other.texts("tbody tr"))
		other.assertQuiet()
	})
	t.Run("a row opens its claim, by keyboard, and gets the focus back", func(_ *testing.T) {
		sentence := read[string](p, `(a => (a.focus(), a.textContent))(document.querySelector('tbody .claim-link'))`)
		p.press(kb.Enter)
		p.awaitText(".panel h2", sentence)
		p.press(kb.Escape)
		p.await(`!document.querySelector('.panel') && document.activeElement.textContent === ` + quote(sentence))
	})
}

// filters holds that what is filtered is hidden and counted.
func (s comparePage) filters(t *testing.T) {
	p := s.tab
	t.Run("filters hide, and say how many", func(t *testing.T) {
		s.show("&x.a=2017-01-01&x.b=2024-10-15")
		p.run(`document.querySelector('#unchanged summary').click()`)
		p.await(`document.querySelector('#unchanged .is-dashed')`)
		whole := p.counted("kind", "same")
		p.clickText(".filters label", "Include alleged ties")
		p.awaitText(".tally", "hidden by the filters")
		assert.Less(t, p.counted("kind", "same"), whole)
		assert.Equal(t, 0, read[int](p, `document.querySelectorAll('main .is-dashed, main .is-broken').length`))
		s.show("&x.a=2024-06-19&x.b=2024-10-15&predicate=TARGETS")
		assert.Empty(t, p.rowsOf("added"))
		p.awaitText("main", "Nothing changed between A and B")
	})
	t.Run("days of the filters that change nothing are named", func(t *testing.T) {
		s.show("&x.a=2017-01-01&at=2020-01-01")
		assert.NotContains(t, read[string](p, `document.querySelector('main').textContent`), "Not used here", "it is the day of B")
		s.show("&x.a=2017-01-01&x.b=2024-10-15&at=2020-01-01")
		p.awaitText("main", "Not used here, since A and B have their own: “On the day” of the filters.")
		s.show("&x.a=2017-01-01&x.b=2024-10-15&x.ka=2099-01-01&x.kb=2099-01-02&at=2020-01-01&known=2099-01-01T23:59:59Z")
		p.awaitText("main", "Not used here, since A and B have their own: “On the day” and “As known on” of the filters.")
	})
}

// states holds that failures are said.
func (s comparePage) states(t *testing.T) {
	p := s.tab
	t.Run("it fails in words", func(_ *testing.T) {
		for operation, c := range map[string]struct{ more, says, good string }{
			"CompareClaims": {"&x.a=2024-01-02&focus=" + unit, "Side A could not be loaded", "unchanged"},
			"CompareTies":   {"&x.by=entities&set=" + unit + "," + service, "The ties of AO Kaspersky Lab could not be loaded", "With each other"},
		} {
			s.api.fail(operation, apiError{"STORE_UNAVAILABLE", "the store did not answer"})
			p.do(chromedp.Navigate("about:blank"))
			p.open("/#v=1&view=compare" + c.more)
			p.awaitText("[role=alert]", c.says)
			s.api.fail(operation, apiError{})
			p.clickText("[role=alert] button", "Try again")
			p.awaitText("main", c.good)
		}
	})
}

func (s comparePage) difference(t *testing.T) {
	p := s.tab
	for _, days := range [][2]string{{"2024-06-19", "2024-10-15"}, {"2024-06-20", "2016-01-01"}} {
		s.show("&x.a=" + days[0] + "&x.b=" + days[1])
		before, after := claimsOf(t, s.dashboard.api, days[0], nil, company), claimsOf(t, s.dashboard.api, days[1], nil, company)
		holds := func(c timedClaim) bool { return c.Standing != "" }
		onA, onB := idsWhere(before, holds), idsWhere(after, holds)
		added := slices.DeleteFunc(slices.Clone(onB), func(id string) bool { return slices.Contains(onA, id) })
		removed := slices.DeleteFunc(slices.Clone(onA), func(id string) bool { return slices.Contains(onB, id) })
		replaced := p.rowsOf("value changed")
		got := slices.Concat(p.rowsOf("added"), p.rowsOf("removed"), replaced)
		slices.Sort(got)
		want := slices.Concat(added, removed)
		slices.Sort(want)
		require.NotEmpty(t, want)
		assert.Equal(t, want, got, "%v", days)
		assert.Subset(t, added, p.rowsOf("added"))
		assert.Subset(t, removed, p.rowsOf("removed"))
		assert.Equal(t, len(p.rowsOf("added")), p.counted("kind", "added"))
		standing := map[string]string{}
		for _, c := range before {
			standing[c.ID] = fmt.Sprint(c.Standing, c.Contested)
		}
		changed := idsWhere(after, func(c timedClaim) bool {
			return slices.Contains(onA, c.ID) && slices.Contains(onB, c.ID) && standing[c.ID] != fmt.Sprint(c.Standing, c.Contested)
		})
		assert.Equal(t, len(changed), p.counted("kind", "standing"))
		same := len(onA) - len(removed) - len(changed)
		assert.Equal(t, same, p.counted("kind", "same"))
		assert.Empty(t, p.texts("#unchanged tr"), "what is unchanged is folded")
		p.run(`document.querySelector('#unchanged summary').click()`)
		p.await(`document.querySelectorAll('#unchanged tbody tr').length === ` + quoteInt(same))
	}
	accused := `[...document.querySelectorAll('#unchanged tr')].find(r => r.textContent.includes('has links to the Russian government'))`
	assert.Contains(t, read[string](p, accused+`.lastElementChild.textContent`), "Kaspersky", "the denial stands beside the allegation")
}

// comparedTie is a tie by what makes it the same as another entity's.
type comparedTie struct {
	Node      struct{ ID string }
	Forward   bool
	Modality  string
	Predicate struct{ Name string }
}

func (s dashboard) tiesOf(t *testing.T, id string) map[string]bool {
	t.Helper()
	data := askAPI[struct {
		Entity struct{ Ties struct{ Edges []comparedTie } }
	}](t, s.api, `query Q($id: ID!) { entity(id: $id) { ties(first: 100) { edges { node { id } forward modality predicate { name } } } } }`, map[string]any{"id": id})
	keys := map[string]bool{}
	for _, tie := range data.Entity.Ties.Edges {
		keys[fmt.Sprint(tie.Predicate.Name, tie.Forward, tie.Modality, tie.Node.ID)] = true
	}
	return keys
}

func (s dashboard) twoEntities(t *testing.T, p *tab) {
	const founder, other = "ent_eugene-kaspersky", "ent_natalya-kaspersky"
	p.open("/#v=1&view=compare&x.by=entities&focus=" + founder)
	p.awaitText("main", "Choose a second entity")
	p.open("/#v=1&view=compare&x.by=entities&set=" + founder + "," + other)
	p.await(`document.querySelector('.tally')`)
	a, b := s.tiesOf(t, founder), s.tiesOf(t, other)
	shared, onlyA, onlyB := 0, 0, 0
	for key := range a {
		switch {
		case b[key]:
			shared++
		case !strings.HasSuffix(key, other):
			onlyA++
		}
	}
	for key := range b {
		if !a[key] && !strings.HasSuffix(key, founder) {
			onlyB++
		}
	}
	require.Positive(t, shared)
	for part, want := range map[string]int{"both": shared, "onlyA": onlyA, "onlyB": onlyB} {
		assert.Equal(t, want, p.counted("part", part), part)
		assert.Len(t, p.texts("#"+part+" tbody tr"), want, part)
	}
	for _, told := range p.texts(".tally li") {
		assert.NotRegexp(t, ": 0$", told, "of what there is none nothing is told")
	}
	p.awaitText("#both tbody tr", "founded")
	assert.True(t, read[bool](p, `document.querySelector('.two select').options[1].disabled`), "an entity is not compared with itself")
	p.open("/#v=1&view=compare&x.by=entities&set=" + founder + "," + other + "," + unit)
	p.awaitText("#both tbody tr", "founded")
	p.run(`(e => { e.value = ` + quote(unit) + `; e.dispatchEvent(new Event('change', {bubbles: true})) })(document.querySelectorAll('.two select')[1])`)
	p.await(`location.hash.includes('x.right=` + unit + `')`)
	p.awaitText("#onlyB h2", "AO Kaspersky Lab")
	p.open("/#v=1&view=compare&x.by=entities&alleged=no&set=" + unit + "," + company)
	p.awaitText("main", "No tie that both have is on file")
	assert.Equal(t, 0, read[int](p, `document.querySelectorAll('main .is-dashed, main .is-broken').length`))
	p.clickText(".choices label", "Two days")
	p.awaitText("main", "Choose the day of A")
}

// twoKnowledges compares what a store knew before and after a denial was recorded.
func (s dashboard) twoKnowledges(t *testing.T) {
	api := emptyAPI(t, func(*graph.Service) {})
	const mutation = `mutation R($input: RecordStatementInput!) { recordStatement(input: $input) { claim { id subject { id } object { id } } document { id } } }`
	input := map[string]any{
		"operationId": "1", "by": "t", "predicate": "COOPERATES_WITH", "stance": "ALLEGES", "voice": "OTHER", "quote": "Acme cooperates with spies",
		"document": map[string]any{"new": map[string]any{"title": "A note", "language": "en", "rights": "FULL_TEXT", "text": "Acme cooperates with spies. Acme denies that it does."}},
		"subject":  map[string]any{"new": map[string]any{"kind": "COMPANY", "caption": hostileName}},
		"object":   map[string]any{"new": map[string]any{"kind": "INTELLIGENCE_SERVICE", "caption": "Spies"}},
		"speaker":  map[string]any{"new": map[string]any{"kind": "PERSON", "caption": "A reader"}},
	}
	first := write(t, api, mutation, input)["recordStatement"].(map[string]any)
	type ends struct{ ID, Subject, Object string }
	id := func(value any) string { return value.(map[string]any)["id"].(string) }
	claim := first["claim"].(map[string]any)
	at := ends{id(claim), id(claim["subject"]), id(claim["object"])}
	known := askAPI[struct {
		Stats struct{ RecordedAt time.Time }
	}](t, api, `{ stats { recordedAt } }`, nil).Stats.RecordedAt
	acme := ""
	for _, end := range []string{at.Subject, at.Object} {
		node := askAPI[struct{ Node struct{ Kind string } }](t, api, `query Q($id: ID!) { node(id: $id) { ... on Entity { kind } } }`, map[string]any{"id": end}).Node
		if node.Kind == "COMPANY" {
			acme = end
		}
	}
	maps.Copy(input, map[string]any{
		"operationId": "2", "stance": "DENIES", "voice": "PARTY", "quote": "Acme denies that it does", "confirmPolarity": true,
		"document": map[string]any{"id": id(first["document"])}, "speaker": map[string]any{"id": acme},
		"subject": map[string]any{"id": at.Subject}, "object": map[string]any{"id": at.Object},
	})
	write(t, api, mutation, input)
	p := s.browser.at(t, api)(t)
	day := known.UTC().Format(time.DateOnly)
	p.open("/#v=1&view=compare&focus=" + acme + "&known=" + url.QueryEscape(known.UTC().Format(time.RFC3339Nano)) + "&x.kb=" + day)
	p.await(`document.querySelector('.tally')`)
	assert.Equal(t, []string{at.ID}, p.rowsOf("standing changed"))
	row := p.texts("main > .scroll tbody tr")[0]
	for _, part := range []string{"standing changed", "denial changed", "? alleged", "≠ disputed", "A: no denial found; B: " + hostileName} {
		assert.Contains(t, strings.ReplaceAll(strings.ReplaceAll(row, "?alleged", "? alleged"), "≠disputed", "≠ disputed"), part)
	}
	assert.Equal(t, 1, read[int](p, "document.scripts.length"), "no script but ours")
	p.assertQuiet()
}

func (s dashboard) cutComparison(t *testing.T) {
	none := []any{}
	who := map[string]any{"id": "ent_far", "name": "Far", "kind": "COMPANY"}
	api := endless(func(page int) any {
		entry := func(n int) any {
			return map[string]any{
				"id": fmt.Sprintf("clm_%06d", n), "sentence": "A claim.", "standing": "STATED", "modality": "FACT", "predicate": map[string]any{"name": "OWNS", "label": "owns", "inverse": "is owned by"},
				"qualifiers": none, "subject": who, "standings": none, "denials": none, "generalDenials": none,
				"node": map[string]any{"id": fmt.Sprintf("ent_%06d", n), "name": "Far", "kind": "COMPANY"}, "period": map[string]any{"text": "always"},
				"claim": map[string]any{"id": fmt.Sprintf("clm_%06d", n), "denials": none, "generalDenials": none},
			}
		}
		return map[string]any{"claims": hundred(page, "nodes", entry), "entity": map[string]any{"ties": hundred(page, "edges", entry)}}
	})
	p := s.browser.at(t, api)(t)
	p.open("/#v=1&view=compare&x.a=2024-01-01&x.b=2024-02-01&focus=" + company)
	p.awaitText(".cut", "the first 500 of 100000 claims")
	assert.Equal(t, 500, p.counted("kind", "same"))
	p.open("/#v=1&view=compare&x.by=entities&set=" + company + "," + unit)
	p.awaitText(".cut", "500 of 100,000 ties of A and 500 of 100,000 of B")
	p.assertQuiet()
}
