// Gives the migration lock back.
MATCH (l:MigrationLock {id: 1}) WHERE l.owner = $owner
REMOVE l.owner, l.lease
