// Writes more of an open load, as its newest revision or the next one, unless another has taken the load: then there is no record.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $load AND now.loadToken = $token
SET c.rev = $rev, c.loadToken = $next, c.lease = timestamp() + $lease
MERGE (v:Revision {rev: $rev})
SET v.time = $time, v.op = $op, v.digest = $digest, v.counts = $counts, v.entries = $entries, v.raw = $raw
WITH c
/* sections */
RETURN $rev
