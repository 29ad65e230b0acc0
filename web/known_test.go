package web_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// known holds that every view which obeys the date of what is known says where nothing was on file yet, as an answer and not as a
// failure, and that the date is taken away by one press.
func (s dashboard) known(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	const early = "&known=2001-01-01T23:59:59Z"
	for name, c := range map[string]struct{ address, good string }{
		"entity":                   {"/#v=1&view=entity&focus=" + unit + early, "Names and identifiers"},
		"graph":                    {"/#v=1&view=graph&focus=" + unit + early, "ties among"},
		"table":                    {"/#v=1&view=table&focus=" + unit + early, "ties among"},
		"claims":                   {"/#v=1&view=claims&focus=" + unit + early, "Denied in general words by"},
		"timeline":                 {"/#v=1&view=timeline&focus=" + unit + early, "The same as a table"},
		"compare":                  {"/#v=1&view=compare&focus=" + unit + "&x.a=2024-01-02" + early, "unchanged"},
		"compare, a side's own":    {"/#v=1&view=compare&focus=" + unit + "&x.a=2024-01-02&x.kb=2001-01-01", "unchanged"},
		"compare, of two entities": {"/#v=1&view=compare&x.by=entities&set=" + unit + "," + service + early, "With each other"},
		"paths":                    {toService + "&x.alleged=yes&x.most=1" + early, "Weakest step"},
		"dossier":                  {"/#v=1&view=dossier&x.values=no&set=" + unit + early, "How a statement can stand"},
		"map":                      {"/#v=1&view=map&focus=" + company + early, "at its city"},
	} {
		t.Run(name, func(t *testing.T) {
			p.open("/playground/")
			p.open(c.address)
			p.awaitText("main [role=status]", "Nothing was on file on 1 January 2001.")
			p.arrive()
			assert.Empty(t, p.texts("[role=alert]"))
			assert.Equal(t, []string{"Show what is known now"}, read[[]string](p, `[...document.querySelectorAll('main .state button')].map(b => b.textContent)`), "said once")
			p.clickText("main button", "Show what is known now")
			p.awaitText("main", c.good)
			assert.NotContains(t, read[string](p, "location.hash"), "2001")
			assert.Equal(t, "main", read[string](p, "document.activeElement.id"), "the focus goes to what is read next")
		})
	}
	p.assertQuiet()
}
