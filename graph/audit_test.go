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
	predicate, err := graph.StandardVocabulary().Predicate("FAMILY")
	require.NoError(t, err)
	turned := &graph.Claim{Subject: "ent_beta", Predicate: "FAMILY", Object: "ent_acme", Modality: graph.Fact}
	unsymmetric := *predicate
	unsymmetric.Symmetric = false
	*turned = graph.NewClaim(&unsymmetric, *turned)
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
		"another first day": {
			func(*world, graph.ClaimID) graph.Record {
				return &graph.EntityState{Entity: "ent_listing", Name: "listing of Acme", FirstDay: 7}
			}, graph.EntityRecord, "first day",
		},
		"a first day of what is no measure": {
			func(*world, graph.ClaimID) graph.Record {
				return &graph.EntityState{Entity: "ent_acme", Name: "Acme", Degree: 1, FirstDay: 7}
			}, graph.EntityRecord, "first day",
		},
		"a text under a wrong id": {
			func(w *world, _ graph.ClaimID) graph.Record {
				return &graph.Layer{ID: "lay_forged", Document: w.doc, Extractor: "plain 1", Text: "Acme is fine."}
			}, graph.LayerRecord, "hash",
		},
		"a claim with its ends the wrong way round": {
			func(*world, graph.ClaimID) graph.Record { return turned }, graph.ClaimRecord, "standard form",
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

// racing is a store to which somebody writes right after it was asked what it holds.
type racing struct {
	graph.Store
	write func()
}

func (r racing) Info(ctx context.Context) (graph.Info, error) {
	info, err := r.Store.Info(ctx)
	r.write()
	return info, err
}

func TestCheckBesideAWriteSeesItsOwnRevision(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.reported()}})
	service := graph.NewService(racing{w.store, func() {
		w.write(t, graph.Draft{
			Statements: []graph.Statement{w.found()}, Entities: []graph.Entity{{ID: "ent_new", Kind: graph.Company, Caption: "New"}},
		})
	}}, graph.Options{})
	result, err := service.Check(context.Background(), func(d graph.Drift) { t.Errorf("%s %s: %s", d.Kind, d.ID, d.Problem) }, nil)
	require.NoError(t, err)
	assert.Zero(t, result.Drifts)
	assert.Equal(t, graph.Revision(2), result.Revision)
	assert.Equal(t, 1, result.Claims)
}

// leaky counts the readers that are open.
type leaky struct {
	graph.Store
	open *int
}

func (l leaky) Snapshot(ctx context.Context, at graph.Revision) (graph.Reader, error) {
	reader, err := l.Store.Snapshot(ctx, at)
	if err != nil {
		return nil, err
	}
	*l.open++
	return closing{reader, l.open}, nil
}

type closing struct {
	graph.Reader
	open *int
}

func (c closing) Close() error {
	*c.open--
	return c.Reader.Close()
}

func TestCheckClosesItsReaders(t *testing.T) {
	for name, w := range map[string]*world{"empty": openWorld(t), "lived in": lived(t)} {
		t.Run(name, func(t *testing.T) {
			open := 0
			service := graph.NewService(leaky{w.store, &open}, graph.Options{})
			_, err := service.Check(context.Background(), func(graph.Drift) {}, nil)
			require.NoError(t, err)
			assert.Zero(t, open)
		})
	}
}

func TestRebuildMendsFirstDays(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	w.tamper(t,
		&graph.EntityState{Entity: "ent_acme", Name: "Acme", Degree: 1, FirstDay: 7},
		&graph.EntityState{Entity: "ent_listing", Name: "listing of Acme", FirstDay: 7},
	)
	_, err := w.Rebuild(context.Background(), "mend")
	require.NoError(t, err)
	w.undrifted(t)
}
