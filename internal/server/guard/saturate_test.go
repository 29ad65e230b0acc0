package guard

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestArithmeticStopsAtTheCeiling(t *testing.T) {
	for _, c := range []struct{ a, b, sum, product int }{
		{0, 0, 0, 0},
		{2, 3, 5, 6},
		{ceiling, 0, ceiling, 0},
		{0, ceiling, ceiling, 0},
		{ceiling - 1, 1, ceiling, ceiling - 1},
		{ceiling, 1, ceiling, ceiling},
		{ceiling, ceiling, ceiling, ceiling},
		{1 << 15, 1 << 15, 1 << 16, ceiling},
		{1<<15 + 1, 1 << 15, 1<<16 + 1, ceiling},
	} {
		assert.Equal(t, c.sum, add(c.a, c.b), "%d + %d", c.a, c.b)
		assert.Equal(t, c.product, multiply(c.a, c.b), "%d × %d", c.a, c.b)
	}
}

// The oracle computes with numbers of any size and cuts afterwards.
func TestArithmeticEqualsBigNumbersCut(t *testing.T) {
	cut := func(n *big.Int) int {
		if limit := big.NewInt(ceiling); n.Cmp(limit) > 0 {
			n = limit
		}
		return int(n.Int64())
	}
	number := rapid.IntRange(0, ceiling)
	rapid.Check(t, func(t *rapid.T) {
		a, b := number.Draw(t, "a"), number.Draw(t, "b")
		x, y := big.NewInt(int64(a)), big.NewInt(int64(b))
		require.Equal(t, cut(new(big.Int).Add(x, y)), add(a, b))
		require.Equal(t, cut(new(big.Int).Mul(x, y)), multiply(a, b))
		require.Equal(t, multiply(a, b), multiply(b, a))
	})
}

func TestQuantity(t *testing.T) {
	assert.Equal(t, "0", quantity(0))
	assert.Equal(t, "1073741823", quantity(ceiling-1))
	assert.Equal(t, "more than 1073741823", quantity(ceiling))
}

func TestWhole(t *testing.T) {
	for _, c := range []struct {
		name  string
		value any
		want  int64
		ok    bool
	}{
		{"nothing", nil, 0, true},
		{"int", 7, 7, true},
		{"int64", int64(-7), -7, true},
		{"a float without fraction", 7.0, 7, true},
		{"a float with fraction", 7.5, 7, false},
		{"a float beyond counting", 1e30, 0, false},
		{"a string", "7", 7, true},
		{"a string that is no number", "seven", 0, false},
		{"a list", []any{7}, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := whole(c.value)
			assert.Equal(t, c.ok, ok)
			if c.ok {
				assert.Equal(t, c.want, got)
			}
		})
	}
}
