UNWIND $names.stated AS id
MATCH (:Claim {id: id})-[:STANDS]->(s:Stretch)
WHERE s.until = $open OR s.until = $rev OR s.since = $rev
RETURN [id, s.standing, s.tier, s.contested, s.allegation, s.from, s.to, s.shareMin, s.shareMax, s.certain, s.since, s.until]
