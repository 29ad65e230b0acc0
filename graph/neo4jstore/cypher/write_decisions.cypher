UNWIND $rows.decisions AS r
MATCH (a:Assertion {id: r[0]})
MERGE (d:Decision {assertion: r[0], rev: $rev})
SET d.body = r[1]
MERGE (d)-[:DECIDES]->(a)
