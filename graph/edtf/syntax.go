package edtf

import (
	"errors"
	"fmt"
	"strings"
)

// ErrSyntax is wrapped by every error of this package. The text around it names the input, the character
// (counted from 1) and what would be right there.
var ErrSyntax = errors.New("not valid EDTF")

const (
	maxDateLength = 64  // bytes of one date
	maxTextLength = 512 // bytes of a set or an interval
	shownLength   = 48  // bytes of a refused overlong text that an error repeats
)

func syntaxError(text string, at int, want string) error {
	return fmt.Errorf("%q, character %d: %s: %w", text, at+1, want, ErrSyntax)
}

// scanner reads a text from left to right; every failure names the place where it stands.
type scanner struct {
	text string
	pos  int
}

func newScanner(text string, limit int) (*scanner, error) {
	if len(text) > limit {
		return nil, syntaxError(text[:shownLength]+"…", limit, fmt.Sprintf("write at most %d bytes", limit))
	}
	return &scanner{text: text}, nil
}

func (sc *scanner) fail(format string, args ...any) error {
	return syntaxError(sc.text, sc.pos, fmt.Sprintf(format, args...))
}

func (sc *scanner) rest() string { return sc.text[sc.pos:] }

// peek returns the next byte, 0 at the end.
func (sc *scanner) peek() byte {
	if sc.pos == len(sc.text) {
		return 0
	}
	return sc.text[sc.pos]
}

// skip steps over the token if it comes next.
func (sc *scanner) skip(token string) bool {
	if !strings.HasPrefix(sc.rest(), token) {
		return false
	}
	sc.pos += len(token)
	return true
}

// digits steps over at most limit digits and returns their value and count.
func (sc *scanner) digits(limit int) (value int64, count int) {
	for count < limit && sc.peek() >= '0' && sc.peek() <= '9' {
		value = value*10 + int64(sc.peek()-'0')
		sc.pos++
		count++
	}
	return value, count
}

// pair reads a number of two digits between lo and hi, and stays before it if it is none.
func (sc *scanner) pair(what string, lo, hi int64) (uint8, error) {
	start := sc.pos
	v, n := sc.digits(2)
	if n == 2 && v >= lo && v <= hi {
		return uint8(v), nil
	}
	sc.pos = start
	return 0, sc.fail("write the %s with two digits, %02d to %02d", what, lo, hi)
}

// end checks that everything has been read.
func (sc *scanner) end() error {
	switch sc.peek() {
	case 0:
		if sc.pos == len(sc.text) {
			return nil
		}
		return sc.fail("end the text here")
	case '/':
		return sc.fail(`end the date here; "/" separates the two ends of an interval`)
	case ' ':
		return sc.fail("write without blanks")
	case '?', '~', '%':
		return sc.fail("write one qualifier, after a date without time of day")
	case 'E', 'S':
		return sc.fail("end the date here; exponents and significant digits (level 2) are not read")
	default:
		return sc.fail("end the text here, or go on in the form 2024-06-21")
	}
}
