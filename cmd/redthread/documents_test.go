package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// askDocuments asks every question that the README and the guide of the API show, in their order, and compares the answer with the
// one that stands below it. -update writes what is answered.
func askDocuments(t *testing.T, reference string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "data")
	require.NoError(t, os.CopyFS(folder, os.DirFS(reference)))
	c := startServer(t, "-data", folder)
	for _, path := range []string{"../../README.md", "../../docs/api.md"} {
		d := readDocument(t, path)
		d.askAll(c)
		d.save()
	}
	c.stop()
}

// TestTutorial does what the tutorial says: it writes the files, runs the commands and asks the questions.
func TestTutorial(t *testing.T) {
	d := readDocument(t, "../../docs/tutorial.md")
	folder := t.TempDir()
	d.writeFiles(folder)
	d.runCommands(folder)
	c := startServer(t, "-data", filepath.Join(folder, "case"))
	d.askAll(c)
	c.stop()
	d.save()
}

// TestLimitsInGuide compares the bounds that the guide names with those that the server sets.
func TestLimitsInGuide(t *testing.T) {
	guide, err := os.ReadFile("../../docs/api.md")
	require.NoError(t, err)
	number := func(n int) string {
		if n < 1000 {
			return strconv.Itoa(n)
		}
		return fmt.Sprintf("%d,%03d", n/1000, n%1000)
	}
	l := guard.Defaults()
	for _, row := range []string{
		fmt.Sprintf("| request body, query text | 1 MiB, %d KiB |", l.QueryBytes>>10),
		fmt.Sprintf("| tokens, depth | %s, %d |", number(l.Tokens), l.Depth),
		fmt.Sprintf("| fields, aliases, directives, fragments, root fields | %d, %d, %d, %d, %d |",
			l.Fields, l.Aliases, l.Directives, l.Fragments, l.RootFields),
		fmt.Sprintf("| cost: objects that an answer may hold, `first` multiplied through | %s |", number(l.Cost)),
		fmt.Sprintf("`first` (at most %d)", l.MaxFirst),
		fmt.Sprintf("Left out, `first` is\n%d at the root and %d below", l.RootFirst, l.NestedFirst),
	} {
		assert.Contains(t, string(guide), row)
	}
}

// document is a text of Markdown, as lines, with its fenced blocks.
type document struct {
	t      *testing.T
	path   string
	lines  []string
	blocks []*block
}

// block is what stands between two fences.
type block struct {
	language string // the first word after the opening fence
	file     string // the second word, if any
	from, to int    // lines
	text     string
}

func readDocument(t *testing.T, path string) *document {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	d := &document{t: t, path: path, lines: strings.SplitAfter(string(data), "\n")}
	var open *block
	for i, line := range d.lines {
		info, fence := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "```")
		switch {
		case !fence:
		case open == nil:
			language, file, _ := strings.Cut(info, " ")
			open = &block{language: language, file: file, from: i + 1}
		default:
			open.to = i
			open.text = strings.Join(d.lines[open.from:open.to], "")
			d.blocks = append(d.blocks, open)
			open = nil
		}
	}
	require.Nil(t, open, "%s: a fence is not closed", path)
	return d
}

// askAll asks each block of GraphQL, or of curl, that has an answer in JSON below it.
func (d *document) askAll(c *child) {
	d.t.Helper()
	asked := 0
	for i, b := range d.blocks[:len(d.blocks)-1] {
		answer := d.blocks[i+1]
		if answer.language != "json" {
			continue
		}
		asked++
		got := c.ask(d.request(b))
		if *update {
			answer.text = indented(d.t, got)
			continue
		}
		assert.JSONEq(d.t, withoutRequestID(d.t, answer.text), withoutRequestID(d.t, got), "%s:%d", d.path, answer.from)
	}
	assert.Positive(d.t, asked, "%s asks nothing", d.path)
}

// request is the body that a block sends: the text of a query, or what curl sends after -d.
func (d *document) request(b *block) string {
	d.t.Helper()
	if b.language == "graphql" {
		return query(d.t, b.text)
	}
	_, body, found := strings.Cut(b.text, "-d '")
	require.True(d.t, found, "%s:%d: an answer without a question", d.path, b.from)
	body, _, found = strings.Cut(body, "'\n")
	require.True(d.t, found, "%s:%d: the body of the request does not end", d.path, b.from)
	return body
}

// writeFiles writes the blocks that name a file.
func (d *document) writeFiles(folder string) {
	d.t.Helper()
	for _, b := range d.blocks {
		if b.file != "" {
			path := filepath.Join(folder, b.file)
			require.NoError(d.t, os.MkdirAll(filepath.Dir(path), 0o750))
			require.NoError(d.t, os.WriteFile(path, []byte(b.text), 0o600))
		}
	}
}

// runCommands runs the lines of console blocks that begin with "$ ", and compares what they print with the lines below.
func (d *document) runCommands(folder string) {
	d.t.Helper()
	ran := 0
	for _, b := range d.blocks {
		if b.language != "console" {
			continue
		}
		var shown strings.Builder
		for line := range strings.Lines(b.text) {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				ran++
				shown.WriteString(line + d.run(folder, command))
			}
		}
		if *update {
			b.text = shown.String()
			continue
		}
		assert.Equal(d.t, b.text, shown.String(), "%s:%d", d.path, b.from)
	}
	assert.Positive(d.t, ran, "%s runs nothing", d.path)
}

// run gives what a command prints, as on a terminal; it may fail.
func (d *document) run(folder, command string) string {
	shell := exec.CommandContext(d.t.Context(), "sh", "-c", command)
	shell.Dir, shell.Env = folder, redthreadEnv(d.t, "REDTHREAD_DATA=case")
	out, err := shell.CombinedOutput()
	if _, failed := errors.AsType[*exec.ExitError](err); !failed {
		require.NoError(d.t, err, command)
	}
	return string(out)
}

// save writes the document anew, when it is to be updated.
func (d *document) save() {
	if !*update {
		return
	}
	var out strings.Builder
	next := 0
	for _, b := range d.blocks {
		out.WriteString(strings.Join(d.lines[next:b.from], "") + b.text)
		next = b.to
	}
	out.WriteString(strings.Join(d.lines[next:], ""))
	require.NoError(d.t, os.WriteFile(d.path, []byte(out.String()), 0o600))
}

// withoutRequestID drops what differs from answer to answer.
func withoutRequestID(t *testing.T, answer string) string {
	t.Helper()
	var parsed struct {
		Data   any              `json:"data,omitempty"`
		Errors []map[string]any `json:"errors,omitempty"`
	}
	require.NoError(t, json.Unmarshal([]byte(answer), &parsed), answer)
	for _, e := range parsed.Errors {
		if extensions, ok := e["extensions"].(map[string]any); ok {
			delete(extensions, "requestId")
		}
	}
	kept, err := json.Marshal(parsed)
	require.NoError(t, err)
	return string(kept)
}

var (
	// innermost is an object or list of an indented answer that holds no other.
	innermost = regexp.MustCompile(`[{\[]\n[^{}\[\]]*\n *[}\]]`)
	requestID = regexp.MustCompile(`"requestId":"[A-Z2-7]+"`)
)

// indented writes an answer for readers: what holds nothing else and is short stands on one line.
func indented(t *testing.T, answer string) string {
	t.Helper()
	answer = requestID.ReplaceAllString(answer, `"requestId":"…"`)
	var out bytes.Buffer
	require.NoError(t, json.Indent(&out, []byte(answer), "", "  "))
	text := innermost.ReplaceAllStringFunc(out.String(), func(inner string) string {
		lines := strings.Split(inner, "\n")
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		line := strings.NewReplacer("[ ", "[", " ]", "]").Replace(strings.Join(lines, " "))
		if len(line) > 110 {
			return inner
		}
		return line
	})
	return strings.TrimSpace(text) + "\n"
}
