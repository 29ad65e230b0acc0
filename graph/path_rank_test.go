package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPathRanksOrderStandings(t *testing.T) {
	order := [][]Standing{
		{Refuted, Retracted, Unasserted, ""}, {Disputed}, {Alleged}, {Stated}, {Reported}, {Recorded, Admitted, Determined},
	}
	for rank, standings := range order {
		for _, standing := range standings {
			s := Stretch{Standing: standing}
			assert.Equal(t, rank, s.rank(Fact), standing)
			s.Contested = true
			assert.Equal(t, min(rank, rankReported), s.rank(Fact), "contested %s is as good as reported at most", standing)
			for _, m := range Modalities()[1:] {
				assert.Equal(t, min(rank, rankAlleged), s.rank(m), "%s %s is as good as alleged at most", m, standing)
			}
		}
	}
}

func TestPathRanksReadAsStandings(t *testing.T) {
	for _, standing := range []Standing{Disputed, Alleged, Stated, Reported, Recorded} {
		assert.Equal(t, standing, rankStanding((&Stretch{Standing: standing}).rank(Fact)))
	}
	assert.Equal(t, Recorded, rankStanding((&Stretch{Standing: Determined}).rank(Fact)), "the top rank reads RECORDED")
}
