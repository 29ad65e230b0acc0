// Keeps the lease of an open load from passing, unless another has taken the load.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $op AND now.loadToken IN $tokens
SET c.lease = timestamp() + $lease
