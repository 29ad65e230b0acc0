package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Node is a thing that a reading shows and below which more can be read: an entity, a claim, an assertion, a tie.
type Node interface {
	// Key tells the node from others of its type; rows of one key are read once.
	Key() string
}

// Relation reads one relation for many parents at once: its pages are aligned with them. It makes the same store calls however many
// parents there are.
type Relation func(ctx context.Context, v *View, parents []Node) ([]Page, error)

// Page is what a relation gives for one parent. A relation to a single thing gives one row or none.
type Page struct {
	Rows  []Row
	Total *int // nil unless asked for, or when it was cut
	More  bool // there are rows after the last one
	Cut   *Cut // why the page is shorter than what there is, when that is no matter of paging

	// Stated and Unresolved are set by EntityUnits alone: of how many units the sources speak, and how many of these are not known
	// by name; nil when no count is stated.
	Stated, Unresolved *Quantity
}

// Row is one node of a page, with its place in the order.
type Row struct {
	Node   Node
	Cursor Cursor
}

// Cut says that an answer was cut, and by what.
type Cut struct {
	Reason CutReason
	Limit  int
}

// CutReason names the bound that cut an answer, as the API does.
type CutReason string

// The bounds that cut answers.
const (
	EdgeBudget        CutReason = "EDGE_BUDGET"
	PartialPathBudget CutReason = "PARTIAL_PATH_BUDGET"
	AnswerLimit       CutReason = "LIMIT"
)

// Shape is what to read below each node at one position of a selection. It knows neither a query language nor a store.
type Shape struct {
	Steps []*Step
}

// Step is one field of a selection.
type Step struct {
	// Field is the response key under which the result is found again: two aliases are two steps.
	Field string
	// Kinds are the kinds of entity for which the field was selected; AllKinds where nodes are no entities.
	Kinds Kinds
	Load  Relation
	// Soon is the entity that the step shows if it is on file, when its id is known before: what is asked first below it is asked along
	// with it.
	Soon EntityID
	// Below are the positions at which the rows of this step are shown, by the path of response keys from the field to it:
	// "edges.node" and "nodes" are two.
	Below map[string]*Shape
}

// Filled is a shape with what was read for it.
type Filled struct {
	results []*Result
}

// Result is what was read for one step.
type Result struct {
	step  *Step
	pages map[string]*Page
	below map[string]*Filled
}

// Fill reads a shape level by level: one call of its relation for each step, whatever the number of parents. Steps of one level are
// read side by side.
func (v *View) Fill(ctx context.Context, parents []Node, shape *Shape) (*Filled, error) {
	filled := &Filled{}
	if shape == nil {
		return filled, nil
	}
	parents = distinct(parents)
	filled.results = make([]*Result, len(shape.Steps))
	var runs []func() error
	for i, step := range shape.Steps {
		runs = append(runs, func() (err error) {
			filled.results[i], err = v.fillStep(ctx, parents, step)
			return err
		})
	}
	return filled, v.rounds().sideBySide(ctx, runs)
}

func (v *View) fillStep(ctx context.Context, parents []Node, step *Step) (*Result, error) {
	result := &Result{step: step, pages: map[string]*Page{}, below: map[string]*Filled{}}
	var wanted []Node
	for _, p := range parents {
		if step.Kinds&kindsOfNode(p) != 0 {
			wanted = append(wanted, p)
		}
	}
	if len(wanted) == 0 {
		return result, nil
	}
	pages, err := v.load(ctx, wanted, step)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", step.Field, err)
	}
	var rows []Node
	for i, parent := range wanted {
		result.pages[parent.Key()] = &pages[i]
		for _, row := range pages[i].Rows {
			rows = append(rows, row.Node)
		}
	}
	return result, v.fillBelow(ctx, rows, result)
}

// load reads a step's relation, and what is likely to be asked next along with it.
func (v *View) load(ctx context.Context, parents []Node, step *Step) (pages []Page, err error) {
	load := func() error {
		pages, err = step.Load(ctx, v, parents)
		return err
	}
	if step.Soon == "" {
		return pages, load()
	}
	var guesses []func() error
	for _, path := range slices.Sorted(maps.Keys(step.Below)) {
		below := step.Below[path].ofAnyKind()
		guesses = append(guesses, func() error {
			_, err := v.Fill(ctx, []Node{&EntityRow{Entity: Entity{ID: step.Soon}}}, below)
			return err
		})
	}
	err = v.rounds().guessing(guesses, load)
	return pages, err
}

// ofAnyKind is the part of a shape that is read below entities of every kind.
func (s *Shape) ofAnyKind() *Shape {
	part := &Shape{}
	for _, step := range s.Steps {
		if step.Kinds == AllKinds {
			part.Steps = append(part.Steps, step)
		}
	}
	return part
}

// fillBelow reads what is shown at each position below a step.
func (v *View) fillBelow(ctx context.Context, rows []Node, result *Result) error {
	var runs []func() error
	for _, path := range slices.Sorted(maps.Keys(result.step.Below)) {
		runs = append(runs, func() error {
			filled, err := v.Fill(ctx, rows, result.step.Below[path])
			result.below[path] = filled
			return err
		})
	}
	return v.rounds().sideBySide(ctx, runs)
}

// distinct drops nodes of a key that came before.
func distinct(nodes []Node) []Node {
	seen := make(map[string]bool, len(nodes))
	out := make([]Node, 0, len(nodes))
	for _, n := range nodes {
		if key := n.Key(); !seen[key] {
			seen[key] = true
			out = append(out, n)
		}
	}
	return out
}

// kindsOfNode is the kind of an entity, and every kind for other nodes.
func kindsOfNode(n Node) Kinds {
	if e, ok := n.(*EntityRow); ok && e.Kind != "" {
		return KindsOf(e.Kind)
	}
	return AllKinds
}

// Of finds the result of a field that was selected for this node; nil when it was not.
func (f *Filled) Of(n Node, field string) *Result {
	if f == nil {
		return nil
	}
	for _, r := range f.results {
		if r.step.Field == field && r.step.Kinds&kindsOfNode(n) != 0 {
			return r
		}
	}
	return nil
}

// Page is what was read for a parent; an empty one when nothing was.
func (r *Result) Page(parent Node) *Page {
	if r == nil {
		return &Page{}
	}
	if page, ok := r.pages[parent.Key()]; ok {
		return page
	}
	return &Page{}
}

// Below is what was read for the rows at a position.
func (r *Result) Below(path string) *Filled {
	if r == nil {
		return nil
	}
	return r.below[path]
}

// Key tells entities apart.
func (r *EntityRow) Key() string { return string(r.ID) }

// Key tells claims apart.
func (r *ClaimRow) Key() string { return string(r.ID) }

// Key tells assertions apart.
func (r *AssertionRow) Key() string { return string(r.ID) }

// Key tells documents apart.
func (r *DocumentRow) Key() string { return string(r.ID) }

// Key tells judgements apart.
func (r *JudgementRow) Key() string { return string(r.ID) }
