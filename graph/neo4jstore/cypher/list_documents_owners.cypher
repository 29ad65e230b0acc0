// Gives for each owner its documents by id. What is evidence is told by no label: nothing else is at the end of these relationships.
UNWIND range(0, size($owners) - 1) AS i
MATCH (e:Entity {id: $owners[i]}) USING INDEX SEEK e:Entity(id)
CALL (e) {
  MATCH (e)<-[:SUBJECT|OBJECT]-()<-[:ABOUT]-(a)-[:EVIDENCE]->(v) WHERE a.rev <= $rev
  WITH DISTINCT v.document AS id WHERE id > $after
  MATCH (d:Document {id: id}) USING INDEX SEEK d:Document(id) WHERE d.rev <= $rev /* restricted */
  RETURN d ORDER BY d.id /* limit */
}
RETURN collect([i, /* row */])
