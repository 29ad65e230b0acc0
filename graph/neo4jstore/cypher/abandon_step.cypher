// Removes some of what a load wrote, and says how much; there is no record when another has the load.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c
WHERE c.load = $load AND c.loadToken = $token
SET c.lease = timestamp() + $lease
WITH c.published AS published
/* removal */
