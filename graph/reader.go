package graph

import (
	"context"
	"iter"
)

// Rows of a Reader carry the stamp under which they were written.
type (
	// EntityRow is an entity with what is derived of it; before anything is, its name is the caption.
	EntityRow struct {
		Entity
		State EntityState // its Terms are not read back
		Stamp Stamp
	}
	// ClaimRow is a claim with its stretches at the reader's revision.
	ClaimRow struct {
		Claim
		State ClaimState
		Stamp Stamp
	}
	// AssertionRow is an assertion with the newest decision about it.
	AssertionRow struct {
		Assertion
		Decision *DecisionRow // nil: its own Review counts
		Stamp    Stamp
	}
	// DecisionRow is a review decision.
	DecisionRow struct {
		ReviewDecision
		Stamp Stamp
	}
	// JudgementRow is a judgement.
	JudgementRow struct {
		Judgement
		Stamp Stamp
	}
	// DocumentRow is a document with its layers' ids, oldest first.
	DocumentRow struct {
		Document
		Layers []LayerID
		Stamp  Stamp
	}
	// StateRow is one stretch of a claim with the revisions that knew it: from Since until before Until.
	StateRow struct {
		Stretch
		Since, Until Stamp // Until is the zero Stamp while it is known
	}
)

// EntityReader reads entities.
type EntityReader interface {
	// Entities gives the rows of the ids that are on file; a missing id is missing from the map.
	Entities(ctx context.Context, ids []EntityID) (map[EntityID]*EntityRow, error)
	// ListEntities gives entities in the query's order, from after its key.
	ListEntities(ctx context.Context, q EntityQuery) ([]*EntityRow, error)
}

// EntityOrder is an order of entities; the id decides between equals.
type EntityOrder string

// The orders of entities.
const (
	ByID     EntityOrder = "ID"
	ByName   EntityOrder = "NAME"   // folded name, ascending
	ByDegree EntityOrder = "DEGREE" // descending
)

// EntityQuery selects entities. Zero fields do not restrict.
type EntityQuery struct {
	Kinds       Kinds
	Specificity []Specificity
	Order       EntityOrder
	After       *EntityKey
	Limit       int
}

// EntityKey is a place in an order of entities: only the field of that order counts, and the id.
type EntityKey struct {
	Name   string // as SortName makes it
	Degree int
	ID     EntityID
}

// ClaimReader reads claims and what is said of them.
type ClaimReader interface {
	// Claims gives the rows of the ids that are on file; a claim without an accepted assertion has no stretches.
	Claims(ctx context.Context, ids []ClaimID) (map[ClaimID]*ClaimRow, error)
	// ListClaims gives for each owner of the query its claims, in the order of claim keys: aligned with the owners. Claims without
	// any stretch are not listed.
	ListClaims(ctx context.Context, q ClaimQuery) ([][]*ClaimRow, error)
	// StateHistory gives for each claim every stretch that was ever known up to the reader's revision, by day, then revision.
	StateHistory(ctx context.Context, ids []ClaimID) (map[ClaimID][]StateRow, error)
	// Assertions gives the rows of the ids that are on file.
	Assertions(ctx context.Context, ids []AssertionID) (map[AssertionID]*AssertionRow, error)
	// ListAssertions gives for each owner its assertions in the order in which they were written, then by id: aligned with them.
	ListAssertions(ctx context.Context, q AssertionQuery) ([][]*AssertionRow, error)
	// ListJudgements gives for each owner the judgements that name it, or whose id it is, in the order in which they were written,
	// then by id: aligned with them.
	ListJudgements(ctx context.Context, owners []string) ([][]*JudgementRow, error)
	// Competence gives the rows of each body that was ever given any, none when they were taken away; with no bodies, of all.
	Competence(ctx context.Context, bodies []EntityID) (map[EntityID][]Competence, error)
}

// ClaimRole says what an owner is to the claims listed for it.
type ClaimRole string

// The roles of an owner of claims.
const (
	AnyEnd        ClaimRole = "ANY"
	AsSubject     ClaimRole = "SUBJECT"
	AsObject      ClaimRole = "OBJECT"
	InDocument    ClaimRole = "DOCUMENT" // the owner is a document in which evidence of the claim stands
	SaidBy        ClaimRole = "SPEAKER"  // the owner, or a capacity for it, speaks in an assertion about the claim
	ReferredClaim ClaimRole = "REFERS"   // the owner is a claim that is the value of the claims listed
	WholeStore    ClaimRole = ""         // one owner, ""
)

// ClaimQuery selects claims for each of several owners. Zero fields do not restrict.
type ClaimQuery struct {
	Owners     []string
	Role       ClaimRole
	Predicates []string
	Standings  []Standing // of the stretch on day At, else of the latest one
	Modalities []Modality
	Contested  *bool
	Allegation bool // only those whose state says so
	At         *Day // only claims with a stretch on that day
	After      *ClaimKey
	Limit      int // for each owner; 0: all
}

// ClaimKey is a place in the order of claims: predicate, then id.
type ClaimKey struct {
	Predicate string
	ID        ClaimID
}

// AssertionRole says what an owner is to the assertions listed for it.
type AssertionRole string

// The roles of an owner of assertions.
const (
	AboutClaim AssertionRole = "CLAIM"
	BySpeaker  AssertionRole = "SPEAKER" // the owner speaks, or it is the body that the capacity names
	OfDocument AssertionRole = "DOCUMENT"
	AtTarget   AssertionRole = "TARGET" // the owner is the assertion that those listed retract, correct or set aside
)

// AssertionQuery selects assertions for each of several owners. Zero fields do not restrict.
type AssertionQuery struct {
	Owners  []string
	Role    AssertionRole
	Stances []Stance
	About   []EntityID // only about claims with one of these at an end
	Claims  []ClaimID  // only about one of these
	After   *AssertionKey
	Limit   int // for each owner; 0: all
}

// AssertionKey is a place in the order of assertions.
type AssertionKey struct {
	Revision Revision
	ID       AssertionID
}

// DocumentReader reads documents and their text.
type DocumentReader interface {
	// Documents gives the rows of the ids that are on file.
	Documents(ctx context.Context, ids []DocumentID) (map[DocumentID]*DocumentRow, error)
	// Layers gives the layers of the ids that are on file, with their text.
	Layers(ctx context.Context, ids []LayerID) (map[LayerID]*Layer, error)
	// ListDocuments gives for each owner its documents by id: those in which evidence of a claim about the entity stands. Without
	// owners it gives one list of all documents.
	ListDocuments(ctx context.Context, q DocumentQuery) ([][]*DocumentRow, error)
}

// DocumentQuery selects documents for each of several owners. Zero fields do not restrict.
type DocumentQuery struct {
	Owners    []EntityID
	Language  string
	Publisher EntityID
	After     DocumentID
	Limit     int
}

// Searcher finds things by the terms that the Service made for them.
type Searcher interface {
	// Search tries the term sets in turn and yields the ids of the first, then of the next, each by id, none twice. A document
	// holds the terms of all its layers.
	Search(ctx context.Context, q TermQuery) (TermHits, error)
}

// Term is one search term; the Service makes terms, a store only compares them byte for byte.
type Term string

// TermQuery is an ordered list of term sets, tried in turn.
type TermQuery struct {
	Target TermTarget
	Kinds  Kinds // of entities; 0: all
	Sets   []TermSet
	Limit  int // at most 1,000, which 0 means too
}

// TermTarget says what is searched.
type TermTarget string

// The targets of a search.
const (
	EntityTerms TermTarget = "ENTITY"
	TextTerms   TermTarget = "DOCUMENT"
)

// TermSet matches what holds at least Least of its terms.
type TermSet struct {
	Terms []Term
	Least int
}

// TermHits are the ids found, whether there were more than the limit, and how many ids of any kind hold each term asked for.
type TermHits struct {
	IDs   []string
	Cut   bool
	Holds map[Term]int
}

// Expander walks the projected edges.
type Expander interface {
	// Expand yields the edges of every entity of the frontier that pass the filter, ordered by frontier position, predicate, far
	// entity, claim and first day. Each carries its far entity's row, so that a walk needs no second call. A tie of an entity to
	// itself is one edge, going out.
	Expand(ctx context.Context, q ExpandQuery) iter.Seq2[Edge, error]
	// Facets counts for each entity the edges that pass the filter, by direction, predicate and standing, in that order.
	Facets(ctx context.Context, ids []EntityID, f EdgeFilter) (map[EntityID][]Facet, error)
}

// ExpandQuery asks for the edges of a frontier.
type ExpandQuery struct {
	Frontier []EntityID
	Filter   EdgeFilter
	After    *EdgeKey // under every entity of the frontier
	Limit    int      // for each entity of the frontier; 0: all
}

// EdgeKey is a place in the order of one entity's edges.
type EdgeKey struct {
	Predicate string
	Far       EntityID
	Claim     ClaimID
	From      Day
}

// Direction says which end of an edge the near entity is.
type Direction string

// The directions: an entity is the subject of its outgoing edges.
const (
	Out Direction = "OUT"
	In  Direction = "IN"
)

// EdgeFilter restricts edges. Zero fields do not restrict.
type EdgeFilter struct {
	Predicates []string
	Standings  []Standing
	Tiers      []Tier
	Modalities []Modality
	Contested  *bool
	Direction  Direction // "": both
	FarKinds   Kinds
	Between    []EntityID // far entities only among these
	At         *Day
}

// Edge is a claim between two entities over one stretch, seen from the near one.
type Edge struct {
	Near, Far EntityID
	Position  int // of the near entity in the frontier
	Direction Direction
	Claim     ClaimID
	Predicate string
	Modality  Modality
	Stretch   Stretch
	FarRow    *EntityRow
}

// Facet counts edges of one kind.
type Facet struct {
	Direction Direction
	Predicate string
	Standing  Standing
	Count     int
}
