UNWIND $rows.layers AS r
MATCH (d:Document {id: r[1]}) USING INDEX SEEK d:Document(id)
CREATE (d)-[:LAYER]->(:Layer {id: r[0], rev: $rev, document: r[1], extractor: r[2], text: r[3]})
