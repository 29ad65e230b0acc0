UNWIND $names.logged AS owner
MATCH (x:Change {rev: $rev, kind: owner[0], record: owner[1]}) USING INDEX SEEK x:Change(rev, kind, record)
RETURN owner
