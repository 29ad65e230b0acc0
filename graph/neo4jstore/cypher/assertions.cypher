// Gives assertions by id.
UNWIND $ids AS id
MATCH (a:Assertion {id: id}) USING INDEX SEEK a:Assertion(id) WHERE a.rev <= $rev
RETURN collect([0, /* assertion */])
