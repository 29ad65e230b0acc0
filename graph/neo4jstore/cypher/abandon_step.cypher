// Removes some of what a load wrote, and says how much; there is no record when another has the load.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $load AND now.loadToken = $token
SET c.lease = timestamp() + $lease
WITH coalesce(now.published, 0) AS published
/* removal */
