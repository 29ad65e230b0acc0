package web_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// sets is how many graphs are scattered, and scattered is how many entities each has.
const (
	sets      = 10
	scattered = 150
)

// scattered holds that labels never lie on each other, whatever they are: in the page itself, with the letters that readers see. Every other graph is
// laid out for a narrow page.
func (s dashboard) scattered(t *testing.T) {
	all := &generated{names: map[string]string{}}
	graphs := make([]*generated, sets)
	for seed := range graphs {
		g := scatter(uint64(seed), scattered)
		graphs[seed], all.ties = g, append(all.ties, g.ties...)
		maps.Copy(all.names, g.names)
	}
	p := s.browser.at(t, all)(t)
	for seed, g := range graphs {
		width := []int64{1280, 390}[seed%2]
		p.size(width, 844)
		p.open("/#v=1&view=graph&set=" + strings.Join(g.ids, ","))
		p.await(drawn + ` && document.querySelector('[data-node="` + g.ids[scattered-1] + `"]')`)
		assert.Len(t, p.texts("[data-node]"), scattered, "set %d", seed)
		assert.Len(t, p.texts(".tie"), len(g.ties), "set %d", seed)
		assert.Empty(t, read[[]string](p, overlapping), "labels on each other in set %d", seed)
		assert.Empty(t, read[[]string](p, runningOn), "labels that read as one in set %d", seed)
		assert.Empty(t, read[[]string](p, hiddenHeads), "hidden heads of arrows in set %d", seed)
		assert.Empty(t, read[[]string](p, `[...document.querySelectorAll(':is(.label.is-dashed, .label.is-broken) .waiting')].map(e => e.textContent)`), "alleged ties without a word in set %d", seed)
		assert.GreaterOrEqual(t, len(p.texts(".label .words:not(.waiting)")), len(g.ties)/2, "most words of set %d stand", seed)
	}
	p.assertQuiet()
}
