package web_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mostPieces is how many entities, lines and labels one task of the page may draw or change.
const mostPieces = 50

const (
	// inTurn takes the tasks that the page puts off one by one, until `enough()`. It writes down how many pieces of a drawing each drew
	// or changed, and how many went away.
	inTurn = `{
		const later = setTimeout, never = clearTimeout, piece = '.node, .tie, .label'
		Object.assign(globalThis, { tasks: [], touched: [], removed: 0, enough: () => false })
		globalThis.setTimeout = (work, wait) => wait ? later(work, wait) : (tasks.push(work), work)
		globalThis.clearTimeout = task => { tasks = tasks.filter(other => other !== task); never(task) }
		let pieces = new Set()
		const within = node => node instanceof Element ? [node, ...node.querySelectorAll(piece)].filter(e => e.matches(piece)) : []
		new MutationObserver(records => { for (const { target, addedNodes, removedNodes, attributeName } of records) {
			if (attributeName === 'data-near') continue // what is pointed at
			removed += [...removedNodes].flatMap(within).length
			const at = target instanceof Element && target.closest(piece)
			for (const one of [...at ? [at] : [], ...[...addedNodes].flatMap(within)]) pieces.add(one)
		} }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
		const turn = () => { touched.push(pieces.size); pieces = new Set(); if (!enough()) tasks.shift()?.(); later(turn) }
		turn()
	}`
	halfDrawn = `document.querySelector('.canvas[aria-busy=true] [data-node]')`
	opacity   = `parseFloat(getComputedStyle(document.querySelector('.canvas svg')).opacity)`
	drawnNow  = `['.node', '.tie', '.label'].map(kind => document.querySelectorAll(kind).length)`
)

// inPortions is a page on which a large graph is drawn, task by task.
type inPortions struct {
	*pointer

	g *generated
}

// half begins something and stops when a part of the entities is drawn, or moved.
func (p *inPortions) half(begin string) {
	p.t.Helper()
	p.run(`{
		touched = []
		const place = node => node.dataset.node + node.getAttribute('transform'), were = [...document.querySelectorAll('[data-node]')].map(place)
		enough = () => ` + halfDrawn + ` && [...document.querySelectorAll('[data-node]')].filter(node => !were.includes(place(node))).length > 9
	}; ` + begin)
	p.await(`enough()`)
}

// first draws half of the graph on a page that showed little.
func (p *inPortions) first() {
	p.t.Helper()
	p.openGraph("set=" + p.g.ids[0] + "," + p.g.ids[1])
	p.run(inTurn)
	p.half(`location.hash = 'v=1&view=graph&set=` + strings.Join(p.g.ids, ",") + `'`)
	require.Less(p.t, len(p.texts("[data-node]")), len(p.g.ids))
}

// anew moves an entity and lays all out anew, and stops when half of that is drawn.
func (p *inPortions) anew() {
	p.t.Helper()
	p.run(`location.hash += '&x.pin=` + p.g.ids[299] + `:40:40'`)
	p.await(`document.querySelector('.pinned')`)
	p.half(`[...document.querySelectorAll('button')].find(b => b.textContent === 'Lay out anew').click()`)
}

// answers holds that the page answers to mouse and keys while half is drawn.
func (p *inPortions) answers(t *testing.T) {
	t.Helper()
	p.larger(t)
	p.run(`document.querySelector('[data-node] [tabindex="0"]').focus()`)
	at := read[string](p.tab, focused)
	p.press(kb.PageDown)
	assert.NotEqual(t, at, read[string](p.tab, focused), "a key is answered")
	assert.True(t, read[bool](p.tab, "Boolean("+halfDrawn+")"), "before all is drawn")
	p.await(opacity + " < 0.5") // what is half the one drawing and half another is dimmed
}

// larger holds that a click is answered.
func (p *inPortions) larger(t *testing.T) {
	t.Helper()
	before := read[string](p.tab, transform)
	p.drag(read[[]float64](p.tab, `(b => [b.x + 9, b.y + 9])([...document.querySelectorAll('.zoom button')].find(b => b.textContent === 'Larger').getBoundingClientRect())`), 0, 0)
	assert.NotEqual(t, before, read[string](p.tab, transform), "a click is answered")
}

// rest draws the rest, and holds that no task did too much.
func (p *inPortions) rest(t *testing.T) {
	t.Helper()
	p.run(`enough = () => false`)
	p.await(drawn)
	assert.Equal(t, p.all(), read[[]int](p.tab, drawnNow))
	assert.InDelta(t, 1, read[float64](p.tab, opacity), 0, "and then all of it stands out at once")
	p.await(`touched.at(-1) === 0`)
	touched := read[[]int](p.tab, "touched.filter(n => n > 0)")
	assert.GreaterOrEqual(t, len(touched), (len(p.g.ids)+2*len(p.g.ties))/mostPieces)
	for _, n := range touched {
		assert.LessOrEqual(t, n, mostPieces, "pieces in the tasks: %v", touched)
	}
}

// all is how many entities, lines and labels there are.
func (p *inPortions) all() []int { return []int{len(p.g.ids), len(p.g.ties), len(p.g.ties)} }

// portions holds that the page never freezes while it draws: it does so in small tasks, and between any two it answers to the reader.
func (s dashboard) portions(t *testing.T) {
	g := generate(mostShown)
	p := &inPortions{&pointer{tab: s.browser.at(t, newMeddler(g))(t)}, g}
	t.Run("a large graph is drawn in small tasks", func(t *testing.T) {
		p.first()
		p.answers(t)
		p.rest(t)
	})
	t.Run("and when it is laid out anew nothing of it goes away and comes again", func(t *testing.T) {
		p.run(`removed = 0`)
		p.anew()
		p.answers(t)
		p.rest(t)
		assert.Equal(t, 0, read[int](p.tab, `removed`))
	})
	t.Run("paper gets the whole at once, and the screen goes on as before", func(t *testing.T) {
		p.first()
		assert.Equal(t, p.all(), read[[]int](p.tab, `(dispatchEvent(new Event('beforeprint')), `+drawnNow+`)`))
		assert.Equal(t, "false", read[string](p.tab, `document.querySelector('.canvas').ariaBusy`))
		p.run(`enough = () => false`)
		p.anew()
		p.rest(t)
	})
	t.Run("a file is drawn in small tasks too, once, a picture layer by layer, and its button says that it is busy", func(t *testing.T) {
		const busy = `[...document.querySelectorAll('button[aria-busy=true]')].map(b => b.textContent)`
		p.run(keepFiles + `; enough = () => true`)
		p.clickText("button", "Save as SVG")
		p.await(`tasks.length > 0`)
		assert.Equal(t, []string{"Save as SVG"}, read[[]string](p.tab, busy))
		p.larger(t)
		p.clickText("button", "Save as SVG")
		p.run(`enough = () => files.length > 0`)
		p.await(`files.length > 0 && ` + busy + `.length === 0`)
		assert.Equal(t, 0, read[int](p.tab, `tasks.length`))
		assert.Equal(t, 1, read[int](p.tab, `files.length`))
		p.run(`files = []; globalThis.layers = []; { const draw = CanvasRenderingContext2D.prototype.drawImage; CanvasRenderingContext2D.prototype.drawImage = function (image, ...place) {
			layers.push([touched.length, (decodeURIComponent(image.src).match(/<text|data-tie/g) ?? []).length]); draw.call(this, image, ...place) } }`)
		p.clickText("button", "Save as PNG")
		p.await(`files.length > 0 && ` + busy + `.length === 0`)
		layers := read[[][2]int](p.tab, `layers`)
		assert.Greater(t, len(layers), (len(g.ids)+2*len(g.ties))/mostPieces)
		for i, layer := range layers {
			assert.LessOrEqual(t, layer[1], 4*mostPieces, "lines and texts in the layers of the picture: %v", layers)
			assert.True(t, i == 0 || layers[i-1][0] < layer[0], "each in its own task: %v", layers)
		}
	})
	t.Run("a file that cannot be drawn says so, and its button can be pressed again", func(t *testing.T) {
		p.run(keepFiles + `; globalThis.hypot = Math.hypot; Math.hypot = () => { throw new Error('no ruler') }`)
		p.clickText("button", "Save as SVG")
		p.awaitText("[role=alert]", "The file could not be made: Error: no ruler.")
		assert.Empty(t, p.texts("button[aria-busy=true]"))
		p.run(`Math.hypot = hypot`)
		p.clickText("button", "Save as SVG")
		p.await(`files.length === 1 && !document.querySelector('[role=alert], button[aria-busy=true]')`)
	})
	p.assertQuiet()
}
