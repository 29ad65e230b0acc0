// Waits for the clock, and keeps a write that has not come to the server yet from being written: then the outcome of every write
// sent before is known. A whole revision that its writer did not come to publish is published.
MERGE (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
SET c.fence = coalesce(now.fence, 0) + 1
WITH c, now
WHERE now.load IS NULL AND now.rev > coalesce(now.published, 0)
SET c.published = now.rev
