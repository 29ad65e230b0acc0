package resolvers

import (
	"maps"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
)

// table says what is read for a field, by "Type.field": a line for each field that shows what its node does not carry as a plain
// value. Fields of all kinds of entity stand under Entity, since a name means the same for all of them.
type table map[string]line

// line is what is read for one field.
type line struct {
	load func(*args) graph.Relation
	// whole says of a plain list that it has a bound of its own.
	whole bool
}

// relations is the whole table.
func relations(service *graph.Service) table {
	all := table{}
	for _, part := range []table{
		entityLines(), kindLines(), measureLines(), tieLines(), claimLines(), assertionLines(), documentLines(), pathLines(),
		queryLines(service), payloadLines(),
	} {
		for name := range part {
			if _, twice := all[name]; twice {
				panic("resolvers: two lines for " + name)
			}
		}
		maps.Copy(all, part)
	}
	return all
}

// find gives the line of a field.
func (t table) find(field *ast.Field) (line, bool) {
	parent := field.ObjectDefinition
	for _, name := range append([]string{parent.Name}, parent.Interfaces...) {
		if found, ok := t[name+"."+field.Name]; ok {
			return found, true
		}
	}
	return line{}, false
}

// plain is the line of a field whose arguments do not matter.
func plain(load func() graph.Relation) line {
	return line{load: func(*args) graph.Relation { return load() }}
}

// fixed is the line of a field that always reads the same relation.
func fixed(load graph.Relation) line {
	return line{load: func(*args) graph.Relation { return load }}
}

// carried is the line of a field that shows what its node holds already.
func carried[P graph.Node, N graph.Node](nodes func(P) []N) line { return fixed(held(nodes)) }

// by is the line of a field with arguments.
func by(load func(*args) graph.Relation) line { return line{load: load} }
