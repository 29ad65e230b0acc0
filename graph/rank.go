package graph

// Ranks of a hop, from weak to strong; a void stretch is none.
const (
	rankVoid = iota
	rankDisputed
	rankAlleged
	rankStated
	rankReported
	rankRecorded
)

// rank orders stretches by how far they may be relied on: RECORDED, ADMITTED and DETERMINED alike; a contested one ranks as
// REPORTED at most, one whose modality is not FACT as ALLEGED at most.
func (s *Stretch) rank(m Modality) int {
	var rank int
	switch s.Standing {
	case Disputed:
		rank = rankDisputed
	case Alleged:
		rank = rankAlleged
	case Stated:
		rank = rankStated
	case Reported:
		rank = rankReported
	case Recorded, Admitted, Determined:
		rank = rankRecorded
	default:
		return rankVoid
	}
	if s.Contested {
		rank = min(rank, rankReported)
	}
	if m != Fact {
		rank = min(rank, rankAlleged)
	}
	return rank
}

// rankStanding is the standing that a rank reads as.
func rankStanding(rank int) Standing {
	return [...]Standing{"", Disputed, Alleged, Stated, Reported, Recorded}[rank]
}
