UNWIND $rows.dropped_edges AS r
MATCH (:Entity {id: r[0]})-[x:/* types */]->(:Entity {id: r[1]})
WHERE x.claim = r[2] AND x.since = $rev AND x.from = r[3]
DELETE x
