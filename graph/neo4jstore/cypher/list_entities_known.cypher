// Says of state s that it is its entity's at a revision: no later one is.
s.since <= $rev AND NOT EXISTS {
  MATCH (later:EntityState) USING INDEX SEEK later:EntityState(entity, since)
  WHERE later.entity = s.entity AND later.since > s.since AND later.since <= $rev
}
