UNWIND $rows.text_terms AS r
MATCH (d:Document {id: r[0]}) USING INDEX SEEK d:Document(id)
UNWIND r[1] AS text
MATCH (t:Term {text: text}) USING INDEX SEEK t:Term(text)
CREATE (d)-[:TEXT_TERM {since: $rev}]->(t)
