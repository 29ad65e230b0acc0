package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// restorer replays a history, revision by revision, into one load.
type restorer struct {
	service  *Service
	op       Operation
	total    int
	done     int
	progress func(done, of int)

	stamp   Stamp
	records []Record
	lines   []int
}

func (r *restorer) digest(file io.Reader) []byte {
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return nil // the next read of the file fails too, and says so
	}
	return h.Sum(nil)[:16]
}

func (r *restorer) run(ctx context.Context, file io.Reader) error {
	for line, err := range exportLines(file) {
		if err != nil {
			return err
		}
		if err := r.take(ctx, line); err != nil {
			return err
		}
	}
	return nil
}

func (r *restorer) take(ctx context.Context, line exportLine) error {
	switch line.Kind {
	case headerLine:
		return nil
	case revisionLine, endLine:
		if err := r.flush(ctx); err != nil {
			return err
		}
		if line.Kind == endLine {
			return nil
		}
		return r.open(ctx, line)
	default:
		record, err := UnmarshalRecord(RecordKind(line.Kind), line.Body)
		if err != nil {
			return &LineError{line.Line, err}
		}
		r.records, r.lines = append(r.records, record), append(r.lines, line.Line)
		return nil
	}
}

// open begins a revision. The first one opens the load.
func (r *restorer) open(ctx context.Context, line exportLine) error {
	var rev exportRevision
	if err := json.Unmarshal(line.Body, &rev); err != nil {
		return &LineError{line.Line, err}
	}
	digest, err := hex.DecodeString(rev.Digest)
	if err != nil || len(digest) != 32 || rev.Revision <= r.stamp.Revision {
		return &LineError{line.Line, Invalid("revision", fmt.Sprint(rev.Revision), "a later one than before, with a digest of 64 digits")}
	}
	first := r.stamp.Revision == 0
	r.stamp = Stamp{rev.Revision, rev.Time.UTC(), Operation{rev.Operation, [32]byte(digest)}}
	if !first {
		return nil
	}
	return r.service.openLoad(ctx, r.op, r.stamp)
}

// flush derives what follows from the revision's records and writes all of it.
func (r *restorer) flush(ctx context.Context) error {
	if r.stamp.Revision == 0 {
		return nil
	}
	onFile, err := r.service.store.Loading(ctx, r.op)
	if err != nil {
		return err
	}
	records, err := r.replay(ctx, onFile)
	if closing := onFile.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if _, err := r.service.store.Load(ctx, r.op, r.stamp, recordSeq(records)); err != nil {
		return err
	}
	r.done += len(r.records)
	r.records, r.lines = nil, nil
	r.progress(r.done, r.total)
	return nil
}

// replay holds the revision's records to the rules and derives what follows from them.
func (r *restorer) replay(ctx context.Context, onFile Reader) ([]Record, error) {
	over := newOverlay(onFile)
	pl := &planner{vocabulary: r.service.vocabulary, over: over, verifier: newVerifier(over)}
	for i, record := range r.records {
		if err := pl.replayOne(ctx, record); err != nil {
			return nil, &LineError{r.lines[i], err}
		}
	}
	return pl.finish(ctx)
}

func recordSeq(records []Record) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}
