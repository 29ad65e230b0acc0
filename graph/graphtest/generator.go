package graphtest

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"github.com/redthread-graph/redthread/graph"
)

// Size is how large a generated graph is.
type Size struct {
	Entities, Claims int
}

// SizeOf gives the sizes that measurements are quoted in: S, M and L.
func SizeOf(name string) (Size, error) {
	switch name {
	case "S":
		return Size{Entities: 10_000, Claims: 50_000}, nil
	case "M":
		return Size{Entities: 200_000, Claims: 1_000_000}, nil
	case "L":
		return Size{Entities: 2_000_000, Claims: 10_000_000}, nil
	default:
		return Size{}, graph.Invalid("size", name, "S, M or L")
	}
}

// Generator streams a made-up world that has the shape of a real one: trees of ownership, hubs, quotes in documents, and
// allegations of which some are denied or determined. Equal seeds and sizes give equal records. The states are made up with the
// rest: a store knows no rule.
type Generator struct {
	Seed uint64
	Size Size
}

// Records yields raw and derived records, each after what it names, to be loaded as they come. It never yields an error.
func (g Generator) Records() iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		s := newStream(g, yield)
		for _, part := range []func(){s.entities, s.claims, s.states} {
			if !s.stopped {
				part()
			}
		}
	}
}

// stream is the state of one run of a generator.
type stream struct {
	Generator
	*rand.Rand
	cast    cast
	yield   func(graph.Record, error) bool
	stopped bool

	words   *vocabulary
	zipf    *rand.Zipf // of the far ends of ties
	degrees []int32
	depths  []uint8 // in the tree of ownership
	owned   []int32 // how many each owns
	made    int     // claims
	papers  int     // documents
	pending []draft // claims whose document is not yet written
}

func newStream(g Generator, yield func(graph.Record, error) bool) *stream {
	r := rand.New(rand.NewPCG(g.Seed, 0x5eed)) //nolint:gosec // a stream must be repeatable, not secret
	return &stream{
		Generator: g, Rand: r, cast: castOf(g.Size.Entities), yield: yield, words: newVocabulary(r),
		zipf:    rand.NewZipf(r, 1.25, 8, uint64(max(g.Size.Entities, 2)-1)),
		degrees: make([]int32, g.Size.Entities), depths: make([]uint8, g.Size.Entities), owned: make([]int32, g.Size.Entities),
	}
}

// emit yields records until the reader stops.
func (s *stream) emit(records ...graph.Record) {
	for _, r := range records {
		if s.stopped = s.stopped || !s.yield(r, nil); s.stopped {
			return
		}
	}
}

// chance is true with probability p.
func (s *stream) chance(p float64) bool { return s.Float64() < p }

// generatedID makes the nth id of a type, as long as a hashed one and in no order.
func generatedID(prefix string, n int) string {
	x := uint64(n)*0x9e3779b97f4a7c15 + 0x7f4a7c15
	x ^= x >> 29
	return fmt.Sprintf("%s%016x%010x", prefix, x*0xbf58476d1ce4e5b9, n)
}

func entityID(n int) graph.EntityID { return graph.EntityID(generatedID("ent_", n)) }
