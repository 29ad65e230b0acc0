// Waits for the clock, and keeps a write that has not come to the server yet from being written: then the outcome of every write
// sent before is known. A whole revision that its writer did not come to publish is published.
MERGE (c:Clock {id: 1})
SET c.fence = coalesce(c.fence, 0) + 1
WITH c WHERE c.load IS NULL AND c.rev > coalesce(c.published, 0)
SET c.published = c.rev
