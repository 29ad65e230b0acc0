UNWIND $rows.ended_edges AS r
MATCH (:Entity {id: r[0]})-[x:/* types */]->(:Entity {id: r[1]})
WHERE x.claim = r[2] AND x.since = r[3] AND x.from = r[4] AND x.until = r[5]
SET x.until = r[6]
