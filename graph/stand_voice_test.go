package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStandingVoiceIsTheFirstThatFits(t *testing.T) {
	register := []Competence{{Voice: RegisterVoice, Predicates: []string{"OWNS"}}}
	authority := []Competence{{Voice: AuthorityVoice}, {Voice: RegisterVoice, Predicates: []string{"DIRECTS"}}}
	for name, c := range map[string]struct {
		shown         Voice
		rows          []Competence
		party, barred bool
		want          Voice
	}{
		"a register in the table":                   {shown: RegisterVoice, rows: register, want: RegisterVoice},
		"a register that records other things":      {shown: RegisterVoice, rows: authority, want: PublisherVoice},
		"a register not in the table":               {shown: RegisterVoice, want: PublisherVoice},
		"an authority in the table, for all":        {shown: AuthorityVoice, rows: authority, want: AuthorityVoice},
		"a register that would find":                {shown: AuthorityVoice, rows: register, want: OtherVoice},
		"an authority not in the table":             {shown: AuthorityVoice, want: OtherVoice},
		"an authority that is a party":              {shown: AuthorityVoice, rows: authority, party: true, want: AuthorityVoice},
		"the accused, an authority":                 {shown: AuthorityVoice, rows: authority, party: true, barred: true, want: PartyVoice},
		"the accused, a register":                   {shown: RegisterVoice, rows: register, party: true, barred: true, want: PartyVoice},
		"a party in its own newspaper":              {shown: PublisherVoice, party: true, want: PartyVoice},
		"a party quoted by somebody":                {shown: OtherVoice, party: true, want: PartyVoice},
		"a newspaper":                               {shown: PublisherVoice, rows: authority, want: PublisherVoice},
		"a competent body that speaks as no office": {shown: OtherVoice, rows: authority, want: OtherVoice},
	} {
		t.Run(name, func(t *testing.T) {
			got := voiceOf(&Assertion{Voice: c.shown}, "OWNS", c.rows, c.party, c.barred)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestStandingAccusedIsTheEndThatTheRowNames(t *testing.T) {
	claim := &Claim{Subject: "ent_s", Object: "ent_o"}
	for name, c := range map[string]struct {
		predicate       Predicate
		ends            ends
		subject, object bool
	}{
		"the subject":                         {Predicate{}, ends{Company, Company}, true, false},
		"the object, where the row says so":   {Predicate{Accused: ObjectEnd}, ends{Company, Company}, false, true},
		"symmetric: not the service":          {Predicate{Symmetric: true}, ends{IntelligenceService, Company}, false, true},
		"symmetric: not the state":            {Predicate{Symmetric: true}, ends{Person, Government}, true, false},
		"symmetric: either of two firms":      {Predicate{Symmetric: true}, ends{Company, Company}, true, true},
		"symmetric: either of two agencies":   {Predicate{Symmetric: true}, ends{Agency, IntelligenceService}, true, true},
		"a value: the subject, whoever it is": {Predicate{Symmetric: true, Accused: ObjectEnd}, ends{Government, ""}, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			claim := *claim
			if c.ends.object == "" {
				claim.Object = ""
			}
			assert.Equal(t, c.subject, c.predicate.accused(&claim, c.ends, "ent_s"))
			assert.Equal(t, c.object, c.predicate.accused(&claim, c.ends, "ent_o"))
			assert.False(t, c.predicate.accused(&claim, c.ends, "ent_stranger"))
		})
	}
}
