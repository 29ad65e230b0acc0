package resolvers

import (
	"context"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// pinned gives the reading of the revision that a cursor carries. A cursor of a list that was asked for other days, or as of another
// revision than the one that was newest at knownAt, is refused.
func (r *readings) pinned(ctx context.Context, a *args, after string) (*reading, error) {
	_, pin, err := model.DecodeCursor(after)
	if err != nil {
		return nil, err
	}
	if err := r.agree(ctx, a, after, pin); err != nil {
		return nil, err
	}
	found, err := r.at(ctx, pin.Revision)
	if errors.Is(err, graph.ErrNotFound) {
		return nil, graph.Invalid("after", after, "the cursor of an entry, as an answer gave it")
	}
	return found, err
}

// agree holds the arguments beside a cursor to those of the list that gave it.
func (r *readings) agree(ctx context.Context, a *args, after string, pin model.Pin) error {
	given := map[string]*graph.Day{"at": pin.At, "publicAt": pin.PublicAt}
	for _, name := range []string{"at", "publicAt"} {
		if asked := a.day(name); a.err == nil && !sameDay(asked, given[name]) {
			return graph.Invalid("after", after, fmt.Sprintf("a cursor of the list with this %s: it is of one with %s", name, dayWords(given[name])))
		}
	}
	knownAt := read(a, "knownAt", model.UnmarshalDateTime)
	if a.err != nil || knownAt == nil {
		return a.err
	}
	rev, err := r.service.RevisionAt(ctx, *knownAt)
	if err != nil {
		return fmt.Errorf("knownAt: %w", err)
	}
	if rev != pin.Revision {
		return graph.Invalid("after", after, fmt.Sprintf(
			"a cursor of revision %d, the newest at knownAt: it is of revision %d", rev, pin.Revision))
	}
	return nil
}

func sameDay(a, b *graph.Day) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

func dayWords(day *graph.Day) string {
	if day == nil {
		return "none"
	}
	return day.String()
}
