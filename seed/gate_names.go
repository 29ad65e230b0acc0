package seed

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/text"
)

// nameIndex holds how documents call the entities of a pack: by caption, by a NAME, by a mention.
type nameIndex struct {
	byEntity map[string][]string
	// proper are the names of whoever acts and is made: "Kaspersky" inside "AO Kaspersky Lab" does not name the group.
	proper []properName
}

type properName struct{ entity, name string }

func newNameIndex(p *Pack) nameIndex {
	x := nameIndex{byEntity: map[string][]string{}}
	named := map[string]bool{}
	for i := range p.Entities {
		e := &p.Entities[i]
		named[e.ID] = e.proper()
		x.add(e.ID, e.Caption, named[e.ID])
		for _, mention := range e.Mentions {
			x.add(e.ID, mention, false)
		}
	}
	for i := range p.Statements {
		if s := &p.Statements[i]; s.Value != nil && s.Value.Name != nil && s.Subject != "" {
			x.add(s.Subject, s.Value.Name.Text, named[s.Subject])
		}
	}
	return x
}

// proper says whether the caption is a name that is not also a description.
func (e *Entity) proper() bool {
	described := e.Specificity != "" && e.Specificity != string(graph.Named)
	return !described && !slices.Contains(
		[]graph.EntityKind{graph.Measure, graph.Office, graph.Sector, graph.City, graph.Region, graph.Country}, graph.EntityKind(e.Kind))
}

func (x *nameIndex) add(entity, name string, proper bool) {
	name = foldName(name)
	if name == "" || slices.Contains(x.byEntity[entity], name) {
		return
	}
	x.byEntity[entity] = append(x.byEntity[entity], name)
	if proper {
		x.proper = append(x.proper, properName{entity, name})
	}
}

func foldName(s string) string { return strings.ToLower(strings.TrimSpace(text.Fold(s).String())) }

// in says whether a quote names the entity: as whole words, and not as part of another's longer name.
func (x *nameIndex) in(entity, quote string) bool {
	quote = foldName(quote)
	for _, name := range x.byEntity[entity] {
		for _, at := range occurrences(quote, name) {
			if !x.hidden(entity, quote, at) {
				return true
			}
		}
	}
	return false
}

// hidden says whether the bytes lie inside a longer name of another entity.
func (x *nameIndex) hidden(entity, quote string, at text.Span) bool {
	for _, other := range x.proper {
		if other.entity == entity || len(other.name) <= at.Len() {
			continue
		}
		for _, long := range occurrences(quote, other.name) {
			if long.Contains(at) {
				return true
			}
		}
	}
	return false
}

// list names an entity for an error.
func (x *nameIndex) list(entity string) string {
	said := make([]string, 0, len(x.byEntity[entity]))
	for _, name := range x.byEntity[entity] {
		said = append(said, fmt.Sprintf("%q", name))
	}
	return strings.Join(said, " or ")
}

// occurrences are the byte spans at which the words stand in s as whole words.
func occurrences(s, words string) []text.Span {
	var out []text.Span
	for from := 0; words != ""; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			break
		}
		at := text.Span{Start: from + i, End: from + i + len(words)}
		before, _ := utf8.DecodeLastRuneInString(s[:at.Start])
		after, _ := utf8.DecodeRuneInString(s[at.End:])
		if !wordRune(before) && !wordRune(after) {
			out = append(out, at)
		}
		from = at.End
	}
	return out
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
