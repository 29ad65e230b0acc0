package embedded

import (
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// dateColumn is a date as a column keeps it: NULL for none, a number where it is exactly one day, else as written.
func dateColumn(d edtf.Date) any {
	if d.IsZero() {
		return nil
	}
	if day := d.Earliest(); d == edtf.DateOf(day) {
		return int64(day)
	}
	return d.String()
}

// readDate reads what dateColumn gave.
func readDate(column any) (edtf.Date, error) {
	switch v := column.(type) {
	case nil:
		return edtf.Date{}, nil
	case int64:
		return edtf.DateOf(graph.Day(v)), nil
	case string:
		return edtf.ParseDate(v)
	default:
		return edtf.Date{}, fmt.Errorf("a date is kept as %T: %w", v, graph.ErrUnavailable)
	}
}

// boundColumn is one end of a period as a column keeps it: NULL for an unknown one, the text ".." for an open one.
func boundColumn(b edtf.Bound) any {
	if b.Open {
		return b.String()
	}
	return dateColumn(b.Date)
}

// readBound reads what boundColumn gave.
func readBound(column any) (edtf.Bound, error) {
	if text, ok := column.(string); ok {
		var b edtf.Bound
		err := b.UnmarshalText([]byte(text))
		return b, err
	}
	date, err := readDate(column)
	return edtf.Bound{Date: date}, err
}

// micros is an instant as it is kept.
func micros(t time.Time) int64 { return t.UnixMicro() }

// instant reads what micros gave.
func instant(us int64) time.Time { return time.UnixMicro(us).UTC() }
