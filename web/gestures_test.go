package web_test

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	// drawn tells whether a graph is there, and all of it.
	drawn     = `document.querySelector('.canvas[aria-busy=false] .tie')`
	transform = `document.querySelector('.canvas svg').style.transform`
	// onALine is a place at which a line of the graph can be pointed at, and no name or label is.
	onALine = `(() => { for (const s of document.querySelectorAll('.tie .touch')) for (const f of [.2, .3, .4, .6, .7]) {
		const q = s.getPointAtLength(s.getTotalLength() * f).matrixTransform(s.getScreenCTM());
		if (document.elementFromPoint(q.x, q.y)?.closest('.tie') === s.closest('.tie')) return [q.x, q.y] } })()`
)

// onNothing is a place in the drawing where nothing is.
const onNothing = `(b => { for (let y = b.top + 60; y < b.bottom; y += 7) for (let x = b.left + 8; x < b.right; x += 7)
	if (document.elementFromPoint(x, y)?.matches('.canvas, .canvas svg')) return [x, y] })(document.querySelector('.canvas').getBoundingClientRect())`

// onMark is the middle of an entity's mark on the screen.
func onMark(id string) string {
	return `(b => [b.x + b.width / 2, b.y + b.height / 2])(document.querySelector('[data-node="` + id + `"] .mark').getBoundingClientRect())`
}

// at points to a place on the screen, with the left button pressed or not.
func (p *pointer) at(kind input.DispatchMouseEventType, place []float64, pressed int64) {
	p.t.Helper()
	event := input.DispatchMouseEventParams{Type: kind, X: place[0], Y: place[1], Buttons: pressed}
	if kind != input.DispatchMouseEventTypeMouseMoved {
		event.Button, event.ClickCount = input.MouseButtonLeft, 1
	} else if pressed == 1 {
		event.Button = input.MouseButtonLeft
	}
	p.mouse(event)
}

// drag presses at a place, goes on in three steps, and lets go.
func (p *pointer) drag(from []float64, dx, dy float64) {
	p.t.Helper()
	p.at(input.DispatchMouseEventTypeMouseMoved, from, 0)
	p.at(input.DispatchMouseEventTypeMousePressed, from, 1)
	for i := 1.0; i <= 3; i++ {
		p.at(input.DispatchMouseEventTypeMouseMoved, []float64{from[0] + dx*i/3, from[1] + dy*i/3}, 1)
	}
	p.at(input.DispatchMouseEventTypeMouseReleased, []float64{from[0] + dx, from[1] + dy}, 0)
}

// touch puts fingers on places, moves them, or with none lifts them.
func (p *tab) touch(kind input.DispatchTouchEventType, places ...[]float64) {
	p.t.Helper()
	points := []*input.TouchPoint{}
	for i, at := range places {
		points = append(points, &input.TouchPoint{X: at[0], Y: at[1], ID: new(float64(i + 1))})
	}
	_, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	require.NoError(p.t, err)
}

// swipe moves a finger from a place in six steps and lifts it.
func (p *tab) swipe(from []float64, dx, dy float64) {
	p.t.Helper()
	p.touch(input.DispatchTouchEventTypeTouchStart, from)
	for i := 1.0; i <= 6; i++ {
		p.touch(input.DispatchTouchEventTypeTouchMove, []float64{from[0] + dx*i/6, from[1] + dy*i/6})
	}
	p.touch(input.DispatchTouchEventTypeTouchEnd)
}

// openGraph opens a graph in a fresh page and waits until it is drawn.
func (p *tab) openGraph(rest string) {
	p.t.Helper()
	p.do(chromedp.Navigate("about:blank"))
	p.open("/#v=1&view=graph&" + rest)
	p.await(drawn)
	p.run(still)
	p.await("globalThis.still")
}

func (s dashboard) byHand(t *testing.T) {
	open, _ := s.site(t)
	p := &pointer{tab: open(t)}
	steps := func() int { return read[int](p.tab, "history.length") }
	t.Run("a drag that begins on a line moves the picture and opens nothing; a click opens its claim", func(t *testing.T) {
		p.openGraph("focus=" + unit)
		line := read[[]float64](p.tab, onALine)
		place := `(m => [Math.round(m.e), Math.round(m.f)])(new DOMMatrix(` + transform + `))`
		before, steps0 := read[[]int](p.tab, place), steps()
		p.drag(line, 60, 30)
		assert.NotEqual(t, before, read[[]int](p.tab, place))
		p.drag([]float64{line[0] + 60, line[1] + 30}, -60, -30)
		assert.Equal(t, before, read[[]int](p.tab, place))
		assert.Equal(t, steps0, steps(), "no step in the history")
		assert.NotContains(t, read[string](p.tab, "location.hash"), "claim=")
		p.drag(line, 0, 0)
		p.awaitText(".panel h2", "")
	})
	t.Run("a drag of an entity pins it and does not select it; Back undoes it, and a link holds it", func(t *testing.T) {
		p.openGraph("focus=" + unit)
		place, steps0 := `document.querySelector('[data-node="`+service+`"]').getAttribute('transform')`, steps()
		before := read[string](p.tab, place)
		p.drag(read[[]float64](p.tab, onMark(service)), 40, -24)
		p.await(`document.querySelector('[data-node="` + service + `"].pinned') && location.hash.includes('x.pin=')`)
		assert.Equal(t, steps0+1, steps(), "one step in the history")
		assert.NotContains(t, read[string](p.tab, "location.hash"), "x.node=")
		p.run("history.back()")
		p.await(`!document.querySelector('.pinned')`)
		assert.Equal(t, before, read[string](p.tab, place))
		p.run("history.forward()")
		p.await(`document.querySelector('.pinned')`)
		other := open(t)
		other.openGraph(read[string](p.tab, "location.hash.slice(1)"))
		assert.Equal(t, read[string](p.tab, place), read[string](other, place))
		p.clickText("button", "Lay out anew")
		p.await(`document.querySelector('[data-node="` + service + `"].pinned')`)
		assert.Equal(t, read[string](other, place), read[string](p.tab, place))
		other.assertQuiet()
	})
	t.Run("while an entity is on its way only it and its ties are drawn anew", func(t *testing.T) {
		p.openGraph("focus=" + unit)
		p.run(watchDrawing + `; globalThis.untouched = [...document.querySelectorAll('.tie, .label')].filter(t => !t.dataset.ends.includes('` + service + `')).map(t => [t, t.innerHTML])`)
		mark := read[[]float64](p.tab, onMark(service))
		p.at(input.DispatchMouseEventTypeMousePressed, mark, 1)
		p.at(input.DispatchMouseEventTypeMouseMoved, []float64{mark[0] + 40, mark[1] + 20}, 1)
		p.await(`document.querySelector('.pinned')`)
		assert.True(t, read[bool](p.tab, `untouched.length > 0 && untouched.every(([t, was]) => t.innerHTML === was)`))
		assert.Less(t, read[int](p.tab, "changes.length"), 60)
		p.at(input.DispatchMouseEventTypeMouseReleased, []float64{mark[0] + 40, mark[1] + 20}, 0)
	})
	t.Run("a button let go outside of the drawing, or unseen, ends the drag", func(t *testing.T) {
		p.openGraph("focus=" + unit)
		from := read[[]float64](p.tab, `(b => [b.left + 12, b.top + 200])(document.querySelector('.canvas').getBoundingClientRect())`)
		p.drag(from, 5-from[0], 150-from[1])
		moved := read[string](p.tab, transform)
		p.at(input.DispatchMouseEventTypeMouseMoved, []float64{from[0] + 100, from[1] + 60}, 0)
		assert.Equal(t, moved, read[string](p.tab, transform))
		p.at(input.DispatchMouseEventTypeMousePressed, from, 1)
		p.at(input.DispatchMouseEventTypeMouseMoved, []float64{from[0] + 20, from[1]}, 1)
		moved = read[string](p.tab, transform)
		p.at(input.DispatchMouseEventTypeMouseMoved, []float64{from[0] + 200, from[1] + 60}, 0)
		assert.Equal(t, moved, read[string](p.tab, transform))
	})
	p.assertQuiet()
}

func (s dashboard) byFinger(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.size(390, 844)
	ready := func() []float64 {
		p.openGraph("focus=" + unit)
		p.run(`document.querySelector('.canvas').scrollIntoView({ block: 'center' })`)
		p.run(still)
		p.await("globalThis.still")
		return read[[]float64](p, onMark(unit))
	}
	t.Run("a swipe scrolls the page, even from an entity", func(t *testing.T) {
		mark := ready()
		before, top := read[string](p, transform), read[float64](p, "scrollY")
		p.swipe(mark, 0, -120)
		p.await(`scrollY > ` + quoteInt(int(top)+50))
		assert.Equal(t, before, read[string](p, transform))
		assert.NotContains(t, read[string](p, "location.hash"), "x.pin")
	})
	t.Run("one finger moves the picture sideways", func(t *testing.T) {
		mark := ready()
		before := read[string](p, transform)
		p.swipe(mark, -90, 6)
		p.await(transform + ` !== ` + quote(before))
		assert.NotContains(t, read[string](p, "location.hash"), "x.")
	})
	t.Run("a finger that rests on an entity takes hold of it", func(t *testing.T) {
		mark := ready()
		top := read[float64](p, "scrollY")
		p.touch(input.DispatchTouchEventTypeTouchStart, mark)
		p.await(`document.querySelector('.pinned')`)
		for i := 1.0; i <= 6; i++ {
			p.touch(input.DispatchTouchEventTypeTouchMove, []float64{mark[0] + 4*i, mark[1] - 10*i})
		}
		p.touch(input.DispatchTouchEventTypeTouchEnd)
		p.await(`location.hash.includes('x.pin=` + unit + `')`)
		assert.InDelta(t, top, read[float64](p, "scrollY"), 1, "the page stays")
		assert.InDeltaSlice(t, []float64{mark[0] + 24, mark[1] - 60}, read[[]float64](p, onMark(unit)), 4)
	})
	t.Run("two fingers scale it about where they are", func(t *testing.T) {
		mark := ready()
		scale := `new DOMMatrix(` + transform + `).a`
		before, apart := read[float64](p, scale), func(d float64) [][]float64 {
			return [][]float64{{mark[0] - d, mark[1]}, {mark[0] + d, mark[1]}}
		}
		p.touch(input.DispatchTouchEventTypeTouchStart, apart(40)...)
		for d := 45.0; d <= 80; d += 5 {
			p.touch(input.DispatchTouchEventTypeTouchMove, apart(d)...)
		}
		p.touch(input.DispatchTouchEventTypeTouchEnd)
		assert.InDelta(t, 2*before, read[float64](p, scale), 0.2)
		now := read[[]float64](p, onMark(unit))
		assert.InDeltaSlice(t, mark, now, 12)
		assert.NotContains(t, read[string](p, "location.hash"), "x.pin")
	})
	p.assertQuiet()
}
