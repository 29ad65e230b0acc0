// Gives for each owner its claims: of each way in which one may be its own so many as are wanted, and of those the first.
UNWIND range(0, size($owners) - 1) AS place
WITH place, $owners[place] AS owner
CALL (owner) {
  CALL (owner) {
    /* ways */
  }
  RETURN c, stretches ORDER BY c.predicate, c.id LIMIT $limit
}
RETURN collect([place, /* claim */, stretches])
