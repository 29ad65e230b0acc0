package embedded

import (
	"context"
	"encoding/hex"
	"maps"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/turn"
)

// tx is one write in progress: a transaction that writes one revision, or more of it.
type tx struct {
	*writer
	store *Store

	rev    int64
	counts counts
	logged *logged
	// entries of the change log, not yet in order.
	entries []entry
	// restated are the keys of entities whose state changed.
	restated []int64
}

// counts are how many records of each kind a write adds; of states how many stretches are known more, or fewer.
type counts map[graph.RecordKind]int

// begin prepares the transaction for records of a revision.
func (t *tx) begin(rev graph.Revision, seen *logged) {
	t.rev, t.counts, t.logged = int64(rev), counts{}, seen
}

// reader reads what is on file, this write's own rows among it.
func (t *tx) reader() *reader {
	return &reader{Reading: turn.NewReading(nil), store: t.store, source: t, rev: t.rev}
}

// insert writes one row and gives its key.
func (t *tx) insert(ctx context.Context, text string, args ...any) (int64, error) {
	result, err := t.exec(ctx, text, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// insertNew is insert for a statement that does nothing where the row is on file: then fresh is false.
func (t *tx) insertNew(ctx context.Context, text string, args ...any) (key int64, fresh bool, err error) {
	result, err := t.exec(ctx, text, args...)
	if err != nil {
		return 0, false, err
	}
	n, err := result.RowsAffected()
	if err != nil || n == 0 {
		return 0, false, err
	}
	key, err = result.LastInsertId()
	return key, true, err
}

// run executes a statement for its effect.
func (t *tx) run(ctx context.Context, text string, args ...any) error {
	_, err := t.exec(ctx, text, args...)
	return err
}

// word gives the key of a small text, which it adds to the dictionary if need be.
func (t *tx) word(ctx context.Context, text string) (int64, error) {
	if key, ok := t.store.words.key(text); ok {
		return key, nil
	}
	key := t.store.words.add(text)
	return key, t.run(ctx, "INSERT INTO word (id, text) VALUES (?, ?)", key, text)
}

// wordList is word for several texts.
func (t *tx) wordList(ctx context.Context, texts ...string) ([]int64, error) {
	keys := make([]int64, len(texts))
	for i, text := range texts {
		var err error
		if keys[i], err = t.word(ctx, text); err != nil {
			return nil, err
		}
	}
	return keys, nil
}

// plus adds up two counts.
func (c counts) plus(more counts) counts {
	sum := counts{}
	maps.Copy(sum, c)
	for kind, n := range more {
		sum[kind] += n
	}
	return sum
}

func hexOf[S ~string](s S) string { return hex.EncodeToString([]byte(s)) }
