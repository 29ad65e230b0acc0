package graph

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestReadKeysOfNumbersCompareAsTheNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "b")
		assert.Equal(t, cmp.Compare(a, b), cmp.Compare(intKey(a), intKey(b)))
		assert.Equal(t, cmp.Compare(b, a), cmp.Compare(downKey(a), downKey(b)))
		assert.Equal(t, a, keyInt(intKey(a)))
		assert.Equal(t, a, ^keyInt(downKey(a)))
	})
}

func TestReadKeysOfDaysAreReadBack(t *testing.T) {
	for _, d := range []Day{MinDay, -1, 0, 1, 19_000, MaxDay} {
		assert.Equal(t, d, dayOfKey(intKey(d)))
	}
	assert.Equal(t, Day(0), dayOfKey("no key"))
	assert.Equal(t, MaxDay, dayOfKey(intKey(int64(1)<<40)))
}

// numberNode is a node of a list of numbers.
type numberNode int

func (n numberNode) Key() string { return strconv.Itoa(int(n)) }

func TestReadPagesOneAfterAnotherAreTheWholeList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfDistinct(rapid.IntRange(-50, 50), func(n int) int { return n }).Draw(t, "numbers")
		first := rapid.IntRange(1, 7).Draw(t, "first")
		list := placed{order: "numbers"}
		for _, n := range numbers {
			list.rows = append(list.rows, keyed{numberNode(n), []string{intKey(n)}})
		}
		var got []int
		args := PageArgs{First: first, Total: true}
		for {
			page := args.page(placed{list.order, slices.Clone(list.rows), nil, false})
			require.Equal(t, len(numbers), *page.Total)
			require.LessOrEqual(t, len(page.Rows), first)
			for _, row := range page.Rows {
				n, _ := row.Node.(numberNode)
				got = append(got, int(n))
			}
			if !page.More {
				break
			}
			args.After = &page.Rows[len(page.Rows)-1].Cursor
		}
		slices.Sort(numbers)
		assert.Equal(t, numbers, append([]int{}, got...))
	})
}

func TestReadPageSaysThatItWasCutOnlyWhereRowsMayBeMissing(t *testing.T) {
	list := func() placed {
		p := placed{order: "numbers", cut: &Cut{AnswerLimit, 4}}
		for n := range 4 {
			p.rows = append(p.rows, keyed{numberNode(n), []string{intKey(n)}})
		}
		return p
	}
	for name, c := range map[string]struct {
		args     PageArgs
		resorted bool
		cut      bool
	}{
		"a full page before the cut":           {PageArgs{First: 2}, false, false},
		"the last page":                        {PageArgs{First: 4}, false, true},
		"a total that would have to know more": {PageArgs{First: 2, Total: true}, false, true},
		"a full page in another order":         {PageArgs{First: 2}, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			rows := list()
			rows.resorted = c.resorted
			page := c.args.page(rows)
			assert.Equal(t, c.cut, page.Cut != nil)
			assert.Nil(t, page.Total)
		})
	}
}

func TestReadPageRefusesWhatCannotBe(t *testing.T) {
	for name, args := range map[string]PageArgs{
		"a negative length":         {First: -1},
		"a cursor of another order": {First: 1, After: &Cursor{Order: "letters", Keys: []string{"a"}}},
		"a cursor of another shape": {First: 1, After: &Cursor{Order: "numbers", Keys: []string{"a", "b"}}},
	} {
		t.Run(name, func(t *testing.T) { assert.ErrorIs(t, args.check("numbers", 1), ErrInvalid) })
	}
	args := PageArgs{First: 0, After: &Cursor{Order: "numbers", Keys: []string{"a"}}}
	assert.NoError(t, args.check("numbers", 1))
}

func TestReadOrdersOfDifferentFiltersHaveDifferentNames(t *testing.T) {
	yes, no := true, false
	filters := []any{
		ClaimFilter{},
		ClaimFilter{Contested: &yes},
		ClaimFilter{Contested: &no},
		ClaimFilter{Predicates: []string{"OWNS"}},
		ClaimFilter{Predicates: []string{"OWNS", "CONTROLS"}},
		TieFilter{Direction: In},
		[]string{"en"},
	}
	seen := map[string]bool{}
	for _, f := range filters {
		name := orderOf("list", f)
		assert.False(t, seen[name], "%v", f)
		seen[name] = true
	}
	again := true
	assert.Equal(t, orderOf("list", ClaimFilter{Contested: &yes}), orderOf("list", ClaimFilter{Contested: &again}))
}

func TestReadScanLimitsShrinkWithTheNumberOfParents(t *testing.T) {
	assert.Equal(t, maxScanned, scanLimit(0))
	assert.Equal(t, maxScanned, scanLimit(5))
	assert.Equal(t, 1_000, scanLimit(50))
	assert.Equal(t, leastScan, scanLimit(100_000))
	rows, cut := shorten([]int{1, 2, 3}, 3)
	assert.Len(t, rows, 3)
	assert.Nil(t, cut)
	rows, cut = shorten([]int{1, 2, 3}, 2)
	assert.Equal(t, []int{1, 2}, rows)
	assert.Equal(t, &Cut{AnswerLimit, 2}, cut)
}

func TestReadRelationsTakeOnlyTheirOwnParents(t *testing.T) {
	relation := held(func(n numberNode) []numberNode { return []numberNode{n, n + 1} })
	pages, err := relation(context.Background(), nil, []Node{numberNode(1), &EntityRow{}, numberNode(5)})
	require.NoError(t, err)
	require.Len(t, pages, 3)
	assert.Equal(t, []Row{{Node: numberNode(1)}, {Node: numberNode(2)}}, pages[0].Rows)
	assert.Empty(t, pages[1].Rows)
	assert.Equal(t, []Row{{Node: numberNode(5)}, {Node: numberNode(6)}}, pages[2].Rows)
}

func TestReadSomeAsksForEachIDOnceAndForNoEmptyOne(t *testing.T) {
	var asked [][]EntityID
	read := func(_ context.Context, _ *View, ids []EntityID) (map[EntityID]int, error) {
		asked = append(asked, ids)
		return map[EntityID]int{}, nil
	}
	_, err := readSome(context.Background(), nil, []EntityID{"b", "", "a", "b"}, read)
	require.NoError(t, err)
	_, err = readSome(context.Background(), nil, []EntityID{"", ""}, read)
	require.NoError(t, err)
	assert.Equal(t, [][]EntityID{{"a", "b"}}, asked)
}
