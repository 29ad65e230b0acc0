// Prepares the publication of a load: its own revision gets the time at which it is published, and of a restored history it is
// kept which operation restored it.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c
WHERE c.load = $op AND c.loadToken = $token
SET c.lease = timestamp() + $lease
WITH c
MATCH (v:Revision {rev: c.rev})
SET v.time = $time
FOREACH (_ IN CASE WHEN c.loadHistory THEN [1] ELSE [] END |
  MERGE (x:Restored {op: $op})
  SET x.digest = $digest, x.rev = c.rev
)
RETURN c.rev
