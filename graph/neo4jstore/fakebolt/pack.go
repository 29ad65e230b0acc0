package fakebolt

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
)

// Structure is a PackStream value with a tag: a message, or a node, a date and the like.
type Structure struct {
	Tag    byte
	Fields []any
}

// Pack appends a value in PackStream: nil, bool, int, int64, float64, string, []byte, []any, []string, map[string]any (by sorted
// keys), Structure (of at most 15 fields). Whatever else is an error.
func Pack(dst []byte, value any) ([]byte, error) {
	switch v := value.(type) {
	case nil:
		return append(dst, 0xC0), nil
	case bool:
		if v {
			return append(dst, 0xC3), nil
		}
		return append(dst, 0xC2), nil
	case int:
		return packInteger(dst, int64(v)), nil
	case int64:
		return packInteger(dst, v), nil
	case float64:
		return binary.BigEndian.AppendUint64(append(dst, 0xC1), math.Float64bits(v)), nil
	case string:
		return append(packSize(dst, len(v), textSize), v...), nil
	case []byte:
		return append(packSize(dst, len(v), bytesSize), v...), nil
	default:
		return packMany(dst, value)
	}
}

// packMany packs values that hold others.
func packMany(dst []byte, value any) ([]byte, error) {
	switch v := value.(type) {
	case []any:
		return packList(dst, v)
	case []string:
		dst = packSize(dst, len(v), listSize)
		for _, text := range v {
			dst = append(packSize(dst, len(text), textSize), text...)
		}
		return dst, nil
	case map[string]any:
		return packMap(dst, v)
	case Structure:
		if len(v.Fields) > 15 {
			return nil, fmt.Errorf("pack: a structure of %d fields, want at most 15", len(v.Fields))
		}
		return packEach(append(dst, 0xB0|byte(len(v.Fields)), v.Tag), v.Fields)
	default:
		return nil, fmt.Errorf("pack: a %T has no form in PackStream", value)
	}
}

func packList(dst []byte, list []any) ([]byte, error) {
	return packEach(packSize(dst, len(list), listSize), list)
}

func packEach(dst []byte, list []any) ([]byte, error) {
	var err error
	for _, value := range list {
		if dst, err = Pack(dst, value); err != nil {
			return nil, err
		}
	}
	return dst, nil
}

func packMap(dst []byte, m map[string]any) ([]byte, error) {
	dst = packSize(dst, len(m), mapSize)
	var err error
	for _, key := range slices.Sorted(maps.Keys(m)) {
		dst = append(packSize(dst, len(key), textSize), key...)
		if dst, err = Pack(dst, m[key]); err != nil {
			return nil, err
		}
	}
	return dst, nil
}

func packInteger(dst []byte, n int64) []byte {
	switch {
	case n >= -16 && n <= math.MaxInt8:
		return append(dst, byte(n))
	case n >= math.MinInt8 && n < 0:
		return append(dst, 0xC8, byte(n))
	case n >= math.MinInt16 && n <= math.MaxInt16:
		return binary.BigEndian.AppendUint16(append(dst, 0xC9), uint16(n))
	case n >= math.MinInt32 && n <= math.MaxInt32:
		return binary.BigEndian.AppendUint32(append(dst, 0xCA), uint32(n))
	default:
		return binary.BigEndian.AppendUint64(append(dst, 0xCB), uint64(n))
	}
}
