package neo4jstore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// ownersAtOnce is for how many owners one statement lists, and rowsAtOnce how many rows for each of them where all are wanted.
const (
	ownersAtOnce = 256
	rowsAtOnce   = idsAtOnce
)

// ListClaims gives for each owner its claims in the order of claim keys.
func (r *reader) ListClaims(ctx context.Context, q graph.ClaimQuery) ([][]*graph.ClaimRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	lists := make([][]*graph.ClaimRow, len(q.Owners))
	for places := range slices.Chunk(claimOwners(&q), ownersAtOnce) {
		if err := r.listClaims(ctx, &q, places, lists); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

// claimOwners are the places of the owners that may have claims in their role.
func claimOwners(q *graph.ClaimQuery) []int {
	return placesWhere(q.Owners, func(owner string) bool { return (owner == "") == (q.Role == graph.WholeStore) })
}

func placesWhere(owners []string, may func(owner string) bool) []int {
	var places []int
	for place, owner := range owners {
		if may(owner) {
			places = append(places, place)
		}
	}
	return places
}

// listClaims lists for the owners at places. Where a list is to be whole, it is read in several pages.
func (r *reader) listClaims(ctx context.Context, q *graph.ClaimQuery, places []int, lists [][]*graph.ClaimRow) error {
	text, params := claimList(q)
	if text == "" {
		return nil
	}
	params["owners"], params["rev"] = ownersAt(q.Owners, places), r.rev
	reads, err := r.readClaims(ctx, text, params)
	if err != nil {
		return err
	}
	slices.SortFunc(reads, compareClaims)
	full := fill(lists, places, reads, func(read claimRead) (int64, *graph.ClaimRow) { return read.place, read.row })
	if q.Limit > 0 {
		return nil
	}
	for _, place := range full {
		last, rest := lists[place][len(lists[place])-1], *q
		rest.After = &graph.ClaimKey{Predicate: last.Predicate, ID: last.ID}
		if err := r.listClaims(ctx, &rest, []int{place}, lists); err != nil {
			return err
		}
	}
	return nil
}

// fill adds rows to the lists of their owners, and gives the places of those of whom there may be more than one statement reads.
func fill[R, V any](lists [][]V, places []int, reads []R, row func(read R) (place int64, row V)) (full []int) {
	counts := make([]int, len(places))
	for _, read := range reads {
		i, row := row(read)
		lists[places[i]] = append(lists[places[i]], row)
		if counts[i]++; counts[i] == rowsAtOnce {
			full = append(full, places[i])
		}
	}
	return full
}

func ownersAt(owners []string, places []int) []string {
	named := make([]string, len(places))
	for i, place := range places {
		named[i] = owners[place]
	}
	return named
}

func compareClaims(a, b claimRead) int {
	return cmp.Or(cmp.Compare(a.place, b.place), strings.Compare(a.row.Predicate, b.row.Predicate), strings.Compare(string(a.row.ID), string(b.row.ID)))
}

// limitOf is how many rows a statement gives for each owner.
func limitOf(limit int) int64 {
	if limit <= 0 {
		return rowsAtOnce
	}
	return int64(limit)
}

// claimList is the statement that lists claims for owners, with its parameters but owners and rev; no statement when there can be
// none.
func claimList(q *graph.ClaimQuery) (string, map[string]any) {
	params := map[string]any{"limit": limitOf(q.Limit)}
	ways := claimWays(q, params)
	if len(ways) == 0 {
		return "", nil
	}
	judge(q, params)
	parts := append([]part{{"ways", strings.Join(ways, "UNION ALL\n")}, {"judged", statement("list_claims_judged")}}, claimParts()...)
	return statement("list_claims", parts...), params
}

// claimWays are the ways in which claims come to be an owner's.
func claimWays(q *graph.ClaimQuery, params map[string]any) []string {
	switch q.Role {
	case graph.AsSubject:
		return indexedWays(q, params, "subject")
	case graph.AsObject:
		return indexedWays(q, params, "object")
	case graph.AnyEnd:
		return append(indexedWays(q, params, "subject"), indexedWays(q, params, "object")...)
	case graph.WholeStore:
		return indexedWays(q, params, "")
	case graph.InDocument:
		return ledWay(q, params, "MATCH (e:Evidence {document: owner})<-[:EVIDENCE]-(a) USING INDEX SEEK e:Evidence(document)\n"+aboutThem)
	case graph.SaidBy:
		return ledWay(q, params, "CALL (owner) { "+assertionsOfSpeaker+" }\n"+aboutThem)
	case graph.ReferredClaim:
		return ledWay(q, params, "MATCH (c:Claim {refers: owner}) USING INDEX SEEK c:Claim(refers)")
	default:
		return nil
	}
}

// indexedWays find claims by an index of one end, predicate and id, in its order: a hub's first page reads no more than that page.
// It must be ordered by the end too, for the planner to see that the index has the order.
func indexedWays(q *graph.ClaimQuery, params map[string]any, end string) []string {
	parts := []part{{"owned", ""}, {"once", ""}, {"order", "c.predicate, c.id"}, {"index", "predicate, id"}}
	if end != "" {
		parts[0].text, parts[2].text, parts[3].text = "c."+end+" = owner AND ", "c."+end+", c.predicate, c.id", end+", predicate, id"
	}
	if end == "object" && q.Role == graph.AnyEnd {
		parts[1].text = " AND c.subject <> owner"
	}
	runs := claimRuns(q)
	var ways []string
	if len(runs) > 0 {
		params["runs"] = runs
		ways = append(ways, statement("list_claims_run", parts...))
	}
	if len(q.Predicates) == 0 {
		params["after"], _ = afterClaim(q)
		ways = append(ways, statement("list_claims_rest", parts...))
	}
	return ways
}

// claimRuns are predicates with the id after which their claims are wanted: all of those asked for, else the one that the last page
// ended in.
func claimRuns(q *graph.ClaimQuery) [][]string {
	predicate, id := afterClaim(q)
	predicates := slices.Compact(slices.Sorted(slices.Values(q.Predicates)))
	if len(predicates) == 0 && q.After != nil {
		predicates = []string{predicate}
	}
	var runs [][]string
	for _, p := range predicates {
		switch cmp.Compare(p, predicate) {
		case 0:
			runs = append(runs, []string{p, id})
		case 1:
			runs = append(runs, []string{p, ""})
		}
	}
	return runs
}

func afterClaim(q *graph.ClaimQuery) (predicate, id string) {
	if q.After == nil {
		return "", ""
	}
	return q.After.Predicate, string(q.After.ID)
}

// assertionsOfSpeaker gives as a the assertions in which an owner speaks, or is spoken for; some twice.
const assertionsOfSpeaker = `MATCH (a:Assertion {speaker: owner}) USING INDEX SEEK a:Assertion(speaker) RETURN a
UNION ALL MATCH (a:Assertion {for: owner}) USING INDEX SEEK a:Assertion(for) RETURN a`

// aboutThem goes from assertions a, once they are found, to the claims that they are about.
const aboutThem = "WITH DISTINCT a WHERE a.rev <= $rev\nMATCH (a)-[:ABOUT]->(c)"

// ledWay finds claims by what leads to them.
func ledWay(q *graph.ClaimQuery, params map[string]any, leads string) []string {
	params["after"], params["afterID"] = afterClaim(q)
	predicates := ""
	if len(q.Predicates) > 0 {
		predicates, params["predicates"] = " AND c.predicate IN $predicates", q.Predicates
	}
	return []string{statement("list_claims_led", part{"leads", leads}, part{"predicates", predicates})}
}

// judge adds what claims are judged by: their stretch on the day asked for, else their latest. The text is the same for every query,
// so that the server need not plan for each combination; what is not asked for is null.
func judge(q *graph.ClaimQuery, params map[string]any) {
	params["modalities"], params["standings"] = anyOf(q.Modalities), anyOf(q.Standings)
	params["contested"], params["at"], params["allegation"] = nil, nil, q.Allegation
	if q.Contested != nil {
		params["contested"] = *q.Contested
	}
	if q.At != nil {
		params["at"] = int64(*q.At)
	}
}

// anyOf are values as a statement takes them, null when there are none.
func anyOf[T ~string](values []T) any {
	if len(values) == 0 {
		return nil
	}
	return textsOf(values)
}
