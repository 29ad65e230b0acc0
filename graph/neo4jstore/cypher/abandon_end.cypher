// Ends a load of which nothing is left.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c
WHERE c.load = $load AND c.loadToken = $token
SET c.rev = coalesce(c.published, 0)
REMOVE c.load, c.loadDigest, c.loadHistory, c.loadToken, c.lease
RETURN c.rev
