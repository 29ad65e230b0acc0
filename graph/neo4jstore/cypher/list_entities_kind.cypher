// Gives a page of entities of some kinds by id: of each kind as many as the page has.
UNWIND $kinds AS kind
CALL (kind) {
  MATCH (e:Entity) USING INDEX SEEK e:Entity(kind, id)
  WHERE e.kind = kind AND e.id > $id AND e.rev <= $rev /* of specificity */
  RETURN e ORDER BY e.kind, e.id LIMIT $limit
}
WITH e ORDER BY e.id LIMIT $limit
RETURN collect([null, /* row */])
