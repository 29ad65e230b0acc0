package graphtest

import (
	"reflect"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// tidy is a deep copy that tells no empty list from a missing one, and no instant from the same one of another clock: what the
// contract leaves open is made equal.
func tidy[T any](v T) T {
	out := reflect.New(reflect.TypeFor[T]()).Elem()
	out.Set(tidied(reflect.ValueOf(&v).Elem()))
	copied, _ := reflect.TypeAssert[T](out)
	return copied
}

func tidied(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return tidiedInner(v)
	case reflect.Struct:
		return tidiedStruct(v)
	case reflect.Slice:
		if v.Len() == 0 {
			return reflect.Zero(v.Type())
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(tidied(v.Index(i)))
		}
		return out
	case reflect.Map:
		out := reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			out.SetMapIndex(key, tidied(v.MapIndex(key)))
		}
		return out
	default:
		return v
	}
}

func tidiedInner(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	out := reflect.New(v.Type()).Elem()
	if v.Kind() == reflect.Interface {
		out.Set(tidied(v.Elem()))
		return out
	}
	out.Set(reflect.New(v.Type().Elem()))
	out.Elem().Set(tidied(v.Elem()))
	return out
}

func tidiedStruct(v reflect.Value) reflect.Value {
	if t, ok := reflect.TypeAssert[time.Time](v); ok {
		return reflect.ValueOf(t.UTC().Round(0))
	}
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			out.Field(i).Set(tidied(v.Field(i)))
		}
	}
	return out
}

// difference names the first field in which two records of one type differ, or "" when they are equal.
func difference[R graph.Record](a, b R) string {
	x, y := reflect.ValueOf(tidy(a)).Elem(), reflect.ValueOf(tidy(b)).Elem()
	for i := range x.NumField() {
		if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			return x.Type().Field(i).Name
		}
	}
	return ""
}

// isNil says whether a record is missing, be it as a nil pointer of a type of record.
func isNil(r graph.Record) bool { return r == nil || reflect.ValueOf(r).IsNil() }
