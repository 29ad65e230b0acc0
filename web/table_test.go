package web_test

import (
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// keepSaved keeps the text of each file that the page saves in `saved`, in place of handing it to the reader.
const keepSaved = `globalThis.saved = []; URL.createObjectURL = blob => { blob.text().then(t => saved.push(t)); return '#' }; HTMLAnchorElement.prototype.click = function () {}`

func (s dashboard) table(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.open("/#v=1&view=table&focus=" + unit)
	p.awaitText(".bar", "ties among")
	rows := len(p.texts("tbody tr"))
	t.Run("an alleged tie has line, glyph and word, and its verb says so", func(t *testing.T) {
		row := `[...document.querySelectorAll('tbody tr')].find(r => r.textContent.includes('Russian military and intelligence'))`
		assert.Equal(t, "?", read[string](p, row+`.querySelector('.glyph').textContent`))
		assert.Equal(t, "alleged", read[string](p, row+`.querySelector('.word').textContent`))
		assert.NotEqual(t, "none", read[string](p, `getComputedStyle(`+row+`.querySelector('.line .stroke')).strokeDasharray`))
		assert.Contains(t, read[string](p, row+`.textContent`), "allegedly cooperates with")
		assert.Contains(t, read[string](p, row+`.textContent`), "Eugene Kaspersky", "who denies it")
	})
	t.Run("columns sort both ways", func(t *testing.T) {
		first := `document.querySelector('tbody tr').textContent`
		p.clickText("th button", "From")
		up := read[string](p, first)
		p.clickText("th button", "From")
		p.await(first + " !== " + quote(up))
		assert.Equal(t, "descending", read[string](p, `document.querySelector('th[aria-sort]').getAttribute('aria-sort')`))
	})
	t.Run("exports hold what is shown, with standing, source and denial", func(t *testing.T) {
		p.do(chromedp.Evaluate[chromedp.Void](keepSaved))
		p.clickText("button", "Save as CSV")
		p.await("saved.length === 1")
		p.clickText("button", "Save as JSON")
		p.await("saved.length === 2")
		lines, err := csv.NewReader(strings.NewReader(read[string](p, "saved[0]"))).ReadAll()
		require.NoError(t, err)
		assert.Len(t, lines, rows+1)
		var file struct{ Ties []map[string]string }
		require.NoError(t, json.Unmarshal([]byte(read[string](p, "saved[1]")), &file))
		assert.Len(t, file.Ties, rows)
		for _, tie := range file.Ties {
			assert.NotEmpty(t, tie["standing"])
			if tie["standing"] == "alleged" || tie["standing"] == "disputed" {
				assert.NotEmpty(t, tie["deniedBy"], tie["sentence"])
				assert.NotEmpty(t, tie["source"], tie["sentence"])
			}
		}
	})
	t.Run("filters hide in the table and in the export", func(t *testing.T) {
		p.clickText(".filters label", "Include alleged ties")
		p.await(fewer(rows) + ` && document.querySelectorAll('tbody .is-dashed').length === 0`)
		left := len(p.texts("tbody tr"))
		p.do(chromedp.Evaluate[chromedp.Void](keepSaved))
		p.clickText("button", "Save as CSV")
		p.await("saved.length === 1")
		assert.NotRegexp(t, `"(alleged|disputed)(, contested)?"|allegedly| alleges that `, read[string](p, "saved[0]"), "but for titles of sources")
		p.clickText(".legend button", "stated")
		p.await(fewer(left))
		assert.Contains(t, read[string](p, "location.hash"), "alleged=no")
		p.clickText(".filters button", "Show everything")
		p.await(`document.activeElement.matches('.filters input')`)
		p.await(`document.querySelectorAll('tbody tr').length === ` + quoteInt(rows))
	})
	t.Run("kinds of ties are chosen in a list", func(t *testing.T) {
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('details.choice').open = true`))
		p.clickText(".choice label", "cooperates with")
		p.await(fewer(rows))
		assert.Contains(t, read[string](p, "location.hash"), "predicate=COOPERATES_WITH")
		open := func() {
			p.run(`document.querySelector('details.choice').open = true`)
			p.await(`document.querySelector('.choice input')`)
			p.run(`document.querySelector('.choice input').focus()`)
		}
		const closed = `!document.querySelector('details.choice').open`
		open()
		p.press(kb.Escape)
		assert.True(t, read[bool](p, closed+` && document.activeElement.matches('.choice summary')`), "Escape closes it and gives the focus back")
		open()
		p.do(chromedp.Click(chromedp.CSS("h1")))
		assert.True(t, read[bool](p, closed), "so does a click elsewhere")
		open()
		p.run(`document.querySelector('.tabs a').focus()`)
		assert.True(t, read[bool](p, closed), "and the focus elsewhere")
	})
	t.Run("a kind of ties that is not on file is named among the problems, and the rest is shown", func(t *testing.T) {
		for _, view := range []string{"table", "timeline", "claims", "entity"} {
			p.open("/#v=1&view=" + view + "&focus=" + unit + "&predicate=COOPERATES_WITH,NO_SUCH_TIE")
			p.awaitText(".problems", `the kind of ties "NO_SUCH_TIE" is not known`)
			p.awaitText("main", "cooperates with")
			assert.Empty(t, p.texts("[role=alert]"))
		}
	})
	t.Run("of many problems the first are told and the others counted", func(t *testing.T) {
		p.open("/#v=1&view=table&focus=" + unit + "&predicate=A1,A2,A3,A4,A5,A6,A7,A8,A9")
		p.awaitText(".problems", "and 4 more")
		told := p.texts(".problems li")
		require.Len(t, told, 6)
		assert.Equal(t, `the kind of ties "A5" is not known`, told[4])
	})
	t.Run("only the ties among the chosen", func(_ *testing.T) {
		p.open("/#v=1&view=table&set=" + unit + "," + service)
		p.awaitText(".bar", "1 tie among 2 entities")
		p.open("/#v=1&view=table&set=" + service + "," + "ent_gerber")
		p.awaitText("main", "No tie among the chosen entities is on file")
		p.open("/#v=1&view=table&set=" + service + "&predicate=OWNS")
		p.awaitText("main", "No tie passes these filters")
		p.open("/#v=1&view=table&alleged=no&standing=alleged&set=" + service)
		p.awaitText("main", "These filters let nothing through")
	})
	p.assertQuiet()
}

// fewer holds once the table shows some rows, and fewer than before.
func fewer(than int) string {
	return `document.querySelector('tbody tr') && document.querySelectorAll('tbody tr').length < ` + quoteInt(than)
}

func quoteInt(n int) string { return strconv.Itoa(n) }
