package graph

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// endless is a reader with more of everything than may be read: claims that say what an entity makes, ties, assertions, entities.
type endless struct {
	Reader
	most int // of anything for one owner
}

func (r *endless) size(limit int) int {
	if limit == 0 || limit > r.most {
		return r.most
	}
	return limit
}

func (r *endless) Entities(_ context.Context, ids []EntityID) (map[EntityID]*EntityRow, error) {
	out := map[EntityID]*EntityRow{}
	for _, id := range ids {
		out[id] = &EntityRow{Entity: Entity{ID: id, Kind: Company, Specificity: Named, Caption: string(id)}, State: EntityState{FirstDay: MaxDay}}
	}
	return out, nil
}

func (r *endless) ListEntities(_ context.Context, q EntityQuery) ([]*EntityRow, error) {
	first := 0
	if q.After != nil {
		_, err := fmt.Sscanf(string(q.After.ID), "ent_%d", &first)
		if err != nil {
			return nil, err
		}
		first++
	}
	var out []*EntityRow
	for i := first; i < r.most && len(out) < q.Limit; i++ {
		id := EntityID(fmt.Sprintf("ent_%06d", i))
		out = append(out, &EntityRow{Entity: Entity{ID: id, Kind: Company, Specificity: Named}, State: EntityState{Name: string(id)}})
	}
	return out, nil
}

func (r *endless) ListClaims(_ context.Context, q ClaimQuery) ([][]*ClaimRow, error) {
	out := make([][]*ClaimRow, len(q.Owners))
	for i, owner := range q.Owners {
		for n := range r.size(q.Limit) {
			c := Claim{
				ID: ClaimID(fmt.Sprintf("clm_%s-%06d", owner, n)), Subject: EntityID(owner), Predicate: "MAKES", Object: "ent_widget", Modality: Fact,
			}
			state := ClaimState{Stretches: []Stretch{{DayRange: DayRange{MinDay, MaxDay}, Standing: Stated, Tier: Safe}}}
			out[i] = append(out[i], &ClaimRow{Claim: c, State: state})
		}
	}
	return out, nil
}

func (r *endless) Claims(_ context.Context, ids []ClaimID) (map[ClaimID]*ClaimRow, error) {
	out := map[ClaimID]*ClaimRow{}
	for _, id := range ids {
		out[id] = &ClaimRow{Claim: Claim{ID: id, Predicate: "MAKES", Subject: EntityID(strings.TrimPrefix(string(id), "clm_"))}}
	}
	return out, nil
}

func (r *endless) ListAssertions(_ context.Context, q AssertionQuery) ([][]*AssertionRow, error) {
	out := make([][]*AssertionRow, len(q.Owners))
	if q.Role == AboutClaim {
		return out, nil
	}
	if q.Role == OfDocument && len(q.About) > 0 {
		for i := range q.Owners {
			out[i] = []*AssertionRow{{Assertion: Assertion{ID: "ast_told", Claim: ClaimID("clm_" + q.About[0]), Review: Accepted}}}
		}
		return out, nil
	}
	for i, owner := range q.Owners {
		for n := range r.size(q.Limit) {
			a := Assertion{ID: AssertionID(fmt.Sprintf("ast_%s-%06d", owner, n)), Review: Accepted}
			out[i] = append(out[i], &AssertionRow{Assertion: a})
		}
	}
	return out, nil
}

func (r *endless) ListJudgements(_ context.Context, owners []string) ([][]*JudgementRow, error) {
	return make([][]*JudgementRow, len(owners)), nil
}

func (r *endless) Facets(_ context.Context, ids []EntityID, _ EdgeFilter) (map[EntityID][]Facet, error) {
	out := map[EntityID][]Facet{}
	for _, id := range ids {
		out[id] = []Facet{{Direction: Out, Predicate: "OWNS", Standing: Stated, Count: 1}}
	}
	return out, nil
}

func (r *endless) Expand(_ context.Context, q ExpandQuery) iter.Seq2[Edge, error] {
	return func(yield func(Edge, error) bool) {
		for position, near := range q.Frontier {
			for n := range r.size(q.Limit) {
				far := EntityID(fmt.Sprintf("ent_far-%06d", n))
				e := Edge{
					Near: near, Far: far, Position: position, Direction: Out, Claim: ClaimID(fmt.Sprintf("clm_%06d", n)), Predicate: "OWNS", Modality: Fact,
					Stretch: Stretch{Standing: Stated, Tier: Safe}, FarRow: &EntityRow{Entity: Entity{ID: far, Kind: Company}},
				}
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

func (r *endless) ListDocuments(_ context.Context, q DocumentQuery) ([][]*DocumentRow, error) {
	out := make([][]*DocumentRow, max(1, len(q.Owners)))
	for i := range out {
		for n := range r.size(q.Limit) {
			out[i] = append(out[i], &DocumentRow{Document: Document{ID: DocumentID(fmt.Sprintf("doc_%06d", n))}})
		}
	}
	return out, nil
}

func endlessView(most int) *View {
	return &View{Reader: &endless{most: most}, Vocabulary: StandardVocabulary()}
}

func someEntities(n int) []Node {
	out := make([]Node, n)
	for i := range out {
		out[i] = &EntityRow{Entity: Entity{ID: EntityID(fmt.Sprintf("ent_%d", i)), Kind: Company}}
	}
	return out
}

func TestReadListsSayThatTheyWereCut(t *testing.T) {
	no, small := false, PageArgs{First: 10}
	counted := PageArgs{First: 10, Total: true}
	limit := &Cut{AnswerLimit, maxScanned}
	for name, c := range map[string]struct {
		relation Relation
		cut      *Cut
		total    bool
	}{
		"claims of which a page is asked":             {EntityClaims(ClaimFilter{}, small), nil, false},
		"claims that are counted":                     {EntityClaims(ClaimFilter{}, counted), limit, false},
		"claims tested here, a full page":             {EntityClaims(ClaimFilter{Accusatory: &no}, small), nil, false},
		"claims tested here and counted":              {EntityClaims(ClaimFilter{Accusatory: &no}, counted), limit, false},
		"claims none of which passes":                 {EntityClaims(ClaimFilter{Stances: []Stance{Denies}}, small), limit, false},
		"ties of which a page is asked":               {EntityTies(TieFilter{}, TiesByPredicate, small), nil, false},
		"ties that are counted":                       {EntityTies(TieFilter{}, TiesByPredicate, counted), limit, false},
		"ties tested here, a full page":               {EntityTies(TieFilter{Accusatory: &no}, TiesByPredicate, small), nil, false},
		"ties in an order that a store lacks":         {EntityTies(TieFilter{}, TiesByStrength, counted), limit, false},
		"a page of ties in such an order":             {EntityTies(TieFilter{}, TiesByStrength, small), limit, false},
		"a page of assertions by when they were said": {EntitySaid(nil, "", BySaid, small), limit, false},
		"a page of assertions as recorded":            {EntitySaid(nil, "", ByRecorded, small), nil, false},
		"assertions that are counted":                 {EntitySaid(nil, "", BySaid, counted), limit, false},
		"documents that are counted":                  {EntityDocuments(DocumentFilter{}, counted), limit, false},
		"documents none of which passes":              {EntityDocuments(DocumentFilter{URL: "nowhere"}, small), limit, false},
		"a page of measures by first day":             {EntityMeasures(AsTarget, MeasureFilter{}, small), limit, false},
		"a page of figures":                           {EntityFigures(nil, small), limit, false},
		"names none of which passes, of one owner":    {EntityNames([]string{"xx"}, small), limit, false},
	} {
		t.Run(name, func(t *testing.T) {
			pages, err := c.relation(context.Background(), endlessView(maxScanned+5), someEntities(1))
			require.NoError(t, err)
			assert.Equal(t, c.cut, pages[0].Cut)
			assert.Equal(t, c.total, pages[0].Total != nil)
			whole, err := c.relation(context.Background(), endlessView(20), someEntities(1))
			require.NoError(t, err)
			assert.Nil(t, whole[0].Cut)
		})
	}
}

func TestReadListsOfManyParentsReadLessOfEach(t *testing.T) {
	pages, err := EntityClaims(ClaimFilter{}, PageArgs{First: 3, Total: true})(context.Background(), endlessView(2_000), someEntities(50))
	require.NoError(t, err)
	for _, p := range pages {
		assert.Equal(t, &Cut{AnswerLimit, 1_000}, p.Cut)
		assert.Nil(t, p.Total)
		assert.Len(t, p.Rows, 3)
	}
}

func TestReadRefusesWhatWouldHaveToBeWorkedOutForTooMany(t *testing.T) {
	yes := true
	all := PageArgs{First: 10}
	for name, read := range map[string]func(*View) error{
		"conflicts": func(v *View) error {
			_, err := EntityClaims(ClaimFilter{Conflicting: &yes}, all)(context.Background(), v, someEntities(1))
			return err
		},
		"denials": func(v *View) error {
			_, err := EntityAllegations(AccusedSubject, AllegationFilter{Denied: &yes}, all)(context.Background(), v, someEntities(1))
			return err
		},
		"a set": func(v *View) error {
			_, err := EntityTieSet("owners")(context.Background(), v, someEntities(1))
			return err
		},
		"a count of ties tested here": func(v *View) error {
			_, err := EntityFacets(TieFilter{Accusatory: &yes})(context.Background(), v, someEntities(1))
			return err
		},
	} {
		t.Run(name, func(t *testing.T) { assert.ErrorIs(t, read(endlessView(maxScanned+5)), ErrTooLarge) })
	}
}

func TestReadEntitiesAreScannedUpToABound(t *testing.T) {
	f := EntityFilter{TieCount: &TieCountFilter{Filter: TieFilter{Accusatory: new(bool)}}}
	v := endlessView(3)
	page, err := v.ListEntitiesPage(context.Background(), 0, f, ByID, PageArgs{First: 2})
	require.NoError(t, err)
	assert.Len(t, page.Rows, 2)
	assert.True(t, page.More)
	assert.Nil(t, page.Cut)
	none := EntityFilter{Not: &EntityFilter{}}
	page, err = endlessView(maxScanned+100).ListEntitiesPage(context.Background(), 0, none, ByID, PageArgs{First: 2})
	require.NoError(t, err)
	assert.Empty(t, page.Rows)
	assert.Equal(t, &Cut{AnswerLimit, maxScanned}, page.Cut)
	page, err = endlessView(maxScanned).ListEntitiesPage(context.Background(), 0, none, ByID, PageArgs{First: 2})
	require.NoError(t, err)
	assert.Nil(t, page.Cut, "all were looked at")
	page, err = endlessView(maxScanned+100).ListEntitiesPage(context.Background(), 0, EntityFilter{}, ByID, PageArgs{First: 2, Total: true})
	require.NoError(t, err)
	assert.Len(t, page.Rows, 2)
	assert.Nil(t, page.Total)
	assert.NotNil(t, page.Cut)
}

func TestReadEntitiesByMatchingTiesSayThatTheyWereCut(t *testing.T) {
	least := 1
	f := EntityFilter{TieCount: &TieCountFilter{Min: &least}}
	for most, cut := range map[int]*Cut{maxScanned + 100: {AnswerLimit, maxScanned}, maxScanned: nil} {
		page, err := endlessView(most).ListEntitiesPage(context.Background(), 0, f, ByMatchingTies, PageArgs{First: 2})
		require.NoError(t, err)
		assert.Len(t, page.Rows, 2)
		assert.Equal(t, cut, page.Cut)
	}
}

func TestReadFactsSayThatTheyWereCut(t *testing.T) {
	d := &DocumentRow{Document: Document{ID: "doc_a"}}
	for most, cut := range map[int]*Cut{maxScanned + 5: {AnswerLimit, maxScanned}, 20: nil} {
		pages, err := DocumentFacts(ClaimFilter{}, PageArgs{First: 2})(context.Background(), endlessView(most), []Node{d})
		require.NoError(t, err)
		assert.Equal(t, cut, pages[0].Cut)
	}
}

func TestReadSubgraphHoldsItsBounds(t *testing.T) {
	v := endlessView(2_000)
	got, err := v.Subgraph(context.Background(), []EntityID{"ent_a"}, 1, TieFilter{}, 50)
	require.NoError(t, err)
	assert.Len(t, got.Entities, 50)
	assert.LessOrEqual(t, len(got.Ties), 500)
	assert.Equal(t, &Cut{AnswerLimit, 50}, got.Cut)
	got, err = endlessView(maxEdgesAround+10).Subgraph(context.Background(), []EntityID{"ent_a"}, 1, TieFilter{}, 1_000)
	require.NoError(t, err)
	assert.Equal(t, &Cut{EdgeBudget, maxEdgesAround}, got.Cut)
}

func TestReadEdgesForFiltersAreBounded(t *testing.T) {
	v := endlessView(spreadOver + 10)
	read := 0
	require.ErrorIs(t, v.eachEdge(context.Background(), []EntityID{"ent_a"}, EdgeFilter{}, func(*Edge) { read++ }), ErrTooLarge)
	assert.Equal(t, spreadOver, read)
	require.NoError(t, v.eachEdge(context.Background(), nil, EdgeFilter{}, func(*Edge) { t.Error("nothing to read") }))
}
