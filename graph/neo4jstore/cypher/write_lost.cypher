UNWIND $rows.lost AS r
MATCH (e:Entity {id: r[0]})-[f:FOUND_BY]->(t:Term) USING INDEX SEEK e:Entity(id)
WHERE f.until = r[1] AND t.text IN r[3]
SET f.until = r[2]
