UNWIND $names.layers AS id
MATCH (l:Layer {id: id})
RETURN [l.id, l.rev, l.document, l.extractor, l.terms]
