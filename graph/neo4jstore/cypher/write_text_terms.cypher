UNWIND $rows.text_terms AS r
MATCH (d:Document {id: r[0]})
UNWIND r[1] AS text
MATCH (t:Term {text: text})
CREATE (d)-[:TEXT_TERM {since: $rev}]->(t)
