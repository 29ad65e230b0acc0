UNWIND $names.documents AS id
MATCH (d:Document {id: id})
RETURN [d.id, d.rev, d.body]
