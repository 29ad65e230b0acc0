// Opens a load, unless the clock has moved: then there is no record.
MERGE (c:Clock {id: 1})
SET c.turn = coalesce(c.turn, 0) + 1
WITH c, properties(c) AS now
WHERE coalesce(now.rev, 0) = $base AND coalesce(now.published, 0) = $base AND now.load IS NULL AND coalesce(now.fence, 0) = $fence
SET c.load = $op, c.loadDigest = $digest, c.loadHistory = $history, c.loadToken = $token, c.lease = timestamp() + $lease
WITH c
MERGE (t:Clock {id: 2})
SET t.load = $op, t.loadToken = $token
RETURN $base
