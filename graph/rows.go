package graph

import "context"

// Keys name rows of several kinds, and the owners of the lists from which standings are derived.
type Keys struct {
	Entities   []EntityID
	Claims     []ClaimID
	Assertions []AssertionID
	Documents  []DocumentID
	Layers     []LayerID
	Bodies     []EntityID    // whose competence is wanted
	About      []ClaimID     // about which assertions are wanted
	Targets    []AssertionID // at which the assertions wanted aim
	Judged     []string      // what the judgements wanted name
	Edges      *ExpandQuery  // a page of edges for each entity of a frontier
}

// Rows are rows of several kinds, and lists as a ClaimReader gives them.
type Rows struct {
	// Of are the keys that were looked up: those asked for, and perhaps what will be asked for next. A row that is missing is not on
	// file, a list that is missing is longer than LongList.
	Of Keys

	Entities   map[EntityID]*EntityRow
	Claims     map[ClaimID]*ClaimRow
	Assertions map[AssertionID]*AssertionRow
	Documents  map[DocumentID]*DocumentRow
	Layers     map[LayerID]*Layer
	Competence map[EntityID][]Competence
	About      map[ClaimID][]*AssertionRow
	Targets    map[AssertionID][]*AssertionRow
	Judged     map[string][]*JudgementRow
	Edges      [][]Edge // aligned with the frontier
}

// LongList is how many elements a list of Rows has at most.
const LongList = 1000

// RowReader is what a Reader may be besides, where rows of several kinds at once cost less than kind by kind. It is no part of Reader,
// so that who embeds one to change what it gives does not let rows pass unchanged.
type RowReader interface {
	// Rows gives what the methods of a Reader give for each kind.
	Rows(ctx context.Context, keys Keys) (*Rows, error)
}

// ReadRows reads rows at once where the reader can, else kind by kind.
func ReadRows(ctx context.Context, r Reader, keys Keys) (*Rows, error) {
	if atOnce, ok := r.(RowReader); ok {
		return atOnce.Rows(ctx, keys)
	}
	return ReadKinds(ctx, r, keys)
}

// ReadKinds reads rows kind by kind.
func ReadKinds(ctx context.Context, r Reader, keys Keys) (*Rows, error) {
	rows := &Rows{Of: keys}
	for _, read := range []func() error{
		func() error { return readKind(ctx, &rows.Entities, keys.Entities, r.Entities) },
		func() error { return readKind(ctx, &rows.Claims, keys.Claims, r.Claims) },
		func() error { return readKind(ctx, &rows.Assertions, keys.Assertions, r.Assertions) },
		func() error { return readKind(ctx, &rows.Documents, keys.Documents, r.Documents) },
		func() error { return readKind(ctx, &rows.Layers, keys.Layers, r.Layers) },
		func() error { return readKind(ctx, &rows.Competence, keys.Bodies, r.Competence) },
		func() error { return readKind(ctx, &rows.About, keys.About, listsOf[ClaimID](r, AboutClaim)) },
		func() error { return readKind(ctx, &rows.Targets, keys.Targets, listsOf[AssertionID](r, AtTarget)) },
		func() error { return readKind(ctx, &rows.Judged, keys.Judged, judgementsOf(r)) },
		func() (err error) { rows.Edges, err = ReadEdges(ctx, r, keys.Edges); return err },
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

func readKind[K ~string, V any](
	ctx context.Context, rows *map[K]V, ids []K, read func(context.Context, []K) (map[K]V, error),
) (err error) {
	if len(ids) > 0 {
		*rows, err = read(ctx, ids)
	}
	return err
}

func listsOf[K ~string](r Reader, role AssertionRole) func(context.Context, []K) (map[K][]*AssertionRow, error) {
	return func(ctx context.Context, owners []K) (map[K][]*AssertionRow, error) {
		lists, err := r.ListAssertions(ctx, AssertionQuery{Owners: asStrings(owners), Role: role, Limit: LongList + 1})
		return byOwner(owners, lists), err
	}
}

func judgementsOf(r Reader) func(context.Context, []string) (map[string][]*JudgementRow, error) {
	return func(ctx context.Context, owners []string) (map[string][]*JudgementRow, error) {
		lists, err := r.ListJudgements(ctx, owners)
		return byOwner(owners, lists), err
	}
}

// ReadEdges collects the edges that a query gives for each entity of its frontier; without a query it reads nothing.
func ReadEdges(ctx context.Context, r Expander, q *ExpandQuery) ([][]Edge, error) {
	if q == nil {
		return nil, nil
	}
	lists := make([][]Edge, len(q.Frontier))
	for e, err := range r.Expand(ctx, *q) {
		if err != nil {
			return nil, err
		}
		lists[e.Position] = append(lists[e.Position], e)
	}
	return lists, nil
}

// byOwner leaves long lists out.
func byOwner[K ~string, V any](owners []K, lists [][]V) map[K][]V {
	out := make(map[K][]V, len(lists))
	for i, list := range lists {
		if len(list) <= LongList {
			out[owners[i]] = list
		}
	}
	return out
}

// EntitiesOnly says whether nothing but entities is asked for by key.
func (k *Keys) EntitiesOnly() bool {
	return len(k.Claims)+len(k.Assertions)+len(k.Documents)+len(k.Layers)+len(k.Bodies)+len(k.About)+len(k.Targets)+len(k.Judged) == 0
}

func (k *Keys) add(more *Keys) {
	k.Entities = append(k.Entities, more.Entities...)
	k.Claims = append(k.Claims, more.Claims...)
	k.Assertions = append(k.Assertions, more.Assertions...)
	k.Documents = append(k.Documents, more.Documents...)
	k.Layers = append(k.Layers, more.Layers...)
	k.Bodies = append(k.Bodies, more.Bodies...)
	k.About = append(k.About, more.About...)
	k.Targets = append(k.Targets, more.Targets...)
	k.Judged = append(k.Judged, more.Judged...)
}
