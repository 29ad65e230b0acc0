package graphtest

import (
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// cast says which entities, by number, are of which kind; the first of a kind come first.
type cast struct {
	kinds []part
}

// part is a run of entities of one kind.
type part struct {
	kind     graph.EntityKind
	from, to int
}

// castOf divides n entities: mostly companies and people. Entity 0 is a country, the hub that most companies are registered in.
func castOf(n int) cast {
	var c cast
	from := 0
	for _, share := range []struct {
		kind  graph.EntityKind
		parts float64
	}{
		{graph.Country, .01},
		{graph.Government, .01},
		{graph.Agency, .01},
		{graph.Organization, .05},
		{graph.Office, .10},
		{graph.RegionalUnit, .04},
		{graph.Person, .23},
		{graph.Company, 1},
	} {
		to := min(n, from+max(1, int(share.parts*float64(n))))
		c.kinds = append(c.kinds, part{share.kind, from, to})
		from = to
	}
	return c
}

// of is the run of a kind.
func (c cast) of(kind graph.EntityKind) part {
	for _, p := range c.kinds {
		if p.kind == kind {
			return p
		}
	}
	return part{}
}

func (p part) size() int { return p.to - p.from }

// entities yields all entities.
func (s *stream) entities() {
	for _, p := range s.cast.kinds {
		for n := p.from; n < p.to && !s.stopped; n++ {
			s.emit(&graph.Entity{ID: entityID(n), Kind: p.kind, Specificity: graph.Named, Caption: s.words.name(p.kind, n)})
		}
	}
}

// states yields the state of each entity, with its degree and the terms of its name.
func (s *stream) states() {
	for _, p := range s.cast.kinds {
		for n := p.from; n < p.to && !s.stopped; n++ {
			name := s.words.name(p.kind, n)
			s.emit(&graph.EntityState{
				Entity: entityID(n), Name: name, Degree: int(s.degrees[n]), FirstDay: graph.MaxDay, Terms: termsOf(name),
			})
		}
	}
}

// termsOf are a few search terms, sorted: words, and the whole name.
func termsOf(name string) []graph.Term {
	key := strings.ToLower(name)
	terms := []graph.Term{graph.Term("n:" + key)}
	for word := range strings.FieldsSeq(key) {
		terms = append(terms, graph.Term("w:"+word))
	}
	return sortedTerms(terms)
}
