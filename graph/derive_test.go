package graph_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// retraction withdraws a statement in the voice of who made it.
func (w *world) retraction(of graph.Statement) graph.Statement {
	st := w.say("retracts-"+string(of.Assertion.ID)[4:], "", "", "", graph.Retracts, of.Assertion.Voice, "",
		"The Daily withdrew its report that Acme owns Beta.")
	st.Claim = of.Claim
	st.Assertion.Speaker, st.Assertion.Target = of.Assertion.Speaker, of.Assertion.ID
	return st
}

func TestRetractionLeavesTheRestAsIfItHadNeverBeenMade(t *testing.T) {
	w := newWorld(t)
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{w.registered()}})
	alone := w.claim(t, receipt.Claims[0]).State
	w.write(t, graph.Draft{Statements: []graph.Statement{w.reported()}})
	w.write(t, graph.Draft{Statements: []graph.Statement{w.retraction(w.reported())}})
	assert.Equal(t, alone.Stretches, w.claim(t, receipt.Claims[0]).State.Stretches)
	w.undrifted(t)
}

func TestOnlyTheSpeakerOrAReporterWithdraws(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	st := w.retraction(w.alleged())
	st.Assertion.Speaker = "ent_acme"
	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	require.ErrorIs(t, err, graph.ErrInvalid)
	assert.ErrorContains(t, err, "same speaker")
}

func TestCorrectionMovesSupportToAnotherClaim(t *testing.T) {
	w := newWorld(t)
	users := func(id, least string, stance graph.Stance) graph.Statement {
		st := w.say(id, "acme", "HAS_USERS", "", stance, graph.PublisherVoice, "daily", "Acme has over 400 million users.")
		st.Claim.Object, st.Claim.Value = "", graph.Quantity{Min: graph.Number(least), Unit: "users"}
		st.Assertion.Period.AsOf = edtf.MustDate("2024-05-01")
		return st
	}
	wrong := w.write(t, graph.Draft{Statements: []graph.Statement{users("wrong", "300000000", graph.Asserts)}})
	right := users("right", "400000000", graph.Corrects)
	right.Assertion.Target = "ast_wrong"
	corrected := w.write(t, graph.Draft{Statements: []graph.Statement{right}})
	assert.NotEqual(t, wrong.Claims[0], corrected.Claims[0])
	assert.Equal(t, graph.Retracted, w.standing(t, wrong.Claims[0]))
	assert.Equal(t, graph.Reported, w.standing(t, corrected.Claims[0]))
	w.undrifted(t)
}

func TestRejectedSlipNeverCounted(t *testing.T) {
	w := newWorld(t)
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	reject := graph.ReviewDecision{Assertion: "ast_alleged", State: graph.Rejected, By: "Ada", Reason: "wrong firm"}
	w.write(t, graph.Draft{Decisions: []graph.ReviewDecision{reject}})
	assert.Empty(t, w.claim(t, receipt.Claims[0]).State.Stretches)
	reject.State, reject.Reason = graph.Accepted, ""
	w.write(t, graph.Draft{Decisions: []graph.ReviewDecision{reject}})
	assert.Equal(t, graph.Alleged, w.standing(t, receipt.Claims[0]))
	w.undrifted(t)
}

func TestAnnulmentReadsAFindingAsAnAllegation(t *testing.T) {
	w := newWorld(t)
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{w.found()}})
	assert.Equal(t, graph.Determined, w.standing(t, receipt.Claims[0]))
	annul := w.say("annulled", "acme", "POSES_RISK_TO", "utopia", graph.Dismisses, graph.AuthorityVoice, "high-court",
		"The High Court set that finding aside.")
	annul.Assertion.Target = "ast_found"
	w.write(t, graph.Draft{Statements: []graph.Statement{annul}})
	assert.Equal(t, graph.Alleged, w.standing(t, receipt.Claims[0]))
	w.undrifted(t)
}

func TestCompetenceDecidesWhatABodyFinds(t *testing.T) {
	w := newWorld(t)
	st := w.found()
	st.Assertion.Speaker = "ent_bureau"
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{st}})
	assert.Equal(t, graph.Alleged, w.standing(t, receipt.Claims[0]), "the bureau is not in the table")
	w.write(t, graph.Draft{Competence: []graph.BodyCompetence{
		{Body: "ent_bureau", Rows: []graph.Competence{{Voice: graph.AuthorityVoice, Predicates: []string{"POSES_RISK_TO"}}}},
	}})
	assert.Equal(t, graph.Determined, w.standing(t, receipt.Claims[0]))
	w.undrifted(t)
}

func TestCoverageTiesADenialToAClaim(t *testing.T) {
	general := func(w *world, speaker string) graph.Statement {
		st := w.say("general", speaker, "CONDUCT", "", graph.Denies, graph.PartyVoice, speaker,
			"Acme said that it does not engage in activities which threaten anyone.")
		st.Claim.Object, st.Claim.Value = "", graph.Text{Wording: "engages in activities which threaten anyone", Language: "en"}
		return st
	}
	tests := map[string]struct {
		speaker string
		verdict graph.Verdict
		want    graph.Standing
	}{
		"explicit, by the party":  {"acme", graph.Explicit, graph.Disputed},
		"general, by the party":   {"acme", graph.General, graph.Alleged},
		"explicit, by a stranger": {"beta", graph.Explicit, graph.Alleged},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			receipt := w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged(), general(w, test.speaker)}})
			w.write(t, graph.Draft{Judgements: []graph.Judgement{{
				Kind: graph.Coverage, Verdict: test.verdict, Denial: "ast_general", Claim: receipt.Claims[0], By: "Ada",
			}}})
			assert.Equal(t, test.want, w.standing(t, receipt.Claims[0]))
			w.undrifted(t)
		})
	}
}

func TestPartyVoiceIsRefusedToStrangers(t *testing.T) {
	w := newWorld(t)
	st := w.denied()
	st.Assertion.Speaker = "ent_group"
	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	require.ErrorIs(t, err, graph.ErrInvalid)
	require.ErrorContains(t, err, "ent_group is none")

	member := w.say("member", "group", "INCLUDES", "acme", graph.Asserts, graph.PublisherVoice, "daily", "Acme has over 400 million users.")
	w.write(t, graph.Draft{Statements: []graph.Statement{member, st}})
	w.undrifted(t)
}

// What is said of a measure without a period holds from its first day on, and moves with it.
func TestMeasureHoldsFromItsFirstDay(t *testing.T) {
	w := newWorld(t)
	targets := w.say("targets", "listing", "TARGETS", "acme", graph.Asserts, graph.AuthorityVoice, "bureau",
		"The Bureau of Trade listed Acme on 5 May 2024.")
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{targets}})
	assert.Equal(t, edtf.DayOf(2024, 6, 1), w.claim(t, receipt.Claims[0]).State.Stretches[0].From, "its document's publication")

	dated := w.say("dated", "listing", "DATED", "", graph.Asserts, graph.AuthorityVoice, "bureau",
		"The Bureau of Trade listed Acme on 5 May 2024.")
	dated.Claim.Object, dated.Claim.Value = "", graph.OnDate{Date: edtf.MustDate("2024-05-05")}
	dated.Claim.Qualifiers = []graph.Qualifier{{Name: "day", Value: "EFFECTIVE"}}
	w.write(t, graph.Draft{Statements: []graph.Statement{dated}})
	assert.Equal(t, edtf.DayOf(2024, 5, 5), w.claim(t, receipt.Claims[0]).State.Stretches[0].From)
	w.undrifted(t)
}

func TestPreferredNameAndDegree(t *testing.T) {
	w := newWorld(t)
	name := func(id, text string, strength graph.NameStrength) graph.Statement {
		st := w.say(id, "acme", "NAME", "", graph.Asserts, graph.PublisherVoice, "daily", "Acme")
		st.Assertion.Evidence[0].Start = 0
		st.Claim.Object, st.Claim.Value = "", graph.Name{Text: text, Strength: strength}
		return st
	}
	w.write(t, graph.Draft{Statements: []graph.Statement{
		name("alias", "ACM", graph.AliasName), name("strong", "Acme Incorporated", graph.StrongName), w.alleged(), w.reported(),
	}})
	view, err := w.View(context.Background(), nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, view.Close()) }()
	rows, err := view.Entities(context.Background(), []graph.EntityID{"ent_acme", "ent_beta"})
	require.NoError(t, err)
	assert.Equal(t, "Acme Incorporated", rows["ent_acme"].State.Name)
	assert.Equal(t, 2, rows["ent_acme"].State.Degree)
	assert.Equal(t, 1, rows["ent_beta"].State.Degree)
	w.undrifted(t)
}

// An entity is found by its names whatever else is written about it later.
func TestEntityStaysFoundWhenItsTiesChange(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	w.write(t, graph.Draft{Statements: []graph.Statement{w.registered()}})
	view, err := w.View(context.Background(), nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, view.Close()) }()
	hits, err := view.Search(context.Background(), graph.TermQuery{
		Target: graph.EntityTerms, Limit: 10,
		Sets: []graph.TermSet{{Terms: graph.Marks{Names: []string{"Acme"}}.Terms(), Least: 1}},
	})
	require.NoError(t, err)
	assert.Contains(t, hits.IDs, "ent_acme")
}

// Whatever is written in whatever order, what is derived on the way equals what is derived from nothing.
func TestDerivedStepByStepEqualsDerivedFromNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(t)
		all := []graph.Statement{w.alleged(), w.denied(), w.reported(), w.registered(), w.found()}
		var said []graph.Statement
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			var draft graph.Draft
			switch {
			case len(said) > 0 && rapid.Bool().Draw(rt, "decide"):
				of := rapid.SampledFrom(said).Draw(rt, "of")
				draft.Decisions = []graph.ReviewDecision{{
					Assertion: of.Assertion.ID, By: "Ada", Reason: "why",
					State: rapid.SampledFrom([]graph.ReviewState{graph.Accepted, graph.Rejected, graph.Unsure}).Draw(rt, "state"),
				}}
			case len(said) > 0 && rapid.Bool().Draw(rt, "withdraw"):
				draft.Statements = []graph.Statement{w.retraction(rapid.SampledFrom(said).Draw(rt, "of"))}
			default:
				st := rapid.SampledFrom(all).Draw(rt, "say")
				said, draft.Statements = append(said, st), []graph.Statement{st}
			}
			w.write(t, draft)
		}
		w.undrifted(t)
		before := w.export(t, true)
		_, err := w.Rebuild(context.Background(), "rebuild")
		require.NoError(t, err)
		require.Equal(t, before, w.export(t, true))
		w.undrifted(t)
	})
}

// A capacity is the recorder's word: nobody admits anything for the accused unless on file as speaking for it.
func TestCapacityForAPartyMustBeOnFile(t *testing.T) {
	w := newWorld(t)
	st := w.alleged()
	st.Assertion.ID, st.Assertion.Stance, st.Assertion.Voice = "ast_admitted", graph.Confirms, graph.PartyVoice
	st.Assertion.Speaker, st.Assertion.Capacity = "ent_bureau", graph.Capacity{Role: "spokesman", For: "ent_acme"}
	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	require.ErrorIs(t, err, graph.ErrInvalid)
	require.ErrorContains(t, err, "capacity.for")

	st.Assertion.Speaker = "ent_beta"
	represents := w.say("represents", "beta", "REPRESENTS", "acme", graph.Asserts, graph.PublisherVoice, "daily",
		"Acme has over 400 million users.")
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{represents, st}})
	assert.Equal(t, graph.Admitted, w.standing(t, receipt.Claims[1]))
	w.undrifted(t)
}

// Nobody withdraws another's words by a capacity alone.
func TestCapacityWithdrawsNothing(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	st := w.retraction(w.alleged())
	st.Assertion.Speaker, st.Assertion.Capacity = "ent_acme", graph.Capacity{For: "ent_bureau"}
	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	require.ErrorIs(t, err, graph.ErrInvalid)
	assert.ErrorContains(t, err, "same speaker")
}

// A correction of a correction still withdraws what was first said; a retracted correction brings it back.
func TestCorrectionOfACorrectionRevivesNothing(t *testing.T) {
	w := newWorld(t)
	users := func(id, least string, stance graph.Stance, target graph.AssertionID) graph.Statement {
		st := w.say(id, "acme", "HAS_USERS", "", stance, graph.PublisherVoice, "daily", "Acme has over 400 million users.")
		st.Claim.Object, st.Claim.Value = "", graph.Quantity{Min: graph.Number(least), Unit: "users"}
		st.Assertion.Period.AsOf, st.Assertion.Target = edtf.MustDate("2024-05-01"), target
		return st
	}
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{
		users("first", "300000000", graph.Asserts, ""), users("second", "350000000", graph.Corrects, "ast_first"),
		users("third", "400000000", graph.Corrects, "ast_second"),
	}})
	assert.Equal(t, graph.Retracted, w.standing(t, receipt.Claims[0]))
	assert.Equal(t, graph.Retracted, w.standing(t, receipt.Claims[1]))
	assert.Equal(t, graph.Reported, w.standing(t, receipt.Claims[2]))

	back := users("back", "400000000", graph.Retracts, "ast_third")
	w.write(t, graph.Draft{Statements: []graph.Statement{back}})
	assert.Equal(t, graph.Reported, w.standing(t, receipt.Claims[1]), "the second correction is withdrawn, the first one is not")
	w.undrifted(t)
}

// Only what is still said, as a fact, dates a measure.
func TestFirstDayNeedsALiveFact(t *testing.T) {
	w := newWorld(t)
	targets := w.say("targets", "listing", "TARGETS", "acme", graph.Asserts, graph.AuthorityVoice, "bureau",
		"The Bureau of Trade listed Acme on 5 May 2024.")
	planned := w.say("planned", "listing", "DATED", "", graph.Asserts, graph.AuthorityVoice, "bureau",
		"The Bureau of Trade listed Acme on 5 May 2024.")
	planned.Claim.Object, planned.Claim.Value = "", graph.OnDate{Date: edtf.MustDate("2020-05-05")}
	planned.Claim.Modality, planned.Claim.Qualifiers = graph.Plan, []graph.Qualifier{{Name: "day", Value: "EFFECTIVE"}}
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{targets, planned}})
	assert.Equal(t, edtf.DayOf(2024, 6, 1), w.claim(t, receipt.Claims[0]).State.Stretches[0].From)

	const early = "The Weekly wrote that the Bureau of Trade listed Acme."
	retracted := w.say("early", "listing", "TARGETS", "acme", graph.Asserts, graph.PublisherVoice, "daily", early)
	retracted.Assertion.Evidence[0].Document = graph.ContentDocumentID([]byte(early))
	w.write(t, graph.Draft{
		Documents: []graph.DocumentDraft{{
			Document: graph.Document{Title: "Early", Published: edtf.MustDate("2023-01-01")}, Text: early,
		}},
		Statements: []graph.Statement{retracted},
	})
	assert.Equal(t, edtf.DayOf(2023, 1, 1), w.claim(t, receipt.Claims[0]).State.Stretches[0].From)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.retraction(retracted)}})
	assert.Equal(t, edtf.DayOf(2024, 6, 1), w.claim(t, receipt.Claims[0]).State.Stretches[0].From)
	w.undrifted(t)
}
