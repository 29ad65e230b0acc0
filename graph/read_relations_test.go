package graph_test

import (
	"context"
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// relations are all relations with arguments that give everything, by the type of parent for which they are meant.
func relations() map[string]map[string]graph.Relation {
	by, yes := graph.TiesByPredicate, true
	return map[string]map[string]graph.Relation{
		"entity": {
			"anchor": graph.EntityAnchor(), "names": graph.EntityNames(nil, all), "identifiers": graph.EntityIdentifiers(nil, all),
			"claims": graph.EntityClaims(graph.ClaimFilter{}, all), "ties": graph.EntityTies(graph.TieFilter{}, by, all),
			"conflicting": graph.EntityClaims(graph.ClaimFilter{Conflicting: &yes}, all),
			"accusatory":  graph.EntityTies(graph.TieFilter{Accusatory: &yes}, graph.TiesByStrength, all),
			"facets":      graph.EntityFacets(graph.TieFilter{}), "degree": graph.EntityDegree(),
			"alleged": graph.EntityAllegations(graph.AccusedSubject, graph.AllegationFilter{}, all),
			"accuser": graph.EntityAllegations(graph.Accuser, graph.AllegationFilter{ReplyRecorded: &yes}, all),
			"said":    graph.EntitySaid(nil, "", graph.BySaid, all), "measures": graph.EntityMeasures(graph.AsTarget, graph.MeasureFilter{}, all),
			"judgements": graph.EntityJudgements(all), "documents": graph.EntityDocuments(graph.DocumentFilter{}, all),
			"parent": graph.EntityTieSet("parent"), "headquarters": graph.EntityTieSet("headquarters"),
			"country": graph.EntityTieSet("country"), "city": graph.EntityTieSet("city"),
			"members": graph.EntityTiesOf("members", graph.TieFilter{}, by, all),
			"units":   graph.EntityUnits(graph.UnitFilter{}, all), "offices": graph.EntityOffices(graph.OfficeFilter{}, all),
			"countries": graph.OfficeCountries(), "figures": graph.EntityFigures(nil, all), "addresses": graph.EntityClaimSet("addresses"),
			"days": graph.MeasureDays(), "provisions": graph.MeasureProvisions(nil, all), "grounds": graph.MeasureGrounds(all),
			"challenges": graph.MeasureChallenges(all), "standard": graph.MeasureStandard(),
			"statements": graph.MeasureStatements(nil, nil, graph.BySaid, all), "status": graph.MeasureStatusOf(),
		},
		"claim": {
			"subject": graph.ClaimSubject(), "object": graph.ClaimObject(), "value claim": graph.ClaimValueClaim(),
			"value entity": graph.ClaimValueEntity(), "sentence": graph.ClaimSentence(), "standings": graph.ClaimStandings(),
			"assertions": graph.ClaimAssertions(nil, nil, graph.ByRecorded, all), "general": graph.ClaimGeneralDenials(),
			"denials": graph.ClaimDenials(), "conflicts": graph.ClaimConflicts(), "origins": graph.ClaimOrigins(), "sources": graph.ClaimIndependentSources(),
			"accusatory": graph.ClaimAccusatory(),
		},
		"assertion": {
			"claim": graph.AssertionClaim(), "target": graph.AssertionTarget(), "speaker": graph.AssertionSpeaker(),
			"body": graph.AssertionBody(), "reports": graph.AssertionReports(), "evidence": graph.AssertionEvidence(),
			"counts as": graph.AssertionCountsAs(), "coverings": graph.AssertionCoverings(), "retracted": graph.AssertionRetractedAt(),
		},
		"document": {
			"publisher": graph.DocumentPublisher(), "text": graph.DocumentText(), "layers": graph.DocumentLayers(),
			"facts": graph.DocumentFacts(graph.ClaimFilter{}, all), "cites": graph.DocumentCites(all),
		},
		"allegation": {
			"claim": graph.AllegationClaim(), "by": graph.AllegedBy(), "denials": graph.AllegationDenials(),
			"general": graph.AllegationGeneralDenials(), "determinations": graph.AllegationDeterminations(),
			"retractions": graph.AllegationRetractions(), "reply": graph.AllegationReply(),
		},
		"tie": {"entity": graph.TieEntity(), "claim": graph.TieClaim()},
	}
}

// townNodes are all nodes of the town, by type.
func townNodes(t testing.TB, v *graph.View) map[string][]graph.Node {
	t.Helper()
	ctx := context.Background()
	out := map[string][]graph.Node{}
	listed, err := v.ListEntities(ctx, graph.EntityQuery{Order: graph.ByID})
	require.NoError(t, err)
	for _, e := range listed {
		out["entity"] = append(out["entity"], e)
	}
	claims, err := v.ListClaims(ctx, graph.ClaimQuery{Owners: []string{""}})
	require.NoError(t, err)
	for _, c := range claims[0] {
		out["claim"] = append(out["claim"], c)
		if c.State.Allegation {
			out["allegation"] = append(out["allegation"], &graph.AllegationNode{Claim: c})
		}
		said, err := v.ListAssertions(ctx, graph.AssertionQuery{Owners: []string{string(c.ID)}, Role: graph.AboutClaim})
		require.NoError(t, err)
		for _, a := range said[0] {
			out["assertion"] = append(out["assertion"], a)
		}
	}
	documents, err := v.ListDocuments(ctx, graph.DocumentQuery{})
	require.NoError(t, err)
	for _, d := range documents[0] {
		out["document"] = append(out["document"], d)
	}
	for _, r := range read(t, v, graph.EntityTies(graph.TieFilter{}, graph.TiesByPredicate, all), nodes(t, v, "acme")[0]).Rows {
		out["tie"] = append(out["tie"], r.Node)
	}
	return out
}

// views are the readings for which every relation must hold the same.
func views(v *graph.View) map[string]*graph.View {
	return map[string]*graph.View{
		"any day": v, "a day": v.On(day("2024-06-25"), nil), "public": v.On(nil, day("2024-06-20")),
		"public on a day": v.On(day("2024-06-25"), day("2024-06-21")),
	}
}

func TestReadRelationsGiveABatchWhatTheyGiveEachAlone(t *testing.T) {
	s := newTown(t)
	parents := townNodes(t, s.view())
	for name := range views(s.view()) {
		for kind, table := range relations() {
			for field, relation := range table {
				t.Run(name+" "+kind+" "+field, func(t *testing.T) {
					batch, err := relation(context.Background(), views(s.view())[name], parents[kind])
					require.NoError(t, err)
					require.Len(t, batch, len(parents[kind]))
					one := views(s.view())[name]
					for i, p := range parents[kind] {
						assert.Equal(t, read(t, one, relation, p), batch[i], "%s", p.Key())
					}
				})
			}
		}
	}
}

func TestReadRelationsMakeTheSameCallsForAnyNumberOfParents(t *testing.T) {
	s := newTown(t)
	parents := townNodes(t, s.view())
	for name := range views(s.view()) {
		for kind, table := range relations() {
			for field, relation := range table {
				t.Run(name+" "+kind+" "+field, func(t *testing.T) {
					calls := func(of []graph.Node) map[string]int {
						v := views(s.view())[name]
						s.calls.reset()
						_, err := relation(context.Background(), v, of)
						require.NoError(t, err)
						return maps.Clone(s.calls.made)
					}
					half, full := calls(parents[kind][:len(parents[kind])*2/3]), calls(parents[kind])
					for call, n := range full {
						assert.LessOrEqual(t, n, half[call]+depthOf(call), "%s: %v, then %v", call, half, full)
					}
				})
			}
		}
	}
}

// depthOf is by how much calls may grow with what is read, not with how many parents there are: chains of withdrawals and places are
// followed step by step, and a step is left out when nothing needs it.
func depthOf(call string) int {
	switch call {
	case "Expand", "ListAssertions", "Entities", "ListClaims", "Documents", "Claims":
		return 3
	default:
		return 2
	}
}

func TestReadRelationsReadNothingForParentsOfAnotherType(t *testing.T) {
	s := newTown(t)
	v := s.view()
	parents := townNodes(t, v)
	for kind, table := range relations() {
		for field, relation := range table {
			for other, of := range parents {
				if other == kind || kind == "tie" {
					continue
				}
				s.calls.reset()
				pages, err := relation(context.Background(), v, of)
				require.NoError(t, err, "%s of %s", field, other)
				assert.Len(t, pages, len(of))
				assert.Empty(t, s.calls.trace(), "%s %s of %s", kind, field, other)
			}
		}
	}
}

func TestReadFillReadsOnceForEachStepOfAShape(t *testing.T) {
	s := newTown(t)
	v := s.view()
	shape := &graph.Shape{Steps: []*graph.Step{{
		Field: "allegations", Kinds: graph.AllKinds, Load: graph.EntityAllegations(graph.AccusedSubject, graph.AllegationFilter{}, all),
		Below: map[string]*graph.Shape{"nodes": {Steps: []*graph.Step{
			{Field: "allegedBy", Kinds: graph.AllKinds, Load: graph.AllegedBy()},
			{Field: "claim", Kinds: graph.AllKinds, Load: graph.AllegationClaim(), Below: map[string]*graph.Shape{
				"": {Steps: []*graph.Step{{Field: "sentence", Kinds: graph.AllKinds, Load: graph.ClaimSentence()}}},
			}},
		}}},
	}}}
	parents := nodes(t, v, "acme", "labs", "ann")
	filled, err := v.Fill(context.Background(), parents, shape)
	require.NoError(t, err)
	result := filled.Of(parents[0], "allegations")
	require.Len(t, result.Page(parents[0]).Rows, 1)
	accusation := result.Page(parents[0]).Rows[0].Node
	by := result.Below("nodes").Of(accusation, "allegedBy").Page(accusation)
	assert.Equal(t, []string{"ent_bureau", "ent_gazette"}, keys(*by))
	claim := result.Below("nodes").Of(accusation, "claim")
	sentence := claim.Below("").Of(claim.Page(accusation).Rows[0].Node, "sentence").Page(claim.Page(accusation).Rows[0].Node)
	assert.Contains(t, scalar[string](t, *sentence), "Bureau of Trade")
}

func TestReadFieldsOfAnAllegationHearItsClaimOnce(t *testing.T) {
	s := newTown(t)
	v := s.view()
	parents := townNodes(t, v)["allegation"]
	fresh := s.view()
	s.calls.reset()
	for _, r := range []graph.Relation{
		graph.AllegationDenials(), graph.AllegedBy(), graph.AllegationDeterminations(), graph.AllegationRetractions(), graph.AllegationDenials(),
	} {
		_, err := r(context.Background(), fresh, parents)
		require.NoError(t, err)
	}
	assert.Equal(t, 1, s.calls.made["Competence"], s.calls.trace())
	assert.Equal(t, 1, s.calls.made["Claims"], s.calls.trace())
	claims, err := graph.AllegationClaim()(context.Background(), fresh, parents)
	require.NoError(t, err)
	s.calls.reset()
	for _, page := range claims {
		read(t, fresh, graph.ClaimDenials(), page.Rows[0].Node)
	}
	assert.Empty(t, s.calls.trace(), "the claim of an allegation has been heard with it")
	other := fresh.On(nil, day("2024-06-20"))
	s.calls.reset()
	_, err = graph.AllegationDenials()(context.Background(), other, parents)
	require.NoError(t, err)
	assert.NotZero(t, s.calls.made["Documents"], "what was public is heard anew")
}
