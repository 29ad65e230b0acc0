package embedded

import (
	"context"
	"database/sql"

	"github.com/redthread-graph/redthread/graph"
)

// maxHits is how many ids a search yields at most.
const maxHits = 1000

// Search tries the term sets in turn and yields the ids of the first, then of the next, each by id, none twice.
func (r *reader) Search(ctx context.Context, q graph.TermQuery) (graph.TermHits, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return graph.TermHits{}, err
	}
	defer done()
	hits := graph.TermHits{}
	if hits.Holds, err = r.holds(ctx, &q); err != nil {
		return graph.TermHits{}, err
	}
	limit := q.Limit
	if limit <= 0 || limit > maxHits {
		limit = maxHits
	}
	var keys []int64
	for _, set := range q.Sets {
		found, err := r.matches(ctx, &q, set, keys, limit+1-len(keys))
		if err != nil {
			return graph.TermHits{}, err
		}
		for _, m := range found {
			keys, hits.IDs = append(keys, m.key), append(hits.IDs, m.id)
		}
		if len(keys) > limit {
			hits.IDs, hits.Cut = hits.IDs[:limit], true
			break
		}
	}
	return hits, nil
}

// postings names the table that holds the terms of a target, as p, with its owner and the condition that a row was known.
func (r *reader) postings(target graph.TermTarget) (table, owner string, known *statement) {
	if target == graph.TextTerms {
		return "document_term", "p.document", say("p.since <= ?", r.rev)
	}
	return "entity_term", "p.entity", say("p.since <= ? AND (p.until = 0 OR p.until > ?)", r.rev, r.rev)
}

// holds counts the ids that hold each term of the query.
func (r *reader) holds(ctx context.Context, q *graph.TermQuery) (map[graph.Term]int, error) {
	counts := map[graph.Term]int{}
	for _, set := range q.Sets {
		for _, term := range set.Terms {
			counts[term] = 0
		}
	}
	table, _, known := r.postings(q.Target)
	s := say("SELECT t.text, count(*) FROM json_each(?) j CROSS JOIN term t ON t.text = unhex(j.value)", hexTerms(counts))
	s.and("CROSS JOIN " + table + " p ON p.term = t.id WHERE").add(known).and("GROUP BY t.id")
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (n int, err error) {
		var text []byte
		err = rows.Scan(&text, &n)
		counts[graph.Term(text)] = n
		return n, err
	}, s.text.String(), s.args...)
	return counts, err
}

func hexTerms(terms map[graph.Term]int) string {
	var list []string
	for term := range terms {
		list = append(list, hexOf(term))
	}
	return listOf(list)
}

// match is one id that holds enough terms.
type match struct {
	key int64
	id  string
}

// matches gives the first ids that hold enough of a set's terms, without those found before.
func (r *reader) matches(ctx context.Context, q *graph.TermQuery, set graph.TermSet, before []int64, limit int) ([]match, error) {
	terms := map[graph.Term]int{}
	for _, term := range set.Terms {
		terms[term] = 0
	}
	table, owner, known := r.postings(q.Target)
	s := say("SELECT n.id, n.uid FROM (SELECT "+owner+" AS id FROM json_each(?) j CROSS JOIN term t ON t.text = unhex(j.value)", hexTerms(terms))
	s.and("CROSS JOIN " + table + " p ON p.term = t.id WHERE").add(known)
	s.and("GROUP BY 1 HAVING count(*) >= ?) h CROSS JOIN name n ON n.id = h.id", max(set.Least, 1))
	s.and("WHERE h.id NOT IN (SELECT value FROM json_each(?))", listOf(before))
	s.when(q.Target != graph.TextTerms && q.Kinds != 0,
		"AND EXISTS (SELECT 1 FROM entity e WHERE e.id = h.id AND e.kind IN (SELECT value FROM json_each(?)))",
		wordKeys(r.store.words, q.Kinds.List()))
	s.and("ORDER BY n.uid LIMIT ?", limit)
	return gather(ctx, r.source, func(rows *sql.Rows) (m match, err error) {
		var uid []byte
		err = rows.Scan(&m.key, &uid)
		m.id = unpack[string](uid)
		return m, err
	}, s.text.String(), s.args...)
}
