UNWIND $rows.documents AS r
CREATE (:Document {id: r[0], rev: $rev, title: r[1], language: r[2], publisher: r[3], url: r[4], body: r[5]})
