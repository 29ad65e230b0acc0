UNWIND $rows.dropped_stretches AS r
MATCH (c:Claim {id: r[0]})-[:STANDS]->(s:Stretch) USING INDEX SEEK c:Claim(id)
WHERE s.since = $rev AND s.from = r[1]
DETACH DELETE s
