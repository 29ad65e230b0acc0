UNWIND $rows.judgements AS r
CREATE (j:Judgement {id: r[0], rev: $rev, kind: r[1], verdict: r[2], body: r[3]})
WITH j, r
UNWIND r[4] AS owner
MERGE (n:Named {id: owner})
CREATE (j)-[:NAMES]->(n)
