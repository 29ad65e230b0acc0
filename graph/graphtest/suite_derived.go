package graphtest

import (
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func derivedChecks() []check {
	return []check{
		{"derived/equal stretches stay and others are replaced", checkReplaced},
		{"derived/another allegation flag replaces all stretches", checkAllegationFlag},
		{"derived/no stretches close what was known", checkEmptied},
		{"derived/the last state given in a revision counts", checkLastState},
		{"derived/an entity without a state has its caption as name", checkNoEntityState},
	}
}

// history reads one claim's stretches of all times.
func (k *kit) history(at graph.Revision, id graph.ClaimID) []graph.StateRow {
	k.Helper()
	var rows []graph.StateRow
	k.read(at, func(r graph.Reader) {
		rows = ok(r.StateHistory(k.Context(), []graph.ClaimID{id}))(k)[id]
	})
	return rows
}

// known lists the revisions that knew each stretch: since and until, 0 while it is known.
func known(rows []graph.StateRow) [][2]graph.Revision {
	var spans [][2]graph.Revision
	for _, row := range rows {
		spans = append(spans, [2]graph.Revision{row.Since.Revision, row.Until.Revision})
	}
	return spans
}

func checkReplaced(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	early, late := stretch(0, 99, graph.Stated), stretch(200, graph.MaxDay, graph.Alleged)
	early.Certain = []graph.DayRange{{From: 3, To: 5}, {From: 8, To: 9}}
	k.write(append(companies("a", "b"), c, stateOf(c, early, late))...)
	k.write(stateOf(c, early, late))
	changed := late
	changed.Certain = []graph.DayRange{{From: 300, To: 301}}
	k.write(stateOf(c, early, changed))
	k.equal([][2]graph.Revision{{1, 0}, {1, 3}, {3, 0}}, known(k.history(0, c.ID)))
	k.equal([][2]graph.Revision{{1, 0}, {1, 0}}, known(k.history(2, c.ID)), "what is closed later is open now")
	rows := k.history(0, c.ID)
	k.equal([]graph.Stretch{early, late, changed}, []graph.Stretch{rows[0].Stretch, rows[1].Stretch, rows[2].Stretch})
	k.read(0, func(r graph.Reader) { k.equal(r.Stamp(), rows[2].Since) })
	k.equal(rows[2].Since, rows[1].Until)
	assert.Equal(k, time.UTC, rows[0].Since.Time.Location())
}

func checkAllegationFlag(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	s := stateOf(c, stretch(0, 9, graph.Alleged), stretch(20, 29, graph.Disputed))
	k.write(append(companies("a", "b"), c, s)...)
	accused := stateOf(c, s.Stretches...)
	accused.Allegation = true
	k.write(accused)
	k.equal([][2]graph.Revision{{1, 2}, {2, 0}, {1, 2}, {2, 0}}, known(k.history(0, c.ID)))
	for rev, want := range map[graph.Revision]bool{1: false, 2: true} {
		k.read(rev, func(r graph.Reader) {
			rows := ok(r.Claims(k.Context(), []graph.ClaimID{c.ID}))(k)
			assert.Equal(k, want, rows[c.ID].State.Allegation)
			assert.Len(k, rows[c.ID].State.Stretches, 2)
		})
	}
}

func checkEmptied(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), standing(c, graph.Alleged)...)...)
	void := stateOf(c)
	void.Allegation = true
	k.write(void)
	k.write(stateOf(c, always(graph.Alleged)))
	k.equal([][2]graph.Revision{{1, 2}, {3, 0}}, known(k.history(0, c.ID)))
	k.read(2, func(r graph.Reader) {
		row := ok(r.Claims(k.Context(), []graph.ClaimID{c.ID}))(k)[c.ID]
		require.NotNil(k, row)
		k.equal(*stateOf(c), row.State, "a state without stretches has no allegation")
		assert.Empty(k, k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a", "ent_b"}}))
		lists := ok(r.ListClaims(k.Context(), graph.ClaimQuery{Owners: []string{""}}))(k)
		assert.Empty(k, lists[0])
	})
}

func checkLastState(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), c, stateOf(c, always(graph.Stated)))...)
	k.write(stateOf(c, always(graph.Alleged)), entityState("a", "first", 1, "w:first"),
		stateOf(c, stretch(0, 9, graph.Reported)), entityState("a", "last", 2, "w:last"))
	k.equal([][2]graph.Revision{{1, 2}, {2, 0}}, known(k.history(0, c.ID)))
	k.read(0, func(r graph.Reader) {
		edges := k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_b"}})
		require.Len(k, edges, 1)
		k.equal(stretch(0, 9, graph.Reported), edges[0].Stretch)
		assert.Equal(k, "last", edges[0].FarRow.State.Name)
		k.equal([]string{"ent_a"}, k.search(r, "w:last"))
		assert.Empty(k, k.search(r, "w:first"))
	})
}

// search finds the entities that hold a term.
func (k *kit) search(r graph.Reader, term graph.Term) []string {
	k.Helper()
	q := graph.TermQuery{Target: graph.EntityTerms, Sets: []graph.TermSet{{Terms: []graph.Term{term}, Least: 1}}, Limit: 100}
	return ok(r.Search(k.Context(), q))(k).IDs
}

func checkNoEntityState(k *kit) {
	e := entityOf("a", graph.Person)
	e.Caption = "Ada"
	k.write(e)
	k.read(0, func(r graph.Reader) {
		row := ok(r.Entities(k.Context(), []graph.EntityID{e.ID}))(k)[e.ID]
		require.NotNil(k, row)
		k.equal(graph.EntityState{Entity: e.ID, Name: "Ada", FirstDay: graph.MaxDay}, row.State)
	})
}
