package fakebolt

import "encoding/binary"

// sizes are the markers before the length of a value. A tiny one holds it in its low four bits; a marker of 0 is none.
type sizes struct{ tiny, one, two, four byte }

var (
	textSize  = sizes{tiny: 0x80, one: 0xD0, two: 0xD1, four: 0xD2}
	listSize  = sizes{tiny: 0x90, one: 0xD4, two: 0xD5, four: 0xD6}
	mapSize   = sizes{tiny: 0xA0, one: 0xD8, two: 0xD9, four: 0xDA}
	bytesSize = sizes{one: 0xCC, two: 0xCD, four: 0xCE}
)

// packSize appends the shortest marker that holds a length, and the length.
func packSize(dst []byte, n int, s sizes) []byte {
	switch {
	case n < 16 && s.tiny != 0:
		return append(dst, s.tiny|byte(n))
	case n < 1<<8:
		return append(dst, s.one, byte(n))
	case n < 1<<16:
		return binary.BigEndian.AppendUint16(append(dst, s.two), uint16(n))
	default:
		return binary.BigEndian.AppendUint32(append(dst, s.four), uint32(n))
	}
}

// width says how many bytes of length follow a marker; of a tiny one none. It is false for the marker of another kind of value.
func (s sizes) width(marker byte) (int, bool) {
	switch {
	case s.tiny != 0 && marker&0xF0 == s.tiny:
		return 0, true
	case marker == s.one:
		return 1, true
	case marker == s.two:
		return 2, true
	case marker == s.four:
		return 4, true
	default:
		return 0, false
	}
}
