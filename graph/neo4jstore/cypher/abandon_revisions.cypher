CALL (published) {
  OPTIONAL MATCH (x:Restored {op: $load}) USING INDEX SEEK x:Restored(op) WHERE x.rev > published
  DELETE x
}
CALL (published) {
  MATCH (r:Revision) WHERE r.rev > published
  WITH r LIMIT $limit
  DELETE r
  RETURN count(r) AS removed
}
RETURN removed
