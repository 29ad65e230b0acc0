// Makes all of a load visible, and ends it.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c
WHERE c.load = $op AND c.loadToken = $token
SET c.published = c.rev
REMOVE c.load, c.loadDigest, c.loadHistory, c.loadToken, c.lease
RETURN c.rev
