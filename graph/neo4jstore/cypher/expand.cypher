// Gives the edges of a frontier that pass a filter, and each of their far ends once.
UNWIND range(0, size($frontier) - 1) AS place
MATCH (near:Entity {id: $frontier[place]})
/* edges */
WITH collect([place, startNode(r) = near, far.id, r.claim, type(r),
  CASE WHEN type(r) CONTAINS 'TIED_TO' THEN r.predicate END, CASE WHEN type(r) CONTAINS 'POTENTIAL_' THEN r.modality END,
  r.from, r.to, r.standing, r.contested, r.shareMin, r.shareMax, r.certain]) AS edges, collect(DISTINCT far) AS ends
CALL (ends) { UNWIND ends AS e RETURN collect(/* row */) AS rows }
RETURN edges, rows
