package graph_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// again is a statement said anew under another id, as a correction of the first.
func again(st graph.Statement) graph.Statement {
	st.Assertion.Target, st.Assertion.Stance = st.Assertion.ID, graph.Corrects
	st.Assertion.ID += "-2"
	return st
}

// users is a figure of Acme's users on a day.
func (w *world) users(id, least string) graph.Statement {
	st := w.say(id, "acme", "HAS_USERS", "", graph.Asserts, graph.PublisherVoice, "daily", "Acme has over 400 million users.")
	st.Claim.Object, st.Claim.Value = "", graph.Quantity{Min: graph.Number(least), Unit: "users"}
	st.Assertion.Period.AsOf = edtf.MustDate("2024-05-01")
	return st
}

func (w *world) view(t *testing.T) *graph.View {
	t.Helper()
	v, err := w.View(context.Background(), nil)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, v.Close()) })
	return v
}

// keysOf lists what a page shows.
func keysOf(p graph.Page) []string {
	out := []string{}
	for _, row := range p.Rows {
		out = append(out, row.Node.Key())
	}
	return out
}

// ofEntity reads a relation of one entity.
func ofEntity(t *testing.T, v *graph.View, id graph.EntityID, r graph.Relation) graph.Page {
	t.Helper()
	rows, err := v.Entities(context.Background(), []graph.EntityID{id})
	require.NoError(t, err)
	pages, err := r(context.Background(), v, []graph.Node{rows[id]})
	require.NoError(t, err)
	return pages[0]
}

// ofAllegation reads a relation of the only allegation on file.
func ofAllegation(t *testing.T, v *graph.View, r graph.Relation) graph.Page {
	t.Helper()
	page, err := v.AllegationsPage(context.Background(), graph.AllegationFilter{}, graph.PageArgs{First: 10})
	require.NoError(t, err)
	require.Len(t, page.Rows, 1)
	pages, err := r(context.Background(), v, []graph.Node{page.Rows[0].Node})
	require.NoError(t, err)
	return pages[0]
}

func TestReadCorrectedDenialIsADenial(t *testing.T) {
	w := newWorld(t)
	r := w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged(), w.denied()}})
	w.write(t, graph.Draft{Statements: []graph.Statement{again(w.denied())}})
	require.Equal(t, graph.Disputed, w.standing(t, r.Claims[0]))
	v, yes := w.view(t), true
	assert.Equal(t, []string{"ast_denied-2"}, keysOf(ofAllegation(t, v, graph.AllegationDenials())))
	for name, f := range map[string]graph.AllegationFilter{"denied": {Denied: &yes}, "reply recorded": {ReplyRecorded: &yes}} {
		page, err := v.AllegationsPage(context.Background(), f, graph.PageArgs{First: 10})
		require.NoError(t, err)
		assert.Len(t, page.Rows, 1, name)
	}
	made := func(id graph.EntityID) []string {
		return keysOf(ofEntity(t, v, id, graph.EntityAllegations(graph.Accuser, graph.AllegationFilter{}, graph.PageArgs{First: 10})))
	}
	assert.Empty(t, made("ent_acme"), "a denial said again accuses nobody")
	assert.Len(t, made("ent_bureau"), 1)
}

func TestReadCorrectedAllegationIsStillMade(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	w.write(t, graph.Draft{Statements: []graph.Statement{again(w.alleged())}})
	v := w.view(t)
	accuser := graph.EntityAllegations(graph.Accuser, graph.AllegationFilter{}, graph.PageArgs{First: 10})
	assert.Len(t, ofEntity(t, v, "ent_bureau", accuser).Rows, 1)
	assert.Empty(t, ofAllegation(t, v, graph.AllegationDenials()).Rows)
}

func TestReadWithdrawnFindingIsNoDetermination(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.found()}})
	assert.Equal(t, []string{"ast_found"}, keysOf(ofAllegation(t, w.view(t), graph.AllegationDeterminations())))
	r := w.write(t, graph.Draft{Statements: []graph.Statement{again(w.found())}})
	require.Equal(t, graph.Determined, w.standing(t, r.Claims[0]))
	assert.Equal(t, []string{"ast_found-2"}, keysOf(ofAllegation(t, w.view(t), graph.AllegationDeterminations())))
}

func TestReadSentenceNamesWhoRefusesToCommentAnew(t *testing.T) {
	w := newWorld(t)
	silent := w.denied()
	silent.Assertion.ID, silent.Assertion.Stance = "ast_silent", graph.NoComment
	r := w.write(t, graph.Draft{Statements: []graph.Statement{silent}})
	sentence := func() string {
		v := w.view(t)
		pages, err := graph.ClaimSentence()(context.Background(), v, []graph.Node{w.claim(t, r.Claims[0])})
		require.NoError(t, err)
		return pages[0].Rows[0].Node.(*graph.Scalar[string]).Value
	}
	before := sentence()
	w.write(t, graph.Draft{Statements: []graph.Statement{again(silent)}})
	assert.Equal(t, before, sentence())
	assert.Contains(t, before, "comment")
}

// explained gives the quotes of Acme's only safe tie.
func (w *world) explained(t *testing.T) []string {
	t.Helper()
	v, out := w.view(t), []string{}
	for e, err := range v.Expand(context.Background(), graph.ExpandQuery{
		Frontier: []graph.EntityID{"ent_acme"}, Filter: graph.EdgeFilter{Tiers: []graph.Tier{graph.Safe}},
	}) {
		require.NoError(t, err)
		sentence, quotes, err := v.Explain(context.Background(), &e)
		require.NoError(t, err)
		assert.NotEmpty(t, sentence)
		for _, q := range quotes {
			assert.NotEmpty(t, q.Title)
			out = append(out, q.Quote)
		}
	}
	return out
}

func TestExplainQuotesWhatStands(t *testing.T) {
	const register, daily = "The register shows that Acme owns 48 % of Beta since 1 March 2020.", "The Daily reported that Acme owns Beta."
	corrected := func(w *world) graph.Statement {
		st := again(w.reported())
		st.Assertion.Evidence = w.registered().Assertion.Evidence
		return st
	}
	for name, c := range map[string]struct {
		drafts func(w *world) [][]graph.Statement
		want   []string
	}{
		"two supports": {func(w *world) [][]graph.Statement {
			return [][]graph.Statement{{w.registered()}, {w.reported()}}
		}, []string{register, daily}},
		"one of them withdrawn": {func(w *world) [][]graph.Statement {
			return [][]graph.Statement{{w.registered()}, {w.reported()}, {w.retraction(w.reported())}}
		}, []string{register}},
		"one of them corrected": {func(w *world) [][]graph.Statement {
			return [][]graph.Statement{{w.reported()}, {corrected(w)}}
		}, []string{register}},
		"the same words twice": {func(w *world) [][]graph.Statement {
			return [][]graph.Statement{{w.registered()}, {w.reported()}, {corrected(w)}}
		}, []string{register}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			for _, statements := range c.drafts(w) {
				w.write(t, graph.Draft{Statements: statements})
			}
			assert.Equal(t, c.want, w.explained(t))
		})
	}
}

func TestExplainObeysRights(t *testing.T) {
	w := newWorld(t)
	const body = "The ledger shows that Acme owns Beta."
	w.write(t, graph.Draft{Documents: []graph.DocumentDraft{{
		Document: graph.Document{Title: "closed", Publisher: "ent_daily", Rights: graph.MetadataOnly}, Text: body,
	}}})
	st := w.say("closed", "acme", "OWNS", "beta", graph.Asserts, graph.PublisherVoice, "daily", "Acme owns Beta.")
	st.Assertion.Evidence[0].Document = graph.ContentDocumentID([]byte(body))
	w.write(t, graph.Draft{Statements: []graph.Statement{st}})
	assert.Empty(t, w.explained(t))
}

func TestReadFiguresQuoteWhatStands(t *testing.T) {
	w := newWorld(t)
	first := w.users("first", "300000000")
	w.write(t, graph.Draft{Statements: []graph.Statement{first}})
	second := again(first)
	second.Claim.Value = graph.Quantity{Min: "350000000", Unit: "users"}
	w.write(t, graph.Draft{Statements: []graph.Statement{second}})
	page := ofEntity(t, w.view(t), "ent_acme", graph.EntityFigures(nil, graph.PageArgs{First: 10}))
	require.Len(t, page.Rows, 2)
	for _, row := range page.Rows {
		f := row.Node.(*graph.FigureNode)
		if f.Stretch.Standing == graph.Retracted {
			assert.Nil(t, f.Quote, "nothing stands behind it")
			continue
		}
		require.NotNil(t, f.Quote)
		assert.Equal(t, "Acme has over 400 million users.", *f.Quote)
	}
}
