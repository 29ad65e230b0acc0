// Writes one revision after the newest, unless the clock has moved: then there is no record. The first SET waits for the clock's
// lock; what the clock says is read after it, all at once: a property named alone would be read, and kept, before it.
MERGE (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE coalesce(now.rev, 0) = $base AND coalesce(now.published, 0) = $base AND now.load IS NULL AND coalesce(now.fence, 0) = $fence
SET c.rev = $rev
CREATE (:Revision {rev: $rev, time: $time, op: $op, digest: $digest, counts: $counts, entries: $entries, raw: $raw})
WITH c
/* sections */
RETURN $rev
