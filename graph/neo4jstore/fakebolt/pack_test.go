package fakebolt_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

func TestPack_IsAsTheSpecificationShows(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		value any
		want  []byte
	}{
		"null":              {nil, []byte{0xC0}},
		"false":             {false, []byte{0xC2}},
		"true":              {true, []byte{0xC3}},
		"42":                {int64(42), []byte{0x2A}},
		"the tiniest":       {int64(-16), []byte{0xF0}},
		"one byte":          {int64(-17), []byte{0xC8, 0xEF}},
		"two bytes":         {int64(1234), []byte{0xC9, 0x04, 0xD2}},
		"four bytes":        {int64(1 << 20), []byte{0xCA, 0x00, 0x10, 0x00, 0x00}},
		"the least integer": {int64(math.MinInt64), []byte{0xCB, 0x80, 0, 0, 0, 0, 0, 0, 0}},
		"1.23":              {1.23, []byte{0xC1, 0x3F, 0xF3, 0xAE, 0x14, 0x7A, 0xE1, 0x47, 0xAE}},
		"a letter":          {"A", []byte{0x81, 0x41}},
		"a longer text":     {"ABCDEFGHIJKLMNOP", []byte("\xD0\x10ABCDEFGHIJKLMNOP")},
		"Größenmaßstäbe":    {"Größenmaßstäbe", []byte("\xD0\x12Gr\xC3\xB6\xC3\x9Fenma\xC3\x9Fst\xC3\xA4be")},
		"bytes":             {[]byte{1, 2}, []byte{0xCC, 0x02, 1, 2}},
		"a list":            {[]any{int64(1), "b"}, []byte{0x92, 0x01, 0x81, 'b'}},
		"a list of texts":   {[]string{"a"}, []byte{0x91, 0x81, 'a'}},
		"a map, sorted":     {map[string]any{"b": true, "a": int64(1)}, []byte{0xA2, 0x81, 'a', 0x01, 0x81, 'b', 0xC3}},
		"a structure":       {fakebolt.Structure{Tag: 0x70, Fields: []any{nil}}, []byte{0xB1, 0x70, 0xC0}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			packed, err := fakebolt.Pack(nil, test.value)
			require.NoError(t, err)
			assert.Equal(t, test.want, packed)
		})
	}
}

func TestPack_RefusesWhatHasNoForm(t *testing.T) {
	t.Parallel()
	for name, value := range map[string]any{
		"a channel":         make(chan int),
		"in a list":         []any{struct{}{}},
		"in a map":          map[string]any{"a": int8(1)},
		"in a structure":    fakebolt.Structure{Fields: []any{uint(1)}},
		"too many its own":  fakebolt.Structure{Fields: make([]any, 16)},
		"a list of structs": []any{[]any{fakebolt.Structure{Fields: make([]any, 99)}}},
	} {
		_, err := fakebolt.Pack(nil, value)
		require.Error(t, err, name)
	}
}

// values draws values that Unpack gives.
func values(depth int) *rapid.Generator[any] {
	plain := []*rapid.Generator[any]{
		rapid.Just[any](nil), rapid.Bool().AsAny(), rapid.Int64().AsAny(), rapid.Float64().AsAny(), rapid.String().AsAny(),
		rapid.Map(rapid.IntRange(0, 70_000), func(n int) any { return strings.Repeat("x", n) }),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 300), func(b []byte) any { return append([]byte{}, b...) }),
	}
	if depth > 0 {
		list := rapid.SliceOfN(values(depth-1), 0, 20)
		plain = append(plain,
			rapid.Map(list, func(l []any) any { return append([]any{}, l...) }),
			rapid.MapOfN(rapid.String(), values(depth-1), 0, 20).AsAny(),
			rapid.Custom(func(t *rapid.T) any {
				fields := rapid.SliceOfN(values(depth-1), 0, 15).Draw(t, "fields")
				return fakebolt.Structure{Tag: rapid.Byte().Draw(t, "tag"), Fields: append([]any{}, fields...)}
			}))
	}
	return rapid.OneOf(plain...)
}

func TestUnpack_GivesBackWhatWasPacked(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		value := values(2).Draw(t, "value")
		packed, err := fakebolt.Pack(nil, value)
		require.NoError(t, err)
		found, rest, err := fakebolt.Unpack(append(packed, "rest"...))
		require.NoError(t, err)
		assert.Equal(t, value, found)
		assert.Equal(t, []byte("rest"), rest)
	})
}

func TestUnpack_SeesWhereAValueIsCutShort(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		packed, err := fakebolt.Pack(nil, values(2).Draw(t, "value"))
		require.NoError(t, err)
		cut := rapid.IntRange(0, len(packed)-1).Draw(t, "cut")
		_, _, err = fakebolt.Unpack(packed[:cut])
		require.Error(t, err)
	})
}

func TestUnpack_Refuses(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{
		"nothing":                  {},
		"no marker":                {0xC4},
		"a list longer than data":  {0xD6, 0xFF, 0xFF, 0xFF, 0xFF},
		"a map longer than data":   {0xDA, 0x7F, 0xFF, 0xFF, 0xFF},
		"a text longer than data":  {0xD2, 0x7F, 0xFF, 0xFF, 0xFF, 'a'},
		"a map by numbers":         {0xA1, 0x01, 0x01},
		"a map with a key twice":   {0xA2, 0x81, 'a', 0x01, 0x81, 'a', 0x02},
		"lists too deep":           []byte(strings.Repeat("\x91", 1000) + "\x01"),
		"a structure without tag":  {0xB0},
		"a structure of one field": {0xB1, 0x01},
	} {
		_, _, err := fakebolt.Unpack(data)
		require.Error(t, err, name)
	}
}

func FuzzUnpack(f *testing.F) {
	for _, seed := range []string{"\x2a", "\xd0\x02ab", "\x92\x01\xc1\x7f\xf8\x00\x00\x00\x00\x00\x01", "\xa1\x81a\xc3", "\xb1\x70\xa0"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		value, rest, err := fakebolt.Unpack(data)
		if err != nil {
			return
		}
		require.LessOrEqual(t, len(rest), len(data)-1, "it read something")
		packed, err := fakebolt.Pack(nil, value)
		require.NoError(t, err)
		require.LessOrEqual(t, len(packed), len(data)-len(rest), "the shortest form")
		again, rest, err := fakebolt.Unpack(packed)
		require.NoError(t, err)
		require.Empty(t, rest)
		repacked, err := fakebolt.Pack(nil, again)
		require.NoError(t, err)
		require.Equal(t, packed, repacked)
	})
}
