package polarity

import "strings"

// lexicon is what the rules know of a language. All of it is data; the files named by language hold it.
type lexicon struct {
	cues []cue // govern what follows them
	tail []cue // govern what stands before them in their clause

	exempt []pattern // look like cues and are none
	double []pattern // negations of a negation, which are none together

	contrast    set  // begin a clause of its own wherever they stand
	commaStarts set  // begin a clause of its own after a comma
	relatives   set  // begin a relative clause after a name and a comma
	enclosing   set  // begin a part of the sentence that ends with the next comma
	insertions  set  // the same, but only after a comma
	coordinates set  // join clauses if a verb or a subject of its own follows
	finite      set  // auxiliaries and pronouns that show such a clause
	reporting   set  // verbs of saying; a clause that begins with one is an attribution
	that        set  // begin a clause that the cue governs
	hanging     set  // words after which a quote is cut off before its negation
	lateNot     bool // the negation may follow the verb at some distance
	auxiliaries set  // belong to a cue that they precede
	common      set  // function words by which the language is known
}

// cue is a pattern with what it does.
type cue struct {
	pattern
	class Class
}

type set map[string]bool

// words reads a list of words.
func words(list string) set {
	s := set{}
	for w := range strings.FieldsSeq(list) {
		s[w] = true
	}
	return s
}

// classed reads lists of patterns, one a line, by class.
func classed(lists ...classList) []cue {
	var out []cue
	for _, l := range lists {
		for _, p := range patterns(l.list) {
			out = append(out, cue{pattern: p, class: l.class})
		}
	}
	return out
}

type classList struct {
	class Class
	list  string
}
