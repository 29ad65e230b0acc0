package model

import (
	"strings"
	"unicode"

	"github.com/redthread-graph/redthread/graph"
)

// TypeName is the name of the type that shows entities of a kind: RegionalUnit for REGIONAL_UNIT.
func TypeName(kind graph.EntityKind) string {
	var name strings.Builder
	for word := range strings.SplitSeq(string(kind), "_") {
		name.WriteString(word[:1] + strings.ToLower(word[1:]))
	}
	return name.String()
}

// kindOf is the kind that a type shows; of a type that shows no entities it is no kind.
func kindOf(typeName string) graph.EntityKind {
	var kind strings.Builder
	for i, r := range typeName {
		if i > 0 && unicode.IsUpper(r) {
			kind.WriteByte('_')
		}
		kind.WriteRune(unicode.ToUpper(r))
	}
	return graph.EntityKind(kind.String())
}

// KindsOf are the kinds that types show; types that show no entities add nothing.
func KindsOf(typeNames ...string) graph.Kinds {
	var kinds graph.Kinds
	for _, name := range typeNames {
		kinds |= graph.KindsOf(kindOf(name))
	}
	return kinds
}
