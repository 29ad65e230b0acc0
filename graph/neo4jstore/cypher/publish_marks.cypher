// Removes what only the abandonment of a load would have needed.
MATCH (m:Restated) WHERE m.rev <= $rev
DELETE m
