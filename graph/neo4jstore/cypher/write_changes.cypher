UNWIND $rows.changes AS r
CREATE (:Change {rev: $rev, ordinal: r[0], raw: r[1], kind: r[2], record: r[3]})
