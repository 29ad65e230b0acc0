package graph

import (
	"context"
	"io"
	"iter"
	"time"
)

// Revision numbers the states of a store, from 1; 0 stands for the newest published one.
type Revision int64

// Stamp is where and when a record was written.
type Stamp struct {
	Revision  Revision
	Time      time.Time // UTC, microseconds
	Operation Operation
}

// Operation identifies one write: the same id with the same digest is a repetition, with another one ErrConflict.
type Operation struct {
	ID     OperationID
	Digest [32]byte // of the input
}

// PlanFunc works out the records that an operation writes, from what is on file. It is pure and may be called again.
type PlanFunc func(ctx context.Context, onFile Reader) ([]Record, error)

// Store keeps finished records under a clock of revisions. It knows no rule of the domain. All methods are safe for concurrent
// use; every returned slice and map belongs to the caller, what it points to is shared and must not be changed. After Close, a
// second one of which does nothing, every call is ErrUnavailable.
type Store interface {
	// Snapshot opens a reader at a published revision; at 0 the newest. A revision not yet published, or before the first, is
	// ErrNotFound. It must be closed.
	Snapshot(ctx context.Context, at Revision) (Reader, error)
	// RevisionAt gives the newest published revision at time t, or ErrBeforeFirstRevision.
	RevisionAt(ctx context.Context, t time.Time) (Revision, error)
	// Update runs plan on the newest published revision and writes its records, atomically and durably, as the next revision. A
	// repeated operation is found first and returns its first revision, also while a load is open; an empty plan writes the
	// operation alone. The records of one revision may come in any order.
	//
	// A raw record equal to the one on file is left alone; with other content it is ErrConflict, naming id and field. Nil and empty
	// lists are equal. Derived records replace the open rows of their owner: equal ones stay, others are closed at the new revision.
	// Of several derived records, decisions or competences for one owner the last counts. What a record names must be on file or
	// come with it, else ErrNotFound; a record or operation without id is ErrInvalid.
	Update(ctx context.Context, op Operation, plan PlanFunc) (Revision, error)
	Loader
	// Changes lists the change log after a position, in order; ordinals count from 1 within a revision. Limit 0 means all.
	Changes(ctx context.Context, after ChangePosition, limit int) ([]Change, error)
	// History lists the raw records (LayerTerms are none) after a position, in the order in which they were written. An operation
	// that wrote none is one entry without a record, of ordinal 1. It reaches to the newest published revision. Limit 0 means all.
	History(ctx context.Context, after ChangePosition, limit int) ([]Entry, error)
	// Info says what the store is and holds; it counts what is published.
	Info(ctx context.Context) (Info, error)
	io.Closer
}

// Loader takes bulk in: rows are appended unpublished, then become visible at once. While a load is open other writes wait, then
// fail with ErrOverloaded; it is resumed or abandoned by its operation.
type Loader interface {
	// Load appends records to the load of op, which it opens if need be. A zero stamp writes them as one revision of op's, whose
	// time is that of Publish; another restores a history into an empty store: its revision is the last one's or the next. A record
	// comes after what it names; sent again it is left alone. After a failure the load is abandoned, or its records are sent again.
	// An operation that is published returns its revision and takes nothing.
	Load(ctx context.Context, op Operation, at Stamp, records iter.Seq2[Record, error]) (Revision, error)
	// Loading opens a reader at the newest unpublished revision of op's load; before its first records, at the newest published one.
	Loading(ctx context.Context, op Operation) (Reader, error)
	// Publish ends the load and makes all of it visible at once. A repeated call returns the same revision; without a load it is
	// ErrNotFound.
	Publish(ctx context.Context, op Operation) (Revision, error)
	// Abandon removes the load's rows and reopens the derived rows that it closed. Without such a load it does nothing.
	Abandon(ctx context.Context, op Operation) error
}

// Reader sees one revision, whatever is written meanwhile. It lives at most ten seconds, may be used by several goroutines, and
// inside the loop over its own Expand.
type Reader interface {
	// Revision is the one that the reader sees, with its time and operation; the zero Stamp in an empty store.
	Stamp() Stamp
	EntityReader
	ClaimReader
	DocumentReader
	Searcher
	Expander
	io.Closer
}

// ChangePosition is a place in the change log: after the ordinal within the revision.
type ChangePosition struct {
	Revision Revision
	Ordinal  int
}

// Change is one record written: of a raw one that it came to be, of a derived one that it became another.
type Change struct {
	ChangePosition
	Time      time.Time
	Operation OperationID
	Kind      RecordKind
	ID        string // of the record, or of a derived one's owner; of a decision its assertion's, of competence its body's
}

// Entry is one raw record of the history, with where and when it was written.
type Entry struct {
	Stamp   Stamp
	Ordinal int    // within the revision, counted over raw records from 1
	Record  Record // nil: the operation wrote none
}

// RecordKind names a type of record.
type RecordKind string

// The kinds of record.
const (
	EntityRecord     RecordKind = "ENTITY"
	DocumentRecord   RecordKind = "DOCUMENT"
	LayerRecord      RecordKind = "LAYER"
	ClaimRecord      RecordKind = "CLAIM"
	AssertionRecord  RecordKind = "ASSERTION"
	DecisionRecord   RecordKind = "REVIEW_DECISION"
	JudgementRecord  RecordKind = "JUDGEMENT"
	CompetenceRecord RecordKind = "COMPETENCE"
	StandingRecord   RecordKind = "STANDING" // a ClaimState
)

// Info describes a store.
type Info struct {
	Engine    string // "sqlite 3.50"
	Revision  Revision
	Time      time.Time // of that revision
	Counts    map[RecordKind]int
	Open      *Operation // a load that is not yet published
	SizeBytes int64
}
