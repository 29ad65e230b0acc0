package graph

import (
	"cmp"
	"context"
	"slices"
)

// readMerged makes one page of the claims of all owners. Where a list was cut, the others are read no further than it was, and reading
// goes on from there until the page is full; a page that the bound on all reading leaves unfinished says that it was cut.
func (v *View) readMerged(ctx context.Context, r *claimRead, a PageArgs) (Page, error) {
	var found []keyed
	after, bound := r.start(&a), (*Cut)(nil)
	for read := 0; ; {
		lists, cuts, err := v.candidates(ctx, r, &a, after)
		if err != nil {
			return Page{}, err
		}
		for _, rows := range lists {
			read += len(rows)
		}
		horizon, cut := horizonOf(lists, cuts)
		rows := mergeClaims(lists, horizon)
		test, err := v.claimTest(ctx, r, [][]*ClaimRow{rows})
		if err != nil {
			return Page{}, err
		}
		found = append(found, r.placed(rows, test)...)
		if bound = cut; cut == nil || !a.Total && len(found) > a.First || read >= maxScanned {
			break
		}
		after = horizon
	}
	page := a.page(placed{r.order, found, bound, false})
	page.More = page.More || page.Cut != nil && len(page.Rows) > 0
	return page, nil
}

// horizonOf is the smallest last place of the lists that were cut, and what cut the list; nil when none was.
func horizonOf(lists [][]*ClaimRow, cuts []*Cut) (*ClaimKey, *Cut) {
	var horizon *ClaimKey
	var by *Cut
	for i, cut := range cuts {
		if cut == nil {
			continue
		}
		if last := lists[i][len(lists[i])-1].key(); horizon == nil || last.compare(horizon) < 0 {
			horizon, by = last, cut
		}
	}
	return horizon, by
}

func (c *ClaimRow) key() *ClaimKey { return &ClaimKey{c.Predicate, c.ID} }

func (k *ClaimKey) compare(other *ClaimKey) int {
	return cmp.Or(cmp.Compare(k.Predicate, other.Predicate), cmp.Compare(k.ID, other.ID))
}

// mergeClaims makes one list of several, each claim once, up to a place; nil: all.
func mergeClaims(lists [][]*ClaimRow, horizon *ClaimKey) []*ClaimRow {
	return slices.DeleteFunc(distinctClaims(lists), func(c *ClaimRow) bool {
		return horizon != nil && c.key().compare(horizon) > 0
	})
}
