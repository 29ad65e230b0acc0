UNWIND $rows.stretches AS r
MATCH (c:Claim {id: r[0]}) USING INDEX SEEK c:Claim(id)
CREATE (c)-[:STANDS]->(:Stretch {
  claim: r[0], standing: r[1], tier: r[2], contested: r[3], allegation: r[4], from: r[5], to: r[6], shareMin: r[7], shareMax: r[8],
  certain: r[9], since: $rev, until: $open
})
