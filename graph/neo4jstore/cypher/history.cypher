// Gives a page of the raw records' entries of the change log, likewise: an entry is never before its place among the raw ones.
CALL () {
  MATCH (x:Change) USING INDEX SEEK x:Change(rev, ordinal)
  WHERE x.rev = $rev AND x.ordinal > $ordinal AND x.raw > $ordinal AND $rev <= $newest
  RETURN x ORDER BY x.rev, x.ordinal LIMIT $limit
  UNION ALL
  MATCH (x:Change) USING INDEX SEEK x:Change(rev, ordinal)
  WHERE $rev < x.rev <= $newest AND x.ordinal IS NOT NULL AND x.raw IS NOT NULL
  RETURN x ORDER BY x.rev, x.ordinal LIMIT $limit
}
WITH x ORDER BY x.rev, x.ordinal LIMIT $limit
RETURN collect([x.rev, x.ordinal, x.raw, x.kind, x.record])
