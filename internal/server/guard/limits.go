package guard

import (
	"cmp"
	"fmt"
)

// Limits bounds one request. A zero field takes its value from Defaults.
type Limits struct {
	// QueryBytes is the longest query text, in bytes.
	QueryBytes int
	// Tokens is the largest number of lexical tokens, comments included.
	Tokens int
	// Depth is how deep fields may nest, a root field being 1, and how deep the values of one argument may.
	Depth int
	// Fields is the number of fields of the document once fragments are expanded.
	Fields int
	// Aliases is the number of renamed fields once fragments are expanded.
	Aliases int
	// Directives is the number of uses of directives once fragments are expanded.
	Directives int
	// RootFields is the number of fields at the root of one operation.
	RootFields int
	// Fragments is the number of fragment definitions.
	Fragments int
	// MetaDepth is what Depth is, for __schema and __type, which do not count towards Depth.
	MetaDepth int
	// MetaFields is what Fields is, for __schema and __type, which do not count towards Fields.
	MetaFields int
	// Cost is the number of objects that an answer may hold at most.
	Cost int
	// MaxFirst is the largest `first` that may be asked for.
	MaxFirst int
	// RootFirst is what a connection at the root counts as when `first` is left out.
	RootFirst int
	// NestedFirst is what a nested connection counts as when `first` is left out.
	NestedFirst int
	// PlainList is what a list of objects that is no connection counts as.
	PlainList int
}

// Defaults returns the documented limits.
func Defaults() Limits {
	return Limits{
		QueryBytes:  32 << 10,
		Tokens:      2000,
		Depth:       18,
		Fields:      500,
		Aliases:     30,
		Directives:  20,
		RootFields:  20,
		Fragments:   30,
		MetaDepth:   18,
		MetaFields:  600,
		Cost:        50_000,
		MaxFirst:    100,
		RootFirst:   20,
		NestedFirst: 10,
		PlainList:   5,
	}
}

func (l Limits) withDefaults() Limits {
	d := Defaults()
	return Limits{
		QueryBytes:  cmp.Or(l.QueryBytes, d.QueryBytes),
		Tokens:      cmp.Or(l.Tokens, d.Tokens),
		Depth:       cmp.Or(l.Depth, d.Depth),
		Fields:      cmp.Or(l.Fields, d.Fields),
		Aliases:     cmp.Or(l.Aliases, d.Aliases),
		Directives:  cmp.Or(l.Directives, d.Directives),
		RootFields:  cmp.Or(l.RootFields, d.RootFields),
		Fragments:   cmp.Or(l.Fragments, d.Fragments),
		MetaDepth:   cmp.Or(l.MetaDepth, d.MetaDepth),
		MetaFields:  cmp.Or(l.MetaFields, d.MetaFields),
		Cost:        cmp.Or(l.Cost, d.Cost),
		MaxFirst:    cmp.Or(l.MaxFirst, d.MaxFirst),
		RootFirst:   cmp.Or(l.RootFirst, d.RootFirst),
		NestedFirst: cmp.Or(l.NestedFirst, d.NestedFirst),
		PlainList:   cmp.Or(l.PlainList, d.PlainList),
	}
}

// validate fails when a limit is below 1, which would refuse every request.
func (l Limits) validate() error {
	for _, limit := range []struct {
		name  string
		value int
	}{
		{"QueryBytes", l.QueryBytes},
		{"Tokens", l.Tokens},
		{"Depth", l.Depth},
		{"Fields", l.Fields},
		{"Aliases", l.Aliases},
		{"Directives", l.Directives},
		{"RootFields", l.RootFields},
		{"Fragments", l.Fragments},
		{"MetaDepth", l.MetaDepth},
		{"MetaFields", l.MetaFields},
		{"Cost", l.Cost},
		{"MaxFirst", l.MaxFirst},
		{"RootFirst", l.RootFirst},
		{"NestedFirst", l.NestedFirst},
		{"PlainList", l.PlainList},
	} {
		if limit.value < 1 {
			return fmt.Errorf("limit %s is %d: give at least 1, or 0 for the default", limit.name, limit.value)
		}
	}
	return nil
}
