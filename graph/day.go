package graph

import "github.com/redthread-graph/redthread/graph/edtf"

// Day counts days since 1970-01-01; MinDay and MaxDay are open ends.
type Day = edtf.Day

// The open ends of time.
const (
	MinDay = edtf.MinDay
	MaxDay = edtf.MaxDay
)

// DayRange is a run of days, both ends included.
type DayRange struct{ From, To Day }

// Has says whether day d lies in the range.
func (r DayRange) Has(d Day) bool { return r.From <= d && d <= r.To }
