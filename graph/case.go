package graph

// Case is all that the standing of one claim depends on.
type Case struct {
	// Accusatory says that the claim accuses, NotFact that its modality is another than FACT, Figure that each support holds on its
	// own day only.
	Accusatory, NotFact, Figure bool
	// FirstDay is that of the measure which the claim is about: a support without a period holds from it on. MinDay without one.
	FirstDay Day
	Spoken   []Spoken
}

// Spoken is one accepted assertion as it bears on a case: about the claim itself, a denial of another claim that was judged to
// cover this one explicitly, or one that withdraws or sets aside any of these.
type Spoken struct {
	ID AssertionID
	// Stance is what it says: of a correction the stance of what it corrects. RETRACTS says nothing more.
	Stance Stance
	// Withdraws is what it retracts or corrects, SetsAside the finding or dismissal that it dismisses.
	Withdraws, SetsAside AssertionID
	// Inherits is what a correction withdraws besides, since what it corrects withdrew that.
	Inherits []AssertionID
	Voice    Voice // the first that fits, under the competence table
	// Party says that a party speaks, Accused that it is the one accused.
	Party, Accused bool
	// Elsewhere says that the assertion is about another claim and bears on this one only by what it withdraws or sets aside.
	Elsewhere bool
	// Covering says that it is a denial of another claim that covers this one explicitly.
	Covering bool
	Period   Period
	Terms    Terms
}

// ends knows the kinds of a claim's two ends.
type ends struct {
	subject, object EntityKind // object is "" for a value
}

// accusatory says whether a claim with these ends accuses.
func (p *Predicate) accusatory(e ends) bool {
	if e.object == "" {
		return p.Accusatory == AlwaysAccusatory
	}
	spy := func(a, b EntityKind) bool { return a == IntelligenceService && exposed.Has(b) }
	if spy(e.subject, e.object) || spy(e.object, e.subject) {
		return true
	}
	switch p.Accusatory {
	case AlwaysAccusatory:
		return true
	case WithOfficial:
		return officials.Has(e.subject) != officials.Has(e.object)
	default:
		return false
	}
}

// accused says whether a body is the one that a claim accuses: the end that the predicate names, else the subject; of a
// symmetric claim the end that is no state, agency or service, and either end when that is true of both or of none.
func (p *Predicate) accused(c *Claim, e ends, body EntityID) bool {
	if !p.Symmetric || e.object == "" {
		if p.Accused == ObjectEnd && c.Object != "" {
			return body == c.Object
		}
		return body == c.Subject
	}
	subject, object := officials.Has(e.subject), officials.Has(e.object)
	return body == c.Subject && (!subject || object) || body == c.Object && (!object || subject)
}

// competent says whether rows let a body speak in a voice about a predicate.
func competent(rows []Competence, voice Voice, predicate string) bool {
	for _, row := range rows {
		if row.Voice == voice && among(row.Predicates, predicate) {
			return true
		}
	}
	return false
}

// voiceOf is the voice in which an assertion counts: the first that fits, as its source shows it and the competence table allows.
func voiceOf(a *Assertion, predicate string, rows []Competence, party, barred bool) Voice {
	official := a.Voice == RegisterVoice || a.Voice == AuthorityVoice
	switch {
	case official && !barred && competent(rows, a.Voice, predicate):
		return a.Voice
	case party:
		return PartyVoice
	case a.Voice == PublisherVoice || a.Voice == RegisterVoice:
		return PublisherVoice
	default:
		return OtherVoice
	}
}
