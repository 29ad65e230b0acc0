// Gives layers by id.
UNWIND $ids AS id
MATCH (l:Layer {id: id}) USING INDEX SEEK l:Layer(id) WHERE l.rev <= $rev
RETURN collect([l.id, l.document, l.extractor, l.text])
