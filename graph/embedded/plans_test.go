package embedded

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// planner is a source that also asks the engine how it would run each statement.
type planner struct {
	*pool
	t     *testing.T
	scans map[string]string
}

func (p *planner) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	p.t.Helper()
	steps, err := gather(ctx, p.pool, func(rows *sql.Rows) (step string, err error) {
		var id, parent, unused int
		return step, rows.Scan(&id, &parent, &unused, &step)
	}, "EXPLAIN QUERY PLAN "+text, args...)
	require.NoError(p.t, err, text)
	for _, step := range steps {
		if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "VIRTUAL TABLE") && !harmlessScan(step) {
			p.scans[step] = text
		}
		if strings.Contains(step, "AUTOMATIC") {
			p.scans[step] = text
		}
	}
	return p.pool.query(ctx, text, args...)
}

// harmlessScan says whether a step reads what earlier steps made, not a table.
func harmlessScan(step string) bool {
	for _, made := range []string{"SCAN (subquery", "SCAN o", "SCAN h", "SCAN g", "SCAN CONSTANT ROW"} {
		if step == made || strings.HasPrefix(step, made+"-") || strings.HasPrefix(made, "SCAN (") && strings.HasPrefix(step, made) {
			return true
		}
	}
	return false
}

// Whatever is asked of named things finds its rows by an index: no statement reads a whole table.
func TestReading_NeverScansATable(t *testing.T) {
	t.Parallel()
	s := opened(t)
	_, err := s.Update(t.Context(), operationOf("world"), planned(world(1)...))
	require.NoError(t, err)
	_, err = s.Update(t.Context(), operationOf("closing"), planned(closing()...))
	require.NoError(t, err)
	source := &planner{pool: s.readers, t: t, scans: map[string]string{}}
	r := s.readerAt(s.current().published)
	r.source = source
	for name, read := range namedReads(t.Context()) {
		require.NoError(t, read(r), name)
		assert.Empty(t, source.scans, name)
		clear(source.scans)
	}
	require.NoError(t, second(r.ListClaims(t.Context(), graph.ClaimQuery{Owners: []string{""}})))
	assert.NotEmpty(t, source.scans, "a list of all claims does read the table, and is seen to")
}

// namedReads are reads of named things: every method, role and filter.
func namedReads(ctx context.Context) map[string]func(r *reader) error {
	ids, day, yes := []graph.EntityID{"ent_first", "ent_other-1"}, graph.Day(3), true
	reads := map[string]func(r *reader) error{
		"entities":   func(r *reader) error { return second(r.Entities(ctx, ids)) },
		"claims":     func(r *reader) error { return second(r.Claims(ctx, []graph.ClaimID{"clm_1"})) },
		"history":    func(r *reader) error { return second(r.StateHistory(ctx, []graph.ClaimID{"clm_1"})) },
		"assertions": func(r *reader) error { return second(r.Assertions(ctx, []graph.AssertionID{"ast_1"})) },
		"judgements": func(r *reader) error { return second(r.ListJudgements(ctx, []string{"ast_1"})) },
		"competence": func(r *reader) error { return second(r.Competence(ctx, ids)) },
		"documents":  func(r *reader) error { return second(r.Documents(ctx, []graph.DocumentID{"doc_1"})) },
		"layers":     func(r *reader) error { return second(r.Layers(ctx, []graph.LayerID{"lay_1"})) },
		"documents of": func(r *reader) error {
			return second(r.ListDocuments(ctx, graph.DocumentQuery{Owners: ids, Language: "en", Publisher: "ent_x", After: "doc_0", Limit: 2}))
		},
		"facets": func(r *reader) error { return second(r.Facets(ctx, ids, graph.EdgeFilter{})) },
	}
	for _, role := range []graph.ClaimRole{
		graph.AnyEnd, graph.AsSubject, graph.AsObject, graph.InDocument, graph.SaidBy, graph.ReferredClaim,
	} {
		q := graph.ClaimQuery{Owners: []string{"ent_first", "doc_1", "clm_1"}, Role: role}
		reads["claims "+string(role)] = func(r *reader) error { return second(r.ListClaims(ctx, q)) }
		full := q
		full.Predicates, full.Standings, full.Contested, full.At = []string{"OWNS"}, []graph.Standing{graph.Alleged}, &yes, &day
		full.After, full.Limit = &graph.ClaimKey{Predicate: "A", ID: "clm_0"}, 3
		reads["claims filtered "+string(role)] = func(r *reader) error { return second(r.ListClaims(ctx, full)) }
	}
	for _, role := range []graph.AssertionRole{graph.AboutClaim, graph.BySpeaker, graph.OfDocument, graph.AtTarget} {
		q := graph.AssertionQuery{
			Owners: []string{"ent_first", "doc_1", "clm_1"}, Role: role, Stances: []graph.Stance{graph.Asserts}, About: ids,
			Claims: []graph.ClaimID{"clm_1"}, After: &graph.AssertionKey{Revision: 1, ID: "ast_0"}, Limit: 2,
		}
		reads["assertions "+string(role)] = func(r *reader) error { return second(r.ListAssertions(ctx, q)) }
	}
	for _, target := range []graph.TermTarget{graph.EntityTerms, graph.TextTerms} {
		q := graph.TermQuery{
			Target: target, Kinds: graph.KindsOf(graph.Company), Limit: 3,
			Sets: []graph.TermSet{{Terms: []graph.Term{"w:first", "w:owns"}, Least: 1}, {Terms: []graph.Term{"w:1"}, Least: 1}},
		}
		reads["search "+string(target)] = func(r *reader) error { return second(r.Search(ctx, q)) }
	}
	filter := graph.EdgeFilter{
		Predicates: []string{"OWNS"}, Standings: []graph.Standing{graph.Alleged}, Tiers: []graph.Tier{graph.AllegedTier},
		Modalities: []graph.Modality{graph.Fact}, Contested: &yes, FarKinds: graph.KindsOf(graph.Company), Between: ids, At: &day,
	}
	for i, q := range []graph.ExpandQuery{
		{Frontier: ids}, {Frontier: ids, Filter: filter}, {Frontier: ids, Limit: 2, After: &graph.EdgeKey{Predicate: "A"}},
	} {
		reads[fmt.Sprint("expand ", i)] = func(r *reader) error {
			for _, err := range r.Expand(ctx, q) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	return reads
}

func second[V any](_ V, err error) error { return err }

// Facets without a day or far ends are counted from an index alone: a hub's rows are not read.
func TestFacets_ReadAnIndexAlone(t *testing.T) {
	t.Parallel()
	s := opened(t)
	r := s.readerAt(s.current().published)
	steps, err := gather(t.Context(), s.readers, func(rows *sql.Rows) (step string, err error) {
		var id, parent, unused int
		return step, rows.Scan(&id, &parent, &unused, &step)
	}, "EXPLAIN QUERY PLAN "+facetText(r).text.String(), facetText(r).args...)
	require.NoError(t, err)
	covering := 0
	for _, step := range steps {
		if strings.Contains(step, "USING COVERING INDEX") {
			covering++
		}
		assert.NotContains(t, step, "USING INDEX", "an index that does not hold all")
	}
	assert.Equal(t, 2, covering, "going out and coming in: %v", steps)
}

func facetText(r *reader) *statement {
	yes := true
	return r.facetCounts(&graph.EdgeFilter{
		Predicates: []string{"OWNS"}, Tiers: []graph.Tier{graph.Safe}, Contested: &yes,
	}, &nearEnds{keys: []int64{1}})
}

// A page in the order of names or degrees reads the index in that order and stops.
func TestListEntities_ReadsAnOrderFromItsIndex(t *testing.T) {
	t.Parallel()
	s := opened(t)
	source := &planner{pool: s.readers, t: t, scans: map[string]string{}}
	r := s.readerAt(s.current().published)
	r.source = source
	for _, order := range []graph.EntityOrder{graph.ByName, graph.ByDegree} {
		for _, after := range []*graph.EntityKey{nil, {Name: "b", Degree: 3, ID: "ent_b"}} {
			require.NoError(t, second(r.ListEntities(t.Context(), graph.EntityQuery{Order: order, After: after, Limit: 10})))
			assert.Empty(t, source.scans, order)
		}
	}
}
