package graph

import (
	"context"
	"errors"
)

var errPending = errors.New("not built yet")

func pending() Relation {
	return func(context.Context, *View, []Node) ([]Page, error) { return nil, errPending }
}

func (v *View) conflictingTest(context.Context, []*ClaimRow, bool) (func(*ClaimRow) bool, error) {
	return nil, errPending
}

// EntityAnchor gives the document by which an unnamed entity or a group is known.
func EntityAnchor() Relation {
	return toOne(func(e *EntityRow) DocumentID { return e.Anchor }, documentsByID)
}

// EntityDegree gives how many safe and alleged ties an entity has: rows of *CountNode.
func EntityDegree() Relation { return pending() }

// EntityNames gives the NAME claims of an entity, strongest first: rows of *ClaimRow.
func EntityNames(languages []string, a PageArgs) Relation { return pending() }

// EntityIdentifiers gives the IDENTIFIER claims of an entity, in order of scheme and value: rows of *ClaimRow.
func EntityIdentifiers(schemes []string, a PageArgs) Relation { return pending() }

// EntityAllegations gives rows of *AllegationNode.
func EntityAllegations(role AllegationRole, f AllegationFilter, a PageArgs) Relation {
	return pending()
}

// EntityMeasures gives rows of *MeasureTie.
func EntityMeasures(role MeasureRole, f MeasureFilter, a PageArgs) Relation { return pending() }

// EntityDocuments gives rows of *DocumentRow.
func EntityDocuments(f DocumentFilter, a PageArgs) Relation { return pending() }

// EntityTieSet gives a row of *TieSetNode.
func EntityTieSet(name string) Relation { return pending() }

// EntityTiesOf gives rows of *TieNode.
func EntityTiesOf(name string, f TieFilter, o TieOrder, a PageArgs) Relation { return pending() }

// EntityUnits gives rows of *TieNode.
func EntityUnits(f UnitFilter, a PageArgs) Relation { return pending() }

// EntityUnitCounts gives a row of *UnitsNode.
func EntityUnitCounts() Relation { return pending() }

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

// MeasureStandard gives rows of *WordsNode.
func MeasureStandard() Relation { return pending() }

// MeasureStatements gives rows of *AssertionRow.
func MeasureStatements(speakers []EntityID, stances []Stance, o AssertionOrder, a PageArgs) Relation {
	return pending()
}

// MeasureStatusOf gives a row of *StatusNode, or none when no day is known.
func MeasureStatusOf() Relation { return pending() }

// ClaimSentence gives a row of *WordsNode.
func ClaimSentence() Relation { return pending() }

// ClaimGeneralDenials gives rows of *AssertionRow.
func ClaimGeneralDenials() Relation { return pending() }

// ClaimConflicts gives rows of *ConflictNode.
func ClaimConflicts() Relation { return pending() }

// ClaimOrigins gives rows of *OriginNode.
func ClaimOrigins() Relation { return pending() }

// OriginSpeaker gives who said it.
func OriginSpeaker() Relation {
	return toOne(func(o *OriginNode) EntityID { return o.Speaker }, entitiesByID)
}

// OriginWork gives the first work that carried it.
func OriginWork() Relation {
	return toOne(func(o *OriginNode) DocumentID { return o.Work }, documentsByID)
}

// OriginPublisher gives the publisher of the document on file.
func OriginPublisher() Relation {
	return toOne(func(o *OriginNode) EntityID { return o.Publisher }, entitiesByID)
}

// ClaimIndependentSources gives a row of *CountNode.
func ClaimIndependentSources() Relation { return pending() }

// AllegedBy gives rows of *EntityRow.
func AllegedBy() Relation { return pending() }

// AllegationDenials gives rows of *AssertionRow.
func AllegationDenials() Relation { return pending() }

// AllegationGeneralDenials gives rows of *AssertionRow.
func AllegationGeneralDenials() Relation { return pending() }

// AllegationDeterminations gives rows of *AssertionRow.
func AllegationDeterminations() Relation { return pending() }

// AllegationRetractions gives rows of *AssertionRow.
func AllegationRetractions() Relation { return pending() }

// AllegationReply gives a row of *FlagNode.
func AllegationReply() Relation { return pending() }

// AssertionCountsAs gives a row of *VoiceNode.
func AssertionCountsAs() Relation { return pending() }

// AssertionRetractedAt gives a row of *StampNode, or none.
func AssertionRetractedAt() Relation { return pending() }

// DocumentPublisher gives who published a document.
func DocumentPublisher() Relation {
	return toOne(func(d *DocumentRow) EntityID { return d.Publisher }, entitiesByID)
}

// DocumentText gives a row of *WordsNode, or none where the rights forbid it.
func DocumentText() Relation { return pending() }

// DocumentLayers gives rows of *LayerNode, oldest first.
func DocumentLayers() Relation {
	return toMany(func(d *DocumentRow) []LayerID { return d.Layers }, layersByID)
}

// DocumentFacts gives rows of *FactNode, in the order of the text.
func DocumentFacts(f ClaimFilter, a PageArgs) Relation { return pending() }

// DocumentCites gives rows of *DocumentRow.
func DocumentCites(a PageArgs) Relation { return pending() }

// LayerDocument gives the document of a layer.
func LayerDocument() Relation {
	return toOne(func(l *LayerNode) DocumentID { return l.Document }, documentsByID)
}

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

// HitEntity gives the entity of a hit.
func HitEntity() Relation { return held(func(h *SearchHit) []*EntityRow { return present(h.Entity) }) }

// DocumentHit is a document found by a search, or listed, with its passages.
type DocumentHit struct {
	Document *DocumentRow
	Passages []Passage
}

// Passage is a place in a document's newest text.
type Passage struct {
	Quote      string
	Start, End int // in code points
}

// Key is the document's.
func (h *DocumentHit) Key() string { return string(h.Document.ID) }

// HitDocument gives the document of a hit.
func HitDocument() Relation {
	return held(func(h *DocumentHit) []*DocumentRow { return present(h.Document) })
}

// EntityListed is an entity in a list, with how many of its ties match.
type EntityListed struct {
	Entity       *EntityRow
	MatchingTies *int
}

// Key is the entity's.
func (n *EntityListed) Key() string { return string(n.Entity.ID) }

// ListedEntity gives the entity of a list.
func ListedEntity() Relation {
	return held(func(n *EntityListed) []*EntityRow { return present(n.Entity) })
}

// ListEntitiesPage gives rows of *EntityListed.
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

// AllegationsPage gives rows of *AllegationNode.
func (v *View) AllegationsPage(ctx context.Context, f AllegationFilter, a PageArgs) (Page, error) {
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

// CompetenceBody gives the body of a row.
func CompetenceBody() Relation {
	return toOne(func(c *CompetenceNode) EntityID { return c.Body }, entitiesByID)
}

// Subgraph is some entities and the ties among them.
type Subgraph struct {
	Entities []*EntityRow
	Ties     []*SubgraphTie
	Cut      *Cut
}

// SubgraphTie is a tie between two entities of a subgraph, from the claim's subject to its object.
type SubgraphTie struct {
	TieNode
	From, To *EntityRow
}

// SubgraphFrom gives the claim's subject.
func SubgraphFrom() Relation {
	return held(func(t *SubgraphTie) []*EntityRow { return present(t.From) })
}

// SubgraphTo gives the claim's object.
func SubgraphTo() Relation { return held(func(t *SubgraphTie) []*EntityRow { return present(t.To) }) }

// Subgraph gives what lies around entities.
func (v *View) Subgraph(ctx context.Context, ids []EntityID, hops int, f TieFilter, limit int) (*Subgraph, error) {
	return nil, errPending
}

// ChangeFilter selects changes.
type ChangeFilter struct {
	Of    []EntityID
	Since Revision // only later revisions; 0: all
}

// ChangeNode is one change.
type ChangeNode struct{ Change }

// Key tells changes apart.
func (n *ChangeNode) Key() string { return intKey(n.Revision) + " " + intKey(n.Ordinal) }

// ChangesPage gives rows of *ChangeNode, oldest first.
func (s *Service) ChangesPage(ctx context.Context, f ChangeFilter, a PageArgs) (Page, error) {
	return Page{}, errPending
}

// ChangedNode gives what a change names, as it stands at the view's revision.
func ChangedNode() Relation { return pending() }

// Stats says what the store holds at its newest revision.
func (s *Service) Stats(ctx context.Context) (Info, error) { return s.store.Info(ctx) }
