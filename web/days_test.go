package web_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// daysTyped holds that a day typed by keys stays in its box and is one step, taken when the box is left or Enter is pressed, in each
// view that has boxes of days.
func (s dashboard) daysTyped(t *testing.T) {
	open, api := s.site(t)
	p := open(t)
	for _, c := range []struct{ view, there, label, keys, day, link string }{
		{"timeline", "The same as a table", "From", "01012010", "2010-01-01", "x.from=2010-01-01"},
		{"timeline", "The same as a table", "to", "12312020", "2020-12-31", "x.to=2020-12-31"},
		{"table", "ties among", "On the day", "06202024", "2024-06-20", "at=2024-06-20"},
		{"table", "ties among", "As known on", "12312090", "2090-12-31", "known=2090-12-31T23:59:59Z"},
		{"compare", "Choose the day of A", "As it stood on", "06202024", "2024-06-20", "x.a=2024-06-20"},
	} {
		t.Run(c.view+" "+c.label, func(t *testing.T) {
			p.open("/#v=1&view=" + c.view + "&focus=" + unit)
			p.awaitText("main", c.there)
			p.arrive()
			box := fmt.Sprintf(`[...document.querySelectorAll('label')].find(l => l.textContent.startsWith(%q)).querySelector('[type=date]')`, c.label)
			before, steps, asked := read[string](p, "location.hash"), read[int](p, "history.length"), len(api.names())
			p.run(box + ".focus()")
			p.press(c.keys)
			p.still(3)
			assert.Equal(t, c.day, read[string](p, box+".value"), "what is typed stays")
			assert.Equal(t, before, read[string](p, "location.hash"), "no step is taken while it is typed")
			assert.Len(t, api.names(), asked, "nothing is asked while it is typed")
			p.press(kb.Enter)
			p.await(`location.hash.includes('` + c.link + `')`)
			p.arrive()
			assert.Equal(t, c.day, read[string](p, box+".value"))
			assert.Equal(t, "date", read[string](p, "document.activeElement.type"), "the focus stays")
			p.run("document.activeElement.blur()")
			assert.Equal(t, steps+1, read[int](p, "history.length"), "one step")

			p.run(box + ".focus()")
			p.press("05190202")
			p.run("document.activeElement.blur()")
			assert.Equal(t, c.day, read[string](p, box+".value"), "a year below 1000 is not taken")
			p.run(box + ".focus()")
			p.press(kb.ArrowUp)
			assert.NotEqual(t, c.day, read[string](p, box+".value"))
			p.press(kb.Escape)
			assert.Equal(t, c.day, read[string](p, box+".value"), "Escape gives the day back")
			p.run("document.activeElement.blur()")
			p.run(box + ".focus()")
			p.press("05192019")
			p.run("document.activeElement.blur()")
			p.await(`location.hash.includes('2019-05-19')`)
			p.run("history.back()")
			p.await(`location.hash.includes('` + c.link + `') && ` + box + `.value === '` + c.day + `'`)
			p.run(box + ".focus()")
			p.press("05192018")
			p.run("history.back()")
			p.await("location.hash === " + quote(before) + ` && ` + box + `.value !== '2018-05-19'`) // Back gives up what is typed
		})
	}
	p.assertQuiet()
}
