UNWIND $rows.edges AS r
MATCH (s:Entity {id: r[0]}) USING INDEX SEEK s:Entity(id)
MATCH (o:Entity {id: r[1]}) USING INDEX SEEK o:Entity(id)
CREATE (s)-[:$(r[2]) {
  claim: r[3], predicate: r[4], modality: r[5], standing: r[6], tier: r[7], contested: r[8], from: r[9], to: r[10],
  shareMin: r[11], shareMax: r[12], certain: r[13], since: $rev, until: $open
}]->(o)
