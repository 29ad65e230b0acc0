// Counts for each entity the edges that pass a filter.
UNWIND $ids AS id
MATCH (near:Entity {id: id}) USING INDEX SEEK near:Entity(id)
MATCH (near)/* types */(far) WHERE r.since <= $rev AND $rev < r.until/* passing */
WITH id, startNode(r) = near AS out, r.predicate AS predicate, r.standing AS standing, count(*) AS n
RETURN collect([id, out, predicate, standing, n])
