package neo4jstore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// ListAssertions gives for each owner its assertions in the order in which they were written, then by id.
func (r *reader) ListAssertions(ctx context.Context, q graph.AssertionQuery) ([][]*graph.AssertionRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	lists := make([][]*graph.AssertionRow, len(q.Owners))
	owners := placesWhere(q.Owners, func(owner string) bool { return owner != "" })
	for places := range slices.Chunk(owners, ownersAtOnce) {
		if err := r.listAssertions(ctx, &q, places, lists); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

// listAssertions lists for the owners at places. Where a list is to be whole, it is read in several pages.
func (r *reader) listAssertions(ctx context.Context, q *graph.AssertionQuery, places []int, lists [][]*graph.AssertionRow) error {
	text, params := assertionList(q)
	if text == "" {
		return nil
	}
	params["owners"], params["rev"] = ownersAt(q.Owners, places), r.rev
	reads, err := r.store.readAssertions(ctx, text, params)
	if err != nil {
		return err
	}
	slices.SortFunc(reads, compareAssertions)
	full := fill(lists, places, reads, func(read assertionRead) (int64, *graph.AssertionRow) { return read.place, read.row })
	if q.Limit > 0 {
		return nil
	}
	for _, place := range full {
		last, rest := lists[place][len(lists[place])-1], *q
		rest.After = &graph.AssertionKey{Revision: last.Stamp.Revision, ID: last.ID}
		if err := r.listAssertions(ctx, &rest, []int{place}, lists); err != nil {
			return err
		}
	}
	return nil
}

func compareAssertions(a, b assertionRead) int {
	return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.rev, b.rev), strings.Compare(string(a.row.ID), string(b.row.ID)))
}

// assertionList is the statement that lists assertions for owners, with its parameters but owners and rev; no statement when there
// can be none.
func assertionList(q *graph.AssertionQuery) (string, map[string]any) {
	owned := assertionsOwned(q.Role)
	if owned == "" {
		return "", nil
	}
	params := map[string]any{"limit": limitOf(q.Limit)}
	c := conditions{params: params}
	among(&c, "a.stance", "stances", q.Stances)
	among(&c, "a.claim", "claims", q.Claims)
	if len(q.About) > 0 {
		c.one("EXISTS { (a)-[:ABOUT]->(c) WHERE c.subject IN $about OR c.object IN $about }", "about", textsOf(q.About))
	}
	if q.After != nil {
		c.one("(a.rev > $after OR a.rev = $after AND a.id > $afterID)", "after", int64(q.After.Revision))
		params["afterID"] = string(q.After.ID)
	}
	return statement("list_assertions", part{"owned", owned}, part{"passing", c.and()}, assertionRow()), params
}

// assertionsOwned gives as a the assertions of an owner; some twice.
func assertionsOwned(role graph.AssertionRole) string {
	switch role {
	case graph.AboutClaim:
		return "MATCH (a:Assertion {claim: owner}) USING INDEX SEEK a:Assertion(claim) RETURN a"
	case graph.BySpeaker:
		return assertionsOfSpeaker
	case graph.OfDocument:
		return "MATCH (e:Evidence {document: owner})<-[:EVIDENCE]-(a) USING INDEX SEEK e:Evidence(document) RETURN a"
	case graph.AtTarget:
		return "MATCH (a:Assertion {target: owner}) USING INDEX SEEK a:Assertion(target) RETURN a"
	default:
		return ""
	}
}
