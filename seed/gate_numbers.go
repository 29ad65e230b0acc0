package seed

import (
	"math/big"
	"regexp"
	"strings"
)

var (
	durationNumbers = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)
	// written is a number with a magnitude, or a word.
	written = regexp.MustCompile(`[0-9]+(?:[.,\x{a0}\x{2009}\x{202f}'’][0-9]+)*|\p{L}+`)
	grouped = regexp.MustCompile(`^[0-9]{1,3}(?:[.,\x{a0}\x{2009}\x{202f}'’][0-9]{3})+$`)
)

// numbersIn are the numbers that a text gives, in digits or in English words: "400 million", "270,000", "thirty-one".
func numbersIn(s string) []*big.Rat {
	var out []*big.Rat
	run := number{}
	for _, token := range written.FindAllString(strings.ToLower(s), -1) {
		if run.take(token) {
			out = append(out, run.values()...)
			continue
		}
		run = number{}
		if run.take(token) {
			out = append(out, run.values()...)
		}
	}
	return out
}

// number is a number while its parts are read. All that it has meant on the way counts: "two hundred" says 2 and 200.
type number struct {
	whole   *big.Rat // parts closed by thousand, million or billion
	part    *big.Rat
	plain   *big.Rat // another reading: 400.000 as four hundred thousand
	digits  bool
	started bool
}

func (n *number) values() []*big.Rat {
	out := []*big.Rat{new(big.Rat).Add(n.whole, n.part)}
	if n.plain != nil {
		out = append(out, n.plain)
	}
	return out
}

// take reads the next token; false when the number ends before it.
func (n *number) take(token string) bool {
	if !n.started {
		n.whole, n.part = new(big.Rat), new(big.Rat)
	}
	switch {
	case token == "and" && n.started && !n.digits:
		return true
	case token[0] >= '0' && token[0] <= '9':
		return n.takeDigits(token)
	case magnitudes(token) != 0:
		return n.takeMagnitude(magnitudes(token))
	default:
		return n.takeWord(smallNumber(token))
	}
}

func (n *number) takeDigits(token string) bool {
	if n.started {
		return false
	}
	n.started, n.digits = true, true
	plain := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, token)
	decimal, ok := new(big.Rat).SetString(strings.ReplaceAll(token, ",", "."))
	if grouped.MatchString(token) {
		n.plain, _ = new(big.Rat).SetString(plain)
		if !ok || strings.Contains(token, ",") {
			decimal = n.plain
		}
	} else if !ok {
		decimal, _ = new(big.Rat).SetString(strings.NewReplacer(",", "", "'", "", "’", "").Replace(token))
	}
	if decimal == nil {
		n.started = false
		return false
	}
	n.part = decimal
	return true
}

func (n *number) takeMagnitude(by int64) bool {
	if !n.started {
		n.started = true
		n.part.SetInt64(1)
	}
	factor := new(big.Rat).SetInt64(by)
	n.part.Mul(n.part, factor)
	if n.plain != nil {
		n.plain = new(big.Rat).Mul(n.plain, factor)
	}
	if by >= 1000 {
		n.whole.Add(n.whole, n.part)
		n.part = new(big.Rat)
		n.plain = nil
	}
	return true
}

func (n *number) takeWord(small int64) bool {
	if small < 0 || n.digits {
		return false
	}
	fits := n.part.Sign() == 0 || small < 10 && tens(n.part) || small < 100 && hundreds(n.part)
	if n.started && !fits {
		return false
	}
	n.started = true
	n.part.Add(n.part, new(big.Rat).SetInt64(small))
	return true
}

func tens(n *big.Rat) bool { return n.IsInt() && n.Num().Int64()%10 == 0 && n.Num().Int64()%100 >= 20 }

func hundreds(n *big.Rat) bool { return n.IsInt() && n.Num().Int64()%100 == 0 }
