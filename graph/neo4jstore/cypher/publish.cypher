// Makes a revision the newest one that readers see.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.rev >= $rev AND coalesce(now.published, 0) < $rev
SET c.published = $rev
