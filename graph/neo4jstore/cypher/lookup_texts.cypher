UNWIND $names.texts AS id
MATCH (l:Layer {id: id}) USING INDEX SEEK l:Layer(id)
RETURN [l.id, l.text]
