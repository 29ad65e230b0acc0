UNWIND $rows.found AS r
MATCH (e:Entity {id: r[0]}) USING INDEX SEEK e:Entity(id)
UNWIND r[1] AS text
MATCH (t:Term {text: text}) USING INDEX SEEK t:Term(text)
CREATE (e)-[:FOUND_BY {since: $rev, until: $open}]->(t)
