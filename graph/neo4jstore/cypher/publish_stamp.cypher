// Prepares the publication of a load: its own revision gets the time at which it is published, and of a restored history it is
// kept which operation restored it.
MATCH (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE now.load = $op AND now.loadToken = $token
SET c.lease = timestamp() + $lease
WITH now
MATCH (v:Revision {rev: now.rev}) USING INDEX SEEK v:Revision(rev)
SET v.time = $time
FOREACH (_ IN CASE WHEN now.loadHistory THEN [1] ELSE [] END |
  MERGE (x:Restored {op: $op})
  SET x.digest = $digest, x.rev = now.rev
)
RETURN now.rev
