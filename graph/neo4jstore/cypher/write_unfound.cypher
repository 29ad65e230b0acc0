UNWIND $rows.unfound AS r
MATCH (:Entity {id: r[0]})-[f:FOUND_BY]->(t:Term)
WHERE f.since = $rev AND t.text IN r[1]
DELETE f
