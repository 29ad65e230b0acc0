package resolvers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph"
)

// words says what a free text of an input may hold. Of all that are checked, none may hold characters that hide or turn others.
type words struct {
	needed bool // it must not be blank
	most   int  // characters; 0: any number
}

// wordsOf is the table of free texts, by the last part of the field's name.
func wordsOf(field string) words {
	switch field[strings.LastIndex(field, ".")+1:] {
	case "operationId", "by":
		return words{needed: true, most: 200}
	case "page":
		return words{most: 50}
	default: // caption, channel, title
		return words{}
	}
}

// words gives a free text of the input, and refuses one that the table does not allow.
func (d *drafter) words(field, text string) string {
	rule := wordsOf(field)
	switch {
	case rule.needed && strings.TrimSpace(text) == "":
		d.fail(graph.Invalid(field, shortened(text), "a text that is not blank"))
	case rule.most > 0 && utf8.RuneCountInString(text) > rule.most:
		d.fail(graph.Invalid(field, shortened(text), fmt.Sprintf("at most %d characters", rule.most)))
	case strings.ContainsFunc(text, hides):
		d.fail(graph.Invalid(field, shortened(text), "a text without control characters and without those that turn its direction"))
	}
	return text
}

// hides says whether a character is a control, or one of those that change the direction of the text after it.
func hides(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}
