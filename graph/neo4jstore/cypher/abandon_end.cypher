// Ends a load of which nothing is left.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $load AND now.loadToken = $token
SET c.rev = coalesce(now.published, 0)
REMOVE c.load, c.loadDigest, c.loadHistory, c.loadToken, c.lease
WITH now
MATCH (t:Clock {id: 2})
REMOVE t.load, t.loadToken
RETURN now.rev
