UNWIND $rows.restates AS r
MATCH (s:EntityState {entity: r[0], since: $rev}) USING INDEX SEEK s:EntityState(entity, since)
SET s.name = r[1], s.sort = r[2], s.degree = r[3], s.firstDay = r[4]
