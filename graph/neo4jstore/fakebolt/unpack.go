package fakebolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// maxDepth is how deep values may lie in each other.
const maxDepth = 64

var errShort = errors.New("unpack: the value is cut short")

// Unpack reads the first value of data, as one of the types that [Pack] takes ([]string and int are none of them), and gives what
// comes after it.
func Unpack(data []byte) (value any, rest []byte, err error) {
	u := &unpacker{data: data}
	value = u.value(maxDepth)
	if u.err != nil {
		return nil, nil, u.err
	}
	return value, u.data, nil
}

// unpacker reads values from data; after the first error all that it reads is zero.
type unpacker struct {
	data []byte
	err  error
}

func (u *unpacker) fail(err error) {
	if u.err == nil {
		u.err = err
	}
	u.data = nil
}

// take gives the next n bytes.
func (u *unpacker) take(n int) []byte {
	if n > len(u.data) {
		u.fail(errShort)
		return make([]byte, min(n, 8))
	}
	taken := u.data[:n]
	u.data = u.data[n:]
	return taken
}

func (u *unpacker) value(depth int) any {
	if depth == 0 {
		u.fail(fmt.Errorf("unpack: values lie deeper than %d in each other", maxDepth))
		return nil
	}
	marker := u.take(1)[0]
	if u.err != nil {
		return nil
	}
	switch {
	case marker <= 0x7F, marker >= 0xF0:
		return int64(int8(marker))
	case marker&0xF0 == 0xB0:
		return Structure{Tag: u.take(1)[0], Fields: u.list(int(marker&0x0F), depth)}
	case marker >= 0xC0 && marker <= 0xC3:
		return u.simple(marker)
	case marker >= 0xC8 && marker <= 0xCB:
		return u.integer(marker)
	}
	return u.sized(marker, depth)
}

func (u *unpacker) simple(marker byte) any {
	switch marker {
	case 0xC0:
		return nil
	case 0xC1:
		return math.Float64frombits(binary.BigEndian.Uint64(u.take(8)))
	default:
		return marker == 0xC3
	}
}

func (u *unpacker) integer(marker byte) int64 {
	switch marker {
	case 0xC8:
		return int64(int8(u.take(1)[0]))
	case 0xC9:
		return int64(int16(binary.BigEndian.Uint16(u.take(2))))
	case 0xCA:
		return int64(int32(binary.BigEndian.Uint32(u.take(4))))
	default:
		return int64(binary.BigEndian.Uint64(u.take(8)))
	}
}

// sized reads a value whose marker says how long it is.
func (u *unpacker) sized(marker byte, depth int) any {
	if width, ok := textSize.width(marker); ok {
		return string(u.take(u.size(marker, width)))
	}
	if width, ok := bytesSize.width(marker); ok {
		return append([]byte{}, u.take(u.size(marker, width))...)
	}
	if width, ok := listSize.width(marker); ok {
		return u.list(u.size(marker, width), depth)
	}
	if width, ok := mapSize.width(marker); ok {
		return u.entries(u.size(marker, width), depth)
	}
	u.fail(fmt.Errorf("unpack: %#02x is no marker", marker))
	return nil
}

func (u *unpacker) size(marker byte, width int) int {
	switch width {
	case 0:
		return int(marker & 0x0F)
	case 1:
		return int(u.take(1)[0])
	case 2:
		return int(binary.BigEndian.Uint16(u.take(2)))
	default:
		return int(binary.BigEndian.Uint32(u.take(4)))
	}
}

// list reads n values; each takes at least one byte.
func (u *unpacker) list(n, depth int) []any {
	if n > len(u.data) {
		u.fail(errShort)
		return nil
	}
	found := make([]any, n)
	for i := range found {
		found[i] = u.value(depth - 1)
	}
	return found
}

func (u *unpacker) entries(n, depth int) map[string]any {
	if n > len(u.data)/2 {
		u.fail(errShort)
		return nil
	}
	found := make(map[string]any, n)
	for range n {
		key, ok := u.value(depth - 1).(string)
		if _, twice := found[key]; !ok || twice {
			u.fail(errors.New("unpack: the key of a map is no text, or comes twice"))
			return nil
		}
		found[key] = u.value(depth - 1)
	}
	return found
}
