package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

func (s pages) reading(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
	p := open(t)
	p.open("/entity#id=ent_kaspersky")
	p.awaitText("#allegations", "We deny it")
	t.Run("shows what is said, by whom and where", func(t *testing.T) {
		p.awaitText("#ties", "Partner 9")
		p.awaitText("#claims", "headquartered in Moscow")
		p.awaitText("#figures", "over 400 million users")
		p.awaitText("#measures", "Final Determination")
		assert.Equal(t, "Kaspersky – Redthread", read[string](p, "document.title"))
		first := p.texts("#allegations .card")[0]
		for _, part := range []string{
			"Alleged by", "Gina Raimondo", "as Secretary of Commerce, for US Commerce Department", "said 20 June 2024",
			allegedWhole, "Reported by Reuters", "US Blocks Leading Cybersecurity Firm",
		} {
			assert.Contains(t, first, part)
		}
		p.await(`document.querySelector('#allegations-with').hidden`) // an empty section that says nothing is left out
	})
	t.Run("marks exactly the quote", func(t *testing.T) {
		assert.Equal(t, []string{allegedQuote, denialQuote}, p.texts(`[data-claim="clm_1"] mark`)[:2])
		assert.Equal(t, []string{allegedWhole, denialWhole}, p.texts(`[data-claim="clm_1"] blockquote`)[:2])
	})
	t.Run("says where no denial was found", func(t *testing.T) {
		without := p.texts(`[data-claim="clm_3"]`)[0]
		assert.Contains(t, without, "No denial found in the sources")
		assert.Contains(t, without, "It does not mean that nobody denied it.")
		assert.NotContains(t, p.texts(`[data-claim="clm_2"]`)[0], "No denial found")
		assert.Contains(t, p.texts(`[data-claim="clm_1"]`)[0], "Denied in general words by")
	})
	t.Run("a denial has the size of its allegation", func(t *testing.T) {
		for _, width := range []int64{1280, 390} {
			p.size(width, 800)
			assert.Equal(t, []bool{true, true, true}, read[[]bool](p, sameSize), "at %d pixels", width)
		}
	})
	p.assertQuiet()
}

func (s pages) sources(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
	t.Run("each standing has line, glyph and word, and ties come page by page", func(t *testing.T) {
		p := open(t)
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("#ties", "Show more ties")
		looks := read[[]string](p, `[...document.querySelectorAll('#ties tbody .standing')].slice(0, 10).map(s => s.className + s.textContent + s.querySelectorAll('path').length)`)
		seen := map[string]bool{}
		for _, look := range looks {
			assert.False(t, seen[look], "%s stands twice", look)
			seen[look] = true
		}
		assert.Contains(t, looks[0], "■determined, contested2")
		assert.Contains(t, p.texts("#ties tbody tr")[5], "allegedly cooperates with")
		p.do(chromedp.Click(chromedp.CSS("#ties .more")))
		p.awaitText("#ties", "Office in city 49")
		assert.Len(t, p.texts("#ties tbody tr"), 60)
		assert.Contains(t, p.texts("#live")[0], "60 of 60 ties shown")
		p.assertQuiet()
	})
	t.Run("sources open in place, and a finding without power reads as an allegation", func(t *testing.T) {
		p := open(t)
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("#ties", "Partner 0")
		p.do(chromedp.Click(chromedp.CSS("#ties tbody button")))
		p.awaitText("#ties .sources", "No denial found in the sources")
		assert.Equal(t, "Alleged by", p.texts("#ties .sources .act")[0])
		p.do(chromedp.Click(chromedp.CSS("#claims button")))
		p.awaitText("#claims .sources", allegedQuote)
		assert.NotContains(t, p.texts("#claims .sources")[0], "No denial", "what accuses nobody needs no denial")
		p.do(chromedp.Click(chromedp.CSS("#figures button")))
		p.awaitText("#figures .sources", "no longer on file")
		p.assertQuiet()
	})
}

func (s pages) moving(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
	p := open(t)
	p.open("/entity#id=ent_kaspersky")
	p.awaitText("#ties", "Partner 0")
	p.do(chromedp.Click(chromedp.CSS(`.sections a[href$="section=ties"]`)))
	p.await(`document.activeElement.id === 'ties-title'`)
	p.do(chromedp.Evaluate[chromedp.Void](`location.hash = '#id=ent_bare'`))
	p.awaitText("h1", "two Russian units")
	p.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
	p.awaitText("h1", "Kaspersky")
	p.do(chromedp.Evaluate[chromedp.Void]("history.forward()"))
	p.awaitText("h1", "two Russian units")
	p.assertQuiet()
}

func (s pages) states(t *testing.T) {
	t.Parallel()
	open, api := s.site(t)
	p := open(t)
	p.open("/entity#id=ent_bare")
	p.awaitText(".entity-head", "several at once: 2, known only by Commerce Department Prohibits")
	p.awaitText("#allegations", "No allegation against it is on file")
	p.awaitText("#ties", "No tie to another entity is on file")
	p.awaitText("#names", "No source on file gives its name")
	p.shoot("entity-bare")

	p.do(chromedp.Evaluate[chromedp.Void](`location.hash = '#id=ent_gone'`))
	p.awaitText("[role=alert]", "There is no entity with this id: ent_gone")
	p.do(chromedp.Evaluate[chromedp.Void](`location.hash = ''`))
	p.awaitText("h1", "No entity chosen")

	api.fail("EntityTies", "the store did not answer")
	p.do(chromedp.Evaluate[chromedp.Void](`location.hash = '#id=ent_kaspersky'`))
	p.awaitText("#ties [role=alert]", "Ties could not be loaded: the store did not answer (request req-7).")
	p.shoot("entity-failing")
	api.fail("EntityTies", "")
	p.do(chromedp.Click(chromedp.CSS("#ties [role=alert] button")))
	p.awaitText("#ties", "Partner 0")
	p.assertQuiet()
}

// sameSize tells for each allegation on the page whether all its cards have one size.
const sameSize = `[...document.querySelectorAll('#allegations .pair')].map(pair => {
	const sizes = [...pair.querySelectorAll('.card')].map(c => c.getBoundingClientRect())
	return sizes.length >= 2 && sizes.every(s => Math.abs(s.width - sizes[0].width) < 0.5 && Math.abs(s.height - sizes[0].height) < 0.5)
})`
