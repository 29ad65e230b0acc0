// Writes search terms of texts of an open load, unless another has taken the load: then there is no record.
MATCH (c:Clock {id: 2})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $load AND now.loadToken = $token
SET c.loadToken = $next
WITH c
/* sections */
RETURN $rev
