UNWIND $names.documents AS id
MATCH (d:Document {id: id}) USING INDEX SEEK d:Document(id)
RETURN [d.id, d.rev, d.body]
