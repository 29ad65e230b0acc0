package graph

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
)

// maxExportLine is the longest line that is read: a text layer of 25 MiB, escaped.
const maxExportLine = 256 << 20

// LineError says in which line of an export something is wrong, and what. It is an ErrInvalid.
type LineError struct {
	Line int
	Err  error
}

// Error is one sentence with the line's number.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap gives the cause, and ErrInvalid.
func (e *LineError) Unwrap() []error { return []error{e.Err, ErrInvalid} }

// Imported says what an import restored.
type Imported struct {
	Revision Revision
	Records  int
}

// Import restores the history that Export wrote, into an empty store. The file is read twice: first it is checked whole, so that a
// line changed, dropped, repeated or moved leaves the store untouched. Quotes are found in their layers again, and all that is
// derived is derived anew. An import that broke off is begun again by importing the same file. progress is told the records done, and may be nil.
func (s *Service) Import(ctx context.Context, file io.ReadSeeker, progress func(done, of int)) (Imported, error) {
	total, err := checkExport(file)
	if err != nil {
		return Imported{}, fmt.Errorf("import: %w", err)
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return Imported{}, fmt.Errorf("import: %w", err)
	}
	if progress == nil {
		progress = func(int, int) {}
	}
	info, err := s.store.Info(ctx)
	if err != nil {
		return Imported{}, err
	}
	r := &restorer{service: s, total: total, progress: progress}
	r.op = Operation{ID: OperationID("import:" + hex.EncodeToString(r.digest(file)))}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return Imported{}, fmt.Errorf("import: %w", err)
	}
	if info.Revision != 0 {
		return Imported{}, fmt.Errorf("import: the store is at revision %d, and a history is restored into an empty one only: %w",
			info.Revision, ErrConflict)
	}
	if err := s.store.Abandon(ctx, r.op); err != nil {
		return Imported{}, fmt.Errorf("import: %w", err)
	}
	if err := r.run(ctx, file); err != nil {
		return Imported{}, errors.Join(fmt.Errorf("import: %w", err), s.store.Abandon(context.WithoutCancel(ctx), r.op))
	}
	if r.stamp.Revision == 0 {
		return Imported{}, nil // the export of an empty store
	}
	rev, err := s.store.Publish(ctx, r.op)
	if err != nil {
		return Imported{}, fmt.Errorf("import: %w", err)
	}
	return Imported{rev, r.done}, nil
}

// checkExport reads all lines and their sums, and gives the number of records.
func checkExport(r io.Reader) (int, error) {
	records, ended := 0, false
	for line, err := range exportLines(r) {
		if err != nil {
			return 0, err
		}
		if ended {
			return 0, &LineError{line.Line, errors.New("nothing may follow the END line")}
		}
		switch line.Kind {
		case headerLine:
			err = checkHeader(line)
		case revisionLine:
		case endLine:
			ended = true
			err = checkEnd(line, records)
		default:
			records++
			_, err = UnmarshalRecord(RecordKind(line.Kind), line.Body)
		}
		if err != nil {
			return 0, &LineError{line.Line, err}
		}
	}
	if !ended {
		return 0, fmt.Errorf("the file ends without an END line: it was cut off: %w", ErrInvalid)
	}
	return records, nil
}

func checkHeader(line exportLine) error {
	var h exportHeader
	if err := json.Unmarshal(line.Body, &h); err != nil {
		return err
	}
	switch {
	case h.Format != exportFormat:
		return Invalid("format", h.Format, exportFormat)
	case h.Version > exportVersion:
		return Invalid("version", strconv.Itoa(h.Version), fmt.Sprintf("at most %d: a newer program wrote this file", exportVersion))
	case h.Content:
		return Invalid("content", "true", "an export of the history: this one has no revisions to restore")
	default:
		return nil
	}
}

func checkEnd(line exportLine, records int) error {
	var end exportEnd
	if err := json.Unmarshal(line.Body, &end); err != nil {
		return err
	}
	if end.Records != records {
		return Invalid("records", strconv.Itoa(end.Records), fmt.Sprintf("%d, as many as the file has", records))
	}
	return nil
}

// exportLines reads lines and checks their numbers and sums; the first must be the header.
func exportLines(r io.Reader) iter.Seq2[exportLine, error] {
	return func(yield func(exportLine, error) bool) {
		scan := bufio.NewScanner(r)
		scan.Buffer(make([]byte, 0, 1<<16), maxExportLine)
		var sum [32]byte
		for n := 1; scan.Scan(); n++ {
			line, err := readLine(scan.Bytes(), n, &sum)
			if err != nil {
				yield(line, &LineError{n, err})
				return
			}
			if !yield(line, nil) {
				return
			}
		}
		if err := scan.Err(); err != nil {
			yield(exportLine{}, err)
		}
	}
}

func readLine(raw []byte, n int, sum *[32]byte) (exportLine, error) {
	var line exportLine
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&line); err != nil {
		return line, fmt.Errorf("no line of an export: %w", err)
	}
	if dec.More() {
		return line, errors.New("no line of an export: something follows its value")
	}
	if line.Line != n {
		return line, fmt.Errorf("it says that it is line %d: lines were dropped, repeated or moved", line.Line)
	}
	*sum = sumLine(*sum, line.Line, line.Kind, line.Body)
	if hex.EncodeToString(sum[:8]) != line.Sum {
		return line, errors.New("its content does not match its sum: it was changed")
	}
	if (n == 1) != (line.Kind == headerLine) {
		return line, errors.New("the HEADER line must be the first one, and only that")
	}
	line.Body = slices.Clone(line.Body)
	return line, nil
}
