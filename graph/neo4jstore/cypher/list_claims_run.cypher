// The claims of single predicates, each after an id, in the order of an index.
UNWIND $runs AS run
CALL (owner, run) {
  MATCH (c:Claim) USING INDEX SEEK c:Claim(/* index */)
  WHERE /* owned */c.predicate = run[0] AND c.id > run[1] AND c.rev <= $rev/* once */
  WITH c, /* stretches */ AS stretches
  /* judged */
  RETURN c, stretches ORDER BY /* order */ LIMIT $limit
}
RETURN c, stretches
