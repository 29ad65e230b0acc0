// Says which write of a load was the last one by a clock. It waits for one that is under way.
MATCH (c:Clock {id: $clock})
SET c.turn = coalesce(c.turn, 0) + 1
WITH properties(c) AS now
RETURN now.load, now.loadToken
