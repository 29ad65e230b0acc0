package embedded

import (
	"context"
	"database/sql"
	"math"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// listed is one thing in the list of an owner, which is named by its place in the query.
type listed struct {
	owner int
	key   int64
}

func scanListed(rows *sql.Rows) (l listed, err error) { return l, rows.Scan(&l.owner, &l.key) }

// ListClaims gives for each owner its claims in the order of claim keys.
func (r *reader) ListClaims(ctx context.Context, q graph.ClaimQuery) ([][]*graph.ClaimRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	s := say("SELECT owner, claim FROM (SELECT o.owner, s.claim, row_number() OVER (PARTITION BY o.owner ORDER BY w.text, c.uid) AS place")
	s.and("FROM (").add(r.candidates(&q)).and(") o CROSS JOIN state s ON s.id = o.state")
	s.and("CROSS JOIN claim c ON c.id = s.claim CROSS JOIN word w ON w.id = s.predicate WHERE").add(r.shown(&q))
	if q.After != nil {
		s.and("AND (w.text > ? OR w.text = ? AND c.uid > ?)", q.After.Predicate, q.After.Predicate, pack(q.After.ID))
	}
	s.and(") WHERE place <= ? ORDER BY owner, place", placesOf(q.Limit))
	places, err := gather(ctx, r.source, scanListed, s.text.String(), s.args...)
	if err != nil {
		return nil, err
	}
	return listsOf(len(q.Owners), places, func(keys []int64) (map[int64]*graph.ClaimRow, error) { return r.claimsOf(ctx, keys) })
}

// placesOf is how many places of each list are wanted.
func placesOf(limit int) int64 {
	if limit <= 0 {
		return math.MaxInt64
	}
	return int64(limit)
}

// listsOf makes one list for each owner; each row is read once.
func listsOf[V any](owners int, places []listed, read func([]int64) (map[int64]V, error)) ([][]V, error) {
	keys := make([]int64, len(places))
	for i, p := range places {
		keys[i] = p.key
	}
	rows, err := read(distinct(keys))
	if err != nil {
		return nil, err
	}
	lists := make([][]V, owners)
	for _, p := range places {
		if row, ok := rows[p.key]; ok {
			lists[p.owner] = append(lists[p.owner], row)
		}
	}
	return lists, nil
}

// candidates gives pairs of owner and state: all states of the owner's claims.
func (r *reader) candidates(q *graph.ClaimQuery) *statement {
	const (
		named     = "FROM json_each(?) j CROSS JOIN name n ON n.uid = unhex(j.value) "
		asSubject = "SELECT j.key AS owner, s.id AS state " + named + "CROSS JOIN state s INDEXED BY state_out ON s.subject = n.id"
		asObject  = "SELECT j.key AS owner, s.id AS state " + named + "CROSS JOIN state s INDEXED BY state_in ON s.object = n.id"
		// Several assertions may lead to one claim.
		said = "SELECT DISTINCT j.key AS owner, s.id AS state " + named
		of   = "CROSS JOIN state s INDEXED BY state_claim ON s.claim = a.claim"
	)
	owners := packed(q.Owners)
	switch q.Role {
	case graph.AsSubject:
		return say(asSubject, owners)
	case graph.AsObject:
		return say(asObject, owners)
	case graph.AnyEnd:
		return say(asSubject, owners).and("UNION ALL "+asObject+" WHERE s.subject <> s.object", owners)
	case graph.InDocument:
		return say(said+"CROSS JOIN cited d ON d.document = n.id CROSS JOIN assertion a ON a.id = d.assertion AND a.rev <= ? "+of, owners, r.rev)
	case graph.SaidBy:
		return say(said+"CROSS JOIN assertion a ON (a.speaker = n.id OR a.body = n.id) AND a.rev <= ? "+of, owners, r.rev)
	case graph.ReferredClaim:
		return say(`SELECT j.key AS owner, s.id AS state FROM json_each(?) j CROSS JOIN claim a ON a.refers = unhex(j.value)
			CROSS JOIN state s INDEXED BY state_claim ON s.claim = a.id`, owners)
	default:
		return say("SELECT j.key AS owner, s.id AS state FROM json_each(?) j CROSS JOIN state s ON j.value = ?", owners, packHex(""))
	}
}

// shown restricts states s to the one by which a claim is judged, if that passes: on the day asked for, else the latest one.
func (r *reader) shown(q *graph.ClaimQuery) *statement {
	s := say(openRow, r.rev, r.rev)
	s.when(q.At != nil, "AND s.from_day <= ? AND s.to_day >= ?", dayOf(q.At), dayOf(q.At))
	s.and(`AND NOT EXISTS (SELECT 1 FROM state l WHERE l.claim = s.claim AND l.since <= ? AND (l.until = 0 OR l.until > ?)
		AND (l.from_day > s.from_day OR l.from_day = s.from_day AND l.id > s.id)`, r.rev, r.rev)
	s.when(q.At != nil, "AND l.from_day <= ? AND l.to_day >= ?", dayOf(q.At), dayOf(q.At)).and(")")
	s.when(len(q.Predicates) > 0, "AND s.predicate IN (SELECT value FROM json_each(?))", wordKeys(r.store.words, q.Predicates))
	s.add(ofTags(q.Standings, nil, q.Modalities, q.Contested))
	return s.when(q.Allegation, "AND s.tags & ?", allegationFlag)
}

func dayOf(d *graph.Day) int64 {
	if d == nil {
		return 0
	}
	return int64(*d)
}

// ofTags restricts states s by what their tags hold.
func ofTags(standings []graph.Standing, tiers []graph.Tier, modalities []graph.Modality, contested *bool) *statement {
	s := &statement{}
	s.when(len(standings) > 0, "AND (? >> (s.tags & ?)) & 1", bitsOf(storedStandings(), standings), standingMask)
	s.when(len(tiers) > 0, "AND (? >> (s.tags >> ? & ?)) & 1", bitsOf(storedTiers(), tiers), tierShift, tierMask)
	s.when(len(modalities) > 0, "AND (? >> (s.tags >> ? & ?)) & 1", bitsOf(storedModalities(), modalities), modalityShift, modalityMask)
	if contested != nil {
		s.and("AND (s.tags & ? <> 0) = ?", contestedFlag, *contested)
	}
	return s
}

// keysOf are the different keys of a list.
func keysOf(keys []int64) []int64 {
	sorted := slices.Clone(keys)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}
