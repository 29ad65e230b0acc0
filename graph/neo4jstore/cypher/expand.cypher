// Gives the edges of a frontier that pass a filter, and each of their far ends once, with some entities of the frontier perhaps.
UNWIND range(0, size($frontier) - 1) AS place
MATCH (near:Entity {id: $frontier[place]}) USING INDEX SEEK near:Entity(id)
/* edges */
WITH collect([place, startNode(r) = near, far.id, r.claim, type(r),
  CASE WHEN type(r) CONTAINS 'TIED_TO' THEN r.predicate END, CASE WHEN type(r) CONTAINS 'POTENTIAL_' THEN r.modality END,
  r.from, r.to, r.standing, r.contested, r.shareMin, r.shareMax, r.certain]) AS edges, collect(DISTINCT far) AS ends
CALL () { UNWIND $near AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) WHERE e.rev <= $rev RETURN collect(e) AS nears }
CALL (ends, nears) { UNWIND ends + nears AS e WITH DISTINCT e RETURN collect(/* row */) AS rows }
RETURN edges, rows
