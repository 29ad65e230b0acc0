package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Key folds a name for search: NFKC, case folded, accents off, Cyrillic, Greek, Georgian and Armenian letters
// in Latin, punctuation as a blank, and the ways to write one sound in Latin letters brought to one (see
// squash). "Касперский", "Kaspersky", "Kasperskiy" and "Kasperskij" have one key. Apostrophes and a
// possessive 's leave no blank. Keys are for comparing, not for showing; a key of a key is the key itself.
func Key(s string) string {
	var out []string
	for _, w := range strings.FieldsFunc(readable(s), isSeparator) {
		if w = squash(latin(bareWord(w))); w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// readable is s folded for quotes, so without hidden characters and with plain marks, and then case folded.
// Lower case after that is for Cherokee, whose two cases the cases package turns into each other.
func readable(s string) string {
	return norm.NFKC.String(strings.ToLower(cases.Fold().String(Fold(s).String())))
}

func isSeparator(r rune) bool {
	return r != '\'' && !unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// bareWord takes off a possessive 's and the apostrophes, which write soft signs as well.
func bareWord(w string) string {
	w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
	return strings.ReplaceAll(w, "'", "")
}

// latin writes one lower-case word in Latin letters without accents. Letters of scripts that have no table
// stay as they are.
func latin(w string) string {
	w = strings.Map(unaccentGreek, norm.NFC.String(w))
	ukrainian := strings.ContainsAny(w, "іїєґ")
	var out strings.Builder
	for at := 0; at < len(w); {
		if two, size := greekPair(w, at); size > 0 {
			out.WriteString(two)
			at += size
			continue
		}
		r, size := utf8.DecodeRuneInString(w[at:])
		writeLatin(&out, r, ukrainian)
		at += size
	}
	return strings.Map(dropMark, norm.NFD.String(out.String()))
}

func writeLatin(out *strings.Builder, r rune, ukrainian bool) {
	if ukrainian && r == 'г' {
		r = 'һ' // in Ukrainian this letter is an h, as Kazakh һ is
	}
	for _, r := range parts(r) {
		if l, ok := romanised[r]; ok {
			out.WriteString(l)
		} else {
			out.WriteRune(r)
		}
	}
}

// parts is r itself when it has a Latin form, else its decomposition.
func parts(r rune) string {
	if _, ok := romanised[r]; ok {
		return string(r)
	}
	return norm.NFD.String(string(r))
}

// unaccentGreek takes the accents off Greek letters only, so that pairs of vowels are seen.
func unaccentGreek(r rune) rune {
	if !unicode.Is(unicode.Greek, r) {
		return r
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return base
}

// greekPair is the Latin form of two Greek letters that are one sound at the offset, and their length.
func greekPair(w string, at int) (string, int) {
	_, first := utf8.DecodeRuneInString(w[at:])
	_, second := utf8.DecodeRuneInString(w[at+first:])
	pair := w[at : at+first+second]
	if pair == "μπ" && at > 0 {
		return "", 0
	}
	two, ok := greekPairs[pair]
	if !ok {
		return "", 0
	}
	return two, len(pair)
}

func dropMark(r rune) rune {
	if unicode.Is(unicode.M, r) {
		return -1
	}
	return r
}
