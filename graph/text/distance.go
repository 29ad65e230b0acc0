package text

// Distance is the number of single code points to insert, delete or replace and of neighbours to swap that
// turn a into b, no place being edited twice (optimal string alignment, the restricted distance of Damerau and
// Levenshtein). What exceeds limit is returned as limit + 1, found in time len × limit.
func Distance(a, b string, limit int) int {
	if limit < 0 {
		return limit + 1
	}
	t := newAligner([]rune(a), []rune(b), limit)
	if distance(len(t.a), len(t.b)) > limit {
		return limit + 1
	}
	for i := 1; i <= len(t.a); i++ {
		if t.row(i) > limit {
			return limit + 1
		}
	}
	return min(t.last[len(t.b)], limit+1)
}

// aligner holds the last rows of the table of distances between prefixes of a and b.
type aligner struct {
	a, b              []rune
	limit             int
	older, last, next []int
}

func newAligner(a, b []rune, limit int) *aligner {
	t := &aligner{a: a, b: b, limit: limit}
	t.older, t.last, t.next = make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range t.last {
		t.last[j] = min(j, limit+1)
	}
	return t
}

// row fills the row of the first i code points of a near the diagonal and returns its least entry.
func (t *aligner) row(i int) int {
	from, to := max(1, i-t.limit), min(len(t.b), i+t.limit)
	t.next[from-1] = t.limit + 1
	if from == 1 {
		t.next[0] = min(i, t.limit+1)
	}
	least := t.next[from-1]
	for j := from; j <= to; j++ {
		t.next[j] = min(t.cell(i, j), t.limit+1)
		least = min(least, t.next[j])
	}
	if to < len(t.b) {
		t.next[to+1] = t.limit + 1
	}
	t.older, t.last, t.next = t.last, t.next, t.older
	return least
}

func (t *aligner) cell(i, j int) int {
	cost := 1
	if t.a[i-1] == t.b[j-1] {
		cost = 0
	}
	d := min(t.last[j]+1, t.next[j-1]+1, t.last[j-1]+cost)
	if i > 1 && j > 1 && t.a[i-1] == t.b[j-2] && t.a[i-2] == t.b[j-1] {
		d = min(d, t.older[j-2]+1)
	}
	return d
}
