package seed

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"

	"github.com/redthread-graph/redthread/graph"
)

// Writer is what a pack is loaded into.
type Writer interface {
	// Write puts a draft on file as one operation, or nothing of it.
	Write(ctx context.Context, id graph.OperationID, d graph.Draft) (graph.Receipt, error)
	// Vocabulary is the predicate table in use.
	Vocabulary() *graph.Vocabulary
}

// Loaded says what a pack held and where it is on file.
type Loaded struct {
	Name       string
	Revision   graph.Revision
	Documents  int
	Entities   int
	Statements int
}

// Load puts a pack on file: the file of that name in the folder, with the documents beside it. The operation's id is a hash of the
// pack and its documents, so loading it again changes nothing, and an edited pack is a new operation on the same things.
func Load(ctx context.Context, w Writer, folder fs.FS, file string) (Loaded, error) {
	data, err := fs.ReadFile(folder, file)
	if err != nil {
		return Loaded{}, fmt.Errorf("pack: %w", err)
	}
	p, err := Parse(file, data)
	if err != nil {
		return Loaded{}, err
	}
	beside, err := fs.Sub(folder, path.Dir(file))
	if err != nil {
		return Loaded{}, fmt.Errorf("pack: %w", err)
	}
	draft, err := newDraft(file, beside, w.Vocabulary(), p)
	if err != nil {
		return Loaded{}, err
	}
	receipt, err := w.Write(ctx, operationID(data, &draft), draft)
	if err != nil {
		return Loaded{}, err
	}
	return Loaded{p.Name, receipt.Revision, len(p.Documents), len(p.Entities), len(p.Statements)}, nil
}

func operationID(pack []byte, d *graph.Draft) graph.OperationID {
	h := sha256.New()
	fmt.Fprintf(h, "%d ", len(pack))
	h.Write(pack)
	for i := range d.Documents {
		fmt.Fprintf(h, "%d ", len(d.Documents[i].Bytes))
		h.Write(d.Documents[i].Bytes)
	}
	return graph.OperationID("pack:" + hex.EncodeToString(h.Sum(nil)[:16]))
}
