package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// saidOf is a draft of the register's statement, changed.
func saidOf(w *world, change func(a *graph.Assertion)) graph.Draft {
	st := w.registered()
	change(&st.Assertion)
	return graph.Draft{Statements: []graph.Statement{st}}
}

// grouped is a draft of a group of so many.
func grouped(w *world, count *graph.Quantity) graph.Draft {
	return graph.Draft{Entities: []graph.Entity{{
		ID: "ent_sellers", Kind: graph.Organization, Caption: "sellers", Specificity: graph.Group, Anchor: w.doc, Count: count,
	}}}
}

func judged(js ...graph.Judgement) graph.Draft { return graph.Draft{Judgements: js} }

func unsureSame(id graph.JudgementID, by string) graph.Judgement {
	return graph.Judgement{
		ID: id, Kind: graph.Identity, Verdict: graph.UnsureVerdict, By: by, Entities: []graph.EntityID{"ent_acme", "ent_group"},
	}
}

func TestFormsThatAreRefused(t *testing.T) {
	long := strings.Repeat("ä", 201)
	tests := map[string]struct {
		draft func(w *world) graph.Draft
		field string
	}{
		"as of a day after the end": {func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) {
				a.Period.To.Date, a.Period.AsOf = edtf.MustDate("2021-01-01"), edtf.MustDate("2023")
			})
		}, "period.asOf"},
		"as of a day before the start": {func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) { a.Period.AsOf = edtf.MustDate("2019") })
		}, "period.asOf"},
		"an end before the start": {func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) { a.Period.To.Date = edtf.MustDate("2019") })
		}, "period"},
		"a basis that there is not": {func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) { a.SpeakerBasis = "BANANA" })
		}, "speakerBasis"},
		"a long recorder": {func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) { a.RecordedBy = long })
		}, "recordedBy"},
		"a recorder of two lines": {func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) { a.RecordedBy = "Ada\nand Bob" })
		}, "recordedBy"},
		"a long judge":               {func(*world) graph.Draft { return judged(unsureSame("jdg_a", long)) }, "by"},
		"a judgement's id":           {func(*world) graph.Draft { return judged(unsureSame("foo bar", "Ada")) }, "id"},
		"an id of another type":      {func(*world) graph.Draft { return judged(unsureSame("ent_a", "Ada")) }, "id"},
		"two judgements of one pair": {func(*world) graph.Draft { return judged(unsureSame("jdg_z", "Ada"), unsureSame("jdg_a", "Bob")) }, "judgements"},
		"a long decider": {func(*world) graph.Draft {
			return graph.Draft{Decisions: []graph.ReviewDecision{{Assertion: "ast_denied", State: graph.Unsure, By: long}}}
		}, "by"},
		"fewer at most than at least": {func(w *world) graph.Draft { return grouped(w, &graph.Quantity{Min: "9", Max: "2"}) }, "count.max"},
		"a count that is no number":   {func(w *world) graph.Draft { return grouped(w, &graph.Quantity{Min: "few"}) }, "count.min"},
		"a competence given twice": {func(*world) graph.Draft {
			row := graph.Competence{Voice: graph.RegisterVoice, Predicates: []string{"OWNS"}}
			return graph.Draft{Competence: []graph.BodyCompetence{{Body: "ent_bureau", Rows: []graph.Competence{row, row}}}}
		}, "rows"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.write(t, graph.Draft{Statements: []graph.Statement{w.denied()}})
			before := w.export(t, false)
			_, err := w.try(test.draft(w))
			require.ErrorIs(t, err, graph.ErrInvalid)
			var wrong *graph.FieldError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, test.field, wrong.Field)
			assert.Equal(t, before, w.export(t, false))
		})
	}
}

func TestFormsAtTheirBounds(t *testing.T) {
	tests := map[string]func(w *world) graph.Draft{
		"as of a day that may be within": func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) {
				a.Period.To.Date, a.Period.AsOf = edtf.MustDate("2023-06-01"), edtf.MustDate("2023")
			})
		},
		"an inferred speaker": func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) { a.SpeakerBasis = graph.InferredSpeaker })
		},
		"the longest recorder": func(w *world) graph.Draft {
			return saidOf(w, func(a *graph.Assertion) { a.RecordedBy = strings.Repeat("ä", 200) })
		},
		"an exact count": func(w *world) graph.Draft { return grouped(w, &graph.Quantity{Min: "2", Max: "2"}) },
		"no count":       func(w *world) graph.Draft { return grouped(w, nil) },
		"one judgement given twice": func(*world) graph.Draft {
			return judged(unsureSame("jdg_a", "Ada"), unsureSame("jdg_a", "Ada"))
		},
	}
	for name, draft := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.write(t, draft(w))
			w.undrifted(t)
		})
	}
}

// general is a denial that names no claim in particular.
func general(w *world) graph.Statement {
	st := w.say("general", "acme", "CONDUCT", "", graph.Denies, graph.PartyVoice, "acme",
		"Acme said that it does not engage in activities which threaten anyone.")
	st.Claim.Object, st.Claim.Value = "", graph.Text{Wording: "engages in activities which threaten anyone", Language: "en"}
	return st
}

func TestJudgementsOfDenials(t *testing.T) {
	slip := graph.ReviewDecision{Assertion: "ast_general", State: graph.Rejected, By: "Ada", Reason: "a slip"}
	tests := map[string]struct {
		judgements []graph.JudgementID
		decisions  []graph.ReviewDecision
		field      string // "" when they are allowed
	}{
		"one":                        {[]graph.JudgementID{"jdg_a"}, nil, ""},
		"two about the same":         {[]graph.JudgementID{"jdg_z", "jdg_a"}, nil, "judgements"},
		"of a denial that is a slip": {[]graph.JudgementID{"jdg_a"}, []graph.ReviewDecision{slip}, "denial"},
		"of one accepted after all":  {[]graph.JudgementID{"jdg_a"}, []graph.ReviewDecision{slip, {Assertion: "ast_general", State: graph.Accepted, By: "Bob"}}, ""},
		"of one that nobody is sure of": {
			[]graph.JudgementID{"jdg_a"}, []graph.ReviewDecision{{Assertion: "ast_general", State: graph.Unsure, By: "Ada"}}, "",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			claim := w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged(), general(w)}}).Claims[0]
			for _, d := range test.decisions {
				w.write(t, graph.Draft{Decisions: []graph.ReviewDecision{d}})
			}
			var js []graph.Judgement
			for _, id := range test.judgements {
				js = append(js, graph.Judgement{
					ID: id, Kind: graph.Coverage, Verdict: graph.Explicit, Denial: "ast_general", Claim: claim, By: "Ada",
				})
			}
			_, err := w.try(judged(js...))
			if test.field == "" {
				require.NoError(t, err)
				return
			}
			var wrong *graph.FieldError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, test.field, wrong.Field)
		})
	}
}

func TestADecisionTakenAgainWritesNothing(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.reported()}})
	unsure := graph.ReviewDecision{Assertion: "ast_reported", State: graph.Unsure, By: "Ada", Reason: "who owns it?"}
	decide := func(d graph.ReviewDecision) int {
		t.Helper()
		before, err := w.Info(context.Background())
		require.NoError(t, err)
		w.write(t, graph.Draft{Decisions: []graph.ReviewDecision{d}})
		after, err := w.Info(context.Background())
		require.NoError(t, err)
		return after.Counts[graph.DecisionRecord] - before.Counts[graph.DecisionRecord]
	}
	assert.Equal(t, 1, decide(unsure))
	assert.Equal(t, 0, decide(unsure))
	other := unsure
	other.By = "Bob"
	assert.Equal(t, 1, decide(other), "another person says so too")
	assert.Equal(t, 1, decide(unsure), "not the newest anymore")
}
