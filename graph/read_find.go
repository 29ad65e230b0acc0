package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph/text"
)

// FindEntity gives the one entity that a reference names. None is ErrNotFound; several exact hits are an *AmbiguousNameError.
func (v *View) FindEntity(ctx context.Context, ref EntityRef) (*EntityRow, error) {
	return v.findAmong(ctx, ref, 0)
}

// AmbiguousNameError lists the entities that all bear the name or identifier asked for. It is an ErrConflict.
type AmbiguousNameError struct {
	Name       string
	Candidates []*EntityRow // in order of id
}

// Error names the candidates with kind and id.
func (e *AmbiguousNameError) Error() string {
	found := make([]string, len(e.Candidates))
	for i, row := range e.Candidates {
		found[i] = fmt.Sprintf("%s (%s, %s)", row.ID, row.State.Name, row.Kind)
	}
	return fmt.Sprintf("%q names %d entities: %s", e.Name, len(found), strings.Join(found, ", "))
}

// Unwrap makes an AmbiguousNameError an ErrConflict.
func (e *AmbiguousNameError) Unwrap() error { return ErrConflict }

// findAmong is FindEntity among entities of some kinds; 0 is all.
func (v *View) findAmong(ctx context.Context, ref EntityRef, kinds Kinds) (*EntityRow, error) {
	found, err := v.findAll(ctx, ref, kinds)
	if err != nil {
		return nil, err
	}
	switch len(found) {
	case 0:
		return nil, notFound("entity", ref.String())
	case 1:
		return found[0], nil
	default:
		return nil, &AmbiguousNameError{ref.String(), found}
	}
}

// String is the id, the name, or scheme and value of the identifier.
func (r EntityRef) String() string {
	if r.Identifier != nil {
		return r.Identifier.Scheme + " " + r.Identifier.Value
	}
	return cmp.Or(string(r.ID), r.Name)
}

func (r EntityRef) check() error {
	given := 0
	for _, is := range []bool{r.ID != "", r.Name != "", r.Identifier != nil} {
		if is {
			given++
		}
	}
	if given != 1 {
		return Invalid("entity", r.String(), "exactly one of id, name and identifier")
	}
	return nil
}

// findAll gives every entity that a reference names, in order of id. Names and identifiers on file count, whenever they became public:
// they say whom the asker means. Of a name those that bear it strongest are meant: as caption or preferred name, else as a name that is
// not weak, else at all.
func (v *View) findAll(ctx context.Context, ref EntityRef, kinds Kinds) ([]*EntityRow, error) {
	if err := ref.check(); err != nil {
		return nil, err
	}
	if ref.ID != "" {
		rows, err := v.Entities(ctx, []EntityID{ref.ID})
		return present(rows[ref.ID]), err
	}
	rows, marks, err := v.base().holding(ctx, ref, kinds)
	if err != nil {
		return nil, err
	}
	var tiers [3][]EntityID
	for _, id := range sortedIDs(rows) {
		if tier, ok := ref.borneBy(rows[id], marks[id]); ok {
			tiers[tier] = append(tiers[tier], id)
		}
	}
	best := slices.IndexFunc(tiers[:], func(ids []EntityID) bool { return len(ids) > 0 })
	if best < 0 {
		return nil, nil
	}
	if v.PublicAt != nil {
		if rows, err = v.Entities(ctx, tiers[best]); err != nil {
			return nil, err
		}
	}
	var found []*EntityRow
	for _, id := range tiers[best] {
		found = append(found, rows[id])
	}
	return found, nil
}

// holding gives the entities that hold the term of a name or identifier, with their names and identifiers. Terms fold away more than
// a reference may; see [EntityRef.borneBy].
func (v *View) holding(
	ctx context.Context, ref EntityRef, kinds Kinds,
) (map[EntityID]*EntityRow, map[EntityID][]*ClaimRow, error) {
	term := termOf(wholeTerm, text.Key(ref.Name))
	if ref.Identifier != nil {
		term = identifierKey(ref.Identifier.Value)
	}
	hits, err := v.Search(ctx, TermQuery{Target: EntityTerms, Kinds: kinds, Sets: []TermSet{{[]Term{term}, 1}}, Limit: maxHits})
	if err != nil {
		return nil, nil, err
	}
	if hits.Cut {
		return nil, nil, tooMany(fmt.Sprintf("entities named %q", ref), maxHits)
	}
	return v.marked(ctx, asIDs[EntityID](hits.IDs))
}

// borneBy says how strongly an entity bears the name or identifier; 0 is strongest.
func (r EntityRef) borneBy(row *EntityRow, marks []*ClaimRow) (int, bool) {
	if r.Identifier != nil {
		return 0, slices.ContainsFunc(marks, func(c *ClaimRow) bool {
			mark, ok := c.Value.(Identifier)
			return ok && strings.EqualFold(mark.Scheme, r.Identifier.Scheme) && identifierKey(mark.Value) == identifierKey(r.Identifier.Value)
		})
	}
	key := text.Key(r.Name)
	if text.Key(row.Caption) == key || text.Key(row.State.Name) == key {
		return 0, true
	}
	best, found := 0, false
	for _, c := range marks {
		name, ok := c.Value.(Name)
		if !ok || text.Key(name.Text) != key {
			continue
		}
		tier := 1
		if name.Strength == WeakName {
			tier = 2
		}
		if !found || tier < best {
			best, found = tier, true
		}
	}
	return best, found
}

// marked gives entities with their standing NAME and IDENTIFIER claims.
func (v *View) marked(ctx context.Context, ids []EntityID) (map[EntityID]*EntityRow, map[EntityID][]*ClaimRow, error) {
	ids = sortedSet(ids)
	rows, err := readSome(ctx, v, ids, entitiesByID)
	if err != nil || len(ids) == 0 {
		return nil, nil, err
	}
	lists, err := v.ListClaims(ctx, ClaimQuery{
		Owners: asStrings(ids), Role: AsSubject, Predicates: []string{namePredicate, identifierPredicate},
	})
	if err != nil {
		return nil, nil, err
	}
	marks := map[EntityID][]*ClaimRow{}
	for i, id := range ids {
		for _, c := range lists[i] {
			if c.State.stands() {
				marks[id] = append(marks[id], c)
			}
		}
	}
	return rows, marks, nil
}

// maxHits is the most that a search gives.
const maxHits = 1000

func asIDs[K ~string](in []string) []K {
	out := make([]K, len(in))
	for i, s := range in {
		out[i] = K(s)
	}
	return out
}

// tooMany is the error for more than may be read.
func tooMany(what string, limit int) error {
	return fmt.Errorf("%s: more than %d: %w", what, limit, ErrTooLarge)
}
