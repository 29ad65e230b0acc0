package resolvers

import "github.com/redthread-graph/redthread/graph"

// claimLines are the fields of claims, and of what claims are shown in.
func claimLines() table {
	return table{
		"Claim.subject":    plain(graph.ClaimSubject),
		"Claim.object":     plain(graph.ClaimObject),
		"Claim.accusatory": plain(graph.ClaimAccusatory),
		"Claim.standings":  plain(graph.ClaimStandings),
		"Claim.sentence":   plain(graph.ClaimSentence),
		"Claim.assertions": by(func(a *args) graph.Relation {
			return graph.ClaimAssertions(
				list[graph.Stance](a, "stances"), list[graph.ReviewState](a, "reviews"), a.assertionOrder(graph.ByRecorded), a.page())
		}),
		"Claim.denials":            plain(graph.ClaimDenials),
		"Claim.generalDenials":     plain(graph.ClaimGeneralDenials),
		"Claim.conflicts":          plain(graph.ClaimConflicts),
		"Claim.origins":            plain(graph.ClaimOrigins),
		"Claim.independentSources": plain(graph.ClaimIndependentSources),

		"ClaimRef.claim":   plain(graph.ClaimValueClaim),
		"ClaimRef.text":    fixed(chain(graph.ClaimValueClaim(), graph.ClaimSentence())),
		"Undisclosed.by":   plain(graph.ClaimValueEntity),
		"Undisclosed.text": plain(graph.ClaimValueEntity),

		"ClaimSet.claims":     carried(func(s *graph.ClaimSetNode) []*graph.ClaimRow { return s.Claims }),
		"ClaimSet.conflict":   carried(func(s *graph.ClaimSetNode) []*graph.ConflictNode { return some(s.Conflict) }),
		"Conflict.claims":     carried(func(c *graph.ConflictNode) []*graph.ClaimRow { return c.Claims }),
		"Conflict.assertions": carried(func(c *graph.ConflictNode) []*graph.AssertionRow { return c.Assertions }),
		"Origin.speaker":      carried(func(o *graph.OriginNode) []*graph.EntityRow { return some(o.Speaker) }),
		"Origin.work":         carried(func(o *graph.OriginNode) []*graph.DocumentRow { return some(o.Work) }),
		"Origin.publisher":    carried(func(o *graph.OriginNode) []*graph.EntityRow { return some(o.Publisher) }),

		"Allegation.claim":          plain(graph.AllegationClaim),
		"Allegation.allegedBy":      plain(graph.AllegedBy),
		"Allegation.denials":        plain(graph.AllegationDenials),
		"Allegation.generalDenials": plain(graph.AllegationGeneralDenials),
		"Allegation.determinations": plain(graph.AllegationDeterminations),
		"Allegation.retractions":    plain(graph.AllegationRetractions),
		"Allegation.replyRecorded":  plain(graph.AllegationReply),
	}
}
