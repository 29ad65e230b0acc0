package neo4jstore

import (
	"iter"

	"github.com/redthread-graph/redthread/graph"
)

// Limits of what one statement of a load writes. The last record of a chunk may go beyond them.
const (
	chunkLength = 4096
	chunkBytes  = 4 << 20
	termBytes   = 256 // which each term counts as: it is a relationship, and maybe a node
)

// chunks cuts a sequence into parts for one statement each. After an error of the sequence nothing more comes.
func chunks(records iter.Seq2[graph.Record, error]) iter.Seq2[[]graph.Record, error] {
	return func(yield func([]graph.Record, error) bool) {
		var chunk []graph.Record
		size := 0
		for record, err := range records {
			if err != nil {
				yield(nil, err)
				return
			}
			chunk, size = append(chunk, record), size+sizeOf(record)
			if len(chunk) < chunkLength && size < chunkBytes {
				continue
			}
			if !yield(chunk, nil) {
				return
			}
			chunk, size = nil, 0
		}
		if len(chunk) > 0 {
			yield(chunk, nil)
		}
	}
}

// sizeOf is about how many bytes a record adds to a statement: its body with all its texts, the quotes that are cut out of their
// layers, and its terms.
func sizeOf(r graph.Record) int {
	switch r := r.(type) {
	case *graph.Layer:
		if r != nil {
			return len(r.Text)
		}
	case *graph.LayerTerms:
		if r != nil {
			return termBytes * len(r.Terms)
		}
	case *graph.EntityState:
		if r != nil {
			return len(r.Name) + termBytes*len(r.Terms)
		}
	case *graph.Assertion:
		if r != nil {
			return bodySize(r) + quoteSize(r.Evidence)
		}
	default:
		return bodySize(r)
	}
	return 0
}

// bodySize is that of a record as it is kept; 0 of one that cannot be.
func bodySize(r graph.Record) int {
	body, err := graph.MarshalRecord(r)
	if err != nil {
		return 0 // it is refused when it is written
	}
	return len(body)
}

func quoteSize(evidence []graph.Evidence) (size int) {
	for _, e := range evidence {
		size += max(len(e.Quote), e.End-e.Start)
	}
	return size
}
