// Makes all of a load visible, and ends it.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $op AND now.loadToken = $token
SET c.published = now.rev
REMOVE c.load, c.loadDigest, c.loadHistory, c.loadToken, c.lease
WITH now
MATCH (t:Clock {id: 2})
REMOVE t.load, t.loadToken
RETURN now.rev
