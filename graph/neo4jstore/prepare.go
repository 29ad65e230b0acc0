package neo4jstore

import (
	"context"
	"reflect"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// lookupLength is how many records are looked up at once.
const lookupLength = 4096

// placed is a record with its place in the batch.
type placed struct {
	record graph.Record
	place  int
}

// prepare turns the records of one revision into the rows that are to be written, and counts them in it. Of a load, published
// is the newest revision that others see; what it changes of that is marked, so that it can be abandoned.
func prepare(
	ctx context.Context, src source, next *revision, published int64, records []graph.Record,
) (*rows, error) {
	for _, r := range records {
		if err := checkRecord(r); err != nil {
			return nil, err
		}
	}
	known := newFiled()
	for chunk := range slices.Chunk(records, lookupLength) {
		if err := known.lookUp(ctx, src, next, chunk); err != nil {
			return nil, err
		}
	}
	d := newDecision(known, next, published)
	if err := d.decide(records); err != nil {
		return nil, err
	}
	return d.rows, nil
}

func checkRecord(r graph.Record) error {
	if r == nil || reflect.ValueOf(r).IsNil() {
		return graph.Invalid("record", "nil", "a record")
	}
	if graph.RecordID(r) == "" {
		return graph.Invalid("id", "", "an id")
	}
	return nil
}
