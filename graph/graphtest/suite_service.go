package graphtest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// serviceChecks are about what the Service promises of a store that is written by others meanwhile.
func serviceChecks() []check {
	return []check{
		{"service/an export beside writes holds whole revisions", checkExportBesideWrites},
		{"service/nobody writes while an import derives", checkImportHolds},
		{"service/nobody writes while a load derives", checkLoadHolds},
	}
}

// drafted is a draft of so many companies, named after the draft.
func drafted(name string, n int) graph.Draft {
	var d graph.Draft
	for i := range n {
		id := graph.EntityID(fmt.Sprintf("ent_%s-%03d", name, i))
		d.Entities = append(d.Entities, graph.Entity{ID: id, Kind: graph.Company, Caption: "Company " + name})
	}
	return d
}

func writeDraft(k *kit, s *graph.Service, name string, n int) {
	k.Helper()
	ok(s.Write(k.Context(), graph.OperationID(name), drafted(name, n)))(k)
}

func exported(k *kit) string {
	k.Helper()
	var out bytes.Buffer
	require.NoError(k, graph.NewService(k.store, graph.Options{}).Export(k.Context(), &out))
	return out.String()
}

// meddler is where an export goes; with each part that comes, something else is done.
type meddler struct {
	bytes.Buffer
	meddle func() error
}

func (m *meddler) Write(part []byte) (int, error) {
	if err := m.meddle(); err != nil {
		return 0, err
	}
	return m.Buffer.Write(part)
}

// checkExportBesideWrites writes a revision with each part of an export that is read: more of the history than one page holds.
func checkExportBesideWrites(k *kit) {
	const first, writes, each = 495, 12, 7
	s, written := graph.NewService(k.store, graph.Options{}), 0
	writeDraft(k, s, "first", first)
	writeDraft(k, s, "across", each) // two pages
	out := &meddler{meddle: func() error {
		if written == writes {
			return nil
		}
		written++
		name := fmt.Sprintf("beside-%02d", written)
		_, err := s.Write(k.Context(), graph.OperationID(name), drafted(name, each))
		return err
	}}
	require.NoError(k, s.Export(k.Context(), out))
	require.Equal(k, writes, written)
	sizes := revisionSizes(k, out.String())
	require.Greater(k, len(sizes), 2, "it reaches to what was published meanwhile")
	for i, size := range sizes {
		assert.Equal(k, map[bool]int{true: first, false: each}[i == 0], size, "records of revision %d", i+1)
	}
	begins, _, _ := strings.Cut(out.String(), `,"kind":"END"`)
	assert.True(k, strings.HasPrefix(exported(k), begins[:strings.LastIndex(begins, "\n")]), "the history begins like that")

	k.begin()
	got := ok(graph.NewService(k.store, graph.Options{}).Import(k.Context(), strings.NewReader(out.String()), nil))(k)
	assert.EqualValues(k, len(sizes), got.Revision)
	assert.Equal(k, out.String(), exported(k), "an import of it gives the same bytes")
}

// revisionSizes counts the records of each revision of an export.
func revisionSizes(k *kit, export string) []int {
	k.Helper()
	var sizes []int
	for line := range strings.Lines(export) {
		var of struct {
			Kind string `json:"kind"`
		}
		require.NoError(k, json.Unmarshal([]byte(line), &of))
		switch of.Kind {
		case "HEADER", "END":
		case "REVISION":
			sizes = append(sizes, 0)
		default:
			sizes[len(sizes)-1]++
		}
	}
	return sizes
}

// overtaking is a store to which others try to write once a load is to be derived.
type overtaking struct {
	graph.Store
	k     *kit
	tries int
}

func (o *overtaking) Loading(ctx context.Context, op graph.Operation) (graph.Reader, error) {
	r, err := o.Store.Loading(ctx, op)
	_, refused := o.Update(ctx, o.k.operation(), planOf(companies("late")...))
	if !errors.Is(refused, graph.ErrOverloaded) {
		o.k.Errorf("%v: others are told to come later", refused)
	}
	o.tries++
	return r, err
}

func checkImportHolds(k *kit) {
	s := graph.NewService(k.store, graph.Options{})
	writeDraft(k, s, "a", 1)
	writeDraft(k, s, "b", 1)
	export := exported(k)
	k.begin()
	o := &overtaking{Store: k.store, k: k}
	ok(graph.NewService(o, graph.Options{}).Import(k.Context(), strings.NewReader(export), nil))(k)
	assert.Equal(k, 2, o.tries, "of each revision, the first one too")
	assert.Equal(k, export, exported(k))
}

func checkLoadHolds(k *kit) {
	drafts := func(yield func(graph.Draft, error) bool) {
		_ = yield(drafted("a", 1), nil) && yield(drafted("b", 1), nil)
	}
	o := &overtaking{Store: k.store, k: k}
	ok(graph.NewService(o, graph.Options{}).Load(k.Context(), operation("load"), drafts, nil))(k)
	assert.Equal(k, 2, o.tries, "of each draft, the first one too")
	k.read(0, func(r graph.Reader) {
		assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), 2)
	})
}
