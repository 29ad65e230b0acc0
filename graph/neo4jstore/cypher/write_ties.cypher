UNWIND $rows.ties AS r
MATCH (s:Entity {id: r[1]})
MATCH (o:Entity {id: r[3]})
CREATE (x:Claim {id: r[0], rev: $rev, subject: r[1], predicate: r[2], object: r[3], modality: r[4], qualifiers: r[5]})-[:SUBJECT]->(s)
CREATE (x)-[:OBJECT]->(o)
