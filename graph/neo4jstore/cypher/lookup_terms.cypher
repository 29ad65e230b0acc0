UNWIND $names.restated AS id
MATCH (:Entity {id: id})-[f:FOUND_BY]->(t:Term)
WHERE f.until = $open OR f.until = $rev OR f.since = $rev
RETURN [id, t.text, f.since, f.until]
