package embedded

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// errPacked is the cause of an error about bytes that this package did not write.
var errPacked = errors.New("packed bytes are damaged")

// varints reads numbers of variable length one after the other; the first error stays.
type varints struct {
	in  []byte
	err error
}

func (v *varints) more() bool { return v.err == nil && len(v.in) > 0 }

func (v *varints) signed() int64 {
	n, size := binary.Varint(v.in)
	return advance(v, n, size)
}

func (v *varints) unsigned() uint64 {
	n, size := binary.Uvarint(v.in)
	return advance(v, n, size)
}

// bytes reads a run of bytes that its length precedes.
func (v *varints) bytes() []byte {
	n := v.unsigned()
	if v.err == nil && n > uint64(len(v.in)) {
		v.fail()
	}
	if v.err != nil {
		return nil
	}
	out := v.in[:n]
	v.in = v.in[n:]
	return out
}

func (v *varints) fail() {
	v.in, v.err = nil, fmt.Errorf("%w: %w", errPacked, graph.ErrUnavailable)
}

func advance[N int64 | uint64](v *varints, n N, size int) N {
	if size <= 0 {
		v.fail()
		return 0
	}
	v.in = v.in[size:]
	return n
}

// packKeys writes integer keys as differences, in the order given.
func packKeys(keys []int64) []byte {
	var out []byte
	last := int64(0)
	for _, key := range keys {
		out = binary.AppendVarint(out, key-last)
		last = key
	}
	return out
}

func unpackKeys(packed []byte) ([]int64, error) {
	v := varints{in: packed}
	var keys []int64
	for last := int64(0); v.more(); {
		last += v.signed()
		keys = append(keys, last)
	}
	return keys, v.err
}
