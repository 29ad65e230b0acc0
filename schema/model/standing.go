package model

import (
	"math/big"
	"strings"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// StandingPeriod is one stretch of days of a claim, with the revisions in which the store knew it so.
type StandingPeriod struct {
	Standing           graph.Standing
	Contested          bool
	Period             *DateRange
	CertainOn          []*DateRange
	ShareMin, ShareMax *graph.Number
	KnownFrom          graph.Revision
	KnownTo            *graph.Revision
	RecordedFrom       time.Time
	RecordedTo         *time.Time
}

func newStandingPeriod(p Place) *StandingPeriod {
	row := as[*graph.StandingNode](p).StateRow
	s := &StandingPeriod{
		Standing: row.Standing, Contested: row.Contested, Period: newStretchRange(&row.Stretch),
		CertainOn: newRuns(row.Certain), KnownFrom: row.Since.Revision, RecordedFrom: row.Since.Time,
	}
	s.ShareMin, s.ShareMax = shares(&row.Stretch)
	if row.Until.Revision != 0 {
		s.KnownTo, s.RecordedTo = &row.Until.Revision, &row.Until.Time
	}
	return s
}

// shares are the bounds of a stretch in per cent; nil when no share is asserted.
func shares(s *graph.Stretch) (lo, hi *graph.Number) {
	if s.ShareMin == 0 && s.ShareMax == graph.WholeShare {
		return nil, nil
	}
	return given(percent(s.ShareMin)), given(percent(s.ShareMax))
}

// percent writes a share in per cent, without zeros at the end.
func percent(s graph.Share) graph.Number {
	const decimals = 6
	text := new(big.Rat).SetFrac64(int64(s), million).FloatString(decimals)
	return graph.Number(strings.TrimSuffix(strings.TrimRight(text, "0"), "."))
}

// million is how many parts of a share make one per cent.
const million = 1_000_000
