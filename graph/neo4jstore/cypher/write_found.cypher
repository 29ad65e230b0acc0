UNWIND $rows.found AS r
MATCH (e:Entity {id: r[0]})
UNWIND r[1] AS text
MATCH (t:Term {text: text})
CREATE (e)-[:FOUND_BY {since: $rev, until: $open}]->(t)
