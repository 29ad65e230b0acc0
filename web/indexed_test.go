package web_test

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fewColours writes a picture of a page anew with at most 256 colours: pages have few, and the shades at the edges of letters are
// near to others. The same picture gives the same bytes.
func fewColours(t *testing.T, picture []byte) []byte {
	t.Helper()
	source, err := png.Decode(bytes.NewReader(picture))
	require.NoError(t, err)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	require.NoError(t, encoder.Encode(&out, indexed(source)))
	return out.Bytes()
}

func indexed(source image.Image) *image.Paletted {
	bounds := source.Bounds()
	counts := map[color.RGBA]int{}
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			counts[solid(source.At(x, y))]++
		}
	}
	colours := commonest(counts)
	nearest := map[color.RGBA]uint8{}
	for c := range counts {
		nearest[c] = uint8(colours.Index(c))
	}
	out := image.NewPaletted(bounds, colours)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			out.SetColorIndex(x, y, nearest[solid(source.At(x, y))])
		}
	}
	return out
}

// commonest chooses at most 256 colours, those of most dots first, and leaves out what is near to a chosen one.
func commonest(counts map[color.RGBA]int) color.Palette {
	order := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	if len(order) <= 256 {
		return palette(order)
	}
	var chosen []color.RGBA
	for _, c := range order {
		if len(chosen) < 256 && !slices.ContainsFunc(chosen, func(other color.RGBA) bool { return apart(c, other) < 12 }) {
			chosen = append(chosen, c)
		}
	}
	return palette(chosen)
}

func palette(list []color.RGBA) color.Palette {
	out := make(color.Palette, len(list))
	for i, c := range list {
		out[i] = c
	}
	return out
}

// apart is the largest difference of two colours in a channel.
func apart(a, b color.RGBA) int {
	far := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return max(far(a.R, b.R), far(a.G, b.G), far(a.B, b.B))
}

func solid(c color.Color) color.RGBA {
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
}

func TestIndexedKeepsAPictureAsItIs(t *testing.T) {
	few, many := image.NewRGBA(image.Rect(0, 0, 16, 16)), image.NewRGBA(image.Rect(0, 0, 64, 64))
	for y := range 64 {
		for x := range 64 {
			few.Set(x%16, y%16, color.RGBA{uint8(x % 16), uint8(y % 16), 0, 255})
			many.Set(x, y, color.RGBA{uint8(x * 4), uint8(y * 2), 200, 255})
		}
	}
	for y := range 16 {
		for x := range 16 {
			assert.Equal(t, few.RGBAAt(x, y), indexed(few).At(x, y), "256 colours are kept")
		}
	}
	got := indexed(many)
	assert.LessOrEqual(t, len(got.Palette), 256)
	for y := range 64 {
		for x := range 64 {
			assert.Less(t, apart(many.RGBAAt(x, y), solid(got.At(x, y))), 24, "%d %d", x, y)
		}
	}
	var picture bytes.Buffer
	require.NoError(t, png.Encode(&picture, many))
	first, again := fewColours(t, picture.Bytes()), fewColours(t, picture.Bytes())
	assert.Equal(t, first, again)
	assert.Less(t, len(first), 4096)
}
