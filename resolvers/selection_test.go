package resolvers_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"
)

// writer writes random operations that are valid: a response key always stands for the same field with the same arguments, except
// on fragments for different kinds, where one key stands for different fields of one type.
type writer struct {
	t         *rapid.T
	schema    *ast.Schema
	fragments []string
	keys      int
}

// choice is one way to select a field.
type choice struct {
	field string
	args  []string // each is a different key
}

func (w *writer) draw(label string, n int) int { return rapid.IntRange(0, n-1).Draw(w.t, label) }

// pageArgs are arguments of a connection, by literal and by variable.
func pageArgs() []string {
	return []string{"", "first: 1", "first: 2", "first: 3", "first: $n", "first: $none"}
}

func tieArgs() []string {
	return append(pageArgs(), "first: 2, orderBy: STRENGTH", "filter: {direction: IN}, first: $n", "orderBy: null, first: 4")
}

// choices are the fields that the oracle knows, by type.
func choices(typeName string) []choice {
	switch typeName {
	case "Query":
		var ids []string
		for _, id := range []string{"acme", "acme-labs", "ann", "ministry", "service", "ban", "port"} {
			ids = append(ids, fmt.Sprintf(`id: "ent_%s"`, id))
		}
		return []choice{{"entity", ids}, {"node", append(ids, `id: "ast_retracted"`, `id: "doc_article"`, `id: "doc_none"`)}}
	case "TieConnection":
		return []choice{{"edges", nil}, {"nodes", nil}, {"totalCount", nil}}
	case "ClaimConnection", "AssertionConnection":
		return []choice{{"edges", nil}, {"nodes", nil}, {"totalCount", nil}}
	default:
		return moreChoices(typeName)
	}
}

func moreChoices(typeName string) []choice {
	switch typeName {
	case "Entity":
		return []choice{
			{"id", nil},
			{"kind", nil},
			{"name", nil},
			{"specificity", nil},
			{"degree", nil},
			{"ties", tieArgs()},
			{"claims", pageArgs()},
			{"said", pageArgs()},
			{"tieFacets", nil},
		}
	case "CorporateGroup", "Company":
		return append(choices("Entity"), choice{"headquarters", nil}, choice{"members", pageArgs()})
	case "Person":
		return append(choices("Entity"), choice{"positions", pageArgs()})
	case "Agency":
		return choices("Entity")
	case "Tie":
		return named("standing contested forward modality period node claim")
	case "TieSet":
		return named("ties")
	case "TieFacet":
		return named("direction standing count")
	case "DateRange":
		return named("from to")
	case "Claim":
		return append(named("id modality standing sentence accusatory subject object"), choice{"assertions", pageArgs()})
	case "Assertion":
		return named("id stance voice channel saidAt countsAs claim speaker evidence capacity")
	case "Capacity":
		return named("role for")
	case "DateValue":
		return named("edtf text")
	case "Evidence":
		return named("quote start document assertion")
	case "Document":
		return named("id title onFile publisher")
	default:
		return named("node")
	}
}

func named(fields string) []choice {
	var list []choice
	for field := range strings.FieldsSeq(fields) {
		list = append(list, choice{field: field})
	}
	return list
}

// operation writes a whole operation.
func (w *writer) operation() string {
	body := w.set("Query", 4)
	return "query ($n: Int!, $none: Int, $yes: Boolean!, $no: Boolean!) {" + body +
		" n: entity(id: \"ent_acme\") @skip(if: $yes) { ties(first: $n) { totalCount } claims(first: $none) { totalCount } }" +
		" m: entity(id: \"ent_acme\") @include(if: $no) { id } }\n" + strings.Join(w.fragments, "\n")
}

// set writes the selections on a type.
func (w *writer) set(typeName string, depth int) string {
	var out strings.Builder
	for range 1 + w.draw("selections", 4) {
		out.WriteString(" " + w.selection(typeName, depth))
	}
	return out.String()
}

func (w *writer) selection(typeName string, depth int) string {
	abstract := typeName == "Entity" || typeName == "Node"
	switch pick := w.draw("selection", 10); {
	case pick == 0:
		return "__typename"
	case pick == 1 && depth > 0:
		return "... " + w.directive() + "{" + w.set(typeName, depth-1) + " }"
	case pick == 2 && depth > 0:
		name := fmt.Sprintf("F%d", len(w.fragments))
		w.fragments = append(w.fragments, "")
		at := len(w.fragments) - 1
		w.fragments[at] = "fragment " + name + " on " + typeName + " {" + w.set(typeName, depth-1) + " }"
		return "..." + name + " " + w.directive()
	case (pick < 6 || typeName == "Node") && abstract && depth > 0:
		return w.narrowed(typeName, depth)
	case typeName == "Node":
		return "id"
	case pick == 6 && typeName == "Entity" && depth > 0:
		return w.split(depth)
	default:
		return w.field(typeName, depth)
	}
}

// narrowed writes a fragment on a type that the abstract one may be.
func (w *writer) narrowed(typeName string, depth int) string {
	types := []string{"Entity", "Company", "CorporateGroup", "Person", "Agency"}
	if typeName == "Node" {
		types = append(types, "Assertion", "Document", "Claim")
	}
	on := types[w.draw("type", len(types))]
	return "... on " + on + " " + w.directive() + "{" + w.set(on, depth-1) + " }"
}

// split writes one key for different fields on different kinds.
func (w *writer) split(depth int) string {
	w.keys++
	key := fmt.Sprintf("s%d", w.keys)
	first := w.draw("first", 3)
	return fmt.Sprintf("... on Company { %[1]s: ties(first: %[2]d) {%[3]s } } ... on CorporateGroup { %[1]s: members(first: 2) {%[4]s } } "+
		"... on Person { %[1]s: positions {%[5]s } }", key, first+1,
		w.set("TieConnection", depth-1), w.set("TieConnection", depth-1), w.set("TieConnection", depth-1))
}

func (w *writer) directive() string {
	return []string{"", "", "@include(if: $yes) ", "@skip(if: $no) ", "@include(if: $no) ", "@skip(if: true) "}[w.draw("directive", 6)]
}

// field writes a field under a key that tells it and its arguments.
func (w *writer) field(typeName string, depth int) string {
	list := choices(typeName)
	if depth <= 0 {
		list = slices.DeleteFunc(slices.Clone(list), func(c choice) bool { return w.composite(typeName, c.field) != "" })
		if len(list) == 0 {
			return "__typename"
		}
	}
	c := list[w.draw("field", len(list))]
	text := c.field
	if len(c.args) > 0 {
		at := w.draw("args", len(c.args))
		text = fmt.Sprintf("%s%d: %s", c.field, at, c.field)
		if c.args[at] != "" {
			text += "(" + c.args[at] + ")"
		}
	}
	if below := w.composite(typeName, c.field); below != "" {
		text += " " + w.directive() + "{" + w.set(below, depth-1) + " }"
	}
	return text
}

// composite is the type of a field with fields of its own, else nothing.
func (w *writer) composite(typeName, field string) string {
	def := w.schema.Types[typeName].Fields.ForName(field)
	below := w.schema.Types[def.Type.Name()]
	if !below.IsCompositeType() {
		return ""
	}
	return below.Name
}
