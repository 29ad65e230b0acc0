// The row of document d at a revision, with its layers, oldest first.
[d.id, d.rev, d.body, COLLECT {
  MATCH (d)-[:LAYER]->(l:Layer) WHERE l.rev <= $rev
  RETURN l.id ORDER BY l.rev, l.id
}]
