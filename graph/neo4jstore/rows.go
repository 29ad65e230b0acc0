package neo4jstore

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// sections are the parts of the statement that writes a revision, in order: each writes the rows of its name by the statement of
// its name. What is named comes before what names it, and what goes before what takes its place.
func sections() []string {
	return []string{
		"terms", "entities", "states", "restates", "lost", "unfound", "found",
		"documents", "layers", "layer_terms", "text_terms",
		"ties", "values", "ended_stretches", "dropped_stretches", "stretches", "ended_edges", "dropped_edges", "edges",
		"assertions", "spoken", "evidence", "decisions", "judgements", "competence", "changes", "marks",
	}
}

// rows are what is to be written: of each section a list of rows, each the list of its values.
type rows struct {
	lists map[string][]any
	terms map[string]bool // that are in the section of terms
}

func newRows() *rows { return &rows{lists: map[string][]any{}, terms: map[string]bool{}} }

// add adds a row to a section.
func (r *rows) add(section string, values ...any) {
	r.lists[section] = append(r.lists[section], values)
}

// write names a statement that writes rows: that of an Update, or one of a chunk of a load.
type write struct {
	name  string
	edges bool // it ends or drops edges as well
}

// text is the statement that writes the rows. There are two at most for each name, whatever the rows: to plan one takes the server longer
// than to run it thousands of times, and a section without rows costs it nothing. The longer one names every type of an edge.
func (r *rows) text(name string) string {
	return writeTexts()[write{name, len(r.lists["ended_edges"])+len(r.lists["dropped_edges"]) > 0}]
}

var writeTexts = sync.OnceValue(func() map[write]string {
	texts := map[write]string{}
	all := sections()
	few := slices.DeleteFunc(sections(), func(s string) bool { return s == "ended_edges" || s == "dropped_edges" })
	for w, of := range map[write][]string{
		{"write_update", true}: all, {"write_update", false}: few, {"write_load", true}: all, {"write_load", false}: few,
		{"write_load_terms", false}: {"terms", "layer_terms", "text_terms", "marks"},
	} {
		var parts strings.Builder
		for _, section := range of {
			parts.WriteString(sectionText(section))
		}
		texts[w] = statement(w.name, part{"sections", parts.String()})
	}
	return texts
})

func sectionText(section string) string {
	return "CALL () {\n" + statement("write_"+section, part{"types", allTypes()}) + "}\n"
}

// params are the parameters of that statement, and those that say which revision it writes. All rows are one parameter, since the
// server keeps a plan for each order of magnitude of the length of each that is a list.
func (r *rows) params(next *revision) map[string]any {
	counts, _ := json.Marshal(next.counts) // a map of numbers
	return map[string]any{
		"rows": r.lists, "rev": int64(next.stamp.Revision), "time": next.stamp.Time.UnixMicro(), "op": string(next.stamp.Operation.ID),
		"digest": next.stamp.Operation.Digest[:], "counts": string(counts), "entries": next.entries, "raw": next.raw,
		"open": int64(open),
	}
}

// next is the revision that follows, as long as it adds nothing.
func (r *revision) next(stamp graph.Stamp) revision {
	counts := map[graph.RecordKind]int{}
	maps.Copy(counts, r.counts)
	return revision{stamp: stamp, counts: counts}
}

// more is the same revision, to which more is added.
func (r *revision) more() revision {
	more := r.next(r.stamp)
	more.entries, more.raw = r.entries, r.raw
	return more
}

// allTypes names the types of all edges, parted by |.
func allTypes() string { return typesOf(&graph.EdgeFilter{}, "") }
