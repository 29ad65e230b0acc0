package graph

import (
	"context"
	"slices"
	"strings"
)

// EntityAnchor gives the document by which an unnamed entity or a group is known.
func EntityAnchor() Relation {
	return toOne(func(e *EntityRow) DocumentID { return e.Anchor }, documentsByID)
}

// EntityNames gives the NAME claims of an entity, strongest first as the preferred name is chosen; without languages in all of them.
func EntityNames(languages []string, a PageArgs) Relation {
	return readMarks(markRead{
		predicate: namePredicate, order: orderOf("names", languages), keyCount: 4,
		keep: func(c *ClaimRow) bool {
			return len(languages) == 0 || slices.ContainsFunc(languages, func(l string) bool { return strings.EqualFold(l, nameOf(c).Language) })
		},
		keys: func(e *EntityRow, c *ClaimRow) []string {
			name := nameOf(c)
			return []string{
				downKey(c.State.strength()), intKey(slices.Index(nameStrengths(), name.Strength)),
				intKey(unequal(name.Text, e.Caption)), string(c.ID),
			}
		},
	}, a)
}

// EntityIdentifiers gives the IDENTIFIER claims of an entity, in order of scheme, then value; without schemes of all of them.
func EntityIdentifiers(schemes []string, a PageArgs) Relation {
	mark := func(c *ClaimRow) Identifier {
		id, _ := c.Value.(Identifier)
		return id
	}
	return readMarks(markRead{
		predicate: identifierPredicate, order: orderOf("identifiers", schemes), keyCount: 3,
		keep: func(c *ClaimRow) bool {
			return len(schemes) == 0 || slices.ContainsFunc(schemes, func(s string) bool { return strings.EqualFold(s, mark(c).Scheme) })
		},
		keys: func(_ *EntityRow, c *ClaimRow) []string { return []string{mark(c).Scheme, mark(c).Value, string(c.ID)} },
	}, a)
}

// markRead is one reading of an entity's claims of one predicate in an order of their values.
type markRead struct {
	predicate string
	order     string
	keyCount  int
	keep      func(*ClaimRow) bool
	keys      func(*EntityRow, *ClaimRow) []string
}

func readMarks(r markRead, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		if err := a.check(r.order, r.keyCount); err != nil {
			return nil, err
		}
		limit := scanLimit(len(parents))
		lists, err := v.ListClaims(ctx, ClaimQuery{
			Owners: asStrings(idsOf(parents)), Role: AsSubject, Predicates: []string{r.predicate}, At: v.At, Limit: limit + 1,
		})
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, e := range parents {
			claims, cut := shorten(lists[i], limit)
			var rows []keyed
			for _, c := range claims {
				if r.keep(c) {
					rows = append(rows, keyed{c, r.keys(e, c)})
				}
			}
			pages[i] = a.page(placed{r.order, rows, cut, true})
		}
		return pages, nil
	})
}
