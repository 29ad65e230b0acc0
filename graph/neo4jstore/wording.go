package neo4jstore

import (
	"reflect"
	"regexp"
	"sync"
)

// wordings are statements as they are sent to the server. It keeps a plan of a statement for each order of magnitude of the length
// of each parameter that is a text or a list, and another for null, but one whatever a map holds. So what is such a parameter goes
// into one that is a map: to plan a statement takes longer than to run it many times.
type wordings struct {
	mu    sync.Mutex
	known map[string]*wording // by the statement
}

// wording is a statement with the parameters that it names, and its texts by the set of those in the map: bit i is name i.
type wording struct {
	names []string
	texts map[uint64]string
}

const (
	given        = "given" // the parameter that is a map
	mostWordings = 1000    // kept; statements name types of edges, and so are as many as one asks for
	mostNames    = 64
)

var parameterName = regexp.MustCompile(`\$([A-Za-z]\w*)`)

func newWordings() *wordings { return &wordings{known: map[string]*wording{}} }

// of gives the text and the parameters to send. Parameters that the statement does not name are left out.
func (w *wordings) of(text string, params map[string]any) (string, map[string]any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	known := w.wording(text)
	sent, gathered, set := make(map[string]any, len(params)), map[string]any{}, uint64(0)
	for i, name := range known.names {
		value, there := params[name]
		switch {
		case !there: // the server will say so
		case i < mostNames && isSized(value):
			gathered[name], set = value, set|1<<i
		default:
			sent[name] = value
		}
	}
	if set == 0 {
		return text, sent
	}
	sent[given] = gathered
	return known.text(text, set), sent
}

func (w *wordings) wording(text string) *wording {
	if known := w.known[text]; known != nil {
		return known
	}
	known := &wording{texts: map[uint64]string{}}
	seen := map[string]bool{}
	for _, match := range parameterName.FindAllStringSubmatch(text, -1) {
		if name := match[1]; !seen[name] {
			seen[name] = true
			known.names = append(known.names, name)
		}
	}
	if len(w.known) < mostWordings {
		w.known[text] = known
	}
	return known
}

// text is the statement whose parameters of a set are in the map.
func (w *wording) text(text string, set uint64) string {
	if known, ok := w.texts[set]; ok {
		return known
	}
	gathered := map[string]bool{}
	for i, name := range w.names {
		gathered[name] = i < mostNames && set&(1<<i) != 0
	}
	w.texts[set] = parameterName.ReplaceAllStringFunc(text, func(name string) string {
		if gathered[name[1:]] {
			return "$" + given + "." + name[1:]
		}
		return name
	})
	return w.texts[set]
}

// isSized says whether the server looks at the length of a parameter, or whether it is null.
func isSized(value any) bool {
	switch value.(type) {
	case nil, string, []any, []string:
		return true
	case bool, int, int64, float64, map[string]any:
		return false
	default:
		kind := reflect.TypeOf(value).Kind()
		return kind == reflect.String || kind == reflect.Slice
	}
}
