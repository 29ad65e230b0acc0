UNWIND $rows.assertions AS r
MATCH (c:Claim {id: r[1]}) USING INDEX SEEK c:Claim(id)
CREATE (:Assertion {
  id: r[0], rev: $rev, claim: r[1], stance: r[2], voice: r[3], speaker: r[4], for: r[5], target: r[6], review: r[7], body: r[8]
})-[:ABOUT]->(c)
