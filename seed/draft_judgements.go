package seed

import "github.com/redthread-graph/redthread/graph"

func (d *drafter) readJudgements() {
	for _, c := range d.pack.Coverings {
		d.addJudgement(c.line, c.ID, graph.Judgement{
			Kind: graph.Coverage, Verdict: graph.Verdict(c.Verdict), By: c.By, Reason: c.Reason,
			Denial: d.assertion(c.line, "denial", c.Denial), Claim: d.claimOf(c.line, "claim", c.Claim).ID,
		})
	}
	for _, same := range d.pack.Identities {
		j := graph.Judgement{Kind: graph.Identity, Verdict: graph.Verdict(same.Verdict), By: same.By, Reason: same.Reason}
		for _, name := range same.Entities {
			j.Entities = append(j.Entities, d.entity(same.line, "entities", name))
		}
		d.addJudgement(same.line, same.ID, j)
	}
}

func (d *drafter) addJudgement(line int, name string, j graph.Judgement) {
	if name == "" {
		d.invalid(line, "id", name, "a name for the judgement")
		return
	}
	j.ID = graph.JudgementID("jdg_" + name)
	if d.draft.Places[string(j.ID)] != "" {
		d.invalid(line, "id", name, "a name that no other judgement of the pack has")
		return
	}
	d.draft.Places[string(j.ID)] = d.place(line)
	d.draft.Judgements = append(d.draft.Judgements, j)
}
