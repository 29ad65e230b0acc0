package text

import (
	"strings"
	"unicode/utf8"
)

// maxWrapped is the longest line, in code points, that is taken for one of hard-wrapped prose. A line break
// beside a longer one was set by the writer.
const maxWrapped = 120

// bullets begin list items when a blank follows.
const bullets = "-*•▪◦‣·●○"

// lineBreak is the place at which the line feed at i ends a sentence, 0 if the lines are one wrapped paragraph.
func lineBreak(s string, i int) int {
	next := skipSpace(s, i+1)
	if strings.IndexByte(s[i+1:next], '\n') >= 0 || next == len(s) || isListItem(s[next:]) {
		return next
	}
	before, after := s[:i], s[next:]
	if lastLineIsLong(before) || firstLineIsLong(after) {
		return next
	}
	return 0
}

func firstLineIsLong(s string) bool {
	at := 0
	for n := 0; n <= maxWrapped; n++ {
		if at == len(s) || s[at] == '\n' {
			return false
		}
		at += sizeAt(s, at)
	}
	return true
}

func lastLineIsLong(s string) bool {
	at := len(s)
	for n := 0; n <= maxWrapped; n++ {
		if at == 0 || s[at-1] == '\n' {
			return false
		}
		at = lastRune(s, at)
	}
	return true
}

// isListItem says whether s begins with a bullet, or a number and a stop or bracket, and a blank.
func isListItem(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(bullets, r) {
		return isSpaceAt(s, size)
	}
	n := digits(s)
	return 0 < n && n < 3 && n < len(s) && (s[n] == '.' || s[n] == ')') && isSpaceAt(s, n+1)
}

// digits is the number of ASCII digits at the beginning of s.
func digits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}
