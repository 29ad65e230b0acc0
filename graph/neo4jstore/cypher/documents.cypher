// Gives the rows of documents by id.
UNWIND $ids AS id
MATCH (d:Document {id: id}) WHERE d.rev <= $rev
RETURN collect([0, /* row */])
