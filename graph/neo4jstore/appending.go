package neo4jstore

import (
	"context"
	"iter"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// appending is one call's writing to a load, by two writers. Search terms of texts, more than half of what a load writes, name only
// their texts and are named by nothing: one writes them while the other goes on with the records after them.
type appending struct {
	things, terms *pen
	published     int64
	newest        revision // what the load's newest revision adds up to
	wrote         bool
}

// all writes a sequence chunk by chunk; without any record the revision is written all the same.
func (a *appending) all(ctx context.Context, records iter.Seq2[graph.Record, error]) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	rev := a.newest.next(a.newest.stamp)
	terms := make(chan []graph.Record, 1)
	var other sync.WaitGroup
	var failed error
	other.Go(func() {
		if failed = a.writeTerms(ctx, &rev, terms); failed != nil {
			stop()
		}
	})
	err := a.writeThings(ctx, records, terms)
	other.Wait()
	if failed != nil { // then the first writer was stopped as well
		return failed
	}
	return err
}

// writeThings writes chunks but for the search terms of texts, which it passes on when their texts are written.
func (a *appending) writeThings(ctx context.Context, records iter.Seq2[graph.Record, error], terms chan<- []graph.Record) error {
	defer close(terms)
	for chunk, err := range chunks(records) {
		if err != nil {
			return err
		}
		things, ofTexts := apart(chunk)
		if err := a.write(ctx, things); err != nil {
			return err
		}
		select {
		case terms <- ofTexts:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return a.write(ctx, nil)
}

// apart gives the records of a chunk but for the search terms of texts, and those.
func apart(chunk []graph.Record) (things, terms []graph.Record) {
	for _, r := range chunk {
		if _, ok := r.(*graph.LayerTerms); ok {
			terms = append(terms, r)
		} else {
			things = append(things, r)
		}
	}
	return things, terms
}

// write writes records of one chunk, or at least the revision.
func (a *appending) write(ctx context.Context, records []graph.Record) error {
	if len(records) == 0 && a.wrote {
		return nil
	}
	next := a.newest.more()
	made, err := prepare(ctx, a.things.store.conn, &next, a.published, records)
	if err != nil {
		return err
	}
	params := made.params(&next)
	params["lease"] = a.things.store.options.LoadLease.Milliseconds()
	if err := a.things.write(ctx, made.text("write_load"), params); err != nil {
		return err
	}
	a.newest, a.wrote = next, true
	return nil
}

// writeTerms writes the search terms of texts that are on file.
func (a *appending) writeTerms(ctx context.Context, rev *revision, batches <-chan []graph.Record) error {
	for batch := range batches {
		if len(batch) == 0 {
			continue
		}
		made, err := prepare(ctx, a.terms.store.conn, rev, a.published, batch)
		if err != nil {
			return err
		}
		if err := a.terms.write(ctx, made.text("write_load_terms"), made.params(rev)); err != nil {
			return err
		}
	}
	return nil
}
