package graph

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// Bounds of a path search.
const (
	maxPathHops     = 6
	maxPaths        = 100
	defaultPathHops = 4
	defaultPaths    = 3
	// DefaultHubCap is the degree above which an entity is an end point only.
	DefaultHubCap = 1000
	maxHubCap     = 100_000
)

// pathBudget bounds what one search may cost.
type pathBudget struct{ edges, partial int }

func fullPathBudget() pathBudget { return pathBudget{edges: 200_000, partial: 200_000} }

// PathQuery asks for paths. Zero fields take the defaults named.
type PathQuery struct {
	From EntityID
	// Exactly one of To and ToKinds is given: an entity, or the kinds of which the last one may be.
	To      EntityID
	ToKinds Kinds

	MaxHops        int // 1 to 6; 4
	First          int // 1 to 100; 3
	IncludeAlleged bool
	Predicates     []string // all that are walkable
	Through        Kinds    // states, agencies and services that may be passed through
	// AnyDays admits paths whose hops cannot all have held on one day.
	AnyDays bool
	HubCap  int // DefaultHubCap
}

// PathResult is what a search found, and what it left out.
type PathResult struct {
	Paths []*Path
	Hubs  []*EntityRow // refused on entry, highest degree first
	Cut   *Cut         // nil: the search was complete
	Cost  PathCost
}

// PathCost is what a search took.
type PathCost struct{ EdgesRead, PartialPaths int }

// Coexistence says whether all hops of a path can have held on one day.
type Coexistence string

// The answers about coexistence.
const (
	Coexist          Coexistence = "YES"
	MayCoexist       Coexistence = "UNDETERMINED"
	CannotCoexist    Coexistence = "NO"
	weakestOfNothing             = rankRecorded + 1
)

// Path is a sequence of entities, none twice. It is nobody's statement: each hop is sourced by itself.
type Path struct {
	Hops     []*Hop
	Weakest  int      // index of the weakest hop, the first of equals
	Standing Standing // of the weakest hop's rank; the top rank reads RECORDED
	Coexist  Coexistence
	Overlap  *DayRange // nil without a common day
	// AsWhole says that one sentence of one document anchors every hop.
	AsWhole bool

	rank int
}

// Hop is one step: its strongest edge during the path's overlap, and how many more claims tie the two in the same search.
type Hop struct {
	From, To *EntityRow
	Edge     Edge
	Parallel int

	edges []Edge
}

// Key tells paths apart by their entities.
func (p *Path) Key() string {
	ids := []string{string(p.Hops[0].From.ID)}
	for _, h := range p.Hops {
		ids = append(ids, string(h.To.ID))
	}
	return strings.Join(ids, " ")
}

// Key tells hops apart by what they tie and how.
func (h *Hop) Key() string {
	return fmt.Sprintf("%s %s %s %d", h.From.ID, h.To.ID, h.Edge.Claim, h.Edge.Stretch.From)
}

// check fills in the defaults and refuses what no search can do.
func (q *PathQuery) check(v *Vocabulary) error {
	if q.MaxHops == 0 {
		q.MaxHops = defaultPathHops
	}
	if q.First == 0 {
		q.First = defaultPaths
	}
	if q.HubCap == 0 {
		q.HubCap = DefaultHubCap
	}
	reachable := walkable | officials
	switch {
	case (q.To == "") == (q.ToKinds == 0):
		return Invalid("to", string(q.To), "exactly one of to and toKinds")
	case q.From == q.To:
		return Invalid("to", string(q.To), "another entity than the one from which the path begins")
	case q.MaxHops < 1 || q.MaxHops > maxPathHops:
		return Invalid("maxHops", strconv.Itoa(q.MaxHops), fmt.Sprintf("1 to %d", maxPathHops))
	case q.First < 1 || q.First > maxPaths:
		return Invalid("first", strconv.Itoa(q.First), fmt.Sprintf("1 to %d", maxPaths))
	case q.HubCap < 1 || q.HubCap > maxHubCap:
		return Invalid("excludeHubsOver", strconv.Itoa(q.HubCap), fmt.Sprintf("1 to %d", maxHubCap))
	case q.ToKinds&^reachable != 0:
		return Invalid("toKinds", joinAll((q.ToKinds &^ reachable).List()), "kinds that a path can reach: "+joinAll(reachable.List()))
	case q.Through&^reachable != 0:
		return Invalid("through", joinAll((q.Through &^ reachable).List()), "kinds that a path can pass: "+joinAll(reachable.List()))
	}
	return q.checkPredicates(v)
}

// checkPredicates holds the predicates to those that are walkable; without any it names all of these.
func (q *PathQuery) checkPredicates(v *Vocabulary) error {
	for _, name := range q.Predicates {
		p, err := v.Predicate(name)
		if err != nil {
			return fmt.Errorf("predicates: %w", err)
		}
		if !p.Walkable {
			return Invalid("predicates", name, "a predicate that paths may walk")
		}
	}
	if len(q.Predicates) > 0 {
		return nil
	}
	for _, p := range v.Predicates() {
		if p.Walkable {
			q.Predicates = append(q.Predicates, p.Name)
		}
	}
	return nil
}

// Paths finds the first paths in order of length, then strength of the weakest hop, then ids. What it left out by its default
// restrictions is counted by PathsExcluded. Unknown ends are ErrNotFound.
func (v *View) Paths(ctx context.Context, q PathQuery) (*PathResult, error) {
	if err := q.check(v.Vocabulary); err != nil {
		return nil, err
	}
	w, err := v.newWalk(ctx, q)
	if err != nil {
		return nil, err
	}
	if err := w.search(ctx); err != nil {
		return nil, fmt.Errorf("paths: %w", err)
	}
	if err := v.anchorPaths(ctx, w.result.Paths); err != nil {
		return nil, fmt.Errorf("paths: %w", err)
	}
	return w.result, nil
}
