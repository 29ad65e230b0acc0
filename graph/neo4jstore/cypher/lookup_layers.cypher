UNWIND $names.layers AS id
MATCH (l:Layer {id: id}) USING INDEX SEEK l:Layer(id)
RETURN [l.id, l.rev, l.document, l.extractor, l.terms]
