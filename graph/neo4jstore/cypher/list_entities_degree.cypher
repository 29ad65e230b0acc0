// Gives a page of entities by degree, the greatest first, then by id. The index goes one way only, so a page by degree alone is read
// first: it has all of a greater degree than its least. Those of the least are read again by id, and so are those of the degree from
// which the page goes on; of each no more than the page has.
CALL () {
  MATCH (s:EntityState) USING INDEX SEEK s:EntityState(degree, entity)
  WHERE s.degree < $degree AND s.entity IS NOT NULL AND /* known */
  WITH s ORDER BY s.degree DESC, s.entity DESC LIMIT $limit
  RETURN collect(s) AS greatest, min(s.degree) AS least
}
CALL (greatest, least) {
  MATCH (s:EntityState) USING INDEX SEEK s:EntityState(degree, entity)
  WHERE s.degree = $degree AND s.entity > $id AND /* known */
  RETURN s ORDER BY s.degree, s.entity LIMIT $limit
  UNION ALL
  UNWIND greatest AS s
  WITH s, least WHERE s.degree > least
  RETURN s
  UNION ALL
  MATCH (s:EntityState) USING INDEX SEEK s:EntityState(degree, entity)
  WHERE s.degree = least AND s.entity > '' AND /* known */
  RETURN s ORDER BY s.degree, s.entity LIMIT $limit
}
WITH s ORDER BY s.degree DESC, s.entity LIMIT $limit
MATCH (e:Entity {id: s.entity}) USING INDEX SEEK e:Entity(id)
RETURN collect([null, [e.id, e.rev, e.kind, e.specificity, e.caption, e.more, s.name, s.degree, s.firstDay]])
