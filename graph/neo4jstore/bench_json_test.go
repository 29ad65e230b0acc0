package neo4jstore

import (
	"encoding/json"
	"strconv"
	"strings"
)

// jsonWriter writes answers by hand.
type jsonWriter struct{ bytes []byte }

func (w *jsonWriter) raw(parts ...string) {
	for _, part := range parts {
		w.bytes = append(w.bytes, part...)
	}
}

// text writes a string: as it is, where JSON lets it.
func (w *jsonWriter) text(before string, value any) {
	w.raw(before)
	s := value.(string)
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0xfffd }) {
		quoted, _ := json.Marshal(s) // a string
		w.bytes = append(w.bytes, quoted...)
		return
	}
	w.raw(`"`, s, `"`)
}

func (w *jsonWriter) flag(before string, value any) {
	w.raw(before)
	w.bytes = strconv.AppendBool(w.bytes, value.(bool))
}

func (w *jsonWriter) number(before string, value any) {
	w.raw(before)
	w.bytes = strconv.AppendInt(w.bytes, value.(int64), 10)
}

// each writes the elements of a list with commas between them.
func (w *jsonWriter) each(list [][]any, write func(v []any)) {
	for i, v := range list {
		if i > 0 {
			w.raw(",")
		}
		write(v)
	}
}

func (w *jsonWriter) entity(v []any, ties [][]any) {
	w.text(`{"data":{"entity":{"id":`, v[0])
	w.text(`,"kind":`, v[1])
	w.text(`,"name":`, v[2])
	w.number(`,"degree":`, v[3])
	w.raw(`,"ties":{"edges":[`)
	w.each(ties[:min(20, len(ties))], func(t []any) {
		w.flag(`{"forward":`, t[0])
		w.text(`,"standing":`, t[1])
		w.flag(`,"contested":`, t[2])
		w.text(`,"predicate":{"name":`, t[3])
		w.raw(`},"period":{"from":`, dayOf(t[4]), `,"to":`, dayOf(t[5]))
		w.text(`},"node":{"id":`, t[6])
		w.text(`,"kind":`, t[7])
		w.text(`,"name":`, t[8])
		w.raw("}}")
	})
	w.flag(`],"pageInfo":{"hasNextPage":`, len(ties) > 20)
	w.raw("}}}}}")
}

func (w *jsonWriter) list(companies [][]any) {
	w.raw(`{"data":{"entities":{"nodes":[`)
	w.each(companies, func(c []any) {
		w.text(`{"id":`, c[0])
		w.text(`,"name":`, c[1])
		w.number(`,"degree":`, c[2])
		w.raw(`,"ties":{"edges":[`)
		w.each(listsOf(c[3]), w.tie)
		w.raw("]}}")
	})
	w.raw("]}}}")
}

func (w *jsonWriter) tie(t []any) {
	w.flag(`{"forward":`, t[0])
	w.text(`,"standing":`, t[1])
	w.text(`,"predicate":{"name":`, t[2])
	w.text(`},"node":{"id":`, t[3])
	w.text(`,"name":`, t[4])
	w.raw("}}")
}

func (w *jsonWriter) nest(v []any, ties [][]any) {
	w.text(`{"data":{"entity":{"id":`, v[0])
	w.text(`,"name":`, v[1])
	w.raw(`,"ties":{"edges":[`)
	w.each(ties, func(t []any) {
		w.flag(`{"forward":`, t[0])
		w.text(`,"predicate":{"name":`, t[1])
		w.text(`},"node":{"id":`, t[2])
		w.text(`,"name":`, t[3])
		w.raw(`,"ties":{"edges":[`)
		w.each(listsOf(t[4]), w.tie)
		w.raw("]}}}")
	})
	w.raw("]}}}}")
}
