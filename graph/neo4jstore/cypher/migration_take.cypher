// Takes or renews the migration lock unless another owner has it. The first SET locks the node: what is read after it stays true.
MERGE (l:MigrationLock {id: 1})
SET l.lease = coalesce(l.lease, 0)
WITH l WHERE l.owner IS NULL OR l.owner = $owner OR l.lease < timestamp()
SET l.owner = $owner, l.lease = timestamp() + $lease
RETURN l.owner
