package embedded

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// entry is one line of the change log: what kind of record, and the key of it or of its owner.
type entry struct {
	place int // of the record in its batch
	kind  byte
	key   int64
}

// runLength is how many entries are kept together.
const runLength = 256

// loggedKinds gives each kind its number in the log. It is part of the stored form: it may only grow at the end.
func loggedKinds() []graph.RecordKind {
	return []graph.RecordKind{
		graph.EntityRecord, graph.DocumentRecord, graph.LayerRecord, graph.ClaimRecord, graph.AssertionRecord,
		graph.DecisionRecord, graph.JudgementRecord, graph.CompetenceRecord, graph.StandingRecord,
	}
}

func kindNumber(kind graph.RecordKind) byte { return byte(slices.Index(loggedKinds(), kind)) }

// logged remembers which owners a revision has an entry for already, of the kinds that may come again.
type logged struct {
	rev   graph.Revision
	again map[graph.RecordKind]bitSet
}

func newLogged(rev graph.Revision) *logged {
	return &logged{rev: rev, again: map[graph.RecordKind]bitSet{}}
}

// first says whether a kind and key come for the first time.
func (l *logged) first(kind graph.RecordKind, key int64) bool {
	switch kind {
	case graph.DecisionRecord, graph.CompetenceRecord, graph.StandingRecord:
		set, fresh := l.again[kind].with(key)
		l.again[kind] = set
		return fresh
	default:
		return true
	}
}

// bitSet is a set of keys, which are dense.
type bitSet []uint64

func (b bitSet) with(key int64) (bitSet, bool) {
	at, bit := int(key/64), uint64(1)<<(key%64)
	if at >= len(b) {
		b = append(b, make([]uint64, at+1-len(b)+len(b)/2)...)
	}
	fresh := b[at]&bit == 0
	b[at] |= bit
	return b, fresh
}

// note adds a line to the change log; where the revision has one for the same owner, that one counts.
func (t *tx) note(place int, kind graph.RecordKind, key int64) {
	if t.logged.first(kind, key) {
		t.entries = append(t.entries, entry{place, kindNumber(kind), key})
	}
}

// writeLog appends the entries in the order in which their records were given.
func (t *tx) writeLog(ctx context.Context) error {
	slices.SortStableFunc(t.entries, func(a, b entry) int { return cmp.Compare(a.place, b.place) })
	first, before, err := t.logEnd(ctx)
	if err != nil {
		return err
	}
	for run := range slices.Chunk(t.entries, runLength) {
		records := int64(countRaw(run))
		if err := t.run(ctx, "INSERT INTO log VALUES (?, ?, ?, ?, ?)", t.rev, first, before, records, packEntries(run)); err != nil {
			return err
		}
		first, before = first+int64(len(run)), before+records
	}
	return nil
}

// logEnd gives the next ordinal of the revision, and how many raw records it has so far.
func (t *tx) logEnd(ctx context.Context) (first, before int64, err error) {
	runs, err := gather(ctx, t, scanRun, "SELECT rev, first, before, entries FROM log WHERE rev = ? ORDER BY first DESC LIMIT 1", t.rev)
	if err != nil || len(runs) == 0 {
		return 1, 0, err
	}
	last := runs[0]
	return last.first + int64(len(last.entries)), last.before + int64(countRaw(last.entries)), nil
}

// logRun is one row of the log.
type logRun struct {
	rev, first, before int64
	entries            []entry
}

func scanRun(rows *sql.Rows) (run logRun, err error) {
	var packed []byte
	if err := rows.Scan(&run.rev, &run.first, &run.before, &packed); err != nil {
		return run, err
	}
	run.entries, err = unpackEntries(packed)
	return run, err
}

func countRaw(entries []entry) int {
	n := 0
	for _, e := range entries {
		if e.isRaw() {
			n++
		}
	}
	return n
}

func (e entry) isRaw() bool { return e.kind != kindNumber(graph.StandingRecord) }

func packEntries(entries []entry) []byte {
	var out []byte
	last := int64(0)
	for _, e := range entries {
		out = append(out, e.kind)
		out = binary.AppendVarint(out, e.key-last)
		last = e.key
	}
	return out
}

func unpackEntries(packed []byte) ([]entry, error) {
	v := varints{in: packed}
	var entries []entry
	for last := int64(0); v.more(); {
		kind := v.in[0]
		v.in = v.in[1:]
		last += v.signed()
		if int(kind) >= len(loggedKinds()) {
			v.fail()
		}
		entries = append(entries, entry{kind: kind, key: last})
	}
	return entries, v.err
}
