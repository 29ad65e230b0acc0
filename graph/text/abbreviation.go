package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxToken is the longest word, in code points, that is looked at as an abbreviation.
const maxToken = 24

// isAbbreviation says whether the full stop at i belongs to the word before it and ends no sentence, given
// the place of the next word.
func isAbbreviation(s string, i, next int) bool {
	start := tokenStart(s, i)
	token := strings.ToLower(visible(s[start:i]))
	following, end := wordAt(s, skipOpeners(s, next))
	switch {
	case token == "":
		return false
	case digits(token) == len(token):
		return isOrdinal(s, start, token, following)
	case neverLast[token]:
		return true
	case beforeNumber[token] && isNumber(following):
		return true
	case maybeLast[token], isInitials(token):
		return !sentenceOpeners[following] || strings.HasPrefix(s[end:], ".") // "A. I. Ivanov"
	default:
		return false
	}
}

// tokenStart is the beginning of the word that ends at i, full stops inside it included. Hidden characters
// are passed over, so that they make no abbreviation unknown.
func tokenStart(s string, i int) int {
	for n := 0; n < maxToken && i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch {
		case isInvisible(r):
		case isWordRune(r), r == '.':
			n++
		default:
			return i
		}
		i -= size
	}
	return i
}

// wordAt is the word that begins at the offset, cut to maxToken code points, and its end.
func wordAt(s string, at int) (string, int) {
	end := at
	for n := 0; n < maxToken && end < len(s); {
		r, size := utf8.DecodeRuneInString(s[end:])
		switch {
		case isInvisible(r):
		case isWordRune(r):
			n++
		default:
			return visible(s[at:end]), end
		}
		end += size
	}
	return visible(s[at:end]), end
}

// visible is s without hidden characters.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, s)
}

func isWordRune(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// isInitials says whether each part between full stops has one or two letters: J, U.S, Ph.D.
func isInitials(token string) bool {
	parts := strings.Split(token, ".")
	for _, p := range parts {
		n := utf8.RuneCountInString(p)
		if n == 0 || n > 2 || n > 1 && len(parts) == 1 || digits(p) > 0 {
			return false
		}
	}
	return true
}

// isOrdinal says whether a number with a full stop counts something: a list item, or a German ordinal.
func isOrdinal(s string, start int, number, following string) bool {
	if len(number) > 2 {
		return false
	}
	before := strings.TrimRightFunc(s[:start], func(r rune) bool { return isBlank(r) && r != '\n' })
	if before == "" || strings.HasSuffix(before, "\n") {
		return true
	}
	return germanMonths[following] || beforeOrdinal[strings.ToLower(visible(before[tokenStart(before, len(before)):]))]
}

// isNumber says whether the word is written in digits or is a Roman numeral.
func isNumber(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(r) || word != "" && strings.Trim(word, "IVXLCDM") == ""
}
