UNWIND $rows.marks AS r
CREATE (:Restated {rev: $rev, entities: r[0], documents: r[1], layers: r[2]})
