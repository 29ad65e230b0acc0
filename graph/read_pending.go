package graph

import (
	"context"
	"errors"
	"time"
)

var errPending = errors.New("not built yet")

func pending() Relation {
	return func(context.Context, *View, []Node) ([]Page, error) { return nil, errPending }
}

// EntityDegree gives how many safe and alleged ties an entity has: a row of *Scalar[int].
func EntityDegree() Relation { return pending() }

// SearchHit is an entity found by a search.
type SearchHit struct {
	Entity      *EntityRow
	Score       float64 // 0 to 1
	Matched     string  // the name or identifier, as on file
	Match       MatchKind
	Explanation string
}

// MatchKind is how a hit fits.
type MatchKind string

// The kinds of match, best first.
const (
	MatchIdentifier     MatchKind = "IDENTIFIER"
	MatchExact          MatchKind = "EXACT"
	MatchTransliterated MatchKind = "TRANSLITERATED"
	MatchPrefix         MatchKind = "PREFIX"
	MatchWords          MatchKind = "WORDS"
	MatchSimilar        MatchKind = "SIMILAR"
)

// Key is the entity's.
func (h *SearchHit) Key() string { return string(h.Entity.ID) }

// Passage is a place in a document's newest text.
type Passage struct {
	Quote      string
	Start, End int // in code points
}

// ListEntitiesPage gives rows of *EntityMatch.
func (v *View) ListEntitiesPage(ctx context.Context, kinds Kinds, f EntityFilter, o EntityOrder, a PageArgs) (Page, error) {
	return Page{}, errPending
}

// SearchEntities gives rows of *SearchHit, best first.
func (v *View) SearchEntities(ctx context.Context, query string, kinds Kinds, a PageArgs) (Page, error) {
	return Page{}, errPending
}

// SearchDocuments gives rows of *DocumentHit: with a text best first, else in order of id.
func (v *View) SearchDocuments(ctx context.Context, f DocumentFilter, a PageArgs) (Page, error) {
	return Page{}, errPending
}

// CompetenceRows gives the rows of a body, of all with "", in order of body, then voice.
func (v *View) CompetenceRows(ctx context.Context, body EntityID) ([]*CompetenceNode, error) {
	return nil, errPending
}

// SubgraphResult is some entities and the ties among them.
type SubgraphResult struct {
	Entities []*EntityRow
	Ties     []*SubgraphTie
	Cut      *Cut
}

// SubgraphTie is a tie between two entities of a subgraph, from the claim's subject to its object.
type SubgraphTie struct {
	Edge
	Certain  *bool // whether it certainly holds on the view's day; nil without one
	From, To *EntityRow
}

// Key tells ties apart.
func (n *SubgraphTie) Key() string { return string(n.Claim) + " " + intKey(n.Stretch.From) }

// Subgraph gives what lies around entities.
func (v *View) Subgraph(ctx context.Context, ids []EntityID, hops int, f TieFilter, limit int) (*SubgraphResult, error) {
	return nil, errPending
}

// ChangeFilter selects changes; at most one of Since and SinceRevision may be given.
type ChangeFilter struct {
	Of            []string // ids of entities; empty: all
	Since         *time.Time
	SinceRevision Revision
}

// ChangesPage gives rows of *ChangeNode, oldest first.
func (s *Service) ChangesPage(ctx context.Context, f ChangeFilter, a PageArgs) (Page, error) {
	return Page{}, errPending
}

// RevisionAt gives the newest revision published at an instant, or ErrBeforeFirstRevision.
func (s *Service) RevisionAt(ctx context.Context, t time.Time) (Revision, error) {
	return s.store.RevisionAt(ctx, t)
}

// Stats says what the store holds at its newest revision.
func (s *Service) Stats(ctx context.Context) (Info, error) { return s.store.Info(ctx) }

func (v *View) facts() facts { return v.Reader }
