// The claims that something else of the owner's leads to, several times perhaps.
/* leads */
WITH DISTINCT c
WHERE c.rev <= $rev AND (c.predicate > $after OR c.predicate = $after AND c.id > $afterID)/* predicates */
WITH c ORDER BY c.predicate, c.id
WITH c, /* stretches */ AS stretches
/* judged */
RETURN c, stretches ORDER BY c.predicate, c.id LIMIT $limit
