UNWIND $rows.spoken AS r
MATCH (a:Assertion {id: r[0]}) USING INDEX SEEK a:Assertion(id)
MATCH (e:Entity {id: r[1]}) USING INDEX SEEK e:Entity(id)
CREATE (a)-[:SPOKEN_BY]->(e)
