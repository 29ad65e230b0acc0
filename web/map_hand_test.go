package web_test

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/stretchr/testify/assert"
)

const (
	// woburn is the middle of a dot of the map on the screen.
	woburn = `(b => [b.x + b.width / 2, b.y + b.height / 2])(document.querySelector('.dot[data-site=ent_office-woburn] .ground').getBoundingClientRect())`
	// countWrites counts how often the address is written.
	countWrites = `globalThis.writes = 0; { const write = history.replaceState; history.replaceState = function (...of) { writes++; return write.apply(this, of) } }`
	mapScale    = `Number(/scale\((.*)\)/.exec(document.querySelector('.chart svg > g').getAttribute('transform'))[1])`
)

// openMap opens the map of the company in a fresh page and brings the drawing to the middle of the window.
func (p *tab) openMap() {
	p.t.Helper()
	p.open("/playground/")
	p.open(mapOfCompany)
	p.awaitText("[role=status]", "11 on the map")
	p.arrive()
	p.run(`document.querySelector('.chart svg').scrollIntoView({ block: 'center' })`)
	p.run(still)
	p.await("globalThis.still")
	p.run(countWrites)
}

// mapByHand holds that the map follows mouse and keys, and that the link is written once at the end.
func (s dashboard) mapByHand(t *testing.T) {
	open, _ := s.site(t)
	p := &pointer{tab: open(t)}
	t.Run("a drag that begins on a dot moves the map and opens nothing; the link is written once", func(t *testing.T) {
		p.openMap()
		from, steps := read[[]float64](p.tab, woburn), read[int](p.tab, "history.length")
		p.at(input.DispatchMouseEventTypeMouseMoved, from, 0)
		p.at(input.DispatchMouseEventTypeMousePressed, from, 1)
		for i := 1.0; i <= 20; i++ {
			p.at(input.DispatchMouseEventTypeMouseMoved, []float64{from[0] + 4*i, from[1] + 2*i}, 1)
		}
		p.still(3)
		assert.InDeltaSlice(t, []float64{from[0] + 80, from[1] + 40}, read[[]float64](p.tab, woburn), 1, "the map follows the hand")
		assert.Equal(t, 0, read[int](p.tab, "writes"), "the link is not written on the way")
		p.at(input.DispatchMouseEventTypeMouseReleased, []float64{from[0] + 80, from[1] + 40}, 0)
		p.await(`location.hash.includes('x.look=')`)
		p.still(3)
		assert.InDeltaSlice(t, []float64{from[0] + 80, from[1] + 40}, read[[]float64](p.tab, woburn), 1)
		assert.Equal(t, 1, read[int](p.tab, "writes"))
		assert.Equal(t, steps, read[int](p.tab, "history.length"), "no step in the history")
		assert.NotContains(t, read[string](p.tab, "location.hash"), "x.site")
		p.drag(read[[]float64](p.tab, woburn), 0, 0)
		p.awaitText(".panel h2", "Woburn")
	})
	for name, events := range map[string]string{
		"wheel": `new WheelEvent('wheel', { ctrlKey: true, deltaY: -1, clientX: at[0], clientY: at[1], bubbles: true, cancelable: true })`,
		"keys":  `new KeyboardEvent('keydown', { key: '+', bubbles: true, cancelable: true })`,
	} {
		t.Run("many turns of "+name+" write the link once", func(t *testing.T) {
			p.openMap()
			before, at := read[float64](p.tab, mapScale), read[[]float64](p.tab, woburn)
			p.run(`{ const at = ` + woburn + `; for (let i = 0; i < 200; i++) document.querySelector('.chart svg').dispatchEvent(` + events + `) }`)
			p.await(`location.hash.includes('x.look=')`)
			p.still(3)
			assert.Equal(t, 1, read[int](p.tab, "writes"))
			assert.Greater(t, read[float64](p.tab, mapScale), before*1.5)
			if name == "wheel" {
				assert.InDeltaSlice(t, at, read[[]float64](p.tab, woburn), 4, "what is pointed at stays")
			}
		})
	}
	p.assertQuiet()
}

// mapByFinger holds that fingers do to the map what they do to the graph.
func (s dashboard) mapByFinger(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.size(390, 844)
	t.Run("a swipe scrolls the page, even from a dot", func(t *testing.T) {
		p.openMap()
		before, top := read[float64](p, woburn+"[0]"), read[float64](p, "scrollY")
		p.swipe(read[[]float64](p, woburn), 12, -120)
		p.await(`scrollY > ` + quoteInt(int(top)+50))
		assert.InDelta(t, before, read[float64](p, woburn+"[0]"), 0.5)
		assert.NotContains(t, read[string](p, "location.hash"), "x.")
	})
	t.Run("one finger moves the map sideways", func(t *testing.T) {
		p.openMap()
		at := read[[]float64](p, woburn)
		p.swipe(at, -60, 6)
		p.await(`location.hash.includes('x.look=')`)
		p.still(3)
		assert.InDelta(t, at[0]-60, read[float64](p, woburn+"[0]"), 2)
		assert.Equal(t, 1, read[int](p, "writes"))
	})
	t.Run("two fingers scale it about where they are", func(t *testing.T) {
		p.openMap()
		at, before := read[[]float64](p, woburn), read[float64](p, mapScale)
		apart := func(d float64) [][]float64 { return [][]float64{{at[0] - d, at[1]}, {at[0] + d, at[1]}} }
		p.touch(input.DispatchTouchEventTypeTouchStart, apart(20)...)
		for d := 24.0; d <= 40; d += 4 {
			p.touch(input.DispatchTouchEventTypeTouchMove, apart(d)...)
		}
		p.touch(input.DispatchTouchEventTypeTouchEnd)
		p.await(`location.hash.includes('x.look=')`)
		assert.InDelta(t, 2*before, read[float64](p, mapScale), 0.2*before)
		assert.InDeltaSlice(t, at, read[[]float64](p, woburn), 12)
	})
	p.assertQuiet()
}
