// Gives a page of the change log up to a published revision, after a place within a revision: the rest of that, then what follows.
CALL () {
  MATCH (x:Change) USING INDEX SEEK x:Change(rev, ordinal)
  WHERE x.rev = $rev AND x.ordinal > $ordinal AND $rev <= $newest
  RETURN x ORDER BY x.rev, x.ordinal LIMIT $limit
  UNION ALL
  MATCH (x:Change) USING INDEX SEEK x:Change(rev, ordinal)
  WHERE $rev < x.rev <= $newest AND x.ordinal IS NOT NULL
  RETURN x ORDER BY x.rev, x.ordinal LIMIT $limit
}
WITH x ORDER BY x.rev, x.ordinal LIMIT $limit
RETURN collect([x.rev, x.ordinal, x.raw, x.kind, x.record])
