CALL (near) {
  MATCH (near)/* types */(far) WHERE r.since <= $rev AND $rev < r.until/* passing */
  RETURN r, far ORDER BY r.predicate, far.id, r.claim, r.from LIMIT $limit
}
