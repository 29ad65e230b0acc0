COLLECT {
  MATCH (c)-[:STANDS]->(s) WHERE s.since <= $rev AND $rev < s.until
  WITH s ORDER BY s.from
  RETURN [s.from, s.to, s.standing, s.tier, s.contested, s.shareMin, s.shareMax, s.certain, s.allegation]
}
