UNWIND $rows.competence AS r
MATCH (e:Entity {id: r[0]}) USING INDEX SEEK e:Entity(id)
MERGE (k:Competence {body: r[0], rev: $rev})
SET k.rows = r[1]
MERGE (k)-[:OF]->(e)
