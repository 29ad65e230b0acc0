package embedded

import (
	"encoding/binary"

	"github.com/redthread-graph/redthread/graph"
)

// packRuns writes runs of days as differences; none is nil.
func packRuns(runs []graph.DayRange) []byte {
	var out []byte
	last := int64(0)
	for _, run := range runs {
		out = binary.AppendVarint(out, int64(run.From)-last)
		out = binary.AppendVarint(out, int64(run.To)-int64(run.From))
		last = int64(run.From)
	}
	return out
}

func unpackRuns(packed []byte) ([]graph.DayRange, error) {
	v := varints{in: packed}
	var runs []graph.DayRange
	for last := int64(0); v.more(); {
		from := last + v.signed()
		to := from + v.signed()
		runs = append(runs, graph.DayRange{From: graph.Day(from), To: graph.Day(to)})
		last = from
	}
	return runs, v.err
}
