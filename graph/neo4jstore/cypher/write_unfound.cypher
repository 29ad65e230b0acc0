UNWIND $rows.unfound AS r
MATCH (e:Entity {id: r[0]})-[f:FOUND_BY]->(t:Term) USING INDEX SEEK e:Entity(id)
WHERE f.since = $rev AND t.text IN r[1]
DELETE f
