package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The question of a new reader: which sentence ties this company to an intelligence service, who said it, and who denies it?
const (
	tied        = "AO Kaspersky Lab cooperates with Russian military and intelligence authorities"
	tieQuote    = `AO Kaspersky Lab is on the Entity List for cooperation with "Russian military and intelligence authorities", the Bureau of Industry and Security said on 20 June 2024.`
	tieSpeaker  = "Bureau of Industry and Security"
	firstQuote  = `The Bureau of Industry and Security gave the same ground for putting OOO Kaspersky Group on the Entity List, namely cooperation with "Russian military and intelligence authorities".`
	tieDenial   = "Denied in general words by"
	tieDenier   = "Eugene Kaspersky"
	companyAsks = "Kaspersky"
)

// pointer is a reader's hand on the mouse: it hits only what the reader can see, and counts.
type pointer struct {
	*tab
	clicks int
}

// click moves to the middle of a text in the page as it is, after turning the wheel until it is in sight, and presses.
func (p *pointer) click(selector, part string) {
	p.t.Helper()
	element := fmt.Sprintf("[...document.querySelectorAll(%s)].find(e => e.textContent.includes(%s))", quote(selector), quote(part))
	p.await(element)
	p.wheel(element)
	at := read[[]float64](p.tab, `(() => { const b = `+element+`.getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2] })()`)
	hit := fmt.Sprintf("%s.contains(document.elementFromPoint(%g, %g))", element, at[0], at[1])
	require.True(p.t, read[bool](p.tab, hit), "%s lies under something else", part)
	p.mouse(input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: at[0], Y: at[1]})
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		p.mouse(input.DispatchMouseEventParams{Type: kind, X: at[0], Y: at[1], Button: input.MouseButtonLeft, ClickCount: 1})
	}
	p.clicks++
}

// still waits until the page has not moved for three frames.
const still = `{ let was = -1, frames = 0; globalThis.still = false; const look = () => { frames = scrollY === was ? frames + 1 : 0; was = scrollY; frames > 2 ? (globalThis.still = true) : requestAnimationFrame(look) }; look() }`

// wheel turns the wheel until an element is in sight and the page stands still.
func (p *pointer) wheel(element string) {
	p.t.Helper()
	for range 20 {
		p.run(still)
		p.await("globalThis.still")
		off := read[float64](p.tab, `(() => { const b = `+element+`.getClientRects()[0]; return b.top < 0 ? b.top - 80 : b.bottom > innerHeight ? b.bottom - innerHeight + 80 : 0 })()`)
		if off == 0 {
			return
		}
		p.mouse(input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: 400, Y: 400, DeltaX: 1, DeltaY: off}) // the protocol wants both
	}
	require.Fail(p.t, "never came in sight", element)
}

func (p *pointer) mouse(event input.DispatchMouseEventParams) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, input.DispatchMouseEvent, event)
	require.NoError(p.t, err)
}

// assertAnswered holds that the sentence, who said it and who denies it can be read, each on a card under its own heading.
func (p *tab) assertAnswered(place, sentence string) {
	p.t.Helper()
	p.awaitText(place+" .for .card", tieSpeaker)
	read := read[[]string](p, `[...document.querySelectorAll(`+quote(place+" .card")+`)].filter(e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })).map(e => e.innerText.replace(/\s+/g, ' '))`)
	said := func(parts ...string) bool {
		for _, card := range read {
			if holdsAll(card, parts) {
				return true
			}
		}
		return false
	}
	assert.True(p.t, said(tieSpeaker, sentence), "the sentence, and who said it: %q", read)
	assert.True(p.t, said(tieDenial, tieDenier), "who denies it: %q", read)
}

func holdsAll(text string, parts []string) bool {
	for _, part := range parts {
		if !strings.Contains(text, part) {
			return false
		}
	}
	return true
}

// byMouse goes there from the questions of the start page, and from the name of the company.
func (s dashboard) byMouse(t *testing.T) {
	open, _ := s.site(t)
	t.Run("by a question of the start page", func(t *testing.T) {
		p := &pointer{tab: open(t)}
		p.open("/")
		p.click("#questions a", "ties to Russian military")
		p.click(".pair h3 a", tied)
		p.assertAnswered(".panel", tieQuote)
		assert.LessOrEqual(t, p.clicks, 8)
		t.Logf("%d clicks", p.clicks)
		p.shoot("flow-mouse")
		p.assertQuiet()
	})
	t.Run("by the name of the company", func(t *testing.T) {
		p := &pointer{tab: open(t)}
		p.open("/")
		p.click(".hero input", "")
		p.press(companyAsks)
		p.click("#found li", "corporate group")
		p.click(".subject a", "Paths from it")
		p.click(".paths-found button", "Include alleged ties")
		p.click(".hop.weakest h3 a", tied)
		p.assertAnswered(".panel", tieQuote)
		assert.LessOrEqual(t, p.clicks, 8)
		t.Logf("%d clicks", p.clicks)
		p.assertQuiet()
	})
}

// byKeyboard goes there in at most 15 keys, and Escape gives the focus back.
func (s dashboard) byKeyboard(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.open("/")
	p.awaitText("#questions", "ties to Russian military")
	keys := 0
	press := func(key string) {
		p.press(key)
		keys++
	}
	press(kb.Tab) // the way past the head
	press(kb.Enter)
	p.await(`document.activeElement.id === 'main'`)
	press(kb.Tab) // search
	press(kb.Tab) // the first question
	press(kb.Tab) // the second
	assert.Contains(t, read[string](p, `document.activeElement.textContent`), "ties to Russian military")
	press(kb.Enter)
	p.awaitText("main .pair", "cooperates with Russian military and intelligence authorities")
	press(kb.Tab) // the chosen entity
	press(kb.Tab) // leave it out
	press(kb.Tab) // the first claim
	sentence := read[string](p, `document.activeElement.textContent`)
	require.Contains(t, sentence, "cooperates with Russian military and intelligence authorities")
	press(kb.Enter)
	p.awaitText(".panel h2", sentence)
	p.assertAnswered(".panel", firstQuote)
	assert.True(t, read[bool](p, `document.querySelector('.panel').contains(document.activeElement)`), "the focus is in the open claim")
	assert.LessOrEqual(t, keys, 15)
	t.Logf("%d keys", keys)
	p.press(kb.Escape)
	p.await(`!document.querySelector('.panel') && document.activeElement.textContent === ` + quote(sentence)) // what opened the claim
	p.assertQuiet()
}
