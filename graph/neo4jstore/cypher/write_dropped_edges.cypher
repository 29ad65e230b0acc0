UNWIND $rows.dropped_edges AS r
MATCH (s:Entity {id: r[0]})
MATCH (o:Entity {id: r[1]})
CALL (r, s, o) {
  MATCH (s)-[x:/* types */]->(o)
  WHERE x.claim = r[2] AND x.since = $rev AND x.from = r[3]
  DELETE x
}
