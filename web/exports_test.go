package web_test

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// keepFiles keeps each file that the page saves in `files`, in place of handing it to the reader.
const keepFiles = `globalThis.files = []; URL.createObjectURL = blob => { files.push(blob); return '#' }; globalThis.follow ??= HTMLAnchorElement.prototype.click; HTMLAnchorElement.prototype.click = function () { if (this.download) globalThis.named = this.download; else follow.call(this) }`

// saved clicks a button and gives the file that the page saves then, with its type.
func (p *tab) saved(button string) (kind string, body []byte) {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](keepFiles))
	p.clickText("button", button)
	p.await("files.length === 1")
	p.do(chromedp.Evaluate[chromedp.Void](`globalThis.read = ''; { const r = new FileReader(); r.onload = () => (globalThis.read = r.result); r.readAsDataURL(files[0]) }`))
	p.await("read !== ''")
	head, text, _ := strings.Cut(read[string](p, "read"), ";base64,")
	body, err := base64.StdEncoding.DecodeString(text)
	require.NoError(p.t, err)
	return strings.TrimPrefix(head, "data:"), body
}

// openFile opens a saved file by itself, from the disk.
func (p *tab) openFile(name string, body []byte) {
	p.t.Helper()
	file := filepath.Join(p.t.TempDir(), name)
	require.NoError(p.t, os.WriteFile(file, body, 0o600))
	p.mu.Lock()
	p.requests = nil
	p.mu.Unlock()
	p.do(chromedp.Navigate("file://" + file))
	p.await(`document.readyState === 'complete'`)
}

// assertAlone is the promise of every file: opened by itself it asks for nothing, runs nothing and breaks no rule.
func (p *tab) assertAlone() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	assert.Empty(p.t, p.problems)
	require.Len(p.t, p.requests, 1, "the file itself")
	assert.True(p.t, strings.HasPrefix(p.requests[0], "file://"))
}

// exported is a tie in a JSON file.
type exported struct{ SaidBy, Sentence, Standing, DeniedBy, Denial, Sources, Publishers, Originals, ClaimID string }

// exportedFile is a JSON file.
type exportedFile struct {
	NotShown, Revision, KnownAt, AsOf string
	Filters                           []string
	Ties                              []exported
}

func (s dashboard) exports(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.open("/#v=1&view=table&focus=" + unit)
	p.awaitText(".bar", "ties among")
	var file exportedFile
	kind, body := p.saved("Save as JSON")
	assert.Equal(t, "application/json", kind)
	require.NoError(t, json.Unmarshal(body, &file))
	assert.Empty(t, file.NotShown, "all is there")
	ties := file.Ties
	_, table := p.saved("Save as CSV")
	p.awaitText("tbody", "allegedly")
	_, fromTable := p.saved("Save as SVG")
	p.clickText(".tabs a", "Graph")
	p.await(`document.querySelectorAll('.tie').length > 10`)
	kind, drawing := p.saved("Save as SVG")
	assert.Equal(t, "image/svg+xml", kind)
	kind, image := p.saved("Save as PNG")
	assert.Equal(t, "image/png", kind)

	t.Run("no accusation leaves without what is said against it", func(t *testing.T) {
		accused := 0
		for _, tie := range ties {
			assert.NotContains(t, tie.SaidBy+tie.DeniedBy, "more on file", "a file is whole")
			if tie.DeniedBy == "" {
				assert.NotContains(t, []string{"alleged", "disputed"}, tie.Standing)
				continue
			}
			accused++
			assert.True(t, tie.Sources != "" || tie.Standing == "unasserted", "%s has no source", tie.Sentence)
			assert.Contains(t, string(table), strings.ReplaceAll(tie.DeniedBy, `"`, `""`))
			for _, svg := range [][]byte{drawing, fromTable} {
				notes := textOf(t, svg, "notes")
				for _, part := range append(strings.Split(tie.Denial, "; "), tie.Sentence, tie.DeniedBy, tie.Sources) {
					assert.Contains(t, notes, strings.Join(strings.Fields(part), " "))
				}
			}
		}
		assert.Greater(t, accused, 1)
	})
	t.Run("data names publishers, the works that sources pass on, and the revision", func(t *testing.T) {
		originals := 0
		for _, tie := range ties {
			assert.True(t, tie.Publishers != "" || tie.Sources == "", "%s has no publisher", tie.Sentence)
			if strings.Contains(tie.Originals, "https://") {
				originals++
				assert.Contains(t, string(table), strings.ReplaceAll(tie.Originals, `"`, `""`))
			}
		}
		assert.Positive(t, originals)
		assert.Equal(t, "1", file.Revision)
		assert.NotEmpty(t, file.KnownAt)
		assert.Empty(t, file.AsOf+strings.Join(file.Filters, ""))
	})
	t.Run("the drawing stands alone: legend, revision, and each tie in words", func(t *testing.T) {
		for _, part := range []string{"href=", "url(", "<style", "<script", "class=", "var("} {
			assert.NotContains(t, string(drawing), part)
		}
		legend := textOf(t, drawing, "legend")
		for _, word := range []string{"determined", "recorded", "? alleged", "≠ disputed", "never said"} {
			assert.Contains(t, legend, word)
		}
		assert.Contains(t, textOf(t, drawing, "notes"), "Revision 1 of the record, as known on ")
		assert.Equal(t, len(ties), strings.Count(string(drawing), "data-tie="))
		assert.Equal(t, len(ties), strings.Count(string(drawing), "<desc>Standing: "))
		other := open(t)
		other.openFile("ties.svg", drawing)
		assert.Equal(t, "svg", read[string](other, "document.documentElement.nodeName"))
		runsOff := `[...document.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, b]) => b.right > innerWidth * 0 + document.documentElement.width.baseVal.value + 1 || b.left < 0).map(([t]) => t)`
		assert.Empty(t, read[[]string](other, runsOff), "nothing is cut at the edge")
		other.shoot("exports-svg")
		other.assertAlone()
	})
	t.Run("the picture is the drawing", func(t *testing.T) {
		config, err := png.DecodeConfig(bytes.NewReader(image))
		require.NoError(t, err)
		width, height := sizeOf(t, drawing)
		assert.InDelta(t, width*2, config.Width, 1)
		assert.InDelta(t, height*2, config.Height, 1)
		if folder := os.Getenv("WEB_SCREENSHOTS"); folder != "" {
			require.NoError(t, os.WriteFile(filepath.Join(folder, "exports-png.png"), image, 0o600))
		}
	})
	p.assertQuiet()
}

func (s dashboard) exportsLimits(t *testing.T) {
	open, m := s.site(t)
	p := open(t)
	t.Run("where no denial is on file every file says so", func(t *testing.T) {
		p := s.browser.at(t, generate(20))(t)
		p.open("/#v=1&view=table&set=" + strings.Join(generate(20).ids, ","))
		p.awaitText(".bar", "among 20 entities")
		accused := strings.Count(strings.Join(p.texts("tbody tr"), " "), "no denial found")
		assert.Greater(t, accused, 1)
		for _, file := range []string{"CSV", "JSON"} {
			_, body := p.saved("Save as " + file)
			assert.Equal(t, accused, strings.Count(string(body), "no denial found in the sources"), file)
		}
		_, svg := p.saved("Save as SVG")
		assert.Equal(t, accused, strings.Count(textOf(t, svg, "notes"), "no denial found in the sources"))
		assert.Equal(t, accused, strings.Count(string(svg), "Denied by: no denial found in the sources.</desc>"))
	})
	t.Run("what the filters hide is left out, and that is said", func(t *testing.T) {
		p.open("/#v=1&view=graph&alleged=no&at=2024-07-25&focus=" + unit)
		p.await(`document.querySelectorAll('.tie').length > 10 && !document.querySelector('.tie.is-dashed')`)
		p.awaitText(".bar", "up to ")
		_, svg := p.saved("Save as SVG")
		assert.Contains(t, textOf(t, svg, "notes"), "Left out by the filters: what stands alleged, disputed.")
		assert.Contains(t, textOf(t, svg, "notes"), "As it stood on 25 July 2024.")
		assert.NotContains(t, string(svg), "allegedly")
		_, body := p.saved("Save as JSON")
		var file exportedFile
		require.NoError(t, json.Unmarshal(body, &file))
		assert.Equal(t, "2024-07-25", file.AsOf)
		assert.Equal(t, []string{"Left out by the filters: what stands alleged, disputed."}, file.Filters)
	})
	t.Run("which bound cut the answer is said", func(t *testing.T) {
		m.rewrite(`"truncated":null`, `"truncated":{"reason":"EDGE_BUDGET","limit":200000}`)
		p.open("/#v=1&view=graph&set=" + unit + "," + service)
		p.awaitText(".cut", "200,000 ties were read, the most that may be")
		assertCut(t, p, "Not all is shown: 200,000 ties were read, the most that may be.")
		m.rewrite("\x00", "")
	})
	t.Run("how many of those chosen are shown is said", func(t *testing.T) {
		p := s.browser.at(t, generate(60))(t)
		for _, view := range []string{"table", "graph"} {
			p.open("/#v=1&x.most=50&view=" + view + "&set=" + strings.Join(generate(60).ids, ","))
			p.awaitText(".cut", "60 entities are chosen; the first 50 are shown. ")
			p.await(`[...document.querySelectorAll('tbody tr, .tie')].length > 10`)
			assertCut(t, p, "60 entities are chosen; the first 50 are shown.")
		}
	})
	t.Run("a store that is away is said, and the same file asked for again", func(t *testing.T) {
		m.fail("Stamp", apiError{"STORE_UNAVAILABLE", "the database cannot be reached"})
		p.clickText("button", "Save as PNG")
		p.awaitText("[role=alert]", "The file could not be made: the database cannot be reached")
		m.fail("Stamp", apiError{})
		kind, _ := p.saved("Try again")
		assert.Equal(t, "image/png", kind)
		p.await(`!document.querySelector('[role=alert]')`)
	})
	p.assertQuiet()
}

// assertCut holds that every file of a set that was cut says so, in the place where readers of its format look, and in its name.
func assertCut(t *testing.T, p *tab, words string) {
	t.Helper()
	_, body := p.saved("Save as CSV")
	rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	require.NoError(t, err, "no line is there that is no data")
	require.Greater(t, len(rows), 1)
	last := len(rows[0]) - 1
	assert.Equal(t, "notShown", rows[0][last])
	for _, row := range rows[1:] {
		assert.Equal(t, words, row[last])
	}
	assert.Equal(t, "ties-cut.csv", read[string](p, "named"))
	_, body = p.saved("Save as JSON")
	var file exportedFile
	require.NoError(t, json.Unmarshal(body, &file))
	assert.Equal(t, words, file.NotShown)
	_, svg := p.saved("Save as SVG")
	assert.Contains(t, textOf(t, svg, "notes"), words)
	assert.Regexp(t, `(?s)<desc id="desc">[^<]*`+regexp.QuoteMeta(words), string(svg))
	kind, _ := p.saved("Save as PNG") // which is the drawing
	assert.Equal(t, "image/png", kind)
	assert.Equal(t, "ties-cut.png", read[string](p, "named"))
}

// textOf is the text within the parts of a drawing that carry a mark, such as "legend" for data-legend.
func textOf(t *testing.T, svg []byte, mark string) string {
	t.Helper()
	var words []string
	inside := 0
	for decoder := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err, "the drawing is well-formed")
		switch e := token.(type) {
		case xml.StartElement:
			if inside > 0 || marked(e, mark) {
				inside++
			}
		case xml.EndElement:
			inside = max(0, inside-1)
		case xml.CharData:
			if inside > 0 {
				words = append(words, strings.Fields(string(e))...)
			}
		}
	}
	return strings.Join(words, " ")
}

func marked(e xml.StartElement, mark string) bool {
	for _, a := range e.Attr {
		if a.Name.Local == "data-"+mark {
			return true
		}
	}
	return false
}

// sizeOf is the size that a drawing states.
func sizeOf(t *testing.T, svg []byte) (width, height float64) {
	t.Helper()
	var root struct {
		Width  string `xml:"width,attr"`
		Height string `xml:"height,attr"`
	}
	require.NoError(t, xml.Unmarshal(svg, &root))
	width, err := strconv.ParseFloat(root.Width, 64)
	require.NoError(t, err)
	height, err = strconv.ParseFloat(root.Height, 64)
	require.NoError(t, err)
	return width, height
}
