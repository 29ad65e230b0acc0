package resolvers

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// reference is an id in the arguments of a field. It must name something of a type that is on file.
type reference struct {
	path string // of the argument: "claims: about"
	id   string
	is   func(graph.Node) bool
}

// names notes ids of one type under an argument or a field of an input. There may be as many as a page has rows.
func names[N graph.Node](a *args, name string, ids ...string) {
	a.bound(name, len(ids))
	for _, id := range ids {
		a.named = append(a.named, reference{path: name, id: id, is: is[N]})
	}
}

// is says whether a node is of a type.
func is[N graph.Node](node graph.Node) bool {
	_, ok := node.(N)
	return ok
}

// entities notes ids of entities, and gives them.
func (a *args) entities(name string, ids []string) []graph.EntityID {
	names[*graph.EntityRow](a, name, ids...)
	return asIDs[graph.EntityID](ids)
}

// documents notes ids of documents, and gives them.
func (a *args) documents(name string, ids []string) []graph.DocumentID {
	names[*graph.DocumentRow](a, name, ids...)
	return asIDs[graph.DocumentID](ids)
}

// entityID is the id of an entity that must be on file, empty when it is left out.
func (a *args) entityID(name string) graph.EntityID {
	id := a.id(name)
	if a.raw[name] != nil {
		names[*graph.EntityRow](a, name, string(id))
	}
	return id
}

// entityIDs reads a list of ids of entities that must be on file.
func (a *args) entityIDs(name string) []graph.EntityID {
	return a.entities(name, ids[string](a, name))
}

// onFile fails with ErrNotFound unless all that is named is on file, which is read at once. What the reading has met already is not
// read again.
func (r *reading) onFile(ctx context.Context, named []reference) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.meet(ctx, named); err != nil {
		return err
	}
	for _, ref := range named {
		if !ref.is(r.met[ref.id]) {
			return fmt.Errorf("%s %s: %w", ref.path, shortened(ref.id), graph.ErrNotFound)
		}
	}
	return nil
}

func (r *reading) meet(ctx context.Context, named []reference) error {
	var unmet []string
	for _, ref := range named {
		if _, known := r.met[ref.id]; !known {
			unmet = append(unmet, ref.id)
		}
	}
	if len(unmet) == 0 {
		return nil
	}
	found, err := r.view.Nodes(ctx, unmet)
	if err != nil {
		return fmt.Errorf("ids in arguments: %w", err)
	}
	if r.met == nil {
		r.met = map[string]graph.Node{}
	}
	for i, node := range found {
		r.met[unmet[i]] = node
	}
	return nil
}

// maxShown is how many characters of an input an error shows.
const maxShown = 60

// shortened is a text as far as an error shows it.
func shortened(text string) string {
	if runes := []rune(text); len(runes) > maxShown {
		return string(runes[:maxShown]) + "…"
	}
	return text
}
