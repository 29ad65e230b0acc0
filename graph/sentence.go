package graph

// SentenceParts is what a sentence about a claim is made of: the claim, how it stands, and who said what of it.
type SentenceParts struct {
	Claim   *Claim
	Subject Noun
	Object  Noun // of a claim between entities
	// Reference stands for what a value only points to: the name of who keeps it back, or the sentence of the claim referred to.
	Reference string
	// Standing on the day in question; "" when nobody has said it to hold then.
	Standing  Standing
	Contested bool
	// Supporters stand behind the standing, Deniers are parties, Dismissers authorities, Commenters neither support nor deny, and
	// Silent ones were asked and gave no comment.
	Supporters, Deniers, Dismissers, Withdrawers, Commenters, Silent []Noun
}

// Sentence says a claim in words, with the verb that its standing allows: what is alleged is never said as a fact.
func (v *Vocabulary) Sentence(p SentenceParts) string {
	row := v.byName[p.Claim.Predicate]
	if row == nil {
		row = &Predicate{Clause: "{s} " + p.Claim.Predicate + " {o}", Infinitive: p.Claim.Predicate + " {o}"}
	}
	w := newWording(row, &p)
	said := p.said(w)
	if p.Contested {
		said += p.objection()
	}
	return finished(said)
}

// said is the sentence without what contests it.
func (p *SentenceParts) said(w *wording) string {
	switch p.Standing {
	case Recorded:
		return w.clause()
	case Determined:
		return spoken(p.Supporters, "found", "found", "it was found") + " that " + w.clause()
	case Admitted:
		return spoken(p.Supporters, "confirmed", "confirmed", "it was confirmed") + " that " + w.clause()
	case Alleged:
		return spoken(p.Supporters, "alleges", "allege", "it is alleged") + " that " + w.clause()
	case Disputed:
		return spoken(p.Supporters, "alleges", "allege", "it is alleged") + " that " + w.clause() + "; " +
			spoken(p.Deniers, "denies it", "deny it", "this is denied")
	case Reported:
		return spoken(p.Supporters, "reports", "report", "it is reported") + " that " + w.clause()
	case Stated:
		return spoken(p.Supporters, "says", "say", "it is said") + " that " + w.clause()
	case Refuted:
		return w.negated() + by(p.Dismissers)
	case Retracted:
		return p.withdrawn(w)
	case Unasserted:
		return p.unasserted(w)
	default:
		return "no source on file says that on that day " + w.clause()
	}
}

func (p *SentenceParts) withdrawn(w *wording) string {
	if len(p.Withdrawers) == 0 {
		return "the claim that " + w.clause() + " was withdrawn"
	}
	return listed(p.Withdrawers) + " withdrew the claim that " + w.clause()
}

// unasserted says who denied the claim, commented on it or kept silent, although nobody on file has made it.
func (p *SentenceParts) unasserted(w *wording) string {
	said := ""
	for _, part := range []struct {
		who                []Noun
		one, many, further string
	}{
		{p.Deniers, " denies that ", " deny that ", ""},
		{p.Commenters, " commented on whether ", " commented on whether ", " commented on it"},
		{p.Silent, " did not comment on whether ", " did not comment on whether ", " did not comment on it"},
	} {
		switch {
		case len(part.who) == 0:
		case said == "":
			said = listed(part.who) + agreeing(part.who, part.one, part.many) + w.clause()
		default:
			said += "; " + listed(part.who) + part.further
		}
	}
	if said == "" {
		return "no source on file asserts that " + w.clause()
	}
	return said
}

// objection says who contests what stands in the safe tier.
func (p *SentenceParts) objection() string {
	denied, dismissed := "", ""
	if len(p.Deniers) > 0 {
		denied = listed(p.Deniers) + agreeing(p.Deniers, " denies", " deny")
	}
	if len(p.Dismissers) > 0 {
		dismissed = listed(p.Dismissers) + " dismissed"
	}
	switch {
	case denied != "" && dismissed != "":
		return ", which " + denied + " and " + dismissed
	case denied+dismissed != "":
		return ", which " + denied + dismissed
	default:
		return ", which is contested"
	}
}
