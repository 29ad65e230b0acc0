// Writes one revision after the newest, unless the clock has moved: then there is no record.
MERGE (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c
WHERE coalesce(c.rev, 0) = $base AND coalesce(c.published, 0) = $base AND c.load IS NULL AND coalesce(c.fence, 0) = $fence
SET c.rev = $rev
CREATE (:Revision {rev: $rev, time: $time, op: $op, digest: $digest, counts: $counts, entries: $entries, raw: $raw})
WITH c
/* sections */
RETURN c.rev
