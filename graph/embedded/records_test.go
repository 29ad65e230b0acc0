package embedded_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"iter"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

// The builders below make records and operations. Ids are given without their prefix.

func company(id string) *graph.Entity {
	return &graph.Entity{ID: graph.EntityID("ent_" + id), Kind: graph.Company, Specificity: graph.Named, Caption: "Company " + id}
}

func owns(id, owner, owned string) *graph.Claim {
	return &graph.Claim{
		ID: graph.ClaimID("clm_" + id), Subject: graph.EntityID("ent_" + owner), Predicate: "OWNS",
		Object: graph.EntityID("ent_" + owned), Modality: graph.Fact,
	}
}

// stated is a state over all days.
func stated(c *graph.Claim, s graph.Standing) *graph.ClaimState {
	tier := graph.Safe
	if s == graph.Alleged {
		tier = graph.AllegedTier
	}
	return &graph.ClaimState{
		Claim: c.ID, Subject: c.Subject, Predicate: c.Predicate, Object: c.Object, Modality: c.Modality,
		Stretches: []graph.Stretch{{
			DayRange: graph.DayRange{From: graph.MinDay, To: graph.MaxDay}, Standing: s, Tier: tier, ShareMax: graph.WholeShare,
		}},
	}
}

func named(id string, degree int, terms ...graph.Term) *graph.EntityState {
	return &graph.EntityState{
		Entity: graph.EntityID("ent_" + id), Name: "Company " + id, Degree: degree, FirstDay: graph.MaxDay, Terms: terms,
	}
}

// filed is one record of every type, with all that they name; n tells sets apart.
func filed(n int) []graph.Record {
	a, b := fmt.Sprintf("a%d", n), fmt.Sprintf("b%d", n)
	c := owns(strconv.Itoa(n), a, b)
	doc := &graph.Document{ID: graph.DocumentID(fmt.Sprintf("doc_%d", n)), Title: "On " + a, Rights: graph.FullText}
	layer := &graph.Layer{
		ID: graph.LayerID(fmt.Sprintf("lay_%d", n)), Document: doc.ID, Extractor: "plain 1", Text: fmt.Sprintf("„Größe“ %s owns %s.", a, b),
	}
	said := &graph.Assertion{
		ID: graph.AssertionID(fmt.Sprintf("ast_%d", n)), Claim: c.ID, Stance: graph.Asserts, Voice: graph.PublisherVoice,
		Speaker: c.Subject, SpeakerBasis: graph.StatedSpeaker, Review: graph.Accepted, RecordedBy: "tests",
		Evidence: []graph.Evidence{{Document: doc.ID, Layer: layer.ID, Start: 8, End: 8 + len(a), Quote: a}},
	}
	return []graph.Record{
		company(a), company(b), doc, layer, c, said,
		&graph.LayerTerms{Layer: layer.ID, Document: doc.ID, Terms: []graph.Term{"w:owns", graph.Term("w:" + a)}},
		&graph.ReviewDecision{Assertion: said.ID, State: graph.Accepted, By: "tests"},
		&graph.Judgement{
			ID: graph.JudgementID(fmt.Sprintf("jdg_%d", n)), Kind: graph.Identity, Verdict: graph.Different,
			Entities: []graph.EntityID{c.Subject, c.Object}, By: "tests",
		},
		&graph.BodyCompetence{Body: c.Subject, Rows: []graph.Competence{{Voice: graph.AuthorityVoice}}},
		stated(c, graph.Stated), named(a, 1, "w:company", graph.Term("w:"+a)), named(b, 1, "w:company"),
	}
}

func operation(name string) graph.Operation {
	return graph.Operation{ID: graph.OperationID(name), Digest: sha256.Sum256([]byte(name))}
}

func planOf(records ...graph.Record) graph.PlanFunc {
	return func(context.Context, graph.Reader) ([]graph.Record, error) { return records, nil }
}

func sequence(records ...graph.Record) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// open opens a store that is closed at the end of the test; closing it before is fine.
func open(t *testing.T, dir string, o embedded.Options) *embedded.Store {
	t.Helper()
	s, err := embedded.Open(t.Context(), dir, o)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

func write(t *testing.T, s graph.Store, name string, records ...graph.Record) graph.Revision {
	t.Helper()
	rev, err := s.Update(t.Context(), operation(name), planOf(records...))
	require.NoError(t, err)
	return rev
}

func load(t *testing.T, s graph.Store, name string, records ...graph.Record) graph.Revision {
	t.Helper()
	rev, err := s.Load(t.Context(), operation(name), graph.Stamp{}, sequence(records...))
	require.NoError(t, err)
	return rev
}

// read opens a reader of the newest revision for the time of a function.
func read(t *testing.T, s graph.Store, see func(r graph.Reader)) {
	t.Helper()
	r, err := s.Snapshot(t.Context(), 0)
	require.NoError(t, err)
	defer func() { require.NoError(t, r.Close()) }()
	see(r)
}

// entities lists the ids of all entities.
func entities(t *testing.T, s graph.Store) []graph.EntityID {
	t.Helper()
	var ids []graph.EntityID
	read(t, s, func(r graph.Reader) {
		rows, err := r.ListEntities(t.Context(), graph.EntityQuery{})
		require.NoError(t, err)
		for _, row := range rows {
			ids = append(ids, row.ID)
		}
	})
	return ids
}

// counts is how many records a store says it holds.
func counts(t *testing.T, s graph.Store) map[graph.RecordKind]int {
	t.Helper()
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	return info.Counts
}
