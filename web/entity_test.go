package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// pageOf is the button that shows more of an entity's allegations, while there are more.
const pageOf = `document.querySelector(':is(#allegations, #allegations-with) .more > button')`

// clickText clicks the first element that a selector finds and whose text holds a part.
func (p *tab) clickText(selector, part string) {
	p.t.Helper()
	p.awaitText(selector, part)
	p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll(` + quote(selector) + `)].find(e => e.textContent.includes(` + quote(part) + `)).click()`))
}

func (s dashboard) entity(t *testing.T) {
	open, api := s.site(t)
	p := open(t)
	p.open("/#v=1&view=entity&focus=" + company)
	for section, part := range map[string]string{
		"#names": "Лаборатория Касперского", "#structure": "Headquarters", "#structure .part": "Offices", "#allegations": "alleges that",
		"#measures": "German warning of 15 March 2022", "#ties": "has the office", "#claims": "Kaspersky", "#documents": "What Kaspersky and Moscow answered",
		"#changes": "revision 1",
	} {
		p.awaitText(section, part)
	}
	assert.Equal(t, "Kaspersky – Redthread", read[string](p, "document.title"))
	t.Run("the office count is stated against listed", func(_ *testing.T) {
		p.awaitText("#structure .note", "Listed one by one:")
	})
	t.Run("what is stated opens its claim", func(_ *testing.T) {
		for _, words := range []string{"The sources speak of", "Stated:"} {
			p.open("/#v=1&view=entity&focus=" + company)
			p.awaitText("#structure .note", words)
			number := read[string](p, `[...document.querySelectorAll('#structure p.note')].find(e => e.textContent.startsWith(`+quote(words)+`)).querySelector('.claim-link').textContent`)
			p.clickText("#structure p.note .claim-link", number)
			p.awaitText(".panel h2", strings.Fields(number)[0])
		}
	})
	t.Run("what is cut says so", func(t *testing.T) {
		counted := askAPI[struct {
			Entity struct{ Figures struct{ TotalCount int } }
		}](t, s.api, `query($id: ID!) { entity(id: $id) { ... on CorporateGroup { figures { totalCount } } } }`, map[string]any{"id": company}).Entity.Figures.TotalCount
		api.rewrite(fmt.Sprintf(`"figures":{"totalCount":%d`, counted), fmt.Sprintf(`"figures":{"totalCount":%d`, counted+1))
		p.open("/playground/")
		p.open("/#v=1&view=entity&focus=" + company)
		p.awaitText("#structure .cut", "1 more on file; they stand under All claims.")
		api.rewrite(`"conflict":null}`, `"conflict":{"kind":"VALUES"}}`)
		p.open("/playground/")
		p.open("/#v=1&view=entity&focus=" + company)
		p.awaitText("#structure .part", "The sources disagree: not all of these can hold.")
		api.rewrite("\x00", "")
		p.arrive()
	})
	t.Run("scripts and languages are told in words", func(_ *testing.T) {
		p.awaitText("#names", "main name, Russian, Cyrillic script")
	})
	t.Run("each allegation stands beside its answers on cards of one size", func(t *testing.T) {
		assert.True(t, read[bool](p, `[...document.querySelectorAll('#allegations .pair')].every(pair => pair.querySelector('.for .card') && pair.querySelector('.against .card'))`))
		assert.Empty(t, read[[]string](p, unlike), "cards in one row that differ in size or type")
	})
	t.Run("what goes both ways is listed once", func(t *testing.T) {
		for _, entity := range []string{service, unit, company} {
			p.open("/#v=1&view=entity&focus=" + entity)
			p.awaitText("#changes", "revision 1")
			p.arrive()
			for read[bool](p, pageOf+` !== null`) {
				p.run(pageOf + `.click()`)
				p.arrive()
			}
			assert.Empty(t, read[[]string](p, `[...document.querySelectorAll('#allegations .pair')].map(e => e.dataset.claim).filter(id => document.querySelector('#allegations-with [data-claim="' + id + '"]'))`), entity)
			assert.True(t, read[bool](p, `[...document.querySelectorAll('#allegations, #allegations-with')].every(e => e.querySelector('h2 .note').textContent === String(e.querySelectorAll('.pair').length))`), entity)
		}
		p.open("/#v=1&view=entity&focus=" + company)
		p.awaitText("#changes", "revision 1")
		p.arrive()
	})
	t.Run("pages come one by one", func(t *testing.T) {
		before := len(p.texts("#ties tbody tr"))
		assert.Equal(t, 25, before)
		p.clickText("#ties button", "Show more ties")
		p.await(`document.querySelectorAll('#ties tbody tr').length === 50`)
		p.awaitText("#ties .more", "50 of")
		p.await(`document.querySelectorAll('#ties tbody tr')[25].contains(document.activeElement)`) // the first that is new
	})
	t.Run("where the filters hide what came, the focus is not lost", func(t *testing.T) {
		p.open("/#v=1&view=entity&standing=determined,recorded&focus=" + unit)
		p.awaitText("h1", "AO Kaspersky Lab")
		const more, lost = `document.querySelector('#changes .more button')`, `document.activeElement === document.body`
		pressed := 0
		for p.await(more); read[bool](p, more+` !== null`); pressed++ {
			shown := p.texts("#changes .more .note")
			p.run(more + `.focus()`)
			p.press(kb.Enter)
			p.await(`document.querySelector('#changes .more .note')?.textContent !== ` + quote(shown[0]))
			p.arrive()
			assert.False(t, read[bool](p, lost), "pressed for the time %d", pressed+1)
		}
		assert.Greater(t, pressed, 1)
		p.open("/#v=1&view=entity&focus=" + company)
		p.awaitText("h1", "Kaspersky")
	})
	t.Run("a section has its own link", func(t *testing.T) {
		p.clickText(".sections a", "Measures")
		p.await(`document.activeElement.id === 'measures-title'`)
		assert.Equal(t, "#v=1&view=entity&focus="+company+"&x.section=measures", read[string](p, "location.hash"))
	})
	t.Run("old links still work", func(_ *testing.T) {
		p.open("/entity#id=" + unit + "&section=ties")
		p.awaitText("h1", "AO Kaspersky Lab")
		p.await(`location.pathname === '/' && document.activeElement.id === 'ties-title'`)
	})
	t.Run("dates are obeyed", func(_ *testing.T) {
		p.open("/#v=1&view=entity&at=2016-01-01&focus=" + company)
		p.awaitText("#measures", "No measure that names it is on file")
		p.clickText(".filters button", "Show everything")
		p.awaitText("#measures", "German warning of 15 March 2022")
	})
	t.Run("filters are obeyed, and what they hide is counted", func(t *testing.T) {
		p.open("/#v=1&view=entity&focus=" + unit)
		p.awaitText("#changes", "revision 1")
		marks := `[...document.querySelectorAll('#changes td')].filter(e => e.querySelector('.is-dashed, .is-broken'))`
		accused := read[int](p, marks+".length")
		assert.Positive(t, accused, "changes show how each claim stands")
		assert.True(t, read[bool](p, marks+`.every(e => /Denied by: .|no denial found|a denial by ./i.test(e.textContent))`), "and who denies it")
		p.open("/#v=1&view=entity&alleged=no&focus=" + unit)
		p.awaitText("#changes", "hidden by the filters")
		p.awaitText("#claims .standing", "stated")
		assert.Empty(t, p.texts("main .is-dashed, main .is-broken"))
		assert.NotContains(t, strings.Join(p.texts("#changes tbody tr"), " "), "alleg")
		assert.NotContains(t, p.texts("main")[0], "changes are listed whole")
		assert.Equal(t, []string{"?alleged", "≠disputed"}, p.texts(".legend [aria-pressed=false]"), "the legend says the same")
		p.open("/#v=1&view=entity&standing=alleged&focus=" + unit)
		p.awaitText("#measures .note", "hidden by the filters")
		p.awaitText("#names .note", "hidden by the filters")
		p.awaitText("#ties", "allegedly cooperates with")
		assert.Equal(t, []string{"alleged"}, read[[]string](p, `[...new Set([...document.querySelectorAll('main .word')].map(e => e.textContent))]`))
		p.open("/#v=1&view=entity&predicate=COOPERATES_WITH&focus=" + unit)
		p.awaitText("#ties", "cooperates with")
		assert.Len(t, p.texts("#ties tbody tr"), 1)
		p.open("/#v=1&view=entity&predicate=OWNS&standing=refuted&focus=" + unit)
		p.awaitText("#allegations", "No allegation passes the filters")
		p.awaitText("#ties", "No tie passes the filters")
	})
	t.Run("what was judged is said in words", func(t *testing.T) {
		p.open("/#v=1&view=entity&focus=ent_eugene-kaspersky")
		p.awaitText("#changes", "revision 1")
		p.clickText("#changes button", "Show more changes")
		p.awaitText("#changes", "judged: these are the same: Kaspersky (board of the holding, surname only), Eugene Kaspersky")
		assert.NotContains(t, strings.Join(p.texts("#changes td"), " "), "jdg_")
		assert.NotContains(t, p.texts(".sections a"), "Structure", "a person has none")
		p.open("/#v=1&view=entity&focus=" + unit)
		p.awaitText("#changes", "revision 1")
		assert.Contains(t, p.texts(".sections a"), "Structure")
		p.await(`(all => all.textContent.includes('judged: a denial by Kaspersky covers this claim in general words: The ') || void all.querySelector('.more button')?.click())(document.querySelector('#changes'))`)
		p.clickText(".filters label", "Include alleged")
		p.await(`!document.querySelector('#changes').textContent.includes('judged: a denial')`)
	})
	t.Run("a view that obeys no filter says so", func(t *testing.T) {
		p.open("/#v=1&view=document&alleged=no")
		p.awaitText("main .note", "hide nothing here")
		p.open("/#v=1&view=document")
		p.awaitText("#documents", "only cited")
		assert.NotContains(t, read[string](p, "document.body.innerText"), "hide nothing here")
	})
	t.Run("what is not on file is said", func(_ *testing.T) {
		p.open("/#v=1&view=entity&focus=ent_gone")
		p.awaitText("[role=alert]", "There is no entity with this id: ent_gone")
		p.open("/#v=1&view=entity")
		p.awaitText("h1", "No entity chosen")
	})
	t.Run("what Show more brought is there after Back", func(_ *testing.T) {
		p.open("/#v=1&view=claims&focus=" + company)
		p.clickText("#allegations .more button", "Show more")
		p.await(`document.querySelectorAll('.pair').length > 10`)
		shown := read[int](p, `document.querySelectorAll('.pair').length`)
		p.clickText(".tabs a", "Entity")
		p.awaitText("#changes", "revision 1")
		p.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		p.await(`document.querySelectorAll('.pair').length === ` + quoteInt(shown))
	})
	p.assertQuiet()
}

// unlike names the claims in whose rows a card differs in width, height or type from its neighbour.
const unlike = `[...document.querySelectorAll('#allegations .pair')].filter(pair => {
	const left = [...pair.querySelectorAll('.for .card')], right = [...pair.querySelectorAll('.against .card')]
	return left.some((a, i) => {
		const b = right[i]
		if (!b) return false
		const [x, y] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
		const type = e => getComputedStyle(e.querySelector('.speaker')).font
		return Math.abs(x.width - y.width) > 0.5 || Math.abs(x.height - y.height) > 0.5 || type(a) !== type(b)
	})
}).map(pair => pair.dataset.claim)`
