package text

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ErrNotUTF8 is returned for bytes that are no valid UTF-8.
var ErrNotUTF8 = errors.New("not valid UTF-8")

// Normalize brings a text into the form in which a layer is stored: NFC, and LF for CRLF and CR. All else,
// hidden characters too, is kept, since a layer is what the document says. It fails with [ErrNotUTF8].
func Normalize(s string) (string, error) {
	if at := invalidAt(s); at >= 0 {
		return "", fmt.Errorf("text: byte %d (0x%02x): %w; decode the document's character set first", at, s[at], ErrNotUTF8)
	}
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	if norm.NFC.IsNormalString(s) {
		return s, nil
	}
	return nfc(s), nil
}

// invalidAt is the offset of the first byte that is no UTF-8, or -1.
func invalidAt(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for at, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(s[at:]); size == 1 {
			return at
		}
	}
	return -1
}

// nfc is Unicode's NFC, to which no grapheme joiners are added.
func nfc(s string) string {
	c := newComposer(norm.NFC)
	out := make([]byte, 0, len(s))
	var seg []rune
	for at := 0; at < len(s); {
		seg = seg[:0]
		for at < len(s) {
			r, size := utf8.DecodeRuneInString(s[at:])
			if len(seg) > 0 && startsSegment(r) {
				break
			}
			seg = append(seg, r)
			at += size
		}
		for _, r := range c.compose(seg) {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}
