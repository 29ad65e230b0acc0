UNWIND $names.stated AS id
MATCH (c:Claim {id: id})-[:STANDS]->(s:Stretch) USING INDEX SEEK c:Claim(id)
WHERE s.until = $open OR s.until = $rev OR s.since = $rev
RETURN [id, s.standing, s.tier, s.contested, s.allegation, s.from, s.to, s.shareMin, s.shareMax, s.certain, s.since, s.until]
