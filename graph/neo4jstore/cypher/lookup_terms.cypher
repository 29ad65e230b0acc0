UNWIND $names.restated AS id
MATCH (e:Entity {id: id})-[f:FOUND_BY]->(t:Term) USING INDEX SEEK e:Entity(id)
WHERE f.until = $open OR f.until = $rev OR f.since = $rev
RETURN [id, t.text, f.since, f.until]
