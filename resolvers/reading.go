package resolvers

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// readings are the views that one operation reads through: one a revision, opened when first needed. The newest revision is
// pinned by the first field that asks for it, so that all see one state.
type readings struct {
	service *graph.Service

	mu     sync.Mutex
	newest *reading
	open   map[graph.Revision]*reading
}

// reading is one view. Fields of an operation run at once, and a reader is used by one at a time.
type reading struct {
	mu   sync.Mutex
	view *graph.View
	met  map[string]graph.Node // what ids in arguments name; nil for what is not on file
}

type readingsKey struct{}

// begin makes the readings of an operation; finish closes them, and names the plain lists that were cut.
func begin(ctx context.Context, service *graph.Service) (_ context.Context, finish func()) {
	r := &readings{service: service, open: map[graph.Revision]*reading{}}
	ctx, cuts := model.WithCuts(context.WithValue(ctx, readingsKey{}, r))
	return ctx, func() {
		if lists := cuts.Lists(); len(lists) > 0 {
			graphql.RegisterExtension(ctx, "truncated", lists)
		}
		if err := r.close(); err != nil {
			graphql.AddError(ctx, err)
		}
	}
}

func readingsOf(ctx context.Context) *readings {
	r, ok := ctx.Value(readingsKey{}).(*readings)
	if !ok {
		panic("resolvers: an operation that was not begun by Schema")
	}
	return r
}

// at gives the reading of a revision; 0 is the newest.
func (r *readings) at(ctx context.Context, rev graph.Revision) (*reading, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if rev == 0 && r.newest != nil {
		return r.newest, nil
	}
	if known := r.open[rev]; known != nil && rev != 0 {
		return known, nil
	}
	view, err := r.service.ViewAt(ctx, rev)
	if err != nil {
		return nil, err
	}
	return r.keep(rev == 0, view)
}

// keep notes an open view, or closes it when its revision is open already.
func (r *readings) keep(newest bool, view *graph.View) (*reading, error) {
	opened := &reading{view: view}
	if known := r.open[view.Stamp().Revision]; known != nil {
		if err := view.Close(); err != nil {
			return nil, fmt.Errorf("close view: %w", err)
		}
		opened = known
	}
	r.open[opened.view.Stamp().Revision] = opened
	if newest {
		r.newest = opened
	}
	return opened, nil
}

// after gives the reading of a revision that the operation itself has written; what it reads from now on sees that.
func (r *readings) after(ctx context.Context, rev graph.Revision) (*reading, error) {
	written, err := r.at(ctx, rev)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.newest != nil && r.newest.view.Stamp().Revision < rev {
		r.newest = written
	}
	return written, nil
}

// knownAt gives the reading of what was newest at an instant.
func (r *readings) knownAt(ctx context.Context, t time.Time) (*reading, error) {
	rev, err := r.service.RevisionAt(ctx, t)
	if err != nil {
		return nil, fmt.Errorf("knownAt: %w", err)
	}
	return r.at(ctx, rev)
}

func (r *readings) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var failed []error
	for _, open := range r.open {
		failed = append(failed, open.view.Close())
	}
	clear(r.open)
	r.newest = nil
	return errors.Join(failed...)
}

// fill reads a shape below a node, for some days.
func (r *reading) fill(ctx context.Context, days days, top graph.Node, shape *graph.Shape) (model.Place, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	view := r.view.On(days.at, days.publicAt)
	filled, err := view.Fill(ctx, []graph.Node{top}, shape)
	if err != nil {
		return model.Place{}, err
	}
	return model.Top(view, top, filled), nil
}

// days are those for which a field of Query asks.
type days struct{ at, publicAt *graph.Day }
