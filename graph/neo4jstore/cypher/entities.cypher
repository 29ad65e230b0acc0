// Gives the rows of entities by id.
UNWIND $ids AS id
MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) WHERE e.rev <= $rev
RETURN collect(/* row */)
