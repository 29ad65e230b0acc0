// What a write stands on: the clock, the first revision of the operation if it is published, and the newest published revision
// and the newest one with what they are.
OPTIONAL MATCH (c:Clock {id: 1})
WITH c, coalesce(c.rev, 0) AS rev, coalesce(c.published, 0) AS published
RETURN rev, published, coalesce(c.fence, 0), c.load, c.loadDigest, c.loadHistory, c.loadToken, c.lease < timestamp(),
  COLLECT {
    CALL (published) {
      MATCH (x:Restored {op: $op}) USING INDEX SEEK x:Restored(op) WHERE x.rev <= published RETURN x.rev AS first, x.digest AS digest
      UNION ALL
      MATCH (r:Revision {op: $op}) USING INDEX SEEK r:Revision(op) WHERE r.rev <= published RETURN r.rev AS first, r.digest AS digest ORDER BY first LIMIT 1
    }
    RETURN [first, digest]
  },
  COLLECT {
    UNWIND [published, rev] AS wanted
    MATCH (r:Revision {rev: wanted}) USING INDEX SEEK r:Revision(rev)
    RETURN [r.rev, r.time, r.op, r.digest, r.counts, r.entries, r.raw]
  }
