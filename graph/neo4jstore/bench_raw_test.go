package neo4jstore

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/redthread-graph/redthread/graph"
)

// What somebody would write who needs these three answers and nothing else: one statement each, over what is open now, and JSON made
// by hand. The types of edges are listed, as docs/neo4j.md advises.
const (
	rawNewest = `MATCH (/* e */)-[:STATE]->(/* s */) WHERE /* s */.until = $open
`
	rawTies = `CALL (/* e */) { MATCH (/* e */)-[x:/* types */]-(far:Entity) WHERE x.until = $open
  RETURN x AS /* r */, far AS /* f */ ORDER BY x.predicate, far.id, x.claim, x.from LIMIT /* limit */ }
`
)

func newestOf(e, s string) string {
	return strings.NewReplacer("/* e */", e, "/* s */", s).Replace(rawNewest)
}

func tiesOf(e, r, f, limit string) string {
	return strings.NewReplacer("/* e */", e, "/* r */", r, "/* f */", f, "/* limit */", limit, "/* types */", allTypes()).Replace(rawTies)
}

// rawHandler answers by one statement.
type rawHandler struct {
	driver neo4j.DriverWithContext
	text   string
	write  func(w *jsonWriter, records []*neo4j.Record)
}

func (h *rawHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var asked struct{ Variables map[string]any }
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	asked.Variables["open"] = int64(open)
	records, err := rawRead(r.Context(), h.driver, h.text, asked.Variables)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	out := &jsonWriter{make([]byte, 0, 32<<10)}
	h.write(out, records)
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(out.bytes) // whoever asked may have gone
}

// rawEntity gives an entity and its first twenty ties.
func rawEntity(driver neo4j.DriverWithContext) (collected, rows http.Handler) {
	root := "MATCH (e:Entity {id: $id})\n" + newestOf("e", "s") + tiesOf("e", "r", "f", "21") + newestOf("f", "t")
	cells := "startNode(r) = e, r.standing, r.contested, r.predicate, r.from, r.to, f.id, f.kind, t.name"
	collected = &rawHandler{driver, root + "WITH e, s, collect([" + cells + "]) AS ties RETURN e.id, e.kind, s.name, s.degree, ties", func(w *jsonWriter, records []*neo4j.Record) {
		v := records[0].Values
		w.entity(v, listsOf(v[4]))
	}}
	rows = &rawHandler{driver, root + "RETURN e.id, e.kind, s.name, s.degree, " + cells, func(w *jsonWriter, records []*neo4j.Record) {
		w.entity(records[0].Values, valuesFrom(records, 4))
	}}
	return collected, rows
}

// rawList gives a page of companies with their first ten ties.
func rawList(driver neo4j.DriverWithContext) (collected, rows http.Handler) {
	root := "MATCH (e:Entity) WHERE e.kind = 'COMPANY' AND e.id > $afterID WITH e ORDER BY e.kind, e.id LIMIT 50\n" +
		newestOf("e", "s") + tiesOf("e", "r", "f", "10") + newestOf("f", "t")
	cells := "startNode(r) = e, r.standing, r.predicate, f.id, t.name"
	collected = &rawHandler{driver, root + "WITH e, s, collect([" + cells + "]) AS ties RETURN collect([e.id, s.name, s.degree, ties])", func(w *jsonWriter, records []*neo4j.Record) {
		w.list(listsOf(records[0].Values[0]))
	}}
	rows = &rawHandler{driver, root + "RETURN e.id, s.name, s.degree, " + cells, func(w *jsonWriter, records []*neo4j.Record) {
		w.list(grouped(records, 3))
	}}
	return collected, rows
}

// rawNest gives an entity with its first twenty ties and the first ten of each.
func rawNest(driver neo4j.DriverWithContext) (collected, rows http.Handler) {
	root := "MATCH (e:Entity {id: $id})\n" + newestOf("e", "s") + tiesOf("e", "r", "f", "20") + newestOf("f", "t") +
		tiesOf("f", "q", "g", "10") + newestOf("g", "u")
	outer, inner := "startNode(r) = e, r.predicate, f.id, t.name", "startNode(q) = f, q.standing, q.predicate, g.id, u.name"
	collected = &rawHandler{driver, root + "WITH e, s, r, f, t, collect([" + inner + "]) AS ties\n" +
		"WITH e, s, collect([" + outer + ", ties]) AS ties RETURN e.id, s.name, ties", func(w *jsonWriter, records []*neo4j.Record) {
		v := records[0].Values
		w.nest(v, listsOf(v[2]))
	}}
	rows = &rawHandler{driver, root + "RETURN e.id, s.name, r.claim, " + outer + ", " + inner, func(w *jsonWriter, records []*neo4j.Record) {
		var ties [][]any
		claim := any(nil)
		for _, record := range records {
			v := record.Values
			if v[2] != claim {
				claim = v[2]
				ties = append(ties, append(v[3:7:7], []any(nil)))
			}
			last := ties[len(ties)-1]
			last[4] = append(last[4].([]any), v[7:])
		}
		w.nest(records[0].Values, ties)
	}}
	return collected, rows
}

// grouped gathers records of one company each: its columns, then the list of the others.
func grouped(records []*neo4j.Record, columns int) [][]any {
	var found [][]any
	for _, record := range records {
		v := record.Values
		if len(found) == 0 || found[len(found)-1][0] != v[0] {
			found = append(found, append(v[:columns:columns], []any(nil)))
		}
		last := found[len(found)-1]
		last[columns] = append(last[columns].([]any), v[columns:])
	}
	return found
}

func valuesFrom(records []*neo4j.Record, column int) [][]any {
	found := make([][]any, len(records))
	for i, record := range records {
		found[i] = record.Values[column:]
	}
	return found
}

func listsOf(value any) [][]any {
	list := value.([]any)
	found := make([][]any, len(list))
	for i, element := range list {
		switch element := element.(type) {
		case []any:
			found[i] = element
		default:
			panic("no list")
		}
	}
	return found
}

// dayOf shows a day as the API does: an end that is open is null.
func dayOf(value any) string {
	day := graph.Day(value.(int64))
	if day == graph.MinDay || day == graph.MaxDay {
		return "null"
	}
	return `"` + day.String() + `"`
}
