// The claims of all predicates after one, in the order of an index.
MATCH (c:Claim) USING INDEX SEEK c:Claim(/* index */)
WHERE /* owned */c.predicate > $after AND c.id IS NOT NULL AND c.rev <= $rev/* once */
WITH c, /* stretches */ AS stretches
/* judged */
RETURN c, stretches ORDER BY /* order */ LIMIT $limit
