package neo4jstore

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

const (
	faultPassword = "correct horse battery"
	faultName     = "Nameless Holding" // of the entity that is written: nobody's to see in an error
	faultDeadline = 400 * time.Millisecond
	faultGrace    = 500 * time.Millisecond // within which a call answers after its deadline
	faultPatience = time.Minute            // of a call that must come to a good end
	faultsAtOnce  = 24
)

// faultWorld is a store before a scripted server. Its deadlines are those of the table, and more by its pace: how long this machine
// takes over an update that nothing breaks, while as many are under way as there are cases at once.
type faultWorld struct {
	t      *testing.T
	pace   time.Duration
	server *fakebolt.Server
	db     *smallDatabase
	store  *Store
	routed bool
}

func newFaultWorld(t *testing.T, routed, migrated bool) *faultWorld {
	db, err := newSmallDatabase(migrated)
	require.NoError(t, err)
	server, err := fakebolt.Start(fakebolt.Options{Handler: asWritten(db.handle), Password: faultPassword})
	require.NoError(t, err)
	t.Cleanup(server.Stop)
	w := &faultWorld{t: t, server: server, db: db, routed: routed}
	w.open()
	return w
}

// open opens a store anew.
func (w *faultWorld) open() {
	scheme := "bolt://"
	if w.routed {
		scheme = "neo4j://"
	}
	store, err := Open(Options{URI: scheme + w.server.Address(), Username: "neo4j", Password: faultPassword})
	require.NoError(w.t, err)
	w.t.Cleanup(func() { assert.NoError(w.t, store.Close()) })
	w.store = store
}

func faultOperation(name string) graph.Operation {
	return graph.Operation{ID: graph.OperationID(name), Digest: sha256.Sum256([]byte(name))}
}

// update writes an entity by an operation, both named.
func (w *faultWorld) update(ctx context.Context, name string) (graph.Revision, error) {
	return w.store.Update(ctx, faultOperation(name), func(context.Context, graph.Reader) ([]graph.Record, error) {
		return []graph.Record{&graph.Entity{
			ID: graph.EntityID("ent_" + name), Kind: graph.Company, Specificity: graph.Named, Caption: faultName,
		}}, nil
	})
}

// read reads the entity that was written by the operation of that name.
func (w *faultWorld) read(ctx context.Context, name string) (rev graph.Revision, caption string, err error) {
	reader, err := w.store.Snapshot(ctx, 0)
	if err != nil {
		return 0, "", err
	}
	found, err := reader.Entities(ctx, []graph.EntityID{graph.EntityID("ent_" + name)})
	if err = errors.Join(err, reader.Close()); err != nil {
		return 0, "", err
	}
	row := found[graph.EntityID("ent_"+name)]
	if row == nil {
		return 0, "", graph.ErrNotFound
	}
	return row.Stamp.Revision, row.Caption, nil
}

// measurePace measures the pace of this machine.
func measurePace(t *testing.T) time.Duration {
	var slowest atomic.Int64
	inGroup(t, cuts(faultsAtOnce, 1), func(n int) string { return fmt.Sprintf("unbroken %d", n) }, func(t *testing.T, _ int) {
		start := time.Now()
		_, err := newFaultWorld(t, false, true).update(t.Context(), "first")
		require.NoError(t, err)
		took := int64(time.Since(start))
		for was := slowest.Load(); took > was && !slowest.CompareAndSwap(was, took); was = slowest.Load() {
		}
	})
	return time.Duration(slowest.Load())
}

// within runs a call under a deadline, and holds it to that.
func (w *faultWorld) within(deadline time.Duration, call func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(w.t.Context(), deadline)
	defer cancel()
	start := time.Now()
	err := call(ctx)
	over := time.Since(start) - deadline
	assert.LessOrEqual(w.t, over, faultGrace+4*w.pace, "how long after its deadline it answers; it answered %v", err)
	return err
}

// struck runs the call of a case while its faults strike, and checks what its caller is told.
func (w *faultWorld) struck(c *faultCase, call func(ctx context.Context) error) error {
	deadline := faultDeadline + 4*w.pace
	if c.passes() {
		deadline = faultPatience
	}
	w.server.Inject(c.faults()...)
	err := w.within(deadline, call)
	for tries := 0; w.server.Struck() <= len(c.place.before) && err != nil && tries < 20; tries++ {
		err = w.within(2*deadline, call) // the machine was too slow for the call to come so far
	}
	w.told(c, err)
	w.tried(c)
	if c.passes() {
		require.NoError(w.t, err, "another try helps")
	}
	w.spared(c, err, call)
	w.server.Inject()
	return err
}

// told checks what a caller is told of a fault.
func (w *faultWorld) told(c *faultCase, err error) {
	if err == nil {
		return
	}
	assert.NotContains(w.t, err.Error(), faultPassword)
	assert.NotContains(w.t, err.Error(), faultName)
	switch {
	case c.refuse.kind == nil && c.fault.Do == fakebolt.Refuse:
		assert.True(w.t, knownKind(err) || strings.Contains(err.Error(), strings.TrimPrefix(c.fault.Code, "Neo.")), "it names the code: %v", err)
	default:
		assert.True(w.t, knownKind(err), "callers know its kind: %v", err)
	}
	assert.Regexp(w.t, `^[a-z].*( [^ ]+){2,}`, err.Error(), "it is a sentence")
}

// tried checks that the fault has struck, and that no call tried too often. What became of a write whose answer was lost may be
// asked for each of its tries.
func (w *faultWorld) tried(c *faultCase) {
	struck := w.server.Struck() - len(c.place.before)
	assert.Positive(w.t, struck, "the fault has struck")
	most, once := maxTries, 1
	switch {
	case c.place.text == textSettle:
		most, once = maxTries*maxTries, 2
	case c.place.text == textHead && c.fault.Do == fakebolt.CutAnswered:
		most = 2 * maxTries // it is read, and the next statement lost: so it is read again
	}
	assert.LessOrEqual(w.t, struck, most, "tries")
	if c.fault.Do == fakebolt.Refuse && c.refuse.ends && c.place.on != fakebolt.Reset {
		assert.LessOrEqual(w.t, struck, once, "what does not pass is not tried again")
	}
}

// spared checks that a password that was refused is not sent again, then opens another store: as who corrected it.
func (w *faultWorld) spared(c *faultCase, err error, call func(ctx context.Context) error) {
	if c.fault.Code != fakebolt.Unauthorized || err != nil && !errors.Is(err, graph.ErrUnavailable) {
		return
	}
	defer w.open()
	if err == nil {
		return // what was refused did not matter to the call
	}
	logons, statements := w.server.Seen(fakebolt.Logon), w.server.Seen(fakebolt.Run)
	require.ErrorIs(w.t, w.within(faultPatience, call), graph.ErrUnavailable)
	assert.Equal(w.t, logons, w.server.Seen(fakebolt.Logon), "the password is not sent again")
	assert.Equal(w.t, statements, w.server.Seen(fakebolt.Run), "nothing is")
}

// again repeats a call, as a caller does who was told to come later.
func (w *faultWorld) again(call func(ctx context.Context) error) {
	ctx, cancel := context.WithTimeout(w.t.Context(), faultPatience)
	defer cancel()
	err := call(ctx)
	for errors.Is(err, graph.ErrUnavailable) && ctx.Err() == nil {
		time.Sleep(50 * time.Millisecond)
		err = call(ctx)
	}
	require.NoError(w.t, err, "the fault is over")
}

// unused checks that the messages of explicit transactions, and those that tell on us, were never sent.
func (w *faultWorld) unused() {
	for _, m := range []fakebolt.Message{
		fakebolt.Begin, fakebolt.Commit, fakebolt.Rollback, fakebolt.Discard, fakebolt.Telemetry,
	} {
		assert.Zero(w.t, w.server.Seen(m), m)
	}
}

// inGroup runs cases many at once, and looks afterwards whether anything of them goes on.
func inGroup[T any](t *testing.T, cases []T, name func(c T) string, run func(t *testing.T, c T)) {
	before := goleak.IgnoreCurrent()
	var group sync.WaitGroup
	places := make(chan struct{}, faultsAtOnce)
	for _, c := range cases {
		places <- struct{}{}
		group.Go(func() {
			defer func() { <-places }()
			t.Run(name(c), func(t *testing.T) { run(t, c) })
		})
	}
	group.Wait()
	goleak.VerifyNone(t, before)
}
