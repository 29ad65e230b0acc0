package neo4jstore

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// turningWorld is a hub with ties to spokes, of which each revision changes every one: standing, days, share and with them the type
// of the edge, and the name, degree and terms of every entity. Beside that each revision files an entity and a tie that stay. What
// a revision holds follows from its number alone, so that a reader can be told from one that saw a part of it.
type turningWorld struct {
	spokes int

	mu    sync.Mutex
	model *graphtest.Model
	want  []answers // by revision, from 1
}

// answers are what a reader gives, line by line, by the way in which it was asked.
type answers map[string][]string

func newTurningWorld(t testing.TB, spokes int) *turningWorld {
	t.Helper()
	w := &turningWorld{spokes: spokes, model: graphtest.NewModel(time.Now)}
	t.Cleanup(func() { require.NoError(t, w.model.Close()) })
	return w
}

const realHub graph.EntityID = "ent_hub"

func spokeID(i int) graph.EntityID { return graph.EntityID(fmt.Sprintf("ent_spoke-%03d", i)) }
func spokeTie(i int) graph.ClaimID { return graph.ClaimID(fmt.Sprintf("clm_spoke-%03d", i)) }
func newcomerID(rev int) string    { return fmt.Sprintf("newcomer-%04d", rev) }
func newcomerTie(rev int) *graph.Claim {
	return realTie("clm_"+newcomerID(rev), "ent_"+newcomerID(rev), "DIRECTS", realHub)
}

func realTie[C, S ~string](id C, subject S, predicate string, object graph.EntityID) *graph.Claim {
	return &graph.Claim{
		ID: graph.ClaimID(id), Subject: graph.EntityID(subject), Predicate: predicate, Object: object, Modality: graph.Fact,
	}
}

// plan writes the revision that follows.
func (w *turningWorld) plan(_ context.Context, onFile graph.Reader) ([]graph.Record, error) {
	return w.records(int(onFile.Stamp().Revision) + 1), nil
}

func (w *turningWorld) records(rev int) []graph.Record {
	var records []graph.Record
	if rev == 1 {
		records = append(records, &graph.Entity{ID: realHub, Kind: graph.Company, Specificity: graph.Named, Caption: "hub"})
		for i := range w.spokes {
			records = append(records,
				&graph.Entity{ID: spokeID(i), Kind: graph.Company, Specificity: graph.Named, Caption: "spoke"},
				realTie(spokeTie(i), realHub, "OWNS", spokeID(i)))
		}
	}
	tie := newcomerTie(rev)
	records = append(records,
		&graph.Entity{ID: tie.Subject, Kind: graph.Person, Specificity: graph.Named, Caption: newcomerID(rev)},
		tie, stateOfTie(tie, turned(rev, graph.Recorded, graph.Safe)),
		&graph.EntityState{Entity: realHub, Name: fmt.Sprint("Hub at ", rev), Degree: w.spokes + rev, FirstDay: graph.MaxDay})
	for i := range w.spokes {
		records = append(records, w.turn(rev, i)...)
	}
	return records
}

// turn is what a revision makes of a spoke.
func (w *turningWorld) turn(rev, i int) []graph.Record {
	standings := []graph.Standing{graph.Recorded, graph.Alleged, graph.Refuted}
	tiers := []graph.Tier{graph.Safe, graph.AllegedTier, graph.Void}
	return []graph.Record{
		stateOfTie(realTie(spokeTie(i), realHub, "OWNS", spokeID(i)), turned(rev, standings[(rev+i)%3], tiers[(rev+i)%3])),
		&graph.EntityState{
			Entity: spokeID(i), Name: fmt.Sprintf("%03d at %d", (i*7+rev)%w.spokes, rev), Degree: (i*3 + rev) % w.spokes,
			FirstDay: graph.MaxDay, Terms: []graph.Term{termAt(rev), "w:spoke"},
		},
	}
}

func termAt(rev int) graph.Term { return graph.Term(fmt.Sprintf("w:at%d", rev)) }

func turned(rev int, standing graph.Standing, tier graph.Tier) graph.Stretch {
	return graph.Stretch{
		DayRange: graph.DayRange{From: graph.Day(rev), To: graph.MaxDay}, Standing: standing, Tier: tier,
		ShareMin: graph.Share(rev), ShareMax: graph.WholeShare,
	}
}

func stateOfTie(c *graph.Claim, s graph.Stretch) *graph.ClaimState {
	return &graph.ClaimState{
		Claim: c.ID, Subject: c.Subject, Predicate: c.Predicate, Object: c.Object, Modality: c.Modality, Stretches: []graph.Stretch{s},
	}
}

// begin writes the first revision and reads it, so that the server has seen the statements.
func (w *turningWorld) begin(t testing.TB, s *Store) graph.Revision {
	t.Helper()
	first, err := s.Update(t.Context(), realOperation("first"), w.plan)
	require.NoError(t, err)
	_, err = w.check(t, s, 0, 0)
	require.NoError(t, err)
	return first
}

// at is what a reader of a revision must find, by the model.
func (w *turningWorld) at(ctx context.Context, rev graph.Revision) (answers, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.want) < int(rev) {
		filed, err := w.model.Update(ctx, realOperation(fmt.Sprint("model ", len(w.want)+1)), w.plan)
		if err != nil {
			return nil, err
		}
		r, err := w.model.Snapshot(ctx, filed)
		if err != nil {
			return nil, err
		}
		found := answers{}
		for _, way := range w.ways() {
			if found[way.name], err = way.read(ctx, r); err != nil {
				return nil, err
			}
		}
		w.want = append(w.want, found)
		if err := r.Close(); err != nil {
			return nil, err
		}
	}
	return w.want[rev-1], nil
}

// check reads a revision, at 0 the newest, in every way, beginning with the one of that number, and compares it with what must be
// there. It says which revision that was.
func (w *turningWorld) check(t testing.TB, s graph.Store, at graph.Revision, begin int) (rev graph.Revision, err error) {
	t.Helper()
	r, err := s.Snapshot(t.Context(), at)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	rev = r.Stamp().Revision
	if rev == 0 {
		return 0, nil
	}
	want, err := w.at(t.Context(), rev)
	if err != nil {
		return rev, err
	}
	ways := w.ways()
	for i := range ways {
		way := ways[(begin+i)%len(ways)]
		found, err := way.read(t.Context(), r)
		if err != nil {
			return rev, err
		}
		assert.Equal(t, want[way.name], found, "%s at revision %d", way.name, rev)
	}
	return rev, nil
}

// checkAll compares every revision with what must be there, and says how many there are.
func (w *turningWorld) checkAll(t testing.TB, s graph.Store) graph.Revision {
	t.Helper()
	newest, err := w.check(t, s, 0, 0)
	require.NoError(t, err)
	for rev := graph.Revision(1); rev < newest; rev++ {
		_, err := w.check(t, s, rev, 0)
		require.NoError(t, err)
	}
	return newest
}

// once checks that each operation is in the log at its revision and nowhere else, and that the log has no gap. It gives the
// operations that are there beside them.
func (w *turningWorld) once(t testing.TB, s graph.Store, acknowledged map[graph.OperationID]graph.Revision) (others []graph.OperationID) {
	t.Helper()
	changes, err := s.Changes(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	written := map[graph.OperationID]graph.Revision{}
	var last graph.ChangePosition
	for _, c := range changes {
		if c.Revision == last.Revision {
			require.Equal(t, last.Ordinal+1, c.Ordinal)
			require.Equal(t, written[c.Operation], c.Revision, "one operation wrote it all")
		} else {
			require.Equal(t, graph.ChangePosition{Revision: last.Revision + 1, Ordinal: 1}, c.ChangePosition)
			require.NotContains(t, written, c.Operation, "an operation is written once")
			written[c.Operation] = c.Revision
		}
		last = c.ChangePosition
	}
	for op, rev := range acknowledged {
		require.Equal(t, rev, written[op], "%s was acknowledged", op)
	}
	for op := range written {
		if _, ok := acknowledged[op]; !ok {
			others = append(others, op)
		}
	}
	slices.Sort(others)
	return others
}

func realOperation(name string) graph.Operation {
	return graph.Operation{ID: graph.OperationID(name), Digest: sha256.Sum256([]byte(name))}
}

// optionsOf leaves a busy machine time: a server that just started takes seconds to plan its first statements.
func optionsOf(at neo4jtest.Address) Options {
	return Options{
		URI: at.URI, Username: at.Username, Password: at.Password, Database: at.Database,
		ReadTimeout: time.Minute, WriteTimeout: 2 * time.Minute,
	}
}

// openProcess opens one more store, as another process would.
func openProcess(t testing.TB, o Options) *Store {
	t.Helper()
	s, err := Open(o)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}
