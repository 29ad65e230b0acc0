package graphtest

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// vocabulary is made-up words, the first of which are the commonest.
type vocabulary struct{ words []string }

func newVocabulary(r *rand.Rand) *vocabulary {
	heads := strings.Fields("b br ch d dr f g gr h j k kr l m n p pr r s sh st t tr v w y z zh")
	cores := strings.Fields("a e i o u ai ee ou ia ö ю")
	tails := strings.Fields("n r l s m v k t sk nd")
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	v := &vocabulary{}
	for range 4000 {
		v.words = append(v.words, pick(heads)+pick(cores)+pick(heads)+pick(cores)+pick(tails))
	}
	return v
}

// word is the commoner the nearer x, from 0 to 1, is to 0.
func (v *vocabulary) word(x float64) string { return v.words[int(x*x*float64(len(v.words)-1))] }

// name follows from kind and number alone, so that it need not be kept.
func (v *vocabulary) name(kind graph.EntityKind, n int) string {
	scramble := func(step float64) float64 { return math.Mod(float64(n+1)*step, 1) }
	name := capital(v.word(scramble(0.6180339887))) + " " + capital(v.word(scramble(0.4142135623)))
	if kind == graph.Company {
		return name + []string{" Ltd", " LLC", " GmbH", " JSC", " Holding", " Group"}[n%6]
	}
	return name
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// quote is a sentence, its length log-normal with a median of 140 characters.
func (s *stream) quote() string {
	length := int(140 * math.Exp(.5*s.NormFloat64()))
	var b strings.Builder
	b.WriteString(capital(s.words.word(s.Float64())))
	for b.Len() < min(length, 1000) {
		b.WriteByte(' ')
		b.WriteString(s.words.word(s.Float64()))
	}
	b.WriteByte('.')
	return b.String()
}

// sortedTerms are the different terms in order.
func sortedTerms(terms []graph.Term) []graph.Term {
	slices.Sort(terms)
	return slices.Compact(terms)
}
