// Gives for each owner its assertions in the order in which they were written, then by id.
UNWIND range(0, size($owners) - 1) AS place
WITH place, $owners[place] AS owner
CALL (owner) {
  CALL (owner) {
    /* owned */
  }
  WITH DISTINCT a WHERE a.rev <= $rev/* passing */
  RETURN a ORDER BY a.rev, a.id LIMIT $limit
}
RETURN collect([place, /* assertion */])
