package graph

import "math/big"

// Shares gives the bounds of the terms: an empty one is 0 or WholeShare. It says false for what is no share.
func (t Terms) Shares() (lo, hi Share, ok bool) {
	lo, hi = 0, WholeShare
	if t.ShareMin != "" {
		if lo, ok = t.ShareMin.share(); !ok {
			return 0, 0, false
		}
	}
	if t.ShareMax != "" {
		if hi, ok = t.ShareMax.share(); !ok {
			return 0, 0, false
		}
	}
	return lo, hi, true
}

// share is a percentage in millionths of a per cent; what is finer is cut off.
func (n Number) share() (Share, bool) {
	r := n.Rat()
	if r == nil {
		return 0, false
	}
	millionths := new(big.Rat).Mul(r, big.NewRat(1_000_000, 1))
	whole := new(big.Int).Quo(millionths.Num(), millionths.Denom())
	if !whole.IsInt64() || whole.Int64() < 0 || whole.Int64() > int64(WholeShare) {
		return 0, false
	}
	return Share(whole.Int64()), true
}
