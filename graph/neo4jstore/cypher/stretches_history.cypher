// Gives every stretch of claims that was ever known up to a revision; one that was closed later is known still.
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:STANDS]->(s) USING INDEX SEEK c:Claim(id) WHERE s.since <= $rev
RETURN collect([
  id, s.since, CASE WHEN s.until <= $rev THEN s.until ELSE 0 END,
  s.from, s.to, s.standing, s.tier, s.contested, s.shareMin, s.shareMax, s.certain
])
