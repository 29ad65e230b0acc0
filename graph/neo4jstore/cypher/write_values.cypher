UNWIND $rows.values AS r
MATCH (s:Entity {id: r[1]}) USING INDEX SEEK s:Entity(id)
CREATE (:Claim {
  id: r[0], rev: $rev, subject: r[1], predicate: r[2], modality: r[3], qualifiers: r[4], value: r[5], refers: r[6]
})-[:SUBJECT]->(s)
