package graph_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// tamper writes records past every rule, as a broken program or a hand in the files would.
func (w *world) tamper(t testing.TB, records ...graph.Record) {
	t.Helper()
	_, err := w.store.Update(context.Background(), graph.Operation{ID: "tamper"},
		func(context.Context, graph.Reader) ([]graph.Record, error) { return records, nil })
	require.NoError(t, err)
}

func TestCheckFindsWhatHasDrifted(t *testing.T) {
	safe := graph.Stretch{
		DayRange: graph.DayRange{From: graph.MinDay, To: graph.MaxDay}, Standing: graph.Recorded, Tier: graph.Safe,
		ShareMax: graph.WholeShare,
	}
	tests := map[string]struct {
		record func(w *world, claim graph.ClaimID) graph.Record
		kind   graph.RecordKind
		says   string
	}{
		"an allegation made safe": {
			func(_ *world, claim graph.ClaimID) graph.Record {
				return &graph.ClaimState{
					Claim: claim, Subject: "ent_acme", Predicate: "COOPERATES_WITH", Object: "ent_service", Modality: graph.Fact,
					Allegation: true, Stretches: []graph.Stretch{safe},
				}
			}, graph.StandingRecord, "RECORDED",
		},
		"an edge taken away": {
			func(_ *world, claim graph.ClaimID) graph.Record {
				return &graph.ClaimState{
					Claim: claim, Subject: "ent_acme", Predicate: "COOPERATES_WITH", Object: "ent_service", Modality: graph.Fact,
				}
			}, graph.StandingRecord, "derived",
		},
		"another name": {
			func(*world, graph.ClaimID) graph.Record {
				return &graph.EntityState{Entity: "ent_acme", Name: "Ajax", Degree: 1, FirstDay: graph.MaxDay}
			}, graph.EntityRecord, "Ajax",
		},
		"another degree": {
			func(*world, graph.ClaimID) graph.Record {
				return &graph.EntityState{Entity: "ent_acme", Name: "Acme", Degree: 7, FirstDay: graph.MaxDay}
			}, graph.EntityRecord, "degree",
		},
		"a claim under a wrong id": {
			func(*world, graph.ClaimID) graph.Record {
				return &graph.Claim{ID: "clm_forged", Subject: "ent_acme", Predicate: "OWNS", Object: "ent_beta", Modality: graph.Fact}
			}, graph.ClaimRecord, "hash",
		},
		"a quote that moved": {
			func(w *world, claim graph.ClaimID) graph.Record {
				return &graph.Assertion{
					ID: "ast_moved", Claim: claim, Stance: graph.Qualifies, Voice: graph.OtherVoice, Speaker: "ent_daily",
					SaidAt: edtf.MustDate("2024"), Review: graph.Accepted,
					Evidence: []graph.Evidence{{Document: w.doc, Layer: w.layer(t), Start: 5, End: 2000, Quote: "Acme"}},
				}
			}, graph.AssertionRecord, "quote",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			receipt := w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
			w.undrifted(t)
			w.tamper(t, test.record(w, receipt.Claims[0]))
			var drifts []graph.Drift
			result, err := w.Check(context.Background(), func(d graph.Drift) { drifts = append(drifts, d) }, nil)
			require.NoError(t, err)
			require.NotEmpty(t, drifts)
			assert.Equal(t, len(drifts), result.Drifts)
			assert.Equal(t, test.kind, drifts[0].Kind)
			assert.Contains(t, drifts[0].Problem, test.says)
		})
	}
}

func TestRebuildMendsTheProjection(t *testing.T) {
	w := newWorld(t)
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged(), w.registered()}})
	sound := w.claim(t, receipt.Claims[0]).State
	w.tamper(t,
		&graph.ClaimState{
			Claim: receipt.Claims[0], Subject: "ent_acme", Predicate: "COOPERATES_WITH", Object: "ent_service", Modality: graph.Fact,
		},
		&graph.EntityState{Entity: "ent_acme", Name: "Ajax", Degree: 7, FirstDay: graph.MaxDay},
	)
	_, err := w.Rebuild(context.Background(), "mend")
	require.NoError(t, err)
	assert.Equal(t, sound, w.claim(t, receipt.Claims[0]).State)
	w.undrifted(t)
}

// layer is the id of the small world's text.
func (w *world) layer(t testing.TB) graph.LayerID {
	t.Helper()
	view, err := w.View(context.Background(), nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, view.Close()) }()
	docs, err := view.Documents(context.Background(), []graph.DocumentID{w.doc})
	require.NoError(t, err)
	return docs[w.doc].Layers[0]
}
