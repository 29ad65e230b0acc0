UNWIND $rows.ended_edges AS r
MATCH (s:Entity {id: r[0]}) USING INDEX SEEK s:Entity(id)
MATCH (o:Entity {id: r[1]}) USING INDEX SEEK o:Entity(id)
CALL (r, s, o) {
  MATCH (s)-[x:/* types */]->(o)
  WHERE x.claim = r[2] AND x.since = r[3] AND x.from = r[4] AND x.until = r[5]
  SET x.until = r[6]
}
