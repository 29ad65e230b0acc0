UNWIND $names.texts AS id
MATCH (l:Layer {id: id})
RETURN [l.id, l.text]
