package graph_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// The crowded world: Acme owns more firms than are read of one of 102 entities at once, Beta is parent of a few.
const (
	crowd  = 520
	fewer  = 20
	others = 100
)

type crowded struct {
	*world
	about []graph.EntityID
}

func newCrowd(t *testing.T) *crowded {
	t.Helper()
	c := &crowded{newWorld(t), []graph.EntityID{"ent_acme", "ent_beta"}}
	var d graph.Draft
	for i := range crowd {
		d.Entities = append(d.Entities, graph.Entity{ID: graph.EntityID(fmt.Sprintf("ent_m%03d", i)), Kind: graph.Company, Caption: "M"})
	}
	for i := range others {
		id := graph.EntityID(fmt.Sprintf("ent_q%03d", i))
		c.about = append(c.about, id)
		d.Entities = append(d.Entities, graph.Entity{ID: id, Kind: graph.Company, Caption: "Q"})
	}
	for i := range crowd {
		d.Statements = append(d.Statements, c.tie("a", "acme", "OWNS", i))
	}
	for i := range fewer {
		d.Statements = append(d.Statements, c.tie("b", "beta", "PARENT_OF", i))
	}
	c.write(t, d)
	return c
}

func (c *crowded) tie(name, subject, predicate string, i int) graph.Statement {
	st := c.reported()
	st.Assertion.ID = graph.AssertionID(fmt.Sprintf("ast_%s%03d", name, i))
	st.Claim.Subject, st.Claim.Predicate, st.Claim.Object = graph.EntityID("ent_"+subject), predicate, graph.EntityID(fmt.Sprintf("ent_m%03d", i))
	return st
}

// byRegister lets the register say some claims too: Acme's last in order, and all of Beta's.
func (c *crowded) byRegister(t *testing.T) graph.ClaimID {
	t.Helper()
	lists, err := c.view(t).ListClaims(context.Background(), graph.ClaimQuery{
		Owners: []string{"ent_acme"}, Role: graph.AsSubject, Predicates: []string{"OWNS"},
	})
	require.NoError(t, err)
	last := lists[0][len(lists[0])-1].Claim
	st := c.registered()
	st.Claim = last
	st.Claim.ID = ""
	d := graph.Draft{Statements: []graph.Statement{st}}
	for i := range fewer {
		st := c.tie("c", "beta", "PARENT_OF", i)
		st.Assertion.Voice, st.Assertion.Speaker = graph.OtherVoice, "ent_register"
		d.Statements = append(d.Statements, st)
	}
	c.write(t, d)
	return last.ID
}

// pages reads a merged list to its end and gives the keys in their order, and whether any page said that it was cut.
func (c *crowded) pages(t *testing.T, f graph.ClaimFilter, first int) (keys []string, cut bool) {
	t.Helper()
	v, a := c.view(t), graph.PageArgs{First: first}
	for range crowd {
		page, err := v.ClaimsPage(context.Background(), f, a)
		require.NoError(t, err)
		keys, cut = append(keys, keysOf(page)...), cut || page.Cut != nil
		if !page.More {
			return keys, cut
		}
		a.After = &page.Rows[len(page.Rows)-1].Cursor
	}
	require.Fail(t, "the list never ends")
	return nil, false
}

func TestReadMergedListsLoseNothingBetweenPages(t *testing.T) {
	c := newCrowd(t)
	last := c.byRegister(t)
	for name, f := range map[string]struct {
		filter graph.ClaimFilter
		want   int
	}{
		"all":       {graph.ClaimFilter{About: c.about}, crowd + fewer},
		"a speaker": {graph.ClaimFilter{About: c.about, Speaker: []graph.EntityID{"ent_register"}}, 1 + fewer},
		"tested":    {graph.ClaimFilter{About: c.about, Stances: []graph.Stance{graph.Asserts}}, crowd + fewer},
	} {
		for _, first := range []int{5, 100, 600} {
			t.Run(fmt.Sprint(name, " ", first), func(t *testing.T) {
				keys, cut := c.pages(t, f.filter, first)
				assert.Contains(t, keys, string(last))
				assert.Len(t, keys, f.want)
				unique := map[string]bool{}
				for _, k := range keys {
					unique[k] = true
				}
				assert.Len(t, unique, f.want, "none twice")
				assert.False(t, cut)
			})
		}
	}
}

func TestReadMergedListsAreCounted(t *testing.T) {
	c := newCrowd(t)
	page, err := c.view(t).ClaimsPage(context.Background(), graph.ClaimFilter{About: c.about}, graph.PageArgs{First: 3, Total: true})
	require.NoError(t, err)
	require.NotNil(t, page.Total)
	assert.Equal(t, crowd+fewer, *page.Total)
	assert.Nil(t, page.Cut)
}

func TestReadTiesByStrengthSayThatTheyWereCut(t *testing.T) {
	c := newCrowd(t)
	rows, err := c.view(t).Entities(context.Background(), c.about)
	require.NoError(t, err)
	var parents []graph.Node
	for _, id := range c.about {
		parents = append(parents, rows[id])
	}
	for _, first := range []int{10, crowd} {
		pages, err := graph.EntityTies(graph.TieFilter{}, graph.TiesByStrength, graph.PageArgs{First: first})(context.Background(), c.view(t), parents)
		require.NoError(t, err)
		assert.NotNil(t, pages[0].Cut, "the strongest may be missing")
		assert.Nil(t, pages[1].Cut)
	}
}
