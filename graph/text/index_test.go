package text_test

import (
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/text"
)

func drawText(t *rapid.T) string {
	return string(rapid.SliceOfN(rapid.SampledFrom([]rune("aб漢😀 \n")), 0, 300).Draw(t, "text"))
}

func TestIndexAgreesWithRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		runes := []rune(s)
		x := text.NewIndex(s)
		require.Equal(t, len(runes), x.Len())
		require.Equal(t, s, x.Text())
		for cp := range runes {
			require.Equal(t, len(string(runes[:cp])), x.Byte(cp))
			require.Equal(t, cp, x.CodePoint(x.Byte(cp)))
			require.Equal(t, cp, x.CodePoint(x.Byte(cp+1)-1), "its last byte")
		}
		from := rapid.IntRange(0, len(runes)).Draw(t, "from")
		to := rapid.IntRange(from, len(runes)).Draw(t, "to")
		sp := text.Span{Start: from, End: to}
		assert.Equal(t, string(runes[from:to]), x.Slice(sp))
		assert.Equal(t, string(runes[from:to]), text.Slice(s, sp))
		u := x.UTF16(sp)
		assert.Equal(t, runes[from:to], append([]rune{}, utf16.Decode(utf16.Encode(runes)[u.Start:u.End])...))
	})
}

func TestSpansOutsideTheTextAreCut(t *testing.T) {
	x := text.NewIndex("añb")
	for _, sp := range []text.Span{{-5, 2}, {0, 2}} {
		assert.Equal(t, "añ", x.Slice(sp))
		assert.Equal(t, "añ", text.Slice("añb", sp))
	}
	assert.Equal(t, "b", x.Slice(text.Span{Start: 2, End: 99}))
	assert.Equal(t, "b", text.Slice("añb", text.Span{Start: 2, End: 99}))
	assert.Empty(t, x.Slice(text.Span{Start: 2, End: 1}))
	assert.Empty(t, text.Slice("añb", text.Span{Start: 2, End: 1}))
	assert.Equal(t, text.Span{Start: 0, End: 3}, x.UTF16(text.Span{Start: -1, End: 9}))
	assert.Equal(t, 3, x.CodePoint(99))
	assert.Equal(t, 0, x.CodePoint(-1))
}

func TestAround(t *testing.T) {
	prefix, suffix := text.Around("one 😀 two three", text.Span{Start: 6, End: 9}, 2)
	assert.Equal(t, "😀 ", prefix)
	assert.Equal(t, " t", suffix)
	prefix, suffix = text.Around("ab", text.Span{Start: 0, End: 2}, 32)
	assert.Empty(t, prefix)
	assert.Empty(t, suffix)
}

func TestSpan(t *testing.T) {
	sp := text.Span{Start: 2, End: 5}
	assert.Equal(t, 3, sp.Len())
	assert.True(t, sp.In(5))
	assert.False(t, sp.In(4))
	assert.False(t, text.Span{Start: 2, End: 2}.In(5), "empty")
	assert.False(t, text.Span{Start: -1, End: 2}.In(5))
	assert.True(t, sp.Contains(text.Span{Start: 3, End: 5}))
	assert.False(t, sp.Contains(text.Span{Start: 3, End: 6}))
	assert.Equal(t, text.Span{Start: 1, End: 5}, sp.Hull(text.Span{Start: 1, End: 3}))
}

func TestAroundAgreesWithRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		runes := []rune(s)
		from := rapid.IntRange(0, len(runes)).Draw(t, "from")
		to := rapid.IntRange(from, len(runes)).Draw(t, "to")
		n := rapid.IntRange(0, 40).Draw(t, "n")
		prefix, suffix := text.Around(s, text.Span{Start: from, End: to}, n)
		assert.Equal(t, string(runes[max(0, from-n):from]), prefix)
		assert.Equal(t, string(runes[to:min(len(runes), to+n)]), suffix)
	})
}

func TestIndexOfAnEmptyText(t *testing.T) {
	x := text.NewIndex("")
	assert.Zero(t, x.Len())
	assert.Zero(t, x.Byte(0))
	assert.Zero(t, x.Byte(5))
	assert.Zero(t, x.CodePoint(5))
	assert.Empty(t, x.Slice(text.Span{Start: 0, End: 5}))
	assert.Equal(t, text.Span{}, x.UTF16(text.Span{Start: 0, End: 5}))
}

func TestIndexCountsInvalidBytesOneByOne(t *testing.T) {
	x := text.NewIndex("a\xff\xfeb")
	assert.Equal(t, 4, x.Len())
	assert.Equal(t, 3, x.Byte(3))
	assert.Equal(t, 2, x.CodePoint(2))
	assert.Equal(t, "\xfe", x.Slice(text.Span{Start: 2, End: 3}))
}
