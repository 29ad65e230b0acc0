UNWIND $rows.states AS r
MATCH (e:Entity {id: r[0]}) USING INDEX SEEK e:Entity(id)
MATCH (was:EntityState {entity: r[0], since: r[5]}) USING INDEX SEEK was:EntityState(entity, since)
SET was.until = $rev
CREATE (e)-[:STATE]->(:EntityState {
  entity: r[0], kind: e.kind, specificity: e.specificity, since: $rev, until: $open, name: r[1], sort: r[2], degree: r[3],
  firstDay: r[4]
})
