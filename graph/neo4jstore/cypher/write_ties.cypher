UNWIND $rows.ties AS r
MATCH (s:Entity {id: r[1]}) USING INDEX SEEK s:Entity(id)
MATCH (o:Entity {id: r[3]}) USING INDEX SEEK o:Entity(id)
CREATE (x:Claim {id: r[0], rev: $rev, subject: r[1], predicate: r[2], object: r[3], modality: r[4], qualifiers: r[5]})-[:SUBJECT]->(s)
CREATE (x)-[:OBJECT]->(o)
