// Takes a load out of the hands of those who would write more of it.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $load AND now.loadToken IN [$was, $token]
SET c.loadToken = $token, c.lease = timestamp() + $lease
WITH now
MATCH (t:Clock {id: 2})
SET t.loadToken = $token
RETURN now.rev
