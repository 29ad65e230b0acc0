package graph

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/redthread-graph/redthread/graph/text"
)

// Vocabulary is a table of predicates with the rules that speak of rows by what they say, never by name. It is immutable.
type Vocabulary struct {
	rows   []Predicate
	byName map[string]*Predicate
}

// NewVocabulary makes a vocabulary of rows; two of one name are ErrConflict.
func NewVocabulary(rows []Predicate) (*Vocabulary, error) {
	v := &Vocabulary{rows: slices.Clone(rows), byName: map[string]*Predicate{}}
	for i := range v.rows {
		p := &v.rows[i]
		if v.byName[p.Name] != nil {
			return nil, conflict("predicate "+p.Name, "row")
		}
		v.byName[p.Name] = p
	}
	return v, nil
}

// StandardVocabulary is the table that the product ships.
func StandardVocabulary() *Vocabulary { return standardVocabulary() }

var standardVocabulary = sync.OnceValue(func() *Vocabulary {
	v, err := NewVocabulary(standardPredicates())
	if err != nil {
		panic(err) // the table is a constant of the program; a test reads it
	}
	return v
})

// Predicates lists the rows in their order.
func (v *Vocabulary) Predicates() []*Predicate {
	out := make([]*Predicate, len(v.rows))
	for i := range v.rows {
		out[i] = &v.rows[i]
	}
	return out
}

// Predicate gives the row of a name; an unknown one is ErrInvalid and names what is near.
func (v *Vocabulary) Predicate(name string) (*Predicate, error) {
	if p := v.byName[name]; p != nil {
		return p, nil
	}
	return nil, Invalid("predicate", name, "a predicate of the table"+v.near(name))
}

// near suggests up to three names that a wrong one may have meant.
func (v *Vocabulary) near(name string) string {
	type guess struct {
		name string
		far  int
	}
	var guesses []guess
	for i := range v.rows {
		far := text.Distance(strings.ToUpper(name), v.rows[i].Name, 5)
		if far <= 4 || name != "" && strings.Contains(v.rows[i].Name, strings.ToUpper(name)) {
			guesses = append(guesses, guess{v.rows[i].Name, far})
		}
	}
	if len(guesses) == 0 {
		return ""
	}
	slices.SortFunc(guesses, func(a, b guess) int { return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(a.name, b.name)) })
	var names []string
	for _, g := range guesses[:min(3, len(guesses))] {
		names = append(names, g.name)
	}
	return "; near it: " + strings.Join(names, ", ")
}
