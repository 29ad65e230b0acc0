package embedded

import (
	"encoding/hex"
	"strings"
)

// An id is kept as a packed uid, which takes 18 bytes for the usual 30 letters and compares byte by byte as the ids do. Four bits
// say which of the known prefixes it begins with, or between which it lies without one. Letters follow in 5 or 6 bits, others in
// up to 14; no code begins with six zeros, so those that fill the last byte end the id.

// The length of a prefix, and the size of the tag that stands for it before the letters.
const (
	prefixLength = 4
	prefixBits   = 4
)

// prefixes are the ones that are left out, in order. The list is part of the stored form: it must not change.
func prefixes() [6]string { return [6]string{"ast_", "clm_", "doc_", "ent_", "jdg_", "lay_"} }

// The codes of letters, by their first six bits.
const (
	escapeLow    = 1  // then the byte: below '-'
	dashCode     = 2  // '-'
	lowDigits    = 3  // then two bits: '.', '/', '0', '1'
	digitCodes   = 4  // to 9: '2' to '7'
	highDigits   = 10 // then a bit: '8', '9'
	escapeMiddle = 11 // then the byte: between '9' and 'a'
	letterCodes  = 6  // of five bits, to 30: 'a' to 'y'
	zCode        = 62 // 'z'
	escapeHigh   = 63 // then the byte: above 'z'
	unitBits     = 6
	escapeBits   = unitBits + 8
	letterBits   = 5
)

// pack makes the uid of an id.
func pack[ID ~string](id ID) []byte {
	tag, rest := splitPrefix(string(id))
	w := bitWriter{out: make([]byte, 0, (len(rest)*unitBits)/8+2)}
	w.write(tag, prefixBits)
	for i := range len(rest) {
		w.write(letterCode(rest[i]))
	}
	return w.out
}

// packHex is pack for statements that take a list of ids as JSON.
func packHex[ID ~string](id ID) string { return hex.EncodeToString(pack(id)) }

// unpack gives the id of a uid.
func unpack[ID ~string](uid []byte) ID {
	r := bitReader{in: uid}
	tag := r.read(prefixBits)
	var b strings.Builder
	b.Grow(prefixLength + len(uid)*8/letterBits)
	if known := prefixes(); tag%2 == 1 && int(tag/2) < len(known) {
		b.WriteString(known[tag/2])
	}
	for {
		c, ok := r.letter()
		if !ok {
			return ID(b.String())
		}
		b.WriteByte(c)
	}
}

// splitPrefix gives the tag of an id and the letters that follow it: an odd tag stands for a prefix.
func splitPrefix(id string) (uint32, string) {
	tag := uint32(0)
	for _, p := range prefixes() {
		if rest, ok := strings.CutPrefix(id, p); ok {
			return tag + 1, rest
		}
		if id < p {
			break
		}
		tag += 2
	}
	return tag, id
}

func letterCode(c byte) (code uint32, bits int) {
	b := uint32(c)
	switch {
	case c < '-':
		return escapeLow<<8 | b, escapeBits
	case c == '-':
		return dashCode, unitBits
	case c <= '1':
		return lowDigits<<2 | (b - '.'), unitBits + 2
	case c <= '7':
		return digitCodes + b - '2', unitBits
	case c <= '9':
		return highDigits<<1 | (b - '8'), unitBits + 1
	case c < 'a':
		return escapeMiddle<<8 | b, escapeBits
	case c < 'z':
		return letterCodes + b - 'a', letterBits
	case c == 'z':
		return zCode, unitBits
	default:
		return escapeHigh<<8 | b, escapeBits
	}
}

// letter reads one letter, and false at the end.
func (r *bitReader) letter() (byte, bool) {
	switch unit := r.peek(unitBits); {
	case unit == 0:
		return 0, false
	case unit == dashCode:
		r.read(unitBits)
		return '-', true
	case unit == lowDigits:
		return byte('.' + r.read(unitBits+2)&3), true
	case unit >= digitCodes && unit < highDigits:
		return byte('2' + r.read(unitBits) - digitCodes), true
	case unit == highDigits:
		return byte('8' + r.read(unitBits+1)&1), true
	case unit == escapeLow || unit == escapeMiddle || unit == escapeHigh:
		return byte(r.read(escapeBits)), true
	case unit == zCode:
		r.read(unitBits)
		return 'z', true
	default:
		return byte('a' + r.read(letterBits) - letterCodes), true
	}
}
