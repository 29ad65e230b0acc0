package graphtest

import (
	"context"
	"strings"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func fieldChecks() []check {
	return []check{
		{"fields/entities", checkEntityFields},
		{"fields/states of entities", checkEntityStateFields},
		{"fields/documents and layers", checkDocumentFields},
		{"fields/claims and all types of value", checkClaimFields},
		{"fields/states of claims", checkClaimStateFields},
		{"fields/assertions", checkAssertionFields},
		{"fields/a quote is read back as the layer has it", checkQuotes},
		{"fields/an empty list is read back as nil", checkEmptyLists},
		{"fields/periods with open and unknown ends", checkPeriods},
		{"fields/decisions", checkDecisionFields},
		{"fields/judgements", checkJudgementFields},
		{"fields/stamps", checkStamps},
		{"fields/texts at their bounds", checkLongTexts},
	}
}

// byID reads rows by their ids and needs all of them.
func byID[ID comparable, V any](
	k *kit, read func(context.Context, []ID) (map[ID]V, error), ids ...ID,
) map[ID]V {
	k.Helper()
	rows, err := read(k.Context(), ids)
	require.NoError(k, err)
	for _, id := range ids {
		require.Contains(k, rows, id)
	}
	require.Len(k, rows, len(ids))
	return rows
}

func checkEntityFields(k *kit) {
	records := everyEntity()
	k.write(append(records, documentOf("1"))...)
	k.read(0, func(r graph.Reader) {
		for _, record := range records {
			want, _ := record.(*graph.Entity)
			assert.Equal(k, *want, byID(k, r.Entities, want.ID)[want.ID].Entity)
		}
	})
}

func checkEntityStateFields(k *kit) {
	measure := &graph.EntityState{Entity: "ent_m", Name: "A law, 𝕏 “ю”", Degree: 1_000_000, FirstDay: -25567, Terms: []graph.Term{"w:a"}}
	later := &graph.EntityState{Entity: "ent_n", FirstDay: graph.MinDay}
	k.write(entityOf("m", graph.Measure), entityOf("n", graph.Measure), entityOf("p", graph.Person), measure, later,
		entityState("p", "", 0))
	k.read(0, func(r graph.Reader) {
		rows := byID(k, r.Entities, "ent_m", "ent_n", "ent_p")
		want := *measure
		want.Terms = nil
		assert.Equal(k, want, rows["ent_m"].State, "the terms are not read back")
		assert.Equal(k, *later, rows["ent_n"].State)
		assert.Equal(k, *entityState("p", "", 0), rows["ent_p"].State)
	})
}

func checkDocumentFields(k *kit) {
	full, bare := fullDocument(), &graph.Document{ID: "doc_2", Rights: graph.MetadataOnly}
	first, second := layerOf("b", "1", "e\u0301 𝕏\ttwo\n\nlines\u0000 ½"), layerOf("a", "1", "")
	second.Extractor = "html 2.1"
	k.write(entityOf("a", graph.Organization), full, bare, first)
	k.write(second)
	k.read(0, func(r graph.Reader) {
		rows := byID(k, r.Documents, full.ID, bare.ID)
		assert.Equal(k, *full, rows[full.ID].Document)
		assert.Equal(k, *bare, rows[bare.ID].Document)
		assert.Equal(k, []graph.LayerID{first.ID, second.ID}, rows[full.ID].Layers, "the oldest first")
		assert.Empty(k, rows[bare.ID].Layers)
		layers := byID(k, r.Layers, first.ID, second.ID)
		assert.Equal(k, *first, *layers[first.ID])
		assert.Equal(k, *second, *layers[second.ID])
	})
	k.read(1, func(r graph.Reader) {
		assert.Equal(k, []graph.LayerID{first.ID}, byID(k, r.Documents, full.ID)[full.ID].Layers)
	})
}

func checkClaimFields(k *kit) {
	k.write(companies("a", "b")...)
	var claims []*graph.Claim
	for i, v := range everyValue() {
		claims = append(claims, claimOf(numbered("v", i), "a", "SAYS", v))
	}
	for i, m := range graph.Modalities() {
		c := tie(numbered("m", i), "a", "OWNS", "b")
		c.Modality = m
		c.Qualifiers = []graph.Qualifier{{Name: "place", Value: "Москва 𝕏"}, {Name: "role", Value: ""}}
		claims = append(claims, c)
	}
	for _, c := range claims {
		k.write(c)
	}
	k.read(0, func(r graph.Reader) {
		for _, c := range claims {
			row := byID(k, r.Claims, c.ID)[c.ID]
			assert.Equal(k, *c, row.Claim)
			assert.Equal(k, *stateOf(c), row.State, "nothing is derived yet")
		}
	})
}

func checkClaimStateFields(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	c.Modality = graph.Plan
	s := stateOf(c)
	s.Allegation = true
	for i, name := range graph.Standings() {
		st := stretch(graph.Day(100*i), graph.Day(100*i+50), name)
		st.Contested = i%2 == 0
		st.ShareMin, st.ShareMax = graph.Share(i), graph.WholeShare-graph.Share(i)
		st.Certain = []graph.DayRange{{From: graph.Day(100 * i), To: graph.Day(100*i + 3)}, {From: graph.Day(100*i + 5), To: graph.Day(100*i + 5)}}
		s.Stretches = append(s.Stretches, st)
	}
	s.Stretches[0].From, s.Stretches[0].Certain[0].From = graph.MinDay, graph.MinDay
	s.Stretches[9].To, s.Stretches[9].Certain = graph.MaxDay, nil
	k.write(append(companies("a", "b"), c, s)...)
	k.read(0, func(r graph.Reader) {
		assert.Equal(k, *s, byID(k, r.Claims, c.ID)[c.ID].State)
		edges := k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}})
		require.Len(k, edges, len(s.Stretches))
		for i, e := range edges {
			assert.Equal(k, s.Stretches[i], e.Stretch)
			assert.Equal(k, graph.Plan, e.Modality)
		}
		rows, err := r.StateHistory(k.Context(), []graph.ClaimID{c.ID})
		require.NoError(k, err)
		require.Len(k, rows[c.ID], len(s.Stretches))
		for i, row := range rows[c.ID] {
			assert.Equal(k, s.Stretches[i], row.Stretch)
		}
	})
}

// filedClaim puts a claim with a document of two layers on file.
func filedClaim(k *kit) (c *graph.Claim, one, two *graph.Layer) {
	k.Helper()
	c, one, two = tie("1", "a", "OWNS", "b"), layerOf("one", "1", "𝕏 owns Y."), layerOf("two", "2", "a𝕏\u0301bç d")
	k.write(append(companies("a", "b"), documentOf("1"), documentOf("2"), one, two, c)...)
	return c, one, two
}

func checkAssertionFields(k *kit) {
	c, one, two := filedClaim(k)
	bare := &graph.Assertion{ID: "ast_bare", Claim: c.ID, Stance: graph.NoComment, Voice: graph.OtherVoice, Speaker: "ent_b"}
	full := fullAssertion(c, one, two)
	k.write(bare, full)
	k.read(0, func(r graph.Reader) {
		rows := byID(k, r.Assertions, bare.ID, full.ID)
		assert.Equal(k, *bare, rows[bare.ID].Assertion)
		assert.Equal(k, *full, rows[full.ID].Assertion)
		assert.Nil(k, rows[full.ID].Decision)
		lists := ok(r.ListAssertions(k.Context(), graph.AssertionQuery{Owners: []string{string(c.ID)}, Role: graph.AboutClaim}))(k)
		require.Len(k, lists[0], 2)
		assert.Equal(k, *full, lists[0][1].Assertion)
	})
	for i, stance := range graph.Stances() {
		for j, voice := range graph.Voices() {
			a := said(numbered(numbered("s", i), j), c, "a")
			a.Stance, a.Voice = stance, voice
			k.write(a)
			k.read(0, func(r graph.Reader) { assert.Equal(k, *a, byID(k, r.Assertions, a.ID)[a.ID].Assertion) })
		}
	}
}

func checkQuotes(k *kit) {
	c, _, two := filedClaim(k)
	a := said("1", c, "a", graph.Evidence{Document: two.Document, Layer: two.ID, Start: 1, End: 4, Quote: "as typed", Prefix: "a"})
	k.write(a)
	k.read(0, func(r graph.Reader) {
		got := byID(k, r.Assertions, a.ID)[a.ID].Evidence[0]
		assert.Equal(k, graph.Evidence{Document: two.Document, Layer: two.ID, Start: 1, End: 4, Quote: "𝕏\u0301b"}, got)
	})
	again := *a
	again.Evidence = []graph.Evidence{a.Evidence[0]}
	again.Evidence[0].Quote, again.Evidence[0].Prefix = "typed in another way", ""
	k.write(&again)
}

func checkEmptyLists(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	c.Qualifiers = []graph.Qualifier{}
	a := said("1", c, "a")
	a.Evidence, a.ReportedBy = []graph.Evidence{}, []graph.Report{}
	s := stateOf(c, always(graph.Stated))
	s.Stretches[0].Certain = []graph.DayRange{}
	k.write(append(companies("a", "b"), c, a, s)...)
	k.read(0, func(r graph.Reader) {
		row := byID(k, r.Claims, c.ID)[c.ID]
		assert.Equal(k, tidy(*c), row.Claim)
		assert.Equal(k, tidy(*s), row.State)
		assert.Equal(k, tidy(*a), byID(k, r.Assertions, a.ID)[a.ID].Assertion)
	})
	c.Qualifiers, a.Evidence, a.ReportedBy = nil, nil, nil
	k.write(c, a, stateOf(c, always(graph.Stated)))
	k.equal([][2]graph.Revision{{1, 0}}, known(k.history(0, c.ID)))
}

func checkPeriods(k *kit) {
	c, _, _ := filedClaim(k)
	for name, period := range periods() {
		a := said(name, c, "a")
		a.Period = period
		k.write(a)
		k.read(0, func(r graph.Reader) {
			assert.Equal(k, period, byID(k, r.Assertions, a.ID)[a.ID].Period, name)
		})
		other := *a
		other.Period.AsOf = other.Period.From.Date
		if other.Period != period {
			_, err := k.try(&other)
			require.ErrorIs(k, err, graph.ErrConflict, name)
		}
	}
}

func checkDecisionFields(k *kit) {
	c, _, _ := filedClaim(k)
	a := said("1", c, "a")
	k.write(a)
	var written []*graph.ReviewDecision
	for _, state := range []graph.ReviewState{graph.Rejected, graph.Accepted, graph.Unsure, graph.Machine, graph.Machine} {
		d := &graph.ReviewDecision{Assertion: a.ID, State: state, By: "Ann", Reason: "because “𝕏”"}
		written = append(written, d)
		k.write(d)
	}
	k.write(&graph.ReviewDecision{Assertion: a.ID, State: graph.Rejected}, &graph.ReviewDecision{Assertion: a.ID, State: graph.Accepted})
	k.read(0, func(r graph.Reader) {
		row := byID(k, r.Assertions, a.ID)[a.ID]
		require.NotNil(k, row.Decision)
		assert.Equal(k, graph.ReviewDecision{Assertion: a.ID, State: graph.Accepted}, row.Decision.ReviewDecision, "the last of a revision")
		assert.Equal(k, graph.Accepted, row.Review, "its own review stays")
		k.equal(r.Stamp(), row.Decision.Stamp)
	})
	assert.Equal(k, len(written)+1, ok(k.store.Info(k.Context()))(k).Counts[graph.DecisionRecord], "one a revision")
	assert.Len(k, ok(k.store.History(k.Context(), graph.ChangePosition{Revision: 8}, 0))(k), 1, "the other is not on file")
	for i, d := range written {
		k.read(graph.Revision(3+i), func(r graph.Reader) {
			row := byID(k, r.Assertions, a.ID)[a.ID]
			assert.Equal(k, *d, row.Decision.ReviewDecision)
			assert.Equal(k, graph.Revision(3+i), row.Decision.Stamp.Revision, "an equal decision is a new one")
		})
	}
	k.read(2, func(r graph.Reader) { assert.Nil(k, byID(k, r.Assertions, a.ID)[a.ID].Decision) })
}

func checkJudgementFields(k *kit) {
	c, _, _ := filedClaim(k)
	identity := &graph.Judgement{
		ID: "jdg_1", Kind: graph.Identity, Verdict: graph.UnsureVerdict, Entities: []graph.EntityID{"ent_a", "ent_b"},
		By: "Ann", Reason: "two registers, “𝕏”",
	}
	coverage := &graph.Judgement{ID: "jdg_2", Kind: graph.Coverage, Verdict: graph.General, Denial: "ast_1", Claim: c.ID, By: "Bo"}
	k.write(said("1", c, "a"), identity, coverage)
	k.read(0, func(r graph.Reader) {
		lists := ok(r.ListJudgements(k.Context(), []string{"ent_a", string(c.ID)}))(k)
		require.Len(k, lists[0], 1)
		require.Len(k, lists[1], 1)
		assert.Equal(k, *identity, lists[0][0].Judgement)
		assert.Equal(k, *coverage, lists[1][0].Judgement)
	})
}

// checkLongTexts writes texts as long as the Service lets them be, which is more than an index takes unless they are cut.
func checkLongTexts(k *kit) {
	name, id := strings.Repeat("𐌰\ufdfa", 500), strings.Repeat("z", 96)
	e, doc, layer := entityOf(id, graph.Company), documentOf(id), layerOf("long", id, strings.Repeat("QUJD", 10_000))
	e.Caption, doc.Title, doc.URL = strings.Repeat("𐌰", 500), strings.Repeat("𐌰", 2000), strings.Repeat("𐌰", 4000)
	c := claimOf(id, id, "NAME", graph.Name{Text: name, Strength: graph.StrongName})
	terms := graph.Marks{Names: []string{name}, Identifiers: []graph.Identifier{{Value: strings.Repeat("Щ", 500)}}}.Terms()
	words := graph.TextTermsOf(layer.Text)
	k.clock.Advance(time.Second)
	_, err := k.store.Update(k.Context(), operation(strings.Repeat("𐌰", 200)), planOf(e, doc, layer, c,
		entityState(id, name, 1, terms...), &graph.LayerTerms{Layer: layer.ID, Document: doc.ID, Terms: words}))
	require.NoError(k, err)
	k.write(entityOf("short", graph.Company))
	k.read(0, func(r graph.Reader) {
		assert.Equal(k, name, byID(k, r.Entities, e.ID)[e.ID].State.Name)
		assert.Equal(k, doc.URL, byID(k, r.Documents, doc.ID)[doc.ID].URL)
		assert.Equal(k, *c, byID(k, r.Claims, c.ID)[c.ID].Claim)
		for _, term := range terms {
			k.equal([]string{string(e.ID)}, k.search(r, term))
		}
		sets := []graph.TermSet{{Terms: words, Least: len(words)}}
		k.equal([]string{string(doc.ID)}, ok(r.Search(k.Context(), graph.TermQuery{Target: graph.TextTerms, Sets: sets, Limit: 1}))(k).IDs)
		q := graph.EntityQuery{Order: graph.ByName, Limit: 1}
		last := ok(r.ListEntities(k.Context(), graph.EntityQuery{Order: graph.ByName}))(k)[1]
		for _, want := range ok(r.ListEntities(k.Context(), graph.EntityQuery{Order: graph.ByName}))(k) {
			row := ok(r.ListEntities(k.Context(), q))(k)[0]
			assert.Equal(k, want.ID, row.ID)
			q.After = &graph.EntityKey{Name: graph.SortName(row.State.Name), ID: row.ID}
		}
		assert.Equal(k, e.ID, last.ID)
		assert.Empty(k, ok(r.ListEntities(k.Context(), q))(k))
	})
}

func checkStamps(k *kit) {
	c, one, _ := filedClaim(k)
	k.write(said("1", c, "a", quoteOf(one, 1)), stateOf(c, always(graph.Stated)), entityState("a", "A", 1))
	op := k.operation()
	ok(k.store.Update(k.Context(), op, planOf(entityOf("late", graph.Person))))(k)
	var first, second graph.Stamp
	k.read(1, func(r graph.Reader) { first = r.Stamp() })
	k.read(2, func(r graph.Reader) { second = r.Stamp() })
	assert.True(k, second.Time.After(first.Time))
	k.read(0, func(r graph.Reader) {
		assert.Equal(k, op, byID(k, r.Entities, "ent_late")["ent_late"].Stamp.Operation)
		k.equal(first, byID(k, r.Entities, "ent_a")["ent_a"].Stamp, "of the entity, not of its state")
		k.equal(first, byID(k, r.Claims, c.ID)[c.ID].Stamp)
		k.equal(first, byID(k, r.Documents, "doc_1")["doc_1"].Stamp)
		k.equal(second, byID(k, r.Assertions, "ast_1")["ast_1"].Stamp)
	})
}
