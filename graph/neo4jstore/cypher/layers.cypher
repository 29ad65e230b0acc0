// Gives layers by id.
UNWIND $ids AS id
MATCH (l:Layer {id: id}) WHERE l.rev <= $rev
RETURN collect([l.id, l.document, l.extractor, l.text])
