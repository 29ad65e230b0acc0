// Gives claims by id, each with the stretches that were known.
UNWIND $ids AS id
MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id) WHERE c.rev <= $rev
WITH c, /* stretches */ AS stretches
RETURN collect([0, /* claim */, stretches])
