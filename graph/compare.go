package graph

import "reflect"

// CompareAgain holds a raw record that is given again to the one on file: other content is ErrConflict, naming id and field. An
// empty list is like a missing one. Stores use it, so that all of them answer alike.
func CompareAgain(onFile, given Record) error {
	if field := difference(onFile, given); field != "" {
		return conflict(RecordID(given), field)
	}
	return nil
}

// difference names the first field in which two records of one type differ, or "".
func difference(a, b Record) string {
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range x.NumField() {
		if !sameField(x.Field(i), y.Field(i)) {
			return x.Type().Field(i).Name
		}
	}
	return ""
}

func sameField(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
