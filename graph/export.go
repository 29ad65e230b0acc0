package graph

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"
)

// exportVersion is raised when a reader of the format before would misread it.
const exportVersion = 1

// historyPage is how many records of the history are read at once.
const historyPage = 500

// exportLine is one line of an export. Each carries its number and a sum over itself and all lines before, so that a line that
// was changed, dropped, repeated or moved is found where it stands.
type exportLine struct {
	Line int             `json:"line"`
	Kind string          `json:"kind"` // HEADER, REVISION, END or a RecordKind
	Body json.RawMessage `json:"body"`
	Sum  string          `json:"sum"`
}

// The kinds of line that are no records.
const (
	headerLine   = "HEADER"
	revisionLine = "REVISION"
	endLine      = "END"
)

type exportHeader struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Content bool   `json:"content"`
	Note    string `json:"note"`
}

const (
	exportFormat = "redthread export"
	exportNote   = "A backup: it carries everything, also texts whose rights forbid to show them to others."
)

type exportRevision struct {
	Revision  Revision    `json:"revision"`
	Time      time.Time   `json:"time"`
	Operation OperationID `json:"operation"`
	Digest    string      `json:"digest"`
}

type exportEnd struct {
	Records int `json:"records"`
}

// exporter writes lines and keeps the running sum.
type exporter struct {
	out     *bufio.Writer
	line    int
	sum     [32]byte
	records int
}

// Export writes the history as JSON lines: every revision with its time and operation, and the raw records that it wrote. What is
// derived is not written; importing derives it anew. Export of an import gives the same bytes.
func (s *Service) Export(ctx context.Context, w io.Writer) error {
	e := &exporter{out: bufio.NewWriter(w)}
	if err := e.write(headerLine, exportHeader{exportFormat, exportVersion, false, exportNote}); err != nil {
		return err
	}
	var current Revision
	err := s.eachEntry(ctx, func(entry Entry) error {
		if entry.Stamp.Revision != current {
			current = entry.Stamp.Revision
			if err := e.write(revisionLine, revisionOf(entry.Stamp)); err != nil {
				return err
			}
		}
		return e.writeRecord(entry.Record)
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return e.end()
}

// ExportContent writes what is on file without revisions, times and operations, sorted: equal whatever the order in which it was
// written, and on every store.
func (s *Service) ExportContent(ctx context.Context, w io.Writer) error {
	type item struct {
		kind RecordKind
		body []byte
	}
	var items []item
	competence := map[EntityID]int{}
	err := s.eachEntry(ctx, func(entry Entry) error {
		if entry.Record == nil {
			return nil
		}
		body, err := MarshalRecord(entry.Record)
		if err != nil {
			return err
		}
		if c, ok := entry.Record.(*BodyCompetence); ok {
			if at, again := competence[c.Body]; again {
				items[at].body = body
				return nil
			}
			competence[c.Body] = len(items)
		}
		items = append(items, item{KindOfRecord(entry.Record), body})
		return nil
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	slices.SortFunc(items, func(a, b item) int {
		if order := slices.Index(recordOrder(), a.kind) - slices.Index(recordOrder(), b.kind); order != 0 {
			return order
		}
		return bytes.Compare(a.body, b.body)
	})
	e := &exporter{out: bufio.NewWriter(w)}
	if err := e.write(headerLine, exportHeader{exportFormat, exportVersion, true, exportNote}); err != nil {
		return err
	}
	for _, it := range items {
		e.records++
		if err := e.write(string(it.kind), json.RawMessage(it.body)); err != nil {
			return err
		}
	}
	return e.end()
}

// recordOrder is an order in which every record comes after what it names.
func recordOrder() []RecordKind {
	return []RecordKind{
		EntityRecord, DocumentRecord, LayerRecord, ClaimRecord, AssertionRecord, DecisionRecord, JudgementRecord, CompetenceRecord,
	}
}

// eachEntry gives the whole history, page by page.
func (s *Service) eachEntry(ctx context.Context, yield func(Entry) error) error {
	var after ChangePosition
	for {
		page, err := s.store.History(ctx, after, historyPage)
		if err != nil {
			return err
		}
		for _, entry := range page {
			if err := yield(entry); err != nil {
				return err
			}
			after = ChangePosition{entry.Stamp.Revision, entry.Ordinal}
		}
		if len(page) < historyPage {
			return nil
		}
	}
}

func revisionOf(s Stamp) exportRevision {
	return exportRevision{s.Revision, s.Time.UTC(), s.Operation.ID, hex.EncodeToString(s.Operation.Digest[:])}
}

func (e *exporter) writeRecord(r Record) error {
	if r == nil {
		return nil
	}
	body, err := MarshalRecord(r)
	if err != nil {
		return err
	}
	e.records++
	return e.write(string(KindOfRecord(r)), json.RawMessage(body))
}

func (e *exporter) end() error {
	if err := e.write(endLine, exportEnd{e.records}); err != nil {
		return err
	}
	return e.out.Flush()
}

func (e *exporter) write(kind string, body any) error {
	raw, err := encodeLine(body)
	if err != nil {
		return err
	}
	e.line++
	e.sum = sumLine(e.sum, e.line, kind, raw)
	out, err := encodeLine(exportLine{Line: e.line, Kind: kind, Body: raw, Sum: hex.EncodeToString(e.sum[:8])})
	if err != nil {
		return err
	}
	if _, err := e.out.Write(append(out, '\n')); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func encodeLine(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// sumLine chains a line's content to all lines before it.
func sumLine(before [32]byte, line int, kind string, body []byte) [32]byte {
	h := sha256.New()
	h.Write(before[:])
	fmt.Fprintf(h, "%d %s %d ", line, kind, len(body))
	h.Write(body)
	return [32]byte(h.Sum(nil))
}
