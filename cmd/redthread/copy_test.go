package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// acme is a store in memory with two revisions.
func acme(t *testing.T) graph.Store {
	t.Helper()
	store := memory(t)
	require.NoError(t, newWorld().loadPack(t.Context(), newService(store), os.DirFS("testdata/acme"), "pack.yaml"))
	write(t, store, "second")
	return store
}

func write(t *testing.T, store graph.Store, id graph.OperationID) {
	t.Helper()
	draft := graph.Draft{Entities: []graph.Entity{{ID: graph.EntityID("ent_" + id), Kind: graph.Company, Caption: "Another"}}}
	_, err := newService(store).Write(t.Context(), id, draft)
	require.NoError(t, err)
}

func exported(t *testing.T, store graph.Store) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, newService(store).Export(t.Context(), &out))
	return out.String()
}

// noneLeft makes the folder for temporary files, and demands at the end that it is empty.
func noneLeft(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Cleanup(func() {
		left, err := filepath.Glob(filepath.Join(folder, "redthread-copy-*"))
		require.NoError(t, err)
		assert.Empty(t, left)
	})
}

func TestCopyIsByteForByte(t *testing.T) {
	noneLeft(t)
	source, target := acme(t), memory(t)
	w := newWorld()
	require.NoError(t, w.copyInto(t.Context(), newService(source), newService(target)))
	assert.Regexp(t, `^copied up to revision 2; both exports have the SHA-256 [0-9a-f]{64}\n$`, w.out.String())
	assert.Empty(t, w.err.String())
	assert.Equal(t, exported(t, source), exported(t, target))

	again := newWorld()
	require.NoError(t, again.copyInto(t.Context(), newService(source), newService(target)), "begun again after it was done")
	assert.Equal(t, "already "+w.out.String(), again.out.String())
}

func TestCopyOfNothing(t *testing.T) {
	noneLeft(t)
	w := newWorld()
	target := memory(t)
	err := w.copyInto(t.Context(), newService(memory(t)), newService(target))
	require.NoError(t, err)
	assert.Contains(t, w.out.String(), "copied up to revision 0; ")
}

func TestCopyIntoAnotherHistory(t *testing.T) {
	noneLeft(t)
	target := memory(t)
	write(t, target, "own")
	before := exported(t, target)
	err := newWorld().copyInto(t.Context(), newService(acme(t)), newService(target))
	require.ErrorIs(t, err, graph.ErrConflict)
	require.EqualError(t, err, "the target is no copy of the source: it holds another history, of revision 1: give an empty store: conflict")
	assert.Equal(t, before, exported(t, target), "nothing is changed")
}

// brokenStore changes what it is asked to keep, or keeps nothing.
type brokenStore struct {
	graph.Store
	history func([]graph.Entry) []graph.Entry
	publish error
}

func (s brokenStore) History(ctx context.Context, after graph.ChangePosition, limit int) ([]graph.Entry, error) {
	page, err := s.Store.History(ctx, after, limit)
	return s.history(page), err
}

func (s brokenStore) Publish(ctx context.Context, op graph.Operation) (graph.Revision, error) {
	if s.publish != nil {
		return 0, s.publish
	}
	return s.Store.Publish(ctx, op)
}

func whole(page []graph.Entry) []graph.Entry { return page }

func TestCopyThatDiffersIsNoticed(t *testing.T) {
	noneLeft(t)
	target := brokenStore{Store: memory(t), history: func(page []graph.Entry) []graph.Entry { return page[:len(page)-1] }}
	w := newWorld()
	err := w.copyInto(t.Context(), newService(acme(t)), newService(target))
	require.ErrorIs(t, err, errNoCopy)
	require.ErrorContains(t, err, "report this, and do not use the target")
	assert.Empty(t, w.out.String())
}

func TestCopyThatBreaksOffSaysHowToGoOn(t *testing.T) {
	tests := []struct {
		failure error
		want    string
	}{
		{errDown, "nothing of the copy is visible; start the same command again: import: nothing listens"},
		{errBusy, "another load into the target is open; if no process is at it any more, start the same command again in a minute: import: "},
		{graph.ErrInvalid, "import: invalid"},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			noneLeft(t)
			source, target := acme(t), memory(t)
			broken := brokenStore{Store: target, history: whole, publish: test.failure}
			err := newWorld().copyInto(t.Context(), newService(source), newService(broken))
			require.ErrorIs(t, err, test.failure)
			require.ErrorContains(t, err, test.want)

			require.NoError(t, newWorld().copyInto(t.Context(), newService(source), newService(target)), "begun again")
			assert.Equal(t, exported(t, source), exported(t, target))
		})
	}
}

func TestCopyThatIsInterrupted(t *testing.T) {
	noneLeft(t)
	ctx, cancel := context.WithCancel(t.Context())
	source, target := acme(t), memory(t)
	calls := 0
	stopping := brokenStore{Store: source, history: func(page []graph.Entry) []graph.Entry {
		if calls++; calls == 1 {
			cancel() // after the export
		}
		return page
	}}
	require.ErrorIs(t, newWorld().copyInto(ctx, newService(stopping), newService(target)), context.Canceled)
	info, err := target.Info(t.Context())
	require.NoError(t, err)
	assert.Zero(t, info.Revision)
	assert.Nil(t, info.Open)
}

// TestCopyDropsWhatWasKilled leaves a load behind, as a killed process does whose source has gone on since.
func TestCopyDropsWhatWasKilled(t *testing.T) {
	for id, dropped := range map[graph.OperationID]bool{"import:0a1b": true, "bulk": false} {
		t.Run(string(id), func(t *testing.T) {
			target := memory(t)
			op := graph.Operation{ID: id, Digest: [32]byte{1}}
			entity := &graph.Entity{ID: "ent_x", Kind: graph.Company, Caption: "X"}
			_, err := target.Load(t.Context(), op, graph.Stamp{}, func(yield func(graph.Record, error) bool) { yield(entity, nil) })
			require.NoError(t, err)
			require.NoError(t, dropImport(t.Context(), target))
			info, err := target.Info(t.Context())
			require.NoError(t, err)
			assert.Equal(t, dropped, info.Open == nil)
		})
	}
}

func TestCopySaysThatTheSourceWentOn(t *testing.T) {
	noneLeft(t)
	source := acme(t)
	written := false
	busy := brokenStore{Store: source, history: func(page []graph.Entry) []graph.Entry {
		if !written {
			written = true
			write(t, source, "third")
		}
		return page
	}}
	w := newWorld()
	require.NoError(t, w.copyInto(t.Context(), newService(busy), newService(memory(t))))
	assert.Contains(t, w.out.String(), "copied up to revision 2; ")
	assert.Contains(t, w.out.String(), "\nthe source has gone on to revision 3 meanwhile\n")
}

func TestCopyWithoutRoomSaysSo(t *testing.T) {
	source, target := acme(t), memory(t)
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing"))
	err := newWorld().copyInto(t.Context(), newService(source), newService(target))
	require.ErrorIs(t, err, os.ErrNotExist)
	require.ErrorContains(t, err, "no temporary file can be made, TMPDIR says where: ")
}

func TestLineCounter(t *testing.T) {
	w := newWorld()
	c := &lineCounter{bar: &progress{p: w.program, what: "exporting", on: true}, of: 2}
	for _, part := range []string{"{}\n{", "}\n", "{}\n"} {
		n, err := fmt.Fprint(c, part)
		require.NoError(t, err)
		assert.Len(t, part, n)
	}
	assert.Equal(t, 3, c.done)
	assert.Equal(t, "\rexporting: 1 of 2 (50 %) ", w.err.String())
}
