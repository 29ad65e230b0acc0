package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// PageArgs say which page of a list to read.
type PageArgs struct {
	First int     // most rows on the page; the caller has put in its default
	After *Cursor // of the last row seen; nil: from the start
	Total bool    // whether to count the rows of all pages
}

// Bounds of what one relation reads for filters and orders that a store does not know.
const (
	maxScanned = 10_000 // rows for one parent
	maxDerived = 2_000  // claims whose assertions are read
	spreadOver = 50_000 // rows for all parents together, though never fewer than leastScan for one
	leastScan  = 500
)

// scanLimit is how many rows to read for each of n parents.
func scanLimit(n int) int { return min(maxScanned, max(leastScan, spreadOver/max(n, 1))) }

// keyed is a row with what decides its place, in the order of comparison. Texts are compared byte by byte; see intKey for numbers.
type keyed struct {
	node Node
	keys []string
}

// placed is a list of rows in their order, with what cut it.
type placed struct {
	order string // names the order and filter
	rows  []keyed
	cut   *Cut
	// resorted says that the rows were read in another order, so that a cut may have left out any of them.
	resorted bool
}

// orderOf names an order together with its filter, so that a cursor of another one is told.
func orderOf(name string, filter any) string {
	data, err := json.Marshal(filter)
	if err != nil {
		data = fmt.Append(nil, filter)
	}
	sum := sha256.Sum256(data)
	return name + "#" + hex.EncodeToString(sum[:6])
}

// check fails for a page that cannot be: a negative length, or a cursor of another order or filter.
func (a *PageArgs) check(order string, keys int) error {
	if a.First < 0 {
		return Invalid("first", strconv.Itoa(a.First), "0 or more")
	}
	if a.After != nil && (a.After.Order != order || len(a.After.Keys) != keys) {
		return Invalid("after", a.After.Order, "a cursor of the same list, order and filter: "+order)
	}
	return nil
}

// page sorts the rows and cuts the page out. A list that was cut short is said to be so only where that can be seen: when rows may be
// missing from the page or from the total.
func (a *PageArgs) page(p placed) Page {
	slices.SortStableFunc(p.rows, func(x, y keyed) int { return slices.Compare(x.keys, y.keys) })
	var page Page
	if a.Total && p.cut == nil {
		total := len(p.rows)
		page.Total = &total
	}
	for _, row := range p.rows {
		if a.After != nil && slices.Compare(row.keys, a.After.Keys) <= 0 {
			continue
		}
		if len(page.Rows) == a.First {
			page.More = true
			break
		}
		page.Rows = append(page.Rows, Row{row.node, Cursor{p.order, row.keys}})
	}
	if !page.More || a.Total || p.resorted {
		page.Cut = p.cut
	}
	return page
}

// storeLimit is how many rows a store should give for one parent when it knows filter and order: one more than the page, and all
// when they are to be counted.
func (a *PageArgs) storeLimit(parents int) int {
	if a.Total {
		return scanLimit(parents) + 1
	}
	return a.First + 1
}

// shorten cuts a list that was read with a limit of one more than allowed.
func shorten[T any](rows []T, limit int) ([]T, *Cut) {
	if len(rows) <= limit {
		return rows, nil
	}
	return rows[:limit], &Cut{Reason: AnswerLimit, Limit: limit}
}

// firstCut is the first of some cuts; nil when nothing was cut.
func firstCut(cuts []*Cut) *Cut {
	if i := slices.IndexFunc(cuts, func(c *Cut) bool { return c != nil }); i >= 0 {
		return cuts[i]
	}
	return nil
}

// listPage makes a page of all nodes of a plain list.
func listPage[N Node](nodes []N) Page {
	var page Page
	for _, n := range nodes {
		page.Rows = append(page.Rows, Row{Node: n})
	}
	return page
}

// intKey writes a number so that texts compare as the numbers do.
func intKey[N ~int | ~int32 | ~int64](n N) string {
	var big [8]byte
	binary.BigEndian.PutUint64(big[:], uint64(int64(n))^1<<63)
	return hex.EncodeToString(big[:])
}

// downKey is intKey the other way round: greater numbers first.
func downKey[N ~int | ~int32 | ~int64](n N) string { return intKey(^int64(n)) }

// keyInt reads what intKey wrote; what is none reads as 0.
func keyInt(key string) int64 {
	u, err := strconv.ParseUint(key, 16, 64)
	if err != nil {
		return 0
	}
	return int64(u ^ 1<<63)
}

func dayOfKey(key string) Day { return Day(min(max(keyInt(key), int64(MinDay)), int64(MaxDay))) }
