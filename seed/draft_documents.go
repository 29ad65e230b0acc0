package seed

import (
	"fmt"
	"io/fs"
	"path"

	"github.com/redthread-graph/redthread/graph"
)

func (d *drafter) readDocuments() {
	for i := range d.pack.Documents {
		doc := &d.pack.Documents[i]
		if _, again := d.documents[doc.ID]; again || doc.ID == "" {
			d.invalid(doc.line, "id", doc.ID, "a name that no other document of the pack has")
			continue
		}
		draft := graph.DocumentDraft{Document: graph.Document{
			Title: doc.Title, Publisher: entityID(doc.Publisher), Author: doc.Author, Language: doc.Language, URL: doc.URL,
			Published: d.date(doc.line, "published", doc.Published), Retrieved: d.date(doc.line, "retrieved", doc.Retrieved),
			Rights: graph.Rights(doc.Rights), MediaType: "text/plain",
		}}
		if doc.File == "" {
			draft.MediaType, draft.Rights = "", graph.MetadataOnly
			draft.ID = graph.CitedDocumentID(&draft.Document)
		} else if !d.readFile(doc, &draft) {
			continue
		}
		d.documents[doc.ID] = draft.ID
		d.draft.Places[string(draft.ID)] = d.place(doc.line)
		d.draft.Documents = append(d.draft.Documents, draft)
	}
}

func (d *drafter) readFile(doc *Document, draft *graph.DocumentDraft) bool {
	data, err := fs.ReadFile(d.folder, path.Clean(doc.File))
	if err != nil {
		return d.fail(doc.line, fmt.Errorf("file: %w", err))
	}
	draft.Bytes, draft.Text = data, string(data)
	draft.ID = graph.ContentDocumentID(data)
	return true
}

// document gives the id of a document of the pack; an unknown name is an error.
func (d *drafter) document(line int, field, name string) graph.DocumentID {
	if name == "" {
		return ""
	}
	id, ok := d.documents[name]
	if !ok {
		d.invalid(line, field, name, "the id of a document of this pack")
	}
	return id
}
