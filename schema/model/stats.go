package model

import (
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Stats is what the store holds at its newest revision.
type Stats struct {
	Engine                                              string
	Revision                                            graph.Revision
	RecordedAt                                          *time.Time
	Entities, Claims, Assertions, Documents, Judgements int
}

// NewStats shows what a store says of itself.
func NewStats(i graph.Info) *Stats {
	s := &Stats{
		Engine: i.Engine, Revision: i.Revision, Entities: i.Counts[graph.EntityRecord], Claims: i.Counts[graph.ClaimRecord],
		Assertions: i.Counts[graph.AssertionRecord], Documents: i.Counts[graph.DocumentRecord],
		Judgements: i.Counts[graph.JudgementRecord],
	}
	if i.Revision > 0 {
		s.RecordedAt = &i.Time
	}
	return s
}
