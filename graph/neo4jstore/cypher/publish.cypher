// Makes a revision the newest one that readers see.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c WHERE c.rev >= $rev AND coalesce(c.published, 0) < $rev
SET c.published = $rev
