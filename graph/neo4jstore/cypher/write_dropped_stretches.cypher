UNWIND $rows.dropped_stretches AS r
MATCH (:Claim {id: r[0]})-[:STANDS]->(s:Stretch)
WHERE s.since = $rev AND s.from = r[1]
DETACH DELETE s
