package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Noun is an entity as it reads in a sentence.
type Noun struct {
	Text string
	Kind EntityKind
	Many bool // its verb is in the plural
}

// NounOf is an entity under its preferred name. A GROUP is many, unless it is known to be of one.
func NounOf(e *EntityRow) Noun {
	n := Noun{Text: e.State.Name, Kind: e.Kind, Many: e.Specificity == Group}
	if n.Text == "" {
		n.Text = e.Caption
	}
	n.Text = inProse(n.Text, &e.Entity)
	if e.Count != nil && e.Count.Min == "1" && e.Count.Max == "1" {
		n.Many = false
	}
	return n
}

// listed names all of up to three, else two and how many others there are.
func listed(who []Noun) string {
	names := make([]string, len(who))
	for i, n := range who {
		names[i] = n.Text
	}
	if len(names) > 3 {
		names = append(names[:2], fmt.Sprintf("%d others", len(names)-2))
	}
	return enumerated(names)
}

// enumerated lists words: "A, B and C".
func enumerated(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// agreeing picks the form of the verb for its subjects.
func agreeing(who []Noun, one, many string) string {
	if len(who) > 1 || len(who) == 1 && who[0].Many {
		return many
	}
	return one
}

// spoken joins speakers and verb; without speakers it is the impersonal form.
func spoken(who []Noun, one, many, impersonal string) string {
	if len(who) == 0 {
		return impersonal
	}
	return listed(who) + " " + agreeing(who, one, many)
}

func by(who []Noun) string {
	if len(who) == 0 {
		return ""
	}
	return " (by " + listed(who) + ")"
}

// finished makes a sentence of words: one space between any two, a capital first, a period last.
func finished(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	first, _, _ := strings.Cut(words, " ")
	if isLower(first) {
		letter, size := utf8.DecodeRuneInString(words)
		words = string(unicode.ToUpper(letter)) + words[size:]
	}
	if strings.HasSuffix(words, ".") {
		return words
	}
	return words + "."
}

// isLower says whether a word has small letters only, so that it is no name such as "eBay".
func isLower(word string) bool {
	return strings.IndexFunc(word, unicode.IsUpper) < 0
}

// unfinished takes the period off a sentence that is to stand inside another; that of an abbreviation stays.
func unfinished(sentence string) string {
	words := strings.Fields(sentence)
	if len(words) == 0 {
		return ""
	}
	said, last := strings.Join(words, " "), words[len(words)-1]
	abbreviated := slices.Contains([]string{"Inc.", "Ltd.", "Corp.", "Co.", "Bros.", "Jr.", "Sr."}, last)
	if abbreviated || strings.Count(last, ".") > 1 && !strings.HasSuffix(last, "..") {
		return said
	}
	return strings.TrimSuffix(said, ".")
}
