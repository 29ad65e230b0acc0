package graph

// smallSpeaker is who speaks as an assertion counts: REGISTER and AUTHORITY may be a party, a publisher or another speaker is none.
type smallSpeaker struct {
	voice          Voice
	party, accused bool
}

func everySpeaker() []smallSpeaker {
	return []smallSpeaker{
		{RegisterVoice, false, false},
		{RegisterVoice, true, false},
		{RegisterVoice, true, true},
		{AuthorityVoice, false, false},
		{AuthorityVoice, true, false},
		{AuthorityVoice, true, true},
		{PartyVoice, true, false},
		{PartyVoice, true, true},
		{PublisherVoice, false, false},
		{OtherVoice, false, false},
	}
}

// speechForms are speeches by how they may stand in a case: without a link, or linked to an earlier one.
type speechForms struct {
	free   []speech
	linked func(to int) []speech
}

// everyForm has each stance in each voice; fewForms has one of each kind that the domain tells apart.
func everyForm() speechForms {
	var says []speech
	for _, stance := range []Stance{Asserts, Alleges, Confirms, Denies, Determines, Dismisses, Qualifies, NoComment} {
		for _, who := range everySpeaker() {
			says = append(says, speech{stance: stance, voice: who.voice, party: who.party, accused: who.accused})
		}
	}
	return speechForms{free: withPeriods(append(says, coverings()...)), linked: func(to int) []speech {
		out := append(withPeriods(corrections(says, to)), retractions(to)...)
		for _, who := range everySpeaker() {
			out = append(out, dismissals(who, to)...)
		}
		return out
	}}
}

func fewForms() speechForms {
	stranger, body := smallSpeaker{voice: OtherVoice}, smallSpeaker{voice: AuthorityVoice}
	accused, other := smallSpeaker{PartyVoice, true, true}, smallSpeaker{PartyVoice, true, false}
	say := func(stance Stance, who smallSpeaker) speech {
		return speech{stance: stance, voice: who.voice, party: who.party, accused: who.accused}
	}
	says := []speech{
		say(Asserts, stranger), say(Alleges, stranger), say(Determines, stranger), say(Asserts, smallSpeaker{voice: PublisherVoice}),
		say(Confirms, accused), say(Asserts, smallSpeaker{voice: RegisterVoice}), say(Determines, body), say(Dismisses, body),
		say(Denies, accused), say(Denies, other), say(Denies, stranger),
	}
	return speechForms{free: withPeriods(append(says, coverings()...)), linked: func(to int) []speech {
		out := append(withPeriods(corrections(says, to)), retractions(to)...)
		out = append(out, dismissals(body, to)...)
		return append(out, dismissals(accused, to)...)
	}}
}

func withPeriods(says []speech) []speech {
	var out []speech
	for _, s := range says {
		for _, p := range smallPeriods() {
			s.period = p
			out = append(out, s)
		}
	}
	return out
}

// coverings are denials of another claim that were judged to cover this one, by a party and by a stranger.
func coverings() []speech {
	return []speech{
		{stance: Denies, voice: PartyVoice, party: true, covering: true},
		{stance: Denies, voice: OtherVoice, covering: true},
	}
}

// corrections say again, in other words, what they withdraw; one of a dismissal may still be one of a target.
func corrections(says []speech, to int) []speech {
	var out []speech
	for _, s := range says {
		s.withdraws = to
		out = append(out, s)
		if s.stance == Dismisses && to > 1 {
			s.setsAside = to - 1
			out = append(out, s)
		}
	}
	return out
}

func retractions(to int) []speech {
	undated, dated := noPeriod(), newSmallPeriod(onDay(2), onDay(4), smallBound{})
	return []speech{
		{stance: Retracts, voice: OtherVoice, withdraws: to, period: undated},
		{stance: Retracts, voice: RegisterVoice, withdraws: to, elsewhere: true, period: dated},
		{stance: Asserts, voice: RegisterVoice, withdraws: to, elsewhere: true, period: dated},
	}
}

// dismissals set a finding, or a dismissal, aside.
func dismissals(who smallSpeaker, to int) []speech {
	undated, dated := noPeriod(), newSmallPeriod(onDay(2), onDay(4), smallBound{})
	s := speech{stance: Dismisses, voice: who.voice, party: who.party, accused: who.accused, setsAside: to, period: undated}
	out := []speech{s}
	s.period = dated
	out = append(out, s)
	s.elsewhere = true
	return append(out, s)
}
