UNWIND $rows.spoken AS r
MATCH (a:Assertion {id: r[0]})
MATCH (e:Entity {id: r[1]})
CREATE (a)-[:SPOKEN_BY]->(e)
