// Gives a page of entities by degree, the greatest first, then by id. The index goes one way only, so the least degree of the page
// is found first; of that and of the degree from which the page goes on, no more entities than the page has are read, by id.
CALL () {
  MATCH (s:EntityState) USING INDEX s:EntityState(degree, entity)
  WHERE s.degree < $degree AND s.entity IS NOT NULL AND /* known */
  WITH s ORDER BY s.degree DESC, s.entity DESC LIMIT $limit
  RETURN min(s.degree) AS least
}
CALL (least) {
  MATCH (s:EntityState) USING INDEX s:EntityState(degree, entity)
  WHERE s.degree = $degree AND s.entity > $id AND /* known */
  RETURN s ORDER BY s.degree, s.entity LIMIT $limit
  UNION ALL
  MATCH (s:EntityState) USING INDEX s:EntityState(degree, entity)
  WHERE least < s.degree < $degree AND s.entity IS NOT NULL AND /* known */
  RETURN s
  UNION ALL
  MATCH (s:EntityState) USING INDEX s:EntityState(degree, entity)
  WHERE s.degree = least AND s.entity > '' AND /* known */
  RETURN s ORDER BY s.degree, s.entity LIMIT $limit
}
WITH s ORDER BY s.degree DESC, s.entity LIMIT $limit
MATCH (e:Entity {id: s.entity})
RETURN collect([null, [e.id, e.rev, e.kind, e.specificity, e.caption, e.more, s.name, s.degree, s.firstDay]])
