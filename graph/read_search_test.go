package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// directory is a store of names.
func directory(t testing.TB) *shelf {
	t.Helper()
	s := newShelf(t)
	s.doc("news", "", "2024-01-01", graph.FullText)
	s.entity("gazette", graph.Organization, "The Gazette")
	s.entity("kaspersky", graph.CorporateGroup, "Kaspersky")
	s.entity("kaspersky-lab", graph.Company, "Kaspersky Lab, Inc.")
	s.entity("ao", graph.Company, "AO Kaspersky Lab")
	s.entity("eugene", graph.Person, "Eugene Kaspersky")
	s.entity("natalya", graph.Person, "Natalya Kasperskaya")
	s.entity("strasse", graph.City, "Gießen")
	s.entity("other", graph.Company, "Casper Foods")
	s.worth("kaspersky", "NAME", graph.Name{Text: "Лаборатория Касперского", Language: "ru", Script: "Cyrl", Strength: graph.AliasName})
	s.worth("eugene", "NAME", graph.Name{Text: "Евгений Касперский", Language: "ru", Script: "Cyrl", Strength: graph.StrongName})
	s.worth("eugene", "NAME", graph.Name{Text: "Kaspersky", Language: "en", Strength: graph.WeakName})
	s.worth("ao", "IDENTIFIER", graph.Identifier{Scheme: "OFAC-SDN", Value: "45815"})
	s.worth("ao", "IDENTIFIER", graph.Identifier{Scheme: "OGRN", Value: "102 773 986 7473"})
	s.file()
	return s
}

func TestReadSearchFindsTheRightOnes(t *testing.T) {
	s := directory(t)
	v := s.view()
	for query, c := range map[string]struct {
		first string
		match graph.MatchKind
		also  []string
	}{
		"Kaspersky":          {"kaspersky", graph.MatchExact, []string{"eugene", "ao", "kaspersky-lab"}},
		"kaspersky":          {"kaspersky", graph.MatchExact, nil},
		"Касперский":         {"kaspersky", graph.MatchTransliterated, []string{"eugene", "ao"}},
		"Kasperski":          {"kaspersky", graph.MatchTransliterated, []string{"eugene"}},
		"Евгений Касперский": {"eugene", graph.MatchExact, nil},
		"Kaspersky Eugene":   {"eugene", graph.MatchWords, nil},
		"kasp":               {"kaspersky", graph.MatchPrefix, []string{"eugene", "natalya", "ao", "kaspersky-lab"}},
		"Kasprsky":           {"kaspersky", graph.MatchSimilar, nil},
		"45815":              {"ao", graph.MatchIdentifier, nil},
		"OFAC-SDN 45815":     {"ao", graph.MatchIdentifier, nil},
		"1027739867473":      {"ao", graph.MatchIdentifier, nil},
		"giessen":            {"strasse", graph.MatchTransliterated, nil},
		"GIEßEN":             {"strasse", graph.MatchExact, nil},
		"kaspersky lab inc":  {"kaspersky-lab", graph.MatchTransliterated, nil},
		"лаборатория касперск": {"kaspersky", graph.MatchPrefix, nil},
	} {
		t.Run(query, func(t *testing.T) {
			page, err := v.SearchEntities(context.Background(), query, 0, all)
			require.NoError(t, err)
			hits := rows[*graph.SearchHit](t, page)
			require.NotEmpty(t, hits)
			assert.Equal(t, ent(c.first), hits[0].Entity.ID)
			assert.Equal(t, c.match, hits[0].Match, hits[0].Explanation)
			assert.Subset(t, entities(t, page), c.also)
			assert.NotContains(t, entities(t, page), "gazette")
			assert.Equal(t, len(hits), *page.Total)
			for i, h := range hits {
				assert.True(t, h.Score > 0 && h.Score <= 1, h.Score)
				assert.NotEmpty(t, h.Matched)
				assert.Contains(t, h.Explanation, "score")
				assert.True(t, i == 0 || hits[i-1].Score >= h.Score)
			}
			paged := whole(t, 1, func(a graph.PageArgs) graph.Page {
				p, err := v.SearchEntities(context.Background(), query, 0, a)
				require.NoError(t, err)
				return p
			})
			assert.Equal(t, keys(page), paged)
		})
	}
}

func TestReadSearchOfKindsAndOfNothing(t *testing.T) {
	s := directory(t)
	v := s.view()
	page, err := v.SearchEntities(context.Background(), "Kaspersky", graph.KindsOf(graph.Person), all)
	require.NoError(t, err)
	assert.Equal(t, []string{"eugene", "natalya"}, entities(t, page))
	page, err = v.SearchEntities(context.Background(), "zzzz qqqq", 0, all)
	require.NoError(t, err)
	assert.Empty(t, page.Rows)
	page, err = v.SearchEntities(context.Background(), "—", 0, all)
	require.NoError(t, err)
	assert.Empty(t, page.Rows)
	for _, bad := range []string{"", "   ", strings.Repeat("k", 201)} {
		_, err := v.SearchEntities(context.Background(), bad, 0, all)
		require.ErrorIs(t, err, graph.ErrInvalid)
	}
	first, err := v.SearchEntities(context.Background(), "Kaspersky", 0, graph.PageArgs{First: 1})
	require.NoError(t, err)
	_, err = v.SearchEntities(context.Background(), "Kasperski", 0, graph.PageArgs{First: 1, After: &first.Rows[0].Cursor})
	assert.ErrorIs(t, err, graph.ErrInvalid, "a cursor of another search")
}

func TestReadFindsExactlyOneEntity(t *testing.T) {
	s := directory(t)
	s.entity("town", graph.City, "Utopia")
	s.entity("state", graph.Country, "Utopia")
	s.file()
	v := s.view()
	for name, c := range map[string]struct {
		ref  graph.EntityRef
		want string
	}{
		"by id":                         {graph.EntityRef{ID: ent("ao")}, "ao"},
		"by caption, before weak names": {graph.EntityRef{Name: "kaspersky"}, "kaspersky"},
		"by an alias in its script":     {graph.EntityRef{Name: "лаборатория касперского"}, "kaspersky"},
		"by a name in another script":   {graph.EntityRef{Name: "Evgeniy Kasperskiy"}, "eugene"},
		"by an identifier":              {graph.EntityRef{Identifier: &graph.Identifier{Scheme: "ofac-sdn", Value: "45 815"}}, "ao"},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := v.FindEntity(context.Background(), c.ref)
			require.NoError(t, err)
			assert.Equal(t, ent(c.want), found.ID)
		})
	}
	for name, ref := range map[string]graph.EntityRef{
		"an unknown id":                 {ID: ent("nobody")},
		"a beginning of a name":         {Name: "Kasp"},
		"a word of a name":              {Name: "Eugene"},
		"an identifier of other scheme": {Identifier: &graph.Identifier{Scheme: "LEI", Value: "45815"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := v.FindEntity(context.Background(), ref)
			assert.ErrorIs(t, err, graph.ErrNotFound)
		})
	}
	_, err := v.FindEntity(context.Background(), graph.EntityRef{Name: "Utopia"})
	require.ErrorIs(t, err, graph.ErrConflict)
	var several *graph.AmbiguousNameError
	require.ErrorAs(t, err, &several)
	assert.Len(t, several.Candidates, 2)
	require.ErrorContains(t, err, "ent_state")
	require.ErrorContains(t, err, "ent_town")
	for _, ref := range []graph.EntityRef{{}, {ID: ent("ao"), Name: "Kaspersky"}} {
		_, err := v.FindEntity(context.Background(), ref)
		assert.ErrorIs(t, err, graph.ErrInvalid)
	}
}

func TestReadNamesAndIdentifiersOfAnEntity(t *testing.T) {
	s := directory(t)
	v := s.view()
	names := func(languages ...string) []string {
		var out []string
		for _, c := range rows[*graph.ClaimRow](t, read(t, v, graph.EntityNames(languages, all), nodes(t, v, "eugene")[0])) {
			out = append(out, graph.ValueWords(c.Value, ""))
		}
		return out
	}
	assert.Equal(t, []string{"Евгений Касперский", "Kaspersky"}, names(), "strongest first")
	assert.Equal(t, []string{"Kaspersky"}, names("EN"))
	assert.Empty(t, names("de"))
	identifiers := func(schemes ...string) int {
		return len(read(t, v, graph.EntityIdentifiers(schemes, all), nodes(t, v, "ao")[0]).Rows)
	}
	assert.Equal(t, []int{2, 1, 0}, []int{identifiers(), identifiers("ogrn"), identifiers("LEI")})
	for _, r := range []func(graph.PageArgs) graph.Relation{
		func(a graph.PageArgs) graph.Relation { return graph.EntityNames(nil, a) },
		func(a graph.PageArgs) graph.Relation { return graph.EntityIdentifiers(nil, a) },
	} {
		for _, id := range []string{"eugene", "ao"} {
			paged := whole(t, 1, func(a graph.PageArgs) graph.Page { return read(t, v, r(a), nodes(t, v, id)[0]) })
			assert.Equal(t, keys(read(t, v, r(all), nodes(t, v, id)[0])), append([]string{}, paged...))
		}
	}
}

func TestReadNodesAreAlignedWithTheirIDs(t *testing.T) {
	s := newTown(t)
	v := s.view()
	ids := []string{"ent_acme", "ent_nobody", string(s.cooperation()), "ast_alleged", "doc_news", "clm_none", "", "nonsense", "ent_acme"}
	found, err := v.Nodes(context.Background(), ids)
	require.NoError(t, err)
	require.Len(t, found, len(ids))
	for i, known := range []bool{true, false, true, true, true, false, false, false, true} {
		require.Equal(t, known, found[i] != nil, ids[i])
		if known {
			assert.Equal(t, ids[i], found[i].Key())
		}
	}
}

func TestReadJudgementByItsOwnID(t *testing.T) {
	s := newTown(t)
	v := s.view()
	judged := rows[*graph.JudgementRow](t, read(t, v, graph.EntityJudgements(all), nodes(t, v, "holding")[0]))[0]
	assert.Equal(t, judged, nodes(t, v, string(judged.ID))[0])
}
