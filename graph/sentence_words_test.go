package graph_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// cooperation is a disputed tie to a service, as the parts of its sentence.
func cooperation() graph.SentenceParts {
	return graph.SentenceParts{
		Claim:   &graph.Claim{Predicate: "COOPERATES_WITH", Object: "ent_b", Modality: graph.Fact},
		Subject: cast[graph.CorporateGroup], Object: cast[graph.IntelligenceService], Standing: graph.Disputed,
		Supporters: []graph.Noun{cast[graph.Agency]}, Deniers: []graph.Noun{cast[graph.CorporateGroup]},
	}
}

func sentence(p graph.SentenceParts) string { return graph.StandardVocabulary().Sentence(p) }

func TestSentenceWithoutSpeakersIsImpersonal(t *testing.T) {
	for standing, want := range map[graph.Standing]string{
		graph.Determined: "It was found that Acme cooperates with Sylvanian Security Service.",
		graph.Recorded:   "Acme cooperates with Sylvanian Security Service.",
		graph.Admitted:   "It was confirmed that Acme cooperates with Sylvanian Security Service.",
		graph.Disputed:   "It is alleged that Acme cooperates with Sylvanian Security Service; this is denied.",
		graph.Alleged:    "It is alleged that Acme cooperates with Sylvanian Security Service.",
		graph.Reported:   "It is reported that Acme cooperates with Sylvanian Security Service.",
		graph.Stated:     "It is said that Acme cooperates with Sylvanian Security Service.",
		graph.Refuted:    "Acme was found not to cooperate with Sylvanian Security Service.",
		graph.Retracted:  "The claim that Acme cooperates with Sylvanian Security Service was withdrawn.",
		graph.Unasserted: "No source on file asserts that Acme cooperates with Sylvanian Security Service.",
		"":               "No source on file says that on that day Acme cooperates with Sylvanian Security Service.",
	} {
		p := cooperation()
		p.Supporters, p.Deniers, p.Standing = nil, nil, standing
		assert.Equal(t, want, sentence(p), standing)
	}
}

func TestSentenceNamesItsSpeakers(t *testing.T) {
	who := func(names ...string) []graph.Noun {
		var out []graph.Noun
		for _, n := range names {
			out = append(out, graph.Noun{Text: n, Kind: graph.Agency})
		}
		return out
	}
	many := []graph.Noun{{Text: "two ministries", Kind: graph.Agency, Many: true}}
	for want, supporters := range map[string][]graph.Noun{
		"A alleges that":                     who("A"),
		"A and B allege that":                who("A", "B"),
		"A, B and C allege that":             who("A", "B", "C"),
		"A, B and 2 others allege that":      who("A", "B", "C", "D"),
		"A, B and 98 others allege that":     append(who("A", "B"), make([]graph.Noun, 98)...),
		"Two ministries allege that":         many,
		"Two ministries and A allege that":   append(many, who("A")...),
		"Acme Works, Inc. and B allege that": who("Acme Works, Inc.", "B"),
	} {
		p := cooperation()
		p.Supporters = supporters
		assert.Equal(t, want+" Acme cooperates with Sylvanian Security Service; Acme denies it.", sentence(p))
	}
}

func TestSentenceNamesWhoDeniesOrKeepsSilent(t *testing.T) {
	one, two := cast[graph.CorporateGroup], cast[graph.Person]
	p := cooperation()
	p.Deniers = []graph.Noun{one, two}
	assert.True(t, strings.HasSuffix(sentence(p), "; Acme and Ada Doe deny it."))
	p.Standing = graph.Unasserted
	assert.Equal(t, "Acme and Ada Doe deny that Acme cooperates with Sylvanian Security Service.", sentence(p))
	p.Deniers, p.Commenters, p.Silent = nil, []graph.Noun{two}, []graph.Noun{one}
	assert.Equal(t, "Ada Doe commented on whether Acme cooperates with Sylvanian Security Service; Acme did not comment on it.",
		sentence(p))
	p.Commenters = nil
	assert.Equal(t, "Acme did not comment on whether Acme cooperates with Sylvanian Security Service.", sentence(p))
}

func TestSentenceMarksWhatIsContested(t *testing.T) {
	p := cooperation()
	p.Standing, p.Contested = graph.Determined, true
	found := "Freedonia's Ministry of Trade found that Acme cooperates with Sylvanian Security Service"
	assert.Equal(t, found+", which Acme denies.", sentence(p))
	p.Dismissers = []graph.Noun{named(graph.Agency, "Court One")}
	assert.Equal(t, found+", which Acme denies and Court One dismissed.", sentence(p))
	p.Deniers = nil
	assert.Equal(t, found+", which Court One dismissed.", sentence(p))
	p.Dismissers = nil
	assert.Equal(t, found+", which is contested.", sentence(p))
}

func TestSentenceAgreesWithItsSubject(t *testing.T) {
	units := graph.Noun{Text: "two Russian units", Kind: graph.RegionalUnit, Many: true}
	for predicate, want := range map[string]string{
		"COOPERATES_WITH": "Two Russian units cooperate with Acme Shield.",
		"PART_OF":         "Two Russian units are part of Acme Shield.",
		"LINKED_TO":       "Two Russian units have links to Acme Shield.",
		"FOUNDED":         "Two Russian units founded Acme Shield.",
		"ISSUED_BY":       "Two Russian units were issued by Acme Shield.",
		"MAKES":           "Two Russian units make Acme Shield.",
	} {
		p := graph.SentenceParts{
			Claim:   &graph.Claim{Predicate: predicate, Object: "ent_b", Modality: graph.Fact},
			Subject: units, Object: cast[graph.Product], Standing: graph.Recorded,
		}
		assert.Equal(t, want, sentence(p))
	}
	p := cooperation()
	p.Subject, p.Standing, p.Dismissers = units, graph.Refuted, nil
	assert.Equal(t, "Two Russian units were found not to cooperate with Sylvanian Security Service.", sentence(p))
	claim := *p.Claim
	claim.Modality, p.Claim, p.Standing = graph.Plan, &claim, graph.Recorded
	assert.Equal(t, "Two Russian units plan to cooperate with Sylvanian Security Service.", sentence(p))
}

func TestItIsTheStateThatCouldExploit(t *testing.T) {
	p := cooperation()
	p.Object, p.Standing = cast[graph.Government], graph.Alleged
	for _, predicate := range []string{"EXPLOITED_BY", "INFLUENCED_BY", "DIRECTED_BY"} {
		deed := map[string]string{"EXPLOITED_BY": "exploit", "INFLUENCED_BY": "influence", "DIRECTED_BY": "direct"}[predicate]
		for modality, verb := range map[graph.Modality]string{
			graph.Capability: "could ", graph.Intent: "intends to ", graph.Risk: "may ",
		} {
			p.Claim = &graph.Claim{Predicate: predicate, Object: "ent_b", Modality: modality}
			want := "Freedonia's Ministry of Trade alleges that Sylvania's government " + verb + deed + " Acme."
			assert.Equal(t, want, sentence(p))
		}
	}
}

func TestAThingPlansNothing(t *testing.T) {
	p := graph.SentenceParts{
		Claim:   &graph.Claim{Predicate: "LOCATED_IN", Object: "ent_b", Modality: graph.Plan},
		Subject: cast[graph.Office], Object: cast[graph.Country], Standing: graph.Recorded,
	}
	assert.Equal(t, "The office in Utrecht is planned to be located in Freedonia.", sentence(p))
	p.Claim = &graph.Claim{Predicate: "CHALLENGES", Object: "ent_b", Modality: graph.Plan}
	p.Subject, p.Object = cast[graph.CorporateGroup], cast[graph.Measure]
	assert.Equal(t, "Acme plans to challenge Directive 17.", sentence(p))
}

func TestSentenceSaysWhatKindOfDay(t *testing.T) {
	for day, want := range map[string][3]string{
		"DECIDED":   {"was decided", "be decided", "have been decided"},
		"ANNOUNCED": {"was announced", "be announced", "have been announced"},
		"PUBLISHED": {"was published", "be published", "have been published"},
		"EFFECTIVE": {"took effect", "take effect", "have taken effect"},
		"ENDED":     {"ended", "end", "have ended"},
	} {
		p := graph.SentenceParts{
			Claim: &graph.Claim{
				Predicate: "DATED", Modality: graph.Fact, Value: graph.OnDate{Date: edtf.MustDate("2024-09-29")},
				Qualifiers: []graph.Qualifier{{Name: "day", Value: day}},
			},
			Subject: cast[graph.Measure], Standing: graph.Recorded,
		}
		assert.Equal(t, "Directive 17 "+want[0]+" on 29 September 2024.", sentence(p))
		p.Standing = graph.Refuted
		assert.Equal(t, "Directive 17 was found not to "+want[2]+" on 29 September 2024.", sentence(p))
		p.Claim.Modality, p.Standing = graph.Capability, graph.Recorded
		assert.Equal(t, "Directive 17 could "+want[1]+" on 29 September 2024.", sentence(p))
	}
}

func TestSentenceSaysWhatIsKeptBack(t *testing.T) {
	for predicate, want := range map[string]string{
		"HAS_CLIENTS": "Acme has an undisclosed number of clients in the United States (kept back by Customs).",
		"REVENUE":     "Acme has revenue of an undisclosed amount in the United States (kept back by Customs).",
	} {
		p := graph.SentenceParts{
			Claim: &graph.Claim{
				Predicate: predicate, Modality: graph.Fact, Value: graph.Undisclosed{By: "ent_customs"},
				Qualifiers: []graph.Qualifier{{Name: "place", Value: "the United States"}},
			},
			Subject: cast[graph.CorporateGroup], Reference: "Customs", Standing: graph.Recorded,
		}
		assert.Equal(t, want, sentence(p))
		p.Reference = ""
		assert.Equal(t, strings.Replace(want, " (kept back by Customs)", "", 1), sentence(p))
	}
}

func TestSentenceQuotesTheClaimThatItRefersTo(t *testing.T) {
	p := graph.SentenceParts{
		Claim:   &graph.Claim{Predicate: "GROUNDED_ON", Modality: graph.Fact, Value: graph.ClaimRef{Claim: "clm_x"}},
		Subject: cast[graph.Measure], Standing: graph.Recorded,
	}
	assert.Equal(t, "Directive 17 is grounded on this claim: clm_x.", sentence(p))
	p.Reference = "Customs alleges that Acme makes “Acme Shield”."
	assert.Equal(t, "Directive 17 is grounded on this claim: “Customs alleges that Acme makes ‘Acme Shield’”.", sentence(p))
	p.Reference = "Customs alleges that Bo Roe owns Acme Works, Inc."
	assert.Equal(t, "Directive 17 is grounded on this claim: “Customs alleges that Bo Roe owns Acme Works, Inc.”.", sentence(p))
}

func TestSentenceOfAnUnknownPredicateStillReads(t *testing.T) {
	p := cooperation()
	p.Claim = &graph.Claim{Predicate: "ADMIRES", Object: "ent_b", Modality: graph.Fact}
	p.Standing = graph.Recorded
	assert.Equal(t, "Acme ADMIRES Sylvanian Security Service.", sentence(p))
}

func TestSentenceBeginsWithACapitalAndEndsInOnePeriod(t *testing.T) {
	p := cooperation()
	p.Standing = graph.Recorded
	for name, want := range map[string]string{
		"the unit in Woburn": "The unit in Woburn cooperates with Sylvanian Security Service.",
		"eBay":               "eBay cooperates with Sylvanian Security Service.",
		"аптека":             "Аптека cooperates with Sylvanian Security Service.",
		"  Acme \n Works ":   "Acme Works cooperates with Sylvanian Security Service.",
		"":                   "Cooperates with Sylvanian Security Service.",
	} {
		p.Subject.Text = name
		assert.Equal(t, want, sentence(p))
	}
	p.Subject, p.Object.Text = cast[graph.CorporateGroup], "Kaspersky Lab, Inc."
	assert.Equal(t, "Acme cooperates with Kaspersky Lab, Inc.", sentence(p))
}

// wordy draws a sentence of any row with any speakers.
func wordy(t *rapid.T) graph.SentenceParts {
	p := partsOf(rapid.SampledFrom(graph.StandardVocabulary().Predicates()).Draw(t, "predicate"))
	noun := rapid.Custom(func(t *rapid.T) graph.Noun {
		return graph.Noun{
			Text: rapid.SampledFrom([]string{"Acme", "Works, Inc.", "the  unit", "two units", "«Лаборатория»"}).Draw(t, "name"),
			Kind: rapid.SampledFrom(graph.EntityKinds()).Draw(t, "kind"), Many: rapid.Bool().Draw(t, "many"),
		}
	})
	some := func(label string) []graph.Noun { return rapid.SliceOfN(noun, 0, 5).Draw(t, label) }
	p.Subject = noun.Draw(t, "subject")
	p.Claim.Modality = rapid.SampledFrom(graph.Modalities()).Draw(t, "modality")
	p.Standing = rapid.SampledFrom(append(graph.Standings(), "")).Draw(t, "standing")
	p.Contested = rapid.Bool().Draw(t, "contested")
	p.Supporters, p.Deniers, p.Dismissers = some("supporters"), some("deniers"), some("dismissers")
	p.Withdrawers, p.Commenters, p.Silent = some("withdrawers"), some("commenters"), some("silent")
	return p
}

func TestEverySentenceIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := sentence(wordy(t))
		assert.True(t, strings.HasSuffix(said, "."), said)
		for _, wrong := range []string{"  ", "..", " .", " ,", " ;", "{", "}", "[", "]", "|", "that that"} {
			assert.NotContains(t, said, wrong)
		}
	})
}

// What is not in the safe tier is never said as if it were so.
func TestNoAllegationIsSaidAsAFact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := wordy(t)
		p.Contested = false
		p.Standing = graph.Recorded
		fact := strings.TrimSuffix(sentence(p), ".")
		for standing, verb := range map[graph.Standing]string{
			graph.Alleged: "allege", graph.Disputed: "allege", graph.Refuted: "found not to", graph.Retracted: "with", "": "No source",
		} {
			p.Standing = standing
			said := sentence(p)
			assert.False(t, strings.HasPrefix(said, fact), said)
			assert.Contains(t, said, verb)
		}
	})
}

func TestNounOfAnEntity(t *testing.T) {
	row := func(change func(e *graph.EntityRow)) graph.Noun {
		e := &graph.EntityRow{Entity: *entity("a", graph.Person)}
		change(e)
		return graph.NounOf(e)
	}
	assert.Equal(t, graph.Noun{Text: "a", Kind: graph.Person}, row(func(*graph.EntityRow) {}))
	assert.Equal(t, "Ada Doe", row(func(e *graph.EntityRow) { e.State.Name = "Ada Doe" }).Text)
	assert.True(t, row(func(e *graph.EntityRow) { e.Specificity = graph.Group }).Many)
	assert.False(t, row(func(e *graph.EntityRow) { e.Specificity = graph.Unnamed }).Many)
	assert.True(t, row(func(e *graph.EntityRow) { e.Specificity, e.Count = graph.Group, &graph.Quantity{Min: "1"} }).Many)
	assert.False(t, row(func(e *graph.EntityRow) { e.Specificity, e.Count = graph.Group, &graph.Quantity{Min: "1", Max: "1"} }).Many)
}
