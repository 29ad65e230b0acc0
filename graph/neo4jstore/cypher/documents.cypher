// Gives the rows of documents by id.
UNWIND $ids AS id
MATCH (d:Document {id: id}) USING INDEX SEEK d:Document(id) WHERE d.rev <= $rev
RETURN collect([0, /* row */])
