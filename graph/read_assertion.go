package graph

import "context"

// AssertionClaim gives the claim that an assertion is about.
func AssertionClaim() Relation {
	return toOne(func(a *AssertionRow) ClaimID { return a.Claim }, claimsByID)
}

// AssertionTarget gives the assertion that one retracts, corrects or sets aside.
func AssertionTarget() Relation {
	return toOne(func(a *AssertionRow) AssertionID { return a.Target }, assertionsByID)
}

// AssertionSpeaker gives who says it; no row when the source does not tell.
func AssertionSpeaker() Relation {
	return toOne(func(a *AssertionRow) EntityID { return a.Speaker }, entitiesByID)
}

// AssertionBody gives the body for which the speaker speaks, by the capacity; no row when for nobody else.
func AssertionBody() Relation {
	return toOne(func(a *AssertionRow) EntityID { return a.Capacity.For }, entitiesByID)
}

// AssertionReports gives the chain from the speaker to the document on file, from the speaker onwards.
func AssertionReports() Relation {
	return held(func(a *AssertionRow) []*ReportNode {
		nodes := make([]*ReportNode, len(a.ReportedBy))
		for i, r := range a.ReportedBy {
			nodes[i] = &ReportNode{r, a.ID, i}
		}
		return nodes
	})
}

// ReportWho gives who passed a report on.
func ReportWho() Relation { return toOne(func(r *ReportNode) EntityID { return r.Who }, entitiesByID) }

// ReportWork gives the work in which a report was passed on.
func ReportWork() Relation {
	return toOne(func(r *ReportNode) DocumentID { return r.Work }, documentsByID)
}

// AssertionCoverings gives the judgements on which claims a denial covers, in the order in which they were recorded.
func AssertionCoverings() Relation {
	return relate(func(ctx context.Context, v *View, parents []*AssertionRow) ([]Page, error) {
		owners := make([]string, len(parents))
		for i, a := range parents {
			owners[i] = string(a.ID)
		}
		lists, err := v.ListJudgements(ctx, owners)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, a := range parents {
			for _, j := range lists[i] {
				if j.Kind == Coverage && j.Denial == a.ID {
					pages[i].Rows = append(pages[i].Rows, Row{Node: j})
				}
			}
		}
		return pages, nil
	})
}

// JudgementEntities gives the entities that a judgement of identity compares.
func JudgementEntities() Relation {
	return toMany(func(j *JudgementRow) []EntityID { return j.Entities }, entitiesByID)
}

// JudgementDenial gives the denial of a judgement on coverage.
func JudgementDenial() Relation {
	return toOne(func(j *JudgementRow) AssertionID { return j.Denial }, assertionsByID)
}

// JudgementClaim gives the claim of a judgement on coverage.
func JudgementClaim() Relation {
	return toOne(func(j *JudgementRow) ClaimID { return j.Claim }, claimsByID)
}
