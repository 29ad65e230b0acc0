package web_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var takeScreenshots = flag.Bool("screenshots", false, "write the pictures of docs/screenshots anew")

const (
	screenshots     = "../docs/screenshots"
	mostBytes       = 150_000
	screenshotWidth = 1280
	screenshotTall  = 800
)

// pictured are the views that the README shows: its address, and an expression that holds once all of it is there.
func pictured() map[string]struct{ address, there string } {
	return map[string]struct{ address, there string }{
		"home":     {"/", `document.querySelector('#counts')`},
		"entity":   {"/#v=1&view=entity&focus=" + company, `document.querySelector('#changes') && !document.querySelector('main [aria-busy], main .loading')`},
		"graph":    {"/#v=1&view=graph&focus=" + unit + "&x.node=" + unit, drawn},
		"claims":   {"/#v=1&view=claims&focus=" + unit + "&claim=clm_mpwade2jsnntqxdsxxo73sh7ht", `document.querySelector('.panel .card') && document.querySelector('main .pair')`},
		"timeline": {"/#v=1&view=timeline&focus=" + unit, `document.querySelector('main svg')`},
		"map":      {"/#v=1&view=map&focus=" + company + "&x.site=ent_office-woburn", `document.querySelector('main svg path') && document.querySelector('main tbody tr')`},
		"paths":    {toService + "&x.alleged=yes&x.most=1", `document.querySelector('.hop.weakest')`},
		"dossier":  {"/#v=1&view=dossier&x.values=no&set=" + unit + "," + service, `document.querySelector('.statement')`},
	}
}

// TestScreenshots holds that the README shows the pictures there are, each for both schemes; with -screenshots it takes them.
func TestScreenshots(t *testing.T) {
	if *takeScreenshots {
		takePictures(t)
	}
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	named := map[string]bool{}
	for _, match := range regexp.MustCompile(`docs/screenshots/([a-z-]+\.png)`).FindAllStringSubmatch(string(readme), -1) {
		named[match[1]] = true
	}
	want := map[string]bool{}
	for view := range pictured() {
		for _, scheme := range []string{"light", "dark"} {
			want[view+"-"+scheme+".png"] = true
			assert.Contains(t, string(readme), fmt.Sprintf("docs/screenshots/%s-%s.png", view, scheme))
		}
	}
	assert.Equal(t, want, named, "the README names what make screenshots writes")
	there, err := os.ReadDir(screenshots)
	require.NoError(t, err)
	assert.Len(t, there, len(want), "no picture that is not shown")
	for name := range want {
		body, err := os.ReadFile(filepath.Join(screenshots, name))
		require.NoError(t, err)
		config, err := png.DecodeConfig(bytes.NewReader(body))
		require.NoError(t, err, name)
		assert.Equal(t, []int{screenshotWidth, screenshotTall}, []int{config.Width, config.Height}, name)
		assert.LessOrEqual(t, len(body), mostBytes, name)
	}
}

// takePictures takes them of the reference case as if it was put on file on one fixed day.
func takePictures(t *testing.T) {
	t.Helper()
	onFile := func() time.Time { return time.Date(2026, time.November, 24, 12, 0, 0, 0, time.UTC) }
	b := newBrowser(t)
	open := b.at(t, seededOn(t, onFile))
	require.NoError(t, os.MkdirAll(screenshots, 0o755))
	for view, look := range pictured() {
		p := open(t)
		p.size(screenshotWidth, screenshotTall)
		for _, scheme := range []string{"light", "dark"} {
			p.scheme(scheme)
			p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(p.origin+look.address)) // a page of its own, not a step within one
			p.await(look.there)
			p.settle()
			picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(screenshots, view+"-"+scheme+".png"), fewColours(t, picture), 0o644))
		}
		p.assertQuiet()
	}
}
