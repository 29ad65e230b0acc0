UNWIND $rows.ended_stretches AS r
MATCH (c:Claim {id: r[0]})-[:STANDS]->(s:Stretch) USING INDEX SEEK c:Claim(id)
WHERE s.since = r[1] AND s.from = r[2] AND s.until = r[3]
SET s.until = r[4]
