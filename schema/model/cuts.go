package model

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// ListLimit is how many entries a plain list gives at most.
const ListLimit = 100

// Cuts collects the plain lists of one answer that were cut. It is safe for concurrent use.
type Cuts struct {
	mu    sync.Mutex
	paths []ast.Path
}

// CutList names a list that was cut, and how many entries it gives.
type CutList struct {
	Path  ast.Path `json:"path"`
	Limit int      `json:"limit"`
}

type cutsKey struct{}

// WithCuts lets the views shown under ctx note which lists were cut.
func WithCuts(ctx context.Context) (context.Context, *Cuts) {
	cuts := &Cuts{}
	return context.WithValue(ctx, cutsKey{}, cuts), cuts
}

// Lists are the lists that were cut, in order of path.
func (c *Cuts) Lists() []CutList {
	c.mu.Lock()
	defer c.mu.Unlock()
	slices.SortFunc(c.paths, func(a, b ast.Path) int { return cmp.Compare(a.String(), b.String()) })
	lists := make([]CutList, len(c.paths))
	for i, path := range c.paths {
		lists[i] = CutList{Path: path, Limit: ListLimit}
	}
	return lists
}

// noteCut notes that the list being answered was cut.
func noteCut(ctx context.Context) {
	cuts, ok := ctx.Value(cutsKey{}).(*Cuts)
	if !ok {
		return
	}
	cuts.mu.Lock()
	defer cuts.mu.Unlock()
	cuts.paths = append(cuts.paths, graphql.GetPath(ctx))
}
