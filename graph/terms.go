package graph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph/text"
)

// The classes of search terms: a letter before the folded text keeps them apart.
const (
	wholeTerm      = "n:" // a whole name
	wordTerm       = "w:" // a word
	prefixTerm     = "p:" // the beginning of a word
	trigramTerm    = "t:" // three characters of a word
	identifierTerm = "i:" // the value of an identifier
)

// The shortest and longest beginnings of a word that are terms; a longer query is found by its first longestPrefix characters.
const (
	shortestPrefix = 2
	longestPrefix  = 12
)

// longestTerm is the longest text of a term, and of a name in the order of names, in bytes: the index of a database takes no more
// than some 8,000. What is longer is known by its beginning. A bound on names is none on these, since folding makes up to 18
// characters of one.
const longestTerm = 4096

// termOf makes a term of a class from folded text.
func termOf(class, folded string) Term { return Term(class + cutKey(folded)) }

// cutKey cuts folded text to what an index takes, between two characters.
func cutKey(folded string) string {
	if len(folded) <= longestTerm {
		return folded
	}
	end := longestTerm
	for !utf8.RuneStart(folded[end]) {
		end--
	}
	return folded[:end]
}

// Marks are the names and identifiers by which an entity is found.
type Marks struct {
	Names       []string
	Identifiers []Identifier
}

// Terms are the search terms of the marks: whole names, words, their beginnings and trigrams, and identifiers; sorted.
func (m Marks) Terms() []Term {
	var out []Term
	for _, name := range m.Names {
		key := text.Key(name)
		if key == "" {
			continue
		}
		out = append(out, termOf(wholeTerm, key))
		for _, word := range text.Words(key) {
			out = append(out, termOf(wordTerm, word))
			out = appendTerms(out, prefixTerm, text.Prefixes(word, shortestPrefix, longestPrefix))
			out = appendTerms(out, trigramTerm, text.Trigrams(word))
		}
	}
	for _, id := range m.Identifiers {
		out = append(out, identifierKey(id.Value))
	}
	return sortedSet(out)
}

func appendTerms(out []Term, class string, texts []string) []Term {
	for _, t := range texts {
		out = append(out, termOf(class, t))
	}
	return out
}

// identifierKey writes an identifier's value without spaces and marks, in capitals.
func identifierKey(value string) Term {
	keep := func(r rune) rune {
		if strings.ContainsRune(" .-/", r) {
			return -1
		}
		return r
	}
	return termOf(identifierTerm, strings.ToUpper(strings.Map(keep, value)))
}

// TextTermsOf are the search terms of a layer's text: its different words, sorted.
func TextTermsOf(layer string) []Term {
	words := text.Words(text.Key(layer))
	slices.Sort(words)
	return appendTerms(nil, wordTerm, slices.Compact(words))
}

// SortName is a name as the order of names compares it.
func SortName(name string) string { return cutKey(text.Key(name)) }
