package guard

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// arguments are those that change what a field counts as; 0 where it has none.
type arguments struct {
	first, limit, hops int
	longest            int // of the list arguments
}

// arguments reads them and fails with BAD_USER_INPUT when `first` is above its maximum or negative,
// or when a number is too large to be read at all, which would break execution.
func (w *costWalk) arguments(f *ast.Field, in scope) (arguments, *gqlerror.Error) {
	var a arguments
	for _, arg := range f.Arguments {
		if err := w.readable(arg.Name, arg.Value); err != nil {
			return a, err
		}
		a.longest = max(a.longest, w.listLength(arg.Value))
	}
	var err *gqlerror.Error
	if a.first, err = w.first(f, in); err != nil {
		return a, err
	}
	if a.limit, err = w.number(f, "limit"); err != nil {
		return a, err
	}
	for _, name := range []string{"hops", "maxHops"} {
		n, err := w.number(f, name)
		if err != nil {
			return a, err
		}
		a.hops = max(a.hops, n)
	}
	return a, nil
}

// first is the number of items asked for, or the default. 0 counts as the default, so that it
// never makes a list look cheaper than it may be read.
func (w *costWalk) first(f *ast.Field, in scope) (int, *gqlerror.Error) {
	if f.Definition.Arguments.ForName("first") == nil {
		return 0, nil
	}
	n, err := w.number(f, "first")
	switch {
	case err != nil:
		return 0, err
	case n > w.limits.MaxFirst:
		return 0, failure(BadInput, f.Position, "first of %q is %d: ask for at most %d and go on with after",
			f.Alias, n, w.limits.MaxFirst)
	case n > 0:
		return n, nil
	case in.root:
		return w.limits.RootFirst, nil
	default:
		return w.limits.NestedFirst, nil
	}
}

// number is the value of an argument, its default, or 0; at most the ceiling.
func (w *costWalk) number(f *ast.Field, name string) (int, *gqlerror.Error) {
	def := f.Definition.Arguments.ForName(name)
	if def == nil || def.Type.Name() != "Int" {
		return 0, nil
	}
	value := any(nil)
	if arg := f.Arguments.ForName(name); arg != nil {
		value, _ = arg.Value.Value(w.variables) // a literal that cannot be read has been refused
	}
	if value == nil && def.DefaultValue != nil {
		value, _ = def.DefaultValue.Value(nil)
	}
	n, ok := whole(value)
	if !ok {
		return 0, failure(BadInput, f.Position, "%s of %q is %v: give a whole number", name, f.Alias, value)
	}
	if n < 0 {
		return 0, failure(BadInput, f.Position, "%s of %q is %d: give a number that is not negative", name, f.Alias, n)
	}
	return int(min(n, ceiling)), nil
}

// whole reads a coerced value as a whole number; a missing one is 0.
func whole(value any) (int64, bool) {
	switch v := value.(type) {
	case nil:
		return 0, true
	case int:
		return int64(v), true
	case int64:
		return v, true
	case float64:
		return int64(v), v == math.Trunc(v) && math.Abs(v) < ceiling
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	case string:
		n, err := strconv.ParseInt(v, 10, 64)
		return n, err == nil
	default:
		return 0, false
	}
}

// listLength is the number of items of a list, 0 for what is none.
func (w *costWalk) listLength(v *ast.Value) int {
	switch v.Kind {
	case ast.ListValue:
		return len(v.Children)
	case ast.Variable:
		if value := reflect.ValueOf(w.variables[v.Raw]); value.Kind() == reflect.Slice {
			return min(value.Len(), ceiling)
		}
	default:
	}
	return 0
}

// readable refuses number literals that do not fit: reading them later would panic.
func (w *costWalk) readable(name string, v *ast.Value) *gqlerror.Error {
	var err error
	switch v.Kind {
	case ast.IntValue:
		_, err = strconv.ParseInt(v.Raw, 10, 64)
	case ast.FloatValue:
		_, err = strconv.ParseFloat(v.Raw, 64)
	default:
	}
	if err != nil {
		return failure(BadInput, v.Position, "%s is a number that is too large", name)
	}
	for _, child := range v.Children {
		if err := w.readable(name, child.Value); err != nil {
			return err
		}
	}
	return nil
}
