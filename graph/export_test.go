package graph_test

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// export gives the store's export: its content, or its history.
func (w *world) export(t testing.TB, content bool) string {
	t.Helper()
	var out bytes.Buffer
	if content {
		require.NoError(t, w.ExportContent(context.Background(), &out))
	} else {
		require.NoError(t, w.Export(context.Background(), &out))
	}
	return out.String()
}

// lived is a world with all kinds of records.
func lived(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged(), w.reported()}})
	w.write(t, graph.Draft{Statements: []graph.Statement{w.denied(), w.registered(), w.found()}})
	retraction := w.say("withdrawn", "acme", "OWNS", "beta", graph.Retracts, graph.PublisherVoice, "daily",
		"The Daily withdrew its report that Acme owns Beta.")
	retraction.Assertion.Target = "ast_reported"
	w.write(t, graph.Draft{Statements: []graph.Statement{retraction}})
	w.write(t, graph.Draft{})
	w.write(t, graph.Draft{Decisions: []graph.ReviewDecision{
		{Assertion: "ast_found", State: graph.Rejected, By: "Ada", Reason: "a slip"},
	}})
	w.write(t, graph.Draft{Judgements: []graph.Judgement{
		{Kind: graph.Identity, Verdict: graph.UnsureVerdict, Entities: []graph.EntityID{"ent_beta", "ent_acme"}, By: "Ada"},
	}})
	return w
}

func TestExportAndImportAreByteEqual(t *testing.T) {
	w := lived(t)
	file := w.export(t, false)
	restored := openWorld(t)
	done, err := restored.Import(context.Background(), strings.NewReader(file), nil)
	require.NoError(t, err)
	assert.Equal(t, strings.Count(file, "\n"), done.Records+int(done.Revision)+2)
	assert.Equal(t, file, restored.export(t, false))
	restored.undrifted(t)
	for _, id := range []graph.ClaimID{w.claimID(t, w.alleged()), w.claimID(t, w.registered()), w.claimID(t, w.found())} {
		assert.Equal(t, w.claim(t, id).State, restored.claim(t, id).State)
	}
}

// claimID gives the id of a statement's claim.
func (w *world) claimID(t testing.TB, st graph.Statement) graph.ClaimID {
	t.Helper()
	predicate, err := w.Vocabulary().Predicate(st.Claim.Predicate)
	require.NoError(t, err)
	return graph.NewClaim(predicate, st.Claim).ID
}

func TestContentIsEqualAfterAnyOrderOfWrites(t *testing.T) {
	orders := [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}}
	var exports []string
	for _, order := range orders {
		w := newWorld(t)
		statements := []graph.Statement{w.alleged(), w.denied(), w.registered(), w.reported()}
		for _, i := range order {
			w.write(t, graph.Draft{Statements: statements[i : i+1]})
		}
		exports = append(exports, w.export(t, true))
	}
	assert.Equal(t, exports[0], exports[1])
	assert.Equal(t, exports[0], exports[2])
}

func TestImportWantsAnEmptyStore(t *testing.T) {
	w := lived(t)
	file := w.export(t, false)
	_, err := w.Import(context.Background(), strings.NewReader(file), nil)
	require.ErrorIs(t, err, graph.ErrConflict)
	assert.Equal(t, file, w.export(t, false))
}

func TestAnEmptyStoreIsExportedAndImported(t *testing.T) {
	file, restored := openWorld(t).export(t, false), openWorld(t)
	done, err := restored.Import(context.Background(), strings.NewReader(file), nil)
	require.NoError(t, err)
	assert.Zero(t, done)
	assert.Equal(t, file, restored.export(t, false))
}

func TestImportOfContentIsRefused(t *testing.T) {
	w := lived(t)
	_, err := openWorld(t).Import(context.Background(), strings.NewReader(w.export(t, true)), nil)
	require.ErrorIs(t, err, graph.ErrInvalid)
	assert.ErrorContains(t, err, "line 1")
}

// Every way to spoil one line of an export is found, with a line's number, and leaves the store untouched.
func TestSpoiltExportIsRefused(t *testing.T) {
	file := strings.SplitAfter(strings.TrimSuffix(lived(t).export(t, false), "\n"), "\n")
	spoil := map[string]func(lines []string, i int) []string{
		"dropped":   func(l []string, i int) []string { return slices.Delete(l, i, i+1) },
		"repeated":  func(l []string, i int) []string { return slices.Insert(l, i, l[i]) },
		"reordered": func(l []string, i int) []string { j := (i + 1) % len(l); l[i], l[j] = l[j], l[i]; return l },
		"flipped": func(l []string, i int) []string {
			b := []byte(l[i])
			b[len(b)/2] ^= 1
			l[i] = string(b)
			return l
		},
	}
	for name, change := range spoil {
		for i := range file {
			t.Run(fmt.Sprintf("%s line %d", name, i+1), func(t *testing.T) {
				w := openWorld(t)
				spoilt := strings.Join(change(slices.Clone(file), i), "")
				_, err := w.Import(context.Background(), strings.NewReader(spoilt), nil)
				require.ErrorIs(t, err, graph.ErrInvalid)
				assert.Regexp(t, `line \d+|cut off`, err.Error())
				info, err := w.Info(context.Background())
				require.NoError(t, err)
				assert.Zero(t, info.Revision)
			})
		}
	}
}

// failing is a store that cannot publish.
type failing struct{ graph.Store }

func (failing) Publish(context.Context, graph.Operation) (graph.Revision, error) {
	return 0, graph.ErrUnavailable
}

// breaking is a store whose program ends at the second part of a load, before it can abandon it.
type breaking struct {
	graph.Store
	loads int
}

func (b *breaking) Load(
	ctx context.Context, op graph.Operation, at graph.Stamp, records iter.Seq2[graph.Record, error],
) (graph.Revision, error) {
	if b.loads++; b.loads > 1 {
		return 0, graph.ErrUnavailable
	}
	return b.Store.Load(ctx, op, at, records)
}

func (b *breaking) Abandon(ctx context.Context, op graph.Operation) error {
	if b.loads > 0 {
		return graph.ErrUnavailable
	}
	return b.Store.Abandon(ctx, op)
}

func TestInterruptedImportIsBegunAgain(t *testing.T) {
	file := lived(t).export(t, false)
	for name, spoil := range map[string]func(graph.Store) graph.Store{
		"not published": func(s graph.Store) graph.Store { return failing{s} },
		"broken off":    func(s graph.Store) graph.Store { return &breaking{Store: s} },
	} {
		t.Run(name, func(t *testing.T) {
			w := openWorld(t)
			broken := graph.NewService(spoil(w.store), graph.Options{})
			_, err := broken.Import(context.Background(), strings.NewReader(file), nil)
			require.ErrorIs(t, err, graph.ErrUnavailable)
			info, err := w.Info(context.Background())
			require.NoError(t, err)
			require.NotNil(t, info.Open, "its load is still there")

			_, err = w.Import(context.Background(), strings.NewReader(file), nil)
			require.NoError(t, err)
			assert.Equal(t, file, w.export(t, false))
			w.undrifted(t)
		})
	}
}
