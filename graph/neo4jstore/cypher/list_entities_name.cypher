// Gives a page of entities by name: those that have the name of the place from which it goes on, then those after it. Only a seek
// compares a name with a parameter byte by byte; a filter would put a character above U+FFFF before U+E000.
CALL () {
  MATCH (s:EntityState) USING INDEX SEEK s:EntityState(sort, entity)
  WHERE s.sort = $name AND s.entity > $id AND /* known */
  RETURN s ORDER BY s.sort, s.entity LIMIT $limit
  UNION ALL
  MATCH (s:EntityState) USING INDEX SEEK s:EntityState(sort, entity)
  WHERE s.sort > $name AND s.entity IS NOT NULL AND /* known */
  RETURN s ORDER BY s.sort, s.entity LIMIT $limit
}
WITH s ORDER BY s.sort, s.entity LIMIT $limit
MATCH (e:Entity {id: s.entity}) USING INDEX SEEK e:Entity(id)
RETURN collect([s.sort, [e.id, e.rev, e.kind, e.specificity, e.caption, e.more, s.name, s.degree, s.firstDay]])
