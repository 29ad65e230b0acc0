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

// EntityAnchor gives the document by which an unnamed entity or a group is known.
func EntityAnchor() Relation {
	return toOne(func(e *EntityRow) DocumentID { return e.Anchor }, documentsByID)
}

// EntityDegree gives how many safe and alleged ties an entity has: a row of *Scalar[int].
func EntityDegree() Relation { return pending() }

// EntityNames gives the NAME claims of an entity, strongest first: rows of *ClaimRow.
func EntityNames(languages []string, a PageArgs) Relation { return pending() }

// EntityIdentifiers gives the IDENTIFIER claims of an entity, in order of scheme and value: rows of *ClaimRow.
func EntityIdentifiers(schemes []string, a PageArgs) Relation { return pending() }

// EntityMeasures gives rows of *MeasureTie.
func EntityMeasures(role MeasureRole, f MeasureFilter, a PageArgs) Relation { return pending() }

// EntityDocuments gives rows of *DocumentHit.
func EntityDocuments(f DocumentFilter, a PageArgs) Relation { return pending() }

// EntityTieSet gives a row of *TieSetNode.
func EntityTieSet(name string) Relation { return pending() }

// EntityTiesOf gives rows of *TieNode.
func EntityTiesOf(name string, f TieFilter, o TieOrder, a PageArgs) Relation { return pending() }

// EntityUnits gives rows of *TieNode.
func EntityUnits(f UnitFilter, a PageArgs) Relation { return pending() }

// EntityOffices gives rows of *OfficeTie.
func EntityOffices(f OfficeFilter, a PageArgs) Relation { return pending() }

// OfficeCountries gives a row of *StatedNode.
func OfficeCountries() Relation { return pending() }

// EntityFigures gives rows of *FigureNode.
func EntityFigures(predicates []string, a PageArgs) Relation { return pending() }

// EntityClaimSet gives a row of *ClaimSetNode.
func EntityClaimSet(name string) Relation { return pending() }

// MeasureDays gives rows of *MeasureDayNode.
func MeasureDays() Relation { return pending() }

// MeasureProvisions gives rows of *ClaimRow.
func MeasureProvisions(effects []Effect, a PageArgs) Relation { return pending() }

// MeasureGrounds gives rows of *ClaimRow.
func MeasureGrounds(a PageArgs) Relation { return pending() }

// MeasureChallenges gives rows of *ClaimRow.
func MeasureChallenges(a PageArgs) Relation { return pending() }

// MeasureStandard gives rows of *Scalar[string].
func MeasureStandard() Relation { return pending() }

// MeasureStatements gives rows of *AssertionRow.
func MeasureStatements(speakers []EntityID, stances []Stance, o AssertionOrder, a PageArgs) Relation {
	return pending()
}

// MeasureStatusOf gives a row of *Scalar[MeasureStatus], or none when no day is known.
func MeasureStatusOf() Relation { return pending() }

// DocumentFacts gives rows of *FactNode, in the order of the text.
func DocumentFacts(f ClaimFilter, a PageArgs) Relation { return pending() }

// DocumentCites gives rows of *DocumentHit.
func DocumentCites(a PageArgs) Relation { return pending() }

// FactClaim gives the claim of a fact.
func FactClaim() Relation {
	return toOne(func(f *FactNode) ClaimID { return f.Assertion.Claim }, claimsByID)
}

// FactAssertion gives what a fact says of its claim.
func FactAssertion() Relation {
	return held(func(f *FactNode) []*AssertionRow { return present(f.Assertion) })
}

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

// MeasuresPage gives rows of *EntityRow, by first day.
func (v *View) MeasuresPage(ctx context.Context, f MeasureFilter, a PageArgs) (Page, error) {
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
