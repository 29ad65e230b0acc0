package model

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// MarshalDate writes a day as yyyy-mm-dd.
func MarshalDate(d graph.Day) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalDate reads a day written as yyyy-mm-dd; anything else is graph.ErrInvalid.
func UnmarshalDate(v any) (graph.Day, error) {
	text := asText(v)
	day, err := edtf.ParseDay(text)
	if err != nil {
		return 0, graph.Invalid("date", text, "a day in the form yyyy-mm-dd")
	}
	return day, nil
}

// MarshalDateTime writes an instant in UTC, to the microsecond.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.MarshalString(t.UTC().Truncate(time.Microsecond).Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads an instant in RFC 3339 form; anything else is graph.ErrInvalid.
func UnmarshalDateTime(v any) (time.Time, error) {
	text := asText(v)
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, graph.Invalid("instant", text, `an instant in RFC 3339 form, such as "2024-06-20T16:30:00Z"`)
	}
	return t.UTC().Truncate(time.Microsecond), nil
}

// MarshalEDTF writes a date that may be uncertain.
func MarshalEDTF(d edtf.Date) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalEDTF reads a date in the Extended Date/Time Format; anything else is graph.ErrInvalid.
func UnmarshalEDTF(v any) (edtf.Date, error) {
	text := asText(v)
	date, err := edtf.ParseDate(text)
	if err != nil {
		return edtf.Date{}, graph.Invalid("date", text, "a date in the Extended Date/Time Format: "+err.Error())
	}
	return date, nil
}

// MarshalDecimal writes a number as text.
func MarshalDecimal(n graph.Number) graphql.Marshaler { return graphql.MarshalString(string(n)) }

// UnmarshalDecimal reads a number, given as text or plain; anything else is graph.ErrInvalid.
func UnmarshalDecimal(v any) (graph.Number, error) {
	n := graph.Number(asText(v))
	if n.Rat() == nil {
		return "", graph.Invalid("number", string(n), `a decimal number, such as "50.5"`)
	}
	return n, nil
}

// MarshalRevision writes a revision as text, since JavaScript is exact to 2^53 only.
func MarshalRevision(r graph.Revision) graphql.Marshaler {
	return graphql.MarshalString(strconv.FormatInt(int64(r), 10))
}

// UnmarshalRevision reads a revision, given as text or as a whole number; anything else is graph.ErrInvalid.
func UnmarshalRevision(v any) (graph.Revision, error) {
	text := asText(v)
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 {
		return 0, graph.Invalid("revision", text, "a whole number from 0 to 2^63 − 1")
	}
	return graph.Revision(n), nil
}

// asText writes a literal or a variable's value as it stood in the query.
func asText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return fmt.Sprint(v)
	}
}
