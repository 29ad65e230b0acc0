package embedded

import (
	"reflect"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// compareAgain holds records given again to those on file: equal ones are on file already, another content is ErrConflict.
func compareAgain[R graph.Record](again []placed[R], onFile func(R) (R, bool)) error {
	for _, p := range again {
		known, ok := onFile(p.record)
		if !ok {
			return missing("record", graph.RecordID(p.record))
		}
		if field := difference(known, p.record); field != "" {
			return conflict(graph.RecordID(p.record), field)
		}
	}
	return nil
}

// difference names the first field in which two records differ, or "". An empty list is like a missing one.
func difference(a, b graph.Record) string {
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range x.NumField() {
		if !alike(x.Field(i), y.Field(i)) {
			name := x.Type().Field(i).Name
			return strings.ToLower(name[:1]) + name[1:]
		}
	}
	return ""
}

func alike(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
