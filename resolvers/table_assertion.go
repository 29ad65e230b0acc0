package resolvers

import "github.com/redthread-graph/redthread/graph"

// assertionLines are the fields of assertions, of what stands in them, and of judgements.
func assertionLines() table {
	return table{
		"Assertion.claim":       plain(graph.AssertionClaim),
		"Assertion.target":      plain(graph.AssertionTarget),
		"Assertion.speaker":     plain(graph.AssertionSpeaker),
		"Assertion.reportedBy":  plain(graph.AssertionReports),
		"Assertion.evidence":    plain(graph.AssertionEvidence),
		"Assertion.countsAs":    plain(graph.AssertionCountsAs),
		"Assertion.retractedAt": plain(graph.AssertionRetractedAt),
		"Assertion.coverings":   plain(graph.AssertionCoverings),
		"Capacity.for":          plain(graph.AssertionBody),
		"Report.who":            plain(graph.ReportWho),
		"Report.work":           plain(graph.ReportWork),

		"Evidence.document":  plain(graph.EvidenceDocument),
		"Evidence.layer":     plain(graph.EvidenceLayer),
		"Evidence.assertion": plain(graph.EvidenceAssertion),

		"Judgement.entities": plain(graph.JudgementEntities),
		"Judgement.denial":   plain(graph.JudgementDenial),
		"Judgement.claim":    plain(graph.JudgementClaim),

		"CompetenceRow.body": carried(func(c *graph.CompetenceNode) []*graph.EntityRow { return some(c.Body) }),
	}
}
