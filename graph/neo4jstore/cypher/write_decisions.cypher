UNWIND $rows.decisions AS r
MATCH (a:Assertion {id: r[0]}) USING INDEX SEEK a:Assertion(id)
MERGE (d:Decision {assertion: r[0], rev: $rev})
SET d.body = r[1]
MERGE (d)-[:DECIDES]->(a)
