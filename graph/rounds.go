package graph

import (
	"context"
	"errors"
	"iter"
	"slices"
)

// rounds reads rows by their ids and lists of owners, each only once, and for several tasks together: a task runs until it lacks
// something, and when every task has ended or lacks something, one round reads what all of them lack. No two tasks run at the same
// time, so that the rounds of a reading are always the same. It is used by one goroutine at a time.
type rounds struct {
	Reader
	known   known
	turn    *task      // whose turn it is; nil: no tasks run side by side
	guess   bool       // what runs is a guess, for which nothing is read at once
	guessed []*request // go with what is asked next
}

var _ Reader = (*rounds)(nil)

// task is one of several that run side by side.
type task struct {
	yield func(*request) bool // ends its turn until the request is answered; false: its result is not wanted any more
	next  func() (*request, bool)
	stop  func()
	err   error
}

// request is what a task lacks, and why it cannot be had.
type request struct {
	keys  Keys
	lists []listing
	err   error
}

// listing is what one query lists for some owners.
type listing struct {
	query  string // tells queries apart, whoever the owners are
	owners []string
	read   func(ctx context.Context, owners []string) error
	page   *edgePage // of a page of edges
}

// edgePage is a page of edges for each owner, which may be read with the rows of these.
type edgePage struct {
	query ExpandQuery
	keep  func(owners []string, lists [][]Edge)
}

// errDropped ends a task whose result is not wanted, since another has failed.
var errDropped = errors.New("dropped")

func newRounds(r Reader) *rounds { return &rounds{Reader: r, known: newKnown()} }

// sideBySide runs tasks until all are done. It fails with the error of the first, in their order, that fails.
func (r *rounds) sideBySide(ctx context.Context, runs []func() error) error {
	if len(runs) == 1 {
		return runs[0]()
	}
	tasks := make([]*task, len(runs))
	for i, run := range runs {
		tasks[i] = newTask(run)
	}
	defer func() { r.drop(tasks) }()
	var failed error
	for open := tasks; ; {
		waiting, requests, err := r.advance(open)
		if err != nil { // tasks after the one that failed do not matter any more
			failed = err
		}
		if len(waiting) == 0 {
			return failed
		}
		lacking := r.ask(ctx, joined(requests))
		for _, q := range requests {
			q.err = lacking
		}
		open = waiting
	}
}

func newTask(run func() error) *task {
	t := &task{}
	t.next, t.stop = iter.Pull(func(yield func(*request) bool) {
		t.yield = yield
		t.err = run()
	})
	return t
}

// drop ends tasks that have not ended: what they lack is refused, so that they leave whatever they are in.
func (r *rounds) drop(tasks []*task) {
	before := r.turn
	defer func() { r.turn = before }()
	for _, t := range tasks {
		r.turn = t
		t.stop()
	}
}

// advance gives each task its turn, up to one that fails, and drops those after it. It gives those that lack something, and what.
func (r *rounds) advance(tasks []*task) (waiting []*task, requests []*request, err error) {
	before := r.turn
	defer func() { r.turn = before }()
	for i, t := range tasks {
		r.turn = t
		q, lacks := t.next()
		switch {
		case lacks:
			waiting, requests = append(waiting, t), append(requests, q)
		case t.err != nil:
			r.drop(tasks[i+1:])
			return waiting, requests, t.err
		}
	}
	return waiting, requests, nil
}

// guessing runs a task. What the guesses ask first is asked along with what the task asks first; what comes of them is not wanted.
func (r *rounds) guessing(guesses []func() error, run func() error) error {
	before := r.turn
	r.guess = true
	for _, guess := range guesses {
		t := newTask(guess)
		r.turn = t
		if q, asks := t.next(); asks {
			r.guessed = append(r.guessed, q)
		}
		r.drop([]*task{t})
	}
	r.turn, r.guess = before, false
	defer func() { r.guessed = nil }()
	return run()
}

// ask makes what is requested known: at once, or with what other tasks lack.
func (r *rounds) ask(ctx context.Context, q *request) error {
	if len(r.guessed) > 0 {
		q, r.guessed = joined(append(r.guessed, q)), nil
	}
	if r.turn == nil {
		return r.read(ctx, q)
	}
	if !r.turn.yield(q) {
		return errDropped
	}
	return q.err
}

// pass lets other tasks go on.
func (r *rounds) pass(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return r.ask(ctx, &request{})
}

// atOnce is asked before a call that no round answers: for a guess there is none, and it waits until it is dropped.
func (r *rounds) atOnce(ctx context.Context) error {
	for r.guess {
		if err := r.pass(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (r *rounds) read(ctx context.Context, q *request) error {
	with := q.pageOfEntities()
	rows, err := r.known.read(ctx, r.Reader, &q.keys)
	if err != nil {
		return err
	}
	if with != nil {
		with.page.keep(with.owners, rows.Edges)
	}
	for i := range q.lists {
		if list := &q.lists[i]; list != with {
			if err := list.read(ctx, sortedSet(list.owners)); err != nil {
				return err
			}
		}
	}
	return nil
}

// pageOfEntities gives the page of edges that may be read by one call with all that is asked by id, since that is the entities of its
// frontier; nil when there is none.
func (q *request) pageOfEntities() *listing {
	if len(q.keys.Entities) == 0 || !q.keys.EntitiesOnly() {
		return nil
	}
	for i := range q.lists {
		list := &q.lists[i]
		owners := sortedSet(list.owners)
		if list.page != nil && subset(asStrings(q.keys.Entities), owners) {
			list.owners = owners
			page := list.page.query
			page.Frontier = asIDs[EntityID](owners)
			q.keys.Edges = &page
			return list
		}
	}
	return nil
}

func subset(some, all []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// joined is all that is requested, with the owners of one query together.
func joined(requests []*request) *request {
	all, places := &request{}, map[string]int{}
	for _, q := range requests {
		all.keys.add(&q.keys)
		for _, list := range q.lists {
			at, met := places[list.query]
			if !met {
				places[list.query] = len(all.lists)
				list.owners = slices.Clone(list.owners)
				all.lists = append(all.lists, list)
				continue
			}
			all.lists[at].owners = append(all.lists[at].owners, list.owners...)
		}
	}
	return all
}

// Entities gives rows that are known or read.
func (r *rounds) Entities(ctx context.Context, ids []EntityID) (map[EntityID]*EntityRow, error) {
	return recall(ctx, r, r.known.entities, ids, func(lacking []EntityID) Keys { return Keys{Entities: lacking} })
}

// Claims gives rows that are known or read.
func (r *rounds) Claims(ctx context.Context, ids []ClaimID) (map[ClaimID]*ClaimRow, error) {
	return recall(ctx, r, r.known.claims, ids, func(lacking []ClaimID) Keys { return Keys{Claims: lacking} })
}

// Assertions gives rows that are known or read.
func (r *rounds) Assertions(ctx context.Context, ids []AssertionID) (map[AssertionID]*AssertionRow, error) {
	return recall(ctx, r, r.known.assertions, ids, func(lacking []AssertionID) Keys { return Keys{Assertions: lacking} })
}

// Documents gives rows that are known or read.
func (r *rounds) Documents(ctx context.Context, ids []DocumentID) (map[DocumentID]*DocumentRow, error) {
	return recall(ctx, r, r.known.documents, ids, func(lacking []DocumentID) Keys { return Keys{Documents: lacking} })
}

// Layers gives layers that are known or read.
func (r *rounds) Layers(ctx context.Context, ids []LayerID) (map[LayerID]*Layer, error) {
	return recall(ctx, r, r.known.layers, ids, func(lacking []LayerID) Keys { return Keys{Layers: lacking} })
}

// Competence gives tables that are known or read; with no bodies all are read.
func (r *rounds) Competence(ctx context.Context, bodies []EntityID) (map[EntityID][]Competence, error) {
	if len(bodies) == 0 {
		if err := r.atOnce(ctx); err != nil {
			return nil, err
		}
		return r.Reader.Competence(ctx, nil)
	}
	return recall(ctx, r, r.known.competence, bodies, func(lacking []EntityID) Keys { return Keys{Bodies: lacking} })
}

// recall gives the rows of ids; those that are not known are asked for first.
func recall[K ~string, V any](
	ctx context.Context, r *rounds, m memo[K, V], ids []K, lack func(lacking []K) Keys,
) (map[K]V, error) {
	if lacking := m.lacking(ids); len(lacking) > 0 {
		if err := r.ask(ctx, &request{keys: lack(lacking)}); err != nil {
			return nil, err
		}
	}
	return m.of(ids), nil
}
