package web_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func (s dashboard) claims(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.open("/#v=1&view=claims&focus=" + unit)
	p.awaitText(".pair", "cooperates with Russian military and intelligence authorities")
	assert.Equal(t, []string{"Alleged or said", "Denied or commented", "Determined"}, p.texts(".heads span"))
	pair := `[...document.querySelectorAll('.pair')].find(p => p.textContent.includes('cooperates with'))`
	columns := read[[]string](p, `['for', 'against', 'found'].map(c => `+pair+`.querySelector('.' + c).textContent)`)
	assert.Contains(t, columns[0], "Alleged by")
	assert.Contains(t, columns[1], "Denied in general words by")
	assert.Contains(t, columns[2], "No finding by an authority on file")
	assert.True(t, read[bool](p, pair+`.querySelectorAll('.card').length > 3 && new Set([...`+pair+`.querySelectorAll('.cell')].filter(c => c.firstChild).map(c => c.getBoundingClientRect().width.toFixed(1))).size === 1`), "all columns are of one width")

	t.Run("where no denial is on file it says so, and what that does not mean", func(_ *testing.T) {
		p.open("/#v=1&view=claims&focus=" + company)
		p.awaitText(".against .card.none", "No denial found in the sources")
		p.awaitText(".against .card.none", "It does not mean that nobody denied it.")
	})
	t.Run("a finding is shown as one, with its authority", func(_ *testing.T) {
		p.open("/#v=1&view=claims&standing=determined&focus=" + company)
		p.await(`document.querySelector('.found .card:not(.none)') || document.body.innerText.includes('No allegation about these entities passes the filters')`)
	})
	t.Run("an open claim has its own link", func(_ *testing.T) {
		p.open("/#v=1&view=claims&focus=" + unit)
		p.clickText(".pair h3 a", "cooperates with")
		p.awaitText(".panel", "independent sources")
		p.await(`location.hash.includes('claim=clm_')`)
	})
	t.Run("without what is only alleged the heading does not say alleged", func(t *testing.T) {
		p.open("/#v=1&view=claims&alleged=no&focus=" + unit)
		p.awaitText("#allegations h2", "Accusations that are not merely alleged")
		assert.NotContains(t, p.texts("#allegations h2")[0], "Alleged, denied")
	})
	t.Run("nothing alleged", func(_ *testing.T) {
		p.open("/#v=1&view=claims&focus=ent_russia&standing=retracted")
		p.awaitText("main", "That is not the same as “nobody accuses them”.")
	})
	p.assertQuiet()
}
