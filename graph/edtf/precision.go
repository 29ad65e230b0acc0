package edtf

import "fmt"

// Precision is the finest unit of which a date gives the value: a month of an unspecified day, a decade of an
// unspecified last digit. Coarser ones are smaller.
type Precision uint8

// The precisions, from coarse to fine.
const (
	NoPrecision Precision = iota // of the zero Date
	PrecisionCentury
	PrecisionDecade
	PrecisionYear
	PrecisionSeason
	PrecisionMonth
	PrecisionDay
)

// String returns the precision's name in lower case.
func (p Precision) String() string {
	switch p {
	case NoPrecision:
		return "none"
	case PrecisionCentury:
		return "century"
	case PrecisionDecade:
		return "decade"
	case PrecisionYear:
		return "year"
	case PrecisionSeason:
		return "season"
	case PrecisionMonth:
		return "month"
	case PrecisionDay:
		return "day"
	default:
		return fmt.Sprintf("Precision(%d)", uint8(p))
	}
}
